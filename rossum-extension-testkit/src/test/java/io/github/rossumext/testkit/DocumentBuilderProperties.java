package io.github.rossumext.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.content.Container;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.value.RawJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of documents that are built and of fixtures that are changed. */
class DocumentBuilderProperties {
  private static final List<String> NUMBER_FORMATS =
      List.of(
          "# ##0,#", "# ##0.#", "#,##0.#", "#'##0.#", "#.##0,#", "# ##0", "#,##0", "#'##0",
          "#.##0");
  private static final List<String> DATE_FORMATS =
      List.of("YYYY-MM-DD", "D. M. YYYY", "DD/MM/YYYY", "M/D/YYYY", "DD.MM.YYYY", "YYYYMMDD");

  @Provide
  Arbitrary<Map<String, String>> header() {
    return Arbitraries.maps(
            Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8), text())
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    return text().list().ofSize(2).list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.strings().ofMaxLength(12);
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-99999999.999"), new BigDecimal("99999999.999"))
        .ofScale(3);
  }

  @Provide
  Arbitrary<LocalDate> dates() {
    return Arbitraries.longs()
        .between(LocalDate.of(1900, 1, 1).toEpochDay(), LocalDate.of(2199, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<String> numberFormats() {
    return Arbitraries.of(NUMBER_FORMATS);
  }

  @Provide
  Arbitrary<String> dateFormats() {
    return Arbitraries.of(DATE_FORMATS);
  }

  @Property
  void aDocumentHoldsWhatItWasBuiltOf(
      @ForAll("header") Map<String, String> header, @ForAll("rows") List<List<String>> rows) {
    DocumentBuilder builder = DocumentBuilder.create();
    builder.section("header_section", s -> header.forEach((id, text) -> s.field("h_" + id, text)));
    builder.section(
        "table_section",
        s ->
            s.table(
                "lines",
                t ->
                    rows.forEach(
                        row -> t.row(r -> r.field("c_0", row.get(0)).field("c_1", row.get(1))))));
    ContentPayload payload = builder.build().payload(ContentPayload.class);

    Map<String, String> held = new LinkedHashMap<>();
    List<List<String>> heldRows = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    for (Node node : nodes(payload)) {
      ids.add(node.id());
      if (node instanceof Datapoint field && field.schemaId().startsWith("h_")) {
        held.put(field.schemaId().substring(2), field.value());
      } else if (node instanceof Tuple row) {
        heldRows.add(row.children().stream().map(cell -> ((Datapoint) cell).value()).toList());
      }
    }
    assertThat(held).isEqualTo(header);
    assertThat(heldRows).isEqualTo(rows);
    assertThat(ids).doesNotHaveDuplicates().isSorted();
  }

  @Property
  void whatAFormatShowsOfANumberIsReadAsThatNumber(
      @ForAll("numbers") BigDecimal number, @ForAll("numberFormats") String format) {
    SchemaDatapoint definition = definition("number", format);
    FieldText shown = FieldText.of(definition, number);
    assertThat(shown.normalized()).isEqualTo(number.toPlainString());
    assertThat(FieldText.of(definition, shown.value())).isEqualTo(shown);
  }

  @Property
  void whatAFormatShowsOfADateIsReadAsThatDate(
      @ForAll("dates") LocalDate date, @ForAll("dateFormats") String format) {
    SchemaDatapoint definition = definition("date", format);
    FieldText shown = FieldText.of(definition, date);
    assertThat(shown.normalized()).isEqualTo(date.toString());
    assertThat(FieldText.of(definition, shown.value())).isEqualTo(shown);
  }

  @Property
  void aFieldThatIsSetHoldsTheTextAndNothingElseChanges(@ForAll("text") String text) {
    Fixture invoice = Fixtures.invoice();
    Fixture changed = invoice.withField("notes", text);
    assertThat(value(changed, "notes")).isEqualTo(text);
    assertThat(changed.withField("notes", "").bytes())
        .isEqualTo(invoice.withField("notes", "").bytes());
  }

  @Property(tries = 50)
  void aRowThatIsAddedAndRemovedLeavesTheDocumentAsItWas(
      @ForAll("text") String text, @ForAll @IntRange(min = 0, max = 3) int count) {
    Fixture invoice = Fixtures.invoice().withHidden("notes", false);
    Fixture changed = invoice;
    for (int i = 0; i < count; i++) {
      changed = changed.withRow("line_items", r -> r.field("item_code", text));
    }
    assertThat(nodes(changed.payload(ContentPayload.class)))
        .extracting(Node::id)
        .doesNotHaveDuplicates();
    for (int i = 0; i < count; i++) {
      assertThat(value(changed, "line_items[4].item_code")).isEqualTo(text);
      changed = changed.without("line_items[4]");
    }
    assertThat(changed.bytes()).isEqualTo(invoice.bytes());
  }

  private static SchemaDatapoint definition(String type, String format) {
    return Schema.of(
            RawJson.of(
                "[{\"category\":\"section\",\"id\":\"s\",\"children\":[{\"category\":\"datapoint\","
                    + "\"id\":\"x\",\"type\":\""
                    + type
                    + "\",\"format\":\""
                    + format
                    + "\"}]}]"))
        .datapoint("x")
        .orElseThrow();
  }

  private static String value(Fixture fixture, String path) {
    long id = fixture.id(path);
    Node node = fixture.payload(ContentPayload.class).content().byId(id).orElseThrow();
    return ((Datapoint) node).value();
  }

  private static List<Node> nodes(ContentPayload payload) {
    List<Node> all = new ArrayList<>();
    collect(payload.content().roots(), all);
    return all;
  }

  private static void collect(List<Node> from, List<Node> into) {
    for (Node node : from) {
      into.add(node);
      if (node instanceof Container container) {
        collect(container.children(), into);
      }
    }
  }
}
