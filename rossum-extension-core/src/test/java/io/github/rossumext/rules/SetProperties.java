package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.ContentRequest;
import io.github.rossumext.Wire;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Once Rossum has applied the operations, a list or table holds what was set. */
class SetProperties {
  /** What one held text or cell counts as: numbers by value. */
  private static String canonical(Object value) {
    String text = value instanceof Optional<?> o ? o.map(Object::toString).orElse("") : "" + value;
    try {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static List<String> canonical(List<?> values) {
    return values.stream().map(SetProperties::canonical).toList();
  }

  private static JsonNode operations(ContentEditor content) {
    return Wire.tree(content.response().toJson()).path("operations");
  }

  /** How many of the values occur in the others, too. */
  private static <T> int common(List<T> values, List<T> others) {
    List<T> left = new ArrayList<>(others);
    return (int) values.stream().filter(left::remove).count();
  }

  private static ContentRequest list(List<String> values) {
    return initialize().list("orders", "order", values.toArray(String[]::new));
  }

  @Property
  void aListHoldsWhatWasSet(
      @ForAll("texts") List<String> held, @ForAll("values") List<Object> wanted) {
    ContentRequest request = list(held);
    ContentEditor content = request.edit();
    Map<Long, String> rossum = new LinkedHashMap<>();
    content.list("orders").fields().forEach(field -> rossum.put(field.id(), field.text()));

    content.list("orders").set(wanted);
    JsonNode operations = operations(content);
    long added = -1;
    for (JsonNode operation : operations) {
      String text = operation.at("/value/content/value").asText();
      switch (operation.path("op").asText()) {
        case "add" -> rossum.put(added--, text);
        case "remove" -> rossum.remove(operation.path("id").asLong());
        default -> rossum.put(operation.path("id").asLong(), text);
      }
    }

    List<String> found = List.copyOf(rossum.values());
    assertThat(canonical(found)).containsExactlyInAnyOrderElementsOf(canonical(wanted));
    assertThat(canonical(content.list("orders").texts())).isEqualTo(canonical(found));
    assertThat(operations(setAgain(content, wanted))).isEqualTo(operations);
    ContentEditor next = list(found).edit();
    next.list("orders").set(wanted);
    assertThat(operations(next)).isEmpty();
  }

  private static ContentEditor setAgain(ContentEditor content, List<Object> wanted) {
    content.list("orders").set(wanted);
    return content;
  }

  @Property
  void aListGetsTheSmallestDifference(
      @ForAll("words") List<String> held, @ForAll("words") List<String> wanted) {
    ContentEditor content = list(held).edit();

    content.list("orders").set(wanted);

    int most = Math.max(held.size(), wanted.size());
    assertThat(operations(content)).hasSize(most - common(held, wanted));
  }

  private static ContentRequest table(List<List<String>> rows) {
    List<Map<String, String>> maps = new ArrayList<>();
    rows.forEach(
        cells -> maps.add(row("code", cells.get(0), "qty", cells.get(1), "note", "of " + cells)));
    @SuppressWarnings("unchecked")
    Map<String, String>[] all = maps.toArray(Map[]::new);
    return initialize().table("lines", all);
  }

  @Property
  void aTableHoldsWhatWasSet(
      @ForAll("rows") List<List<String>> held, @ForAll("rows") List<List<String>> wanted) {
    List<Map<String, Object>> rows = new ArrayList<>();
    wanted.forEach(
        cells ->
            rows.add(
                Map.of(
                    "code",
                    cells.get(0),
                    "qty",
                    cells.get(1).isEmpty() ? Optional.empty() : new BigDecimal(cells.get(1)))));
    ContentEditor content = table(held).edit();
    List<Row> before = content.table("lines").rows();

    if (held.isEmpty() && wanted.isEmpty()) {
      return;
    }
    content.table("lines").set(rows, "code");
    JsonNode operations = operations(content);

    List<Row> after = content.table("lines").rows();
    assertThat(after.stream().map(SetProperties::cells).toList())
        .containsExactlyInAnyOrderElementsOf(
            wanted.stream().map(SetProperties::canonical).toList());
    assertThat(after.stream().filter(row -> !row.isNew()).toList())
        .as("the places of the rows that stay")
        .isEqualTo(before.stream().filter(after::contains).toList())
        .allSatisfy(row -> assertThat(row.field("note").text()).startsWith("of ["));
    long untouched =
        before.stream().filter(row -> after.contains(row) && !isTouched(row, operations)).count();
    assertThat(untouched)
        .isEqualTo(
            common(
                held.stream().map(SetProperties::canonical).toList(),
                wanted.stream().map(SetProperties::canonical).toList()));

    content.table("lines").set(rows, "code");
    assertThat(operations(content)).isEqualTo(operations);
  }

  private static boolean isTouched(Row row, JsonNode operations) {
    for (JsonNode operation : operations) {
      long id = operation.path("id").asLong();
      if (row.id() == id || row.fields().stream().anyMatch(field -> field.id() == id)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> cells(Row row) {
    return List.of(canonical(row.field("code").text()), canonical(row.field("qty").text()));
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of("1", "1.0", "2", "a", "b", "", "x y").list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of("a", "b", "c", "d", "").list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<Object>> values() {
    return Arbitraries.<Object>of(
            "1", 1, new BigDecimal("1.00"), 2L, "a", "b", "", Optional.of("a"), Optional.empty())
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    return Combinators.combine(
            Arbitraries.of("", "A", "B"), Arbitraries.of("", "1", "1.0", "2", "3"))
        .as((code, qty) -> List.of(code, qty))
        .list()
        .ofMaxSize(5);
  }
}
