package io.github.rossumext.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The generated code of any legal schema compiles, and its constants are the ids. */
class GenerateProperties {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final JsonMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** Words that are hard in Java, in Javadoc or on a file system. */
  private static final List<String> HARD_IDS =
      List.of(
          "class",
          "record",
          "yield",
          "var",
          "_",
          "__",
          "_1",
          "1",
          "2nd",
          "true",
          "null",
          "int",
          "toString",
          "hash_code",
          "hashCode",
          "get_class",
          "wait",
          "table",
          "TABLE",
          "Table",
          "string",
          "String",
          "list",
          "optional",
          "key",
          "keys",
          "fields",
          "options",
          "sections",
          "buttons",
          "invoice_document",
          "object",
          "big_decimal",
          "item_code",
          "ITEM_CODE",
          "itemCode",
          "item__code",
          "a-b",
          "a b",
          "a.b",
          "é",
          "ü_1",
          "表",
          "con",
          "aux");

  private static final List<String> HARD_TEXTS =
      List.of(
          "",
          " ",
          "*/",
          "/*",
          "\\u002a/",
          "\\u000a",
          "\\",
          "\"",
          "'",
          "{@link x}",
          "{",
          "}",
          "@param",
          "<b>",
          "</p>",
          "&amp;",
          "&",
          "\u0000",
          "\n",
          "\r\n * @",
          "\u2028",
          "\ud800",
          "\u202e",
          "Größe",
          "表",
          "$L $T $S",
          "%s",
          "\ud83d\ude00",
          "a".repeat(3000));

  record Leaf(String id, String label, String type, String description, List<String> options) {}

  @Provide
  Arbitrary<List<Leaf>> leaves() {
    Arbitrary<String> ids =
        Arbitraries.oneOf(
            Arbitraries.of(HARD_IDS),
            Arbitraries.strings().withChars("abAB01_").ofMinLength(1).ofMaxLength(50));
    Arbitrary<String> texts =
        Arbitraries.oneOf(Arbitraries.of(HARD_TEXTS), Arbitraries.strings().ofMaxLength(30));
    return Combinators.combine(
            ids,
            texts,
            Arbitraries.of("string", "number", "date", "enum", "button", "boolean", ""),
            texts,
            Arbitraries.oneOf(texts, ids).list().ofMaxSize(6))
        .as(Leaf::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .uniqueElements(Leaf::id);
  }

  private static ObjectNode node(String category, String id, String label) {
    return JSON.objectNode().put("category", category).put("id", id).put("label", label);
  }

  private static ObjectNode datapoint(Leaf leaf) {
    ObjectNode node =
        node("datapoint", leaf.id(), leaf.label())
            .put("type", leaf.type())
            .put("description", leaf.description());
    ArrayNode options = node.putArray("options");
    for (String option : leaf.options()) {
      options.addObject().put("value", option).put("label", leaf.label());
    }
    return node;
  }

  /** A section, a list, and tables: each of a share of the leaves. */
  private static String schema(List<Leaf> leaves) {
    ObjectNode section = node("section", "section of all", leaves.get(0).label());
    ArrayNode children = section.putArray("children");
    int share = Math.max(1, leaves.size() / 3);
    for (int i = 0; i < leaves.size(); i += share) {
      List<Leaf> part = leaves.subList(i, Math.min(leaves.size(), i + share));
      if (i == 0) {
        part.forEach(leaf -> children.add(datapoint(leaf)));
      } else {
        ObjectNode table = node("multivalue", part.get(0).id() + "s_", part.get(0).label());
        ArrayNode columns =
            table
                .putObject("children")
                .put("category", "tuple")
                .put("id", i + "-")
                .putArray("children");
        part.forEach(leaf -> columns.add(datapoint(leaf)));
        children.add(table);
      }
    }
    try {
      return ASCII.writeValueAsString(
          JSON.arrayNode().add(section)); // UTF-8 has no half surrogates
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> stringsOf(ClassLoader classes, Set<String> files) throws Exception {
    Set<String> strings = new HashSet<>();
    for (String file : files) {
      List<Class<?>> types = new ArrayList<>();
      Class<?> type = classes.loadClass(Generated.PACKAGE + "." + file.replace(".java", ""));
      types.add(type);
      types.addAll(List.of(type.getDeclaredClasses()));
      for (Class<?> each : types) {
        for (Field field : each.getDeclaredFields()) {
          if (Modifier.isStatic(field.getModifiers())) {
            strings.add((String) field.get(null));
          }
        }
      }
    }
    return strings;
  }

  private static Path directory() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(Path.of("target/generate")), "of");
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 40)
  void itCompilesWithoutAWarning_andHasEachIdAndOption(@ForAll("leaves") List<Leaf> leaves)
      throws Exception {
    Path directory = directory();
    Generated generated = new Generated(directory).run(schema(leaves));

    Set<String> strings = stringsOf(generated.classes(), generated.files().keySet());

    assertThat(strings).containsAll(leaves.stream().map(Leaf::id).toList());
    for (Leaf leaf : leaves) {
      if (leaf.type().equals("enum")) {
        assertThat(strings).containsAll(leaf.options());
      }
    }
    delete(directory);
  }

  @Example
  void fiveHundredFieldsCompile() throws Exception {
    List<Leaf> leaves = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      leaves.add(new Leaf("field_" + i, "Field " + i, "number", "", List.of()));
    }
    Path directory = directory();
    Generated generated = new Generated(directory).run(schema(leaves));

    assertThat(stringsOf(generated.classes(), generated.files().keySet())).hasSizeGreaterThan(1500);
    assertThat(generated.reported())
        .anyMatch(
            line ->
                line.startsWith("warning: The record InvoiceDocument would have 502 components"));
    delete(directory);
  }
}
