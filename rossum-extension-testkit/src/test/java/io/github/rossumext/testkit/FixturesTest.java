package io.github.rossumext.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.content.Container;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Section;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.StatusPayload;
import io.github.rossumext.payload.UnknownPayload;
import io.github.rossumext.value.OpenEnum;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FixturesTest {
  private static final long TWO_POW_32 = 1L << 32;

  static Stream<Fixture> all() {
    return Fixtures.all().stream();
  }

  static Stream<Fixture> contents() {
    return all().filter(fixture -> fixture.payload() instanceof ContentPayload);
  }

  @Test
  void thereIsOneForEveryEventAndActionOfTheProtocol() {
    assertThat(all().map(fixture -> fixture.payload().eventAndAction()))
        .containsOnly(
            "annotation_content.initialize",
            "annotation_content.started",
            "annotation_content.user_update",
            "annotation_content.updated",
            "annotation_content.confirm",
            "annotation_content.export",
            "annotation_status.changed",
            "email.received",
            "upload.created",
            "invocation.scheduled",
            "invocation.manual");
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachHasEveryCommonKey(Fixture fixture) {
    HookPayload payload = fixture.payload();
    assertThat(payload).isNotInstanceOf(UnknownPayload.class);
    assertThat(payload.requestId()).isPresent();
    assertThat(payload.timestamp()).isPresent();
    assertThat(payload.hook().orElseThrow().type()).isEqualTo("hooks");
    assertThat(payload.baseUrl()).isPresent();
    assertThat(payload.token()).isPresent();
    assertThat(payload.settings().keys()).isNotEmpty();
    assertThat(payload.secretNames()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void theTextIsTheBytesInUtf8(Fixture fixture) {
    assertThat(fixture.json().getBytes(StandardCharsets.UTF_8)).isEqualTo(fixture.body());
  }

  @Test
  void theStatusChangeHasTheContentAsUrl() {
    StatusPayload payload = Fixtures.statusChanged().payload(StatusPayload.class);
    assertThat(payload.annotation().find("content").orElseThrow().scalar().orElseThrow())
        .isEqualTo(payload.annotation().url().orElseThrow() + "/content");
    assertThat(payload.annotation().status()).isNotEqualTo(payload.annotation().previousStatus());
  }

  @Test
  void theEmailHasFilesOfSeveralKinds() {
    EmailPayload payload = Fixtures.emailReceived().payload(EmailPayload.class);
    assertThat(payload.files()).extracting(file -> file.isPdf()).contains(true, false);
    assertThat(payload.files()).extracting(file -> file.id()).doesNotHaveDuplicates();
  }

  @Nested
  class TheTreeOfTheInvoice {
    private final ContentPayload payload = Fixtures.invoice().payload(ContentPayload.class);
    private final DatapointTree tree = payload.content();
    private final List<Node> nodes = nodes(tree.roots());

    @Test
    void hasIdsBeyond32BitsEachOfThemOnce() {
      assertThat(nodes).extracting(Node::id).doesNotHaveDuplicates();
      assertThat(nodes).extracting(Node::id).allMatch(id -> id > TWO_POW_32);
      assertThat(payload.annotation().id().orElseThrow()).isGreaterThan(TWO_POW_32);
      assertThat(payload.document().orElseThrow().id().orElseThrow()).isGreaterThan(TWO_POW_32);
    }

    @Test
    void nestsAsTheProtocolSays() {
      assertThat(tree.roots()).isNotEmpty().allMatch(Section.class::isInstance);
      for (Node node : nodes) {
        if (node instanceof Section section) {
          assertThat(section.children())
              .as(node.toString())
              .isNotEmpty()
              .allMatch(child -> child instanceof Datapoint || child instanceof Multivalue);
        } else if (node instanceof Multivalue multivalue) {
          assertThat(multivalue.children().size())
              .as(node.toString())
              .isPositive()
              .isIn(multivalue.rows().size(), multivalue.values().size());
          assertThat(multivalue.children())
              .extracting(Node::schemaId)
              .containsOnly(only(multivalue));
        } else if (node instanceof Tuple tuple) {
          assertThat(tuple.children()).isNotEmpty().allMatch(Datapoint.class::isInstance);
        }
      }
    }

    private static String only(Container container) {
      return container.children().get(0).schemaId();
    }

    @Test
    void hasEveryDocumentedKeyOnEveryNode() {
      for (Node node : nodes) {
        assertThat(node.raw().keys())
            .as(node.toString())
            .contains("id", "url", "schema_id", "category")
            .containsAll(
                node instanceof Datapoint
                    ? List.of("content", "validation_sources", "time_spent", "time_spent_overall")
                    : List.of("children"));
        assertThat(node.url().flatMap(url -> url.id().stream().boxed().findFirst()))
            .hasValue(node.id());
        assertThat(node.find("category").flatMap(RawJson::scalar))
            .hasValue(node.category().value());
      }
    }

    @Test
    void hasEveryDocumentedKeyInEveryContent() {
      assertThat(fields())
          .allSatisfy(
              field ->
                  assertThat(field.find("content").orElseThrow().keys())
                      .containsExactlyInAnyOrder(
                          "value",
                          "normalized_value",
                          "page",
                          "position",
                          "rir_text",
                          "rir_raw_text",
                          "rir_page",
                          "rir_position",
                          "rir_confidence",
                          "ocr_text",
                          "ocr_raw_text",
                          "ocr_position",
                          "connector_text",
                          "connector_position"));
    }

    @Test
    void hasTheSameColumnsInEveryRow() {
      for (Node node : nodes) {
        if (node instanceof Multivalue table && !table.rows().isEmpty()) {
          List<List<String>> columns =
              table.rows().stream()
                  .map(row -> row.children().stream().map(Node::schemaId).toList())
                  .toList();
          assertThat(columns).hasSizeGreaterThan(1).containsOnly(columns.get(0));
          assertThat(columns.get(0)).doesNotHaveDuplicates();
        }
      }
    }

    @Test
    void hasOneNodeOfEachSchemaIdOutsideOfRows() {
      List<String> single = new ArrayList<>();
      for (Node node : nodes) {
        boolean repeated =
            node instanceof Tuple
                || node.parent()
                    .filter(p -> p instanceof Tuple || p instanceof Multivalue)
                    .isPresent();
        if (!repeated) {
          single.add(node.schemaId());
        }
      }
      assertThat(single).doesNotHaveDuplicates();
    }

    @Test
    void hasMachineTextsWhereTheDisplayedOnesAreNumbersOrDates() {
      assertThat(fields())
          .allSatisfy(
              field -> {
                if (field.schemaId().contains("date_")) {
                  field
                      .normalizedValue()
                      .ifPresent(text -> assertThat(LocalDate.parse(text)).isNotNull());
                } else {
                  field
                      .normalizedValue()
                      .ifPresent(text -> assertThat(new BigDecimal(text)).isNotNull());
                }
              });
      assertThat(fields().stream().filter(field -> field.normalizedValue().isPresent()).count())
          .isGreaterThan(10);
    }

    @Test
    void keepsToTheLimitsOfValuesConfidencesPagesAndSources() {
      int pages = payload.annotation().pages().size();
      assertThat(fields())
          .allSatisfy(
              field -> {
                assertThat(field.value()).hasSizeLessThanOrEqualTo(1500);
                assertThat(field.validationSources()).allMatch(OpenEnum::isKnown);
                field
                    .rirConfidence()
                    .ifPresent(sure -> assertThat(sure).isBetween(BigDecimal.ZERO, BigDecimal.ONE));
                assertThat(field.position().isPresent()).isEqualTo(field.page().isPresent());
                field.page().ifPresent(page -> assertThat(page).isBetween(1, pages));
                field
                    .position()
                    .ifPresent(
                        place -> {
                          assertThat(place.left()).isLessThan(place.right());
                          assertThat(place.top()).isLessThan(place.bottom());
                        });
              });
    }

    @Test
    void hasAnEnumWhoseValueIsAmongItsOptions() {
      List<Datapoint> enums =
          fields().stream().filter(field -> field.options().isPresent()).toList();
      assertThat(enums).extracting(Node::schemaId).contains("vendor");
      assertThat(enums)
          .allSatisfy(
              field ->
                  assertThat(field.options().orElseThrow())
                      .extracting(Option::value)
                      .contains(field.value()));
    }

    @Test
    void hasTheOtherThingsThatItsDocumentationNames() {
      assertThat(tree.bySchemaId("refresh"))
          .hasSize(1)
          .allMatch(node -> ((Datapoint) node).isButton());
      assertThat(tree.bySchemaId("item_refresh"))
          .hasSize(4)
          .allMatch(node -> ((Datapoint) node).isButton());
      assertThat(field("vendor_iban").hidden()).hasValue(true);
      assertThat(field("vendor_name").hidden()).isEmpty();
      assertThat(field("date_due").value()).isEmpty();
      assertThat(field("amount_due").find("no_recalculation")).isPresent();
      assertThat(table("tax_details").rows()).hasSize(2);
      assertThat(table("line_items").rows()).hasSize(4);
      assertThat(table("delivery_notes").values()).hasSize(2);
    }

    @Test
    void hasAGridOverTheRowsOfItsTable() {
      Set<String> columns = Set.copyOf(tree.schemaIds());
      RawJson part =
          table("line_items")
              .grid()
              .flatMap(grid -> grid.find("parts"))
              .orElseThrow()
              .elements()
              .get(0);
      assertThat(part.find("columns").orElseThrow().elements())
          .extracting(column -> column.find("schema_id").orElseThrow().scalar().orElseThrow())
          .isNotEmpty()
          .allMatch(columns::contains);
      List<String> rows =
          table("line_items").rows().stream().map(row -> Long.toString(row.id())).toList();
      assertThat(
              part.find("rows").orElseThrow().elements().stream()
                  .flatMap(row -> row.find("tuple_id").orElseThrow().scalar().stream()))
          .containsExactlyElementsOf(rows);
    }

    @Test
    void addsUp() {
      BigDecimal net = number("amount_total_base");
      BigDecimal tax = number("amount_total_tax");
      assertThat(sum("item_total_base")).isEqualByComparingTo(net);
      assertThat(sum("tax_detail_base")).isEqualByComparingTo(net);
      assertThat(sum("tax_detail_tax")).isEqualByComparingTo(tax);
      assertThat(number("amount_total")).isEqualByComparingTo(net.add(tax));
      for (Tuple line : table("line_items").rows()) {
        assertThat(cell(line, "item_total_base"))
            .isEqualByComparingTo(
                cell(line, "item_quantity").multiply(cell(line, "item_amount_base")));
      }
    }

    private List<Datapoint> fields() {
      return nodes.stream()
          .filter(Datapoint.class::isInstance)
          .map(Datapoint.class::cast)
          .filter(datapoint -> !datapoint.isButton())
          .toList();
    }

    private Datapoint field(String schemaId) {
      return (Datapoint) tree.bySchemaId(schemaId).get(0);
    }

    private Multivalue table(String schemaId) {
      return (Multivalue) tree.bySchemaId(schemaId).get(0);
    }

    private BigDecimal number(String schemaId) {
      return new BigDecimal(field(schemaId).text());
    }

    private BigDecimal sum(String column) {
      return tree.bySchemaId(column).stream()
          .map(cell -> new BigDecimal(((Datapoint) cell).text()))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cell(Tuple row, String column) {
      return row.children().stream()
          .filter(cell -> cell.schemaId().equals(column))
          .map(cell -> new BigDecimal(((Datapoint) cell).text()))
          .findFirst()
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @MethodSource("contents")
  void updatedDatapointsAreNodesOfTheTree(Fixture fixture) {
    ContentPayload payload = fixture.payload(ContentPayload.class);
    assertThat(payload.updatedDatapoints()).allMatch(id -> payload.content().byId(id).isPresent());
  }

  @ParameterizedTest
  @MethodSource("contents")
  void theUrlsAreOfTheAnnotationAndItsQueue(Fixture fixture) {
    ContentPayload payload = fixture.payload(ContentPayload.class);
    assertThat(payload.annotation().url().flatMap(FixturesTest::id))
        .hasValue(payload.annotation().id().orElseThrow());
    assertThat(payload.annotation().document().flatMap(FixturesTest::id))
        .hasValue(payload.document().orElseThrow().id().orElseThrow());
    assertThat(payload.annotation().queue()).isPresent();
    assertThat(payload.annotation().schema()).isPresent();
  }

  private static Optional<Long> id(ResourceUrl url) {
    return url.id().stream().boxed().findFirst();
  }

  private static List<Node> nodes(List<Node> from) {
    List<Node> all = new ArrayList<>();
    for (Node node : from) {
      all.add(node);
      if (node instanceof Container container) {
        all.addAll(nodes(container.children()));
      }
    }
    return all;
  }
}
