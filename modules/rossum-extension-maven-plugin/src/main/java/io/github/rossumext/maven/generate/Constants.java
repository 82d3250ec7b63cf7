package io.github.rossumext.maven.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes classes of constants. A constant is a {@code String}, so that {@code switch} takes it. */
final class Constants {
  private static final ClassName STRING = ClassName.get(String.class);

  private Constants() {}

  /** Returns a class with a constant for the id of each node. */
  static TypeSpec.Builder ofNodes(String name, String javadoc, List<? extends SchemaNode> nodes) {
    TypeSpec.Builder type = holder(name, javadoc).addModifiers(Modifier.PUBLIC);
    add(type, nodes, List.of());
    return type;
  }

  /** Adds a constant for the id of each node. */
  static void add(
      TypeSpec.Builder type, List<? extends SchemaNode> nodes, Collection<String> reserved) {
    Map<String, String> names =
        Names.of(nodes.stream().map(SchemaNode::id).toList(), Names::constant, reserved);
    for (SchemaNode node : nodes) {
      type.addField(constant(names.getOrDefault(node.id(), ""), node.id(), Described.of(node)));
    }
  }

  /** Returns a class with a class for each enum, which has a constant for each option. */
  static TypeSpec.Builder ofOptions(String name, List<SchemaDatapoint> enums) {
    TypeSpec.Builder type =
        holder(name, "The values of the options, by the ids of their fields.")
            .addModifiers(Modifier.PUBLIC);
    Map<String, String> names =
        Names.of(enums.stream().map(SchemaNode::id).toList(), Names::type, Set.of(name, "String"));
    for (SchemaDatapoint field : enums) {
      type.addType(
          options(names.getOrDefault(field.id(), ""), field)
              .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
              .build());
    }
    return type;
  }

  private static TypeSpec.Builder options(String name, SchemaDatapoint field) {
    TypeSpec.Builder type = holder(name, Described.of(field));
    Map<String, String> labels = new LinkedHashMap<>();
    field.options().forEach(option -> labels.putIfAbsent(option.value(), option.label()));
    Map<String, String> names = Names.of(labels.keySet(), Names::constant, List.of());
    labels.forEach(
        (value, label) -> {
          String shown = label.isBlank() ? "Nothing is chosen" : label;
          type.addField(constant(names.getOrDefault(value, ""), value, JavaText.sentence(shown)));
        });
    return type;
  }

  static FieldSpec constant(String name, String value, String javadoc) {
    return FieldSpec.builder(STRING, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .initializer("$L", JavaText.literal(value))
        .addJavadoc("$L", javadoc)
        .build();
  }

  private static TypeSpec.Builder holder(String name, String javadoc) {
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.FINAL)
        .addJavadoc("$L", javadoc)
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
  }
}
