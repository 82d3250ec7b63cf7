package io.github.rossumext.maven.generate;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.rossumext.internal.help.Nearest;
import io.github.rossumext.maven.project.Report;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import io.github.rossumext.value.Key;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes records that {@code content.as(…)} and {@code row.as(…)} bind. */
final class Records {
  /** A constructor takes 255 arguments, and one place is its own. */
  static final int MOST_COMPONENTS = 254;

  private static final ClassName STRING = ClassName.get(String.class);
  private static final ClassName LIST = ClassName.get(List.class);
  private static final ClassName OPTIONAL = ClassName.get(Optional.class);

  private final Report report;

  Records(Report report) {
    this.report = report;
  }

  /**
   * Returns a record.
   *
   * @param held what {@link #held} returned
   * @param rowTypes the types of the rows of the tables, by the ids of the tables
   */
  static TypeSpec.Builder record(
      String name,
      String javadoc,
      List<? extends SchemaNode> held,
      Map<String, ClassName> rowTypes) {
    Map<String, String> names = names(held);
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (SchemaNode node : held) {
      constructor.addParameter(component(node, names.getOrDefault(node.id(), ""), rowTypes));
    }
    return TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("$L", javadoc)
        .recordConstructor(constructor.build());
  }

  private static Map<String, String> names(List<? extends SchemaNode> held) {
    return Names.of(held.stream().map(SchemaNode::id).toList(), Names::component, List.of());
  }

  /** Returns the names of the components that {@link #record} makes. */
  static Set<String> componentNames(List<? extends SchemaNode> held) {
    return Set.copyOf(names(held).values());
  }

  /**
   * Returns the nodes that a record can hold, and reports the others: a component matches an id
   * without case, _ and -. None if there are too many.
   */
  List<? extends SchemaNode> held(String name, List<? extends SchemaNode> nodes) {
    Map<String, Long> matches =
        nodes.stream().collect(groupingBy(node -> Nearest.plain(node.id()), counting()));
    List<? extends SchemaNode> held =
        nodes.stream()
            .filter(node -> matches.getOrDefault(Nearest.plain(node.id()), 0L) == 1)
            .toList();
    List<String> left =
        nodes.stream().filter(node -> !held.contains(node)).map(SchemaNode::id).toList();
    if (!left.isEmpty()) {
      report.warning(
          "The record "
              + name
              + " cannot tell these fields apart, because case, _ and - do not count, so it does"
              + " not have them: "
              + String.join(", ", left)
              + ". Read them with field(…) and their constants.");
    }
    if (held.size() > MOST_COMPONENTS) {
      report.warning(
          "The record "
              + name
              + " would have "
              + held.size()
              + " components, and Java allows "
              + MOST_COMPONENTS
              + ", so they are left out. Write a record with the fields that you need.");
      return List.of();
    }
    return held;
  }

  private static ParameterSpec component(
      SchemaNode node, String name, Map<String, ClassName> rowTypes) {
    ParameterSpec.Builder component = ParameterSpec.builder(type(node, rowTypes), name);
    if (!Nearest.plain(name).equals(Nearest.plain(node.id()))) {
      component.addAnnotation(
          AnnotationSpec.builder(Key.class)
              .addMember("value", "$L", JavaText.literal(node.id()))
              .build());
    }
    return component.addJavadoc("$L\n", Described.of(node)).build();
  }

  private static TypeName type(SchemaNode node, Map<String, ClassName> rowTypes) {
    if (node instanceof SchemaDatapoint datapoint) {
      TypeName value = value(datapoint);
      return value.equals(STRING) ? value : ParameterizedTypeName.get(OPTIONAL, value);
    }
    ClassName row = rowTypes.get(node.id());
    if (row != null) {
      return ParameterizedTypeName.get(LIST, row);
    }
    return ParameterizedTypeName.get(
        LIST,
        node instanceof SchemaMultivalue list
                && list.child().orElse(null) instanceof SchemaDatapoint value
            ? value(value)
            : STRING);
  }

  private static TypeName value(SchemaDatapoint datapoint) {
    DatapointType type = datapoint.type();
    return type.equals(DatapointType.NUMBER)
        ? ClassName.get(BigDecimal.class)
        : type.equals(DatapointType.DATE)
            ? ClassName.get(LocalDate.class)
            : type.equals(DatapointType.BOOLEAN) ? ClassName.get(Boolean.class) : STRING;
  }
}
