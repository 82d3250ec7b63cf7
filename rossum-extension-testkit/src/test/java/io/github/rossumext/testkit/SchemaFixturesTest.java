package io.github.rossumext.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.content.Container;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.FieldText;
import io.github.rossumext.testkit.internal.document.Refused;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents that come with a schema are documents of it. */
class SchemaFixturesTest {
  private static final BigDecimal DEFAULT_SCORE_THRESHOLD = new BigDecimal("0.8");

  static Stream<Fixture> withSchema() {
    return Stream.of(
        Fixtures.invoiceWithSchema(),
        Fixtures.extractedInvoice().withSchema(Fixtures.invoiceSchema()),
        Fixtures.invoiceWithSchema().withBlankRow("line_items"),
        Fixtures.emptyInvoice(),
        Fixtures.receipt(),
        Fixtures.purchaseOrder());
  }

  @ParameterizedTest
  @MethodSource("withSchema")
  void theSchemaIsTheOneThatTheAnnotationNames(Fixture fixture) {
    ContentPayload payload = fixture.payload(ContentPayload.class);
    Schema schema = schema(fixture);
    assertThat(schema.url()).isPresent().isEqualTo(payload.annotation().schema());
    assertThat(schema.url().orElseThrow().id()).isEqualTo(schema.id());
    assertThat(schema.queues()).containsExactly(payload.annotation().queue().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("withSchema")
  void everyNodeIsInTheSchemaWithTheSameCategory(Fixture fixture) {
    assertThat(nodes(fixture))
        .allSatisfy(
            node ->
                assertThat(schema(fixture).bySchemaId(node.schemaId()).orElseThrow().category())
                    .isEqualTo(node.category()));
  }

  @ParameterizedTest
  @MethodSource("withSchema")
  void theDocumentHasEveryFieldOfTheSchemaOutsideOfRows(Fixture fixture) {
    List<String> present = nodes(fixture).stream().map(Node::schemaId).toList();
    assertThat(schema(fixture).sections())
        .allSatisfy(
            section -> {
              assertThat(present).contains(section.id());
              assertThat(section.children())
                  .allSatisfy(child -> assertThat(present).contains(child.id()));
            });
  }

  @ParameterizedTest
  @MethodSource("withSchema")
  void everyIdIsBeyond32BitsAndThereOnce(Fixture fixture) {
    assertThat(nodes(fixture)).extracting(Node::id).doesNotHaveDuplicates();
    assertThat(nodes(fixture)).allMatch(node -> node.id() > 1L << 32);
    assertThat(nodes(fixture))
        .allSatisfy(node -> assertThat(node.url().orElseThrow().id()).hasValue(node.id()));
  }

  @ParameterizedTest
  @MethodSource("withSchema")
  void rowsHaveTheColumnsOfTheSchemaAndNoMoreThanItAllows(Fixture fixture) {
    for (Node node : nodes(fixture)) {
      if (node instanceof Multivalue table) {
        SchemaMultivalue definition = schema(fixture).multivalue(table.schemaId()).orElseThrow();
        assertThat(table.children()).hasSizeLessThanOrEqualTo(definition.maxOccurrences());
        assertThat(table.rows())
            .allSatisfy(
                row ->
                    assertThat(row.children())
                        .extracting(Node::schemaId)
                        .containsExactlyElementsOf(
                            definition.columns().stream().map(SchemaDatapoint::id).toList()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("withSchema")
  void aNumberOrDateIsShownAsItsFormatSaysAndNothingElseIsNormalized(Fixture fixture) {
    assertThat(fields(fixture))
        .allSatisfy(
            field -> {
              SchemaDatapoint definition = definition(fixture, field);
              FieldText shown = typed(fixture, field);
              assertThat(field.value()).isEqualTo(shown.displayed());
              assertThat(field.normalizedValue().orElse(null)).isEqualTo(shown.normalized());
              boolean isTyped = definition.type().isOneOf(DatapointType.NUMBER, DatapointType.DATE);
              assertThat(field.normalizedValue().isPresent())
                  .isEqualTo(isTyped && !field.value().isEmpty());
            });
  }

  @ParameterizedTest
  @MethodSource("withSchema")
  void aValueMeetsTheConstraints(Fixture fixture) {
    assertThat(fields(fixture).stream().filter(field -> !field.value().isEmpty()))
        .allSatisfy(
            field -> {
              SchemaDatapoint definition = definition(fixture, field);
              int length = field.value().length();
              definition
                  .minLength()
                  .ifPresent(min -> assertThat(length).isGreaterThanOrEqualTo(min));
              definition.maxLength().ifPresent(max -> assertThat(length).isLessThanOrEqualTo(max));
              definition.exactLength().ifPresent(it -> assertThat(length).isEqualTo(it));
              definition.regexp().ifPresent(it -> assertThat(field.value()).matches(it));
            });
  }

  @Test
  void theInvoiceHasWhatItMustHave() {
    Fixture invoice = Fixtures.invoiceWithSchema();
    assertThat(fields(invoice))
        .allSatisfy(
            field ->
                assertThat(field.value().isEmpty() && definition(invoice, field).isRequired())
                    .isFalse());
  }

  @ParameterizedTest
  @MethodSource("withSchema")
  void anEnumHoldsOneOfItsOptions(Fixture fixture) {
    for (Datapoint field : fields(fixture)) {
      SchemaDatapoint definition = definition(fixture, field);
      assertThat(field.options().isPresent() && !definition.type().equals(DatapointType.ENUM))
          .as(field.schemaId())
          .isFalse();
      if (definition.type().equals(DatapointType.ENUM) && !field.value().isEmpty()) {
        assertThat(field.options().orElseGet(definition::options))
            .extracting(Option::value)
            .contains(field.value());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("withSchema")
  void theScoreValidatesWhatTheExtractionIsSureOfAndNothingElse(Fixture fixture) {
    assertThat(fields(fixture))
        .allSatisfy(
            field -> {
              BigDecimal threshold =
                  definition(fixture, field).scoreThreshold().orElse(DEFAULT_SCORE_THRESHOLD);
              Optional<BigDecimal> sure =
                  field.rirConfidence().filter(known -> known.compareTo(threshold) >= 0);
              assertThat(field.validationSources().contains(ValidationSource.SCORE))
                  .isEqualTo(sure.isPresent());
            });
  }

  @Test
  void theSchemaOfTheInvoiceHasWhatItsDocumentationNames() {
    Schema schema = Fixtures.invoiceSchema();
    assertThat(schema.datapoint("amount_due").orElseThrow().isFormula()).isTrue();
    assertThat(schema.datapoint("vendor_iban").orElseThrow().isHidden()).isTrue();
    assertThat(schema.datapoint("currency").orElseThrow().options()).hasSize(3);
    assertThat(schema.datapoint("refresh").orElseThrow().type()).isEqualTo(DatapointType.BUTTON);
    assertThat(schema.multivalue("line_items").orElseThrow().minOccurrences()).isEqualTo(1);
    assertThat(schema.multivalue("line_items").orElseThrow().maxOccurrences()).isEqualTo(500);
    assertThat(schema.multivalue("delivery_notes").orElseThrow().isTable()).isFalse();
    assertThat(schema.schemaIds()).allMatch(id -> id.length() <= 50);
  }

  @Test
  void theExtractedInvoiceHasNoVendorYet() {
    Datapoint vendor =
        fields(Fixtures.extractedInvoice()).stream()
            .filter(field -> field.schemaId().equals("vendor"))
            .findFirst()
            .orElseThrow();
    assertThat(vendor.value()).isEmpty();
    assertThat(vendor.options()).isEmpty();
    assertThat(vendor.validationSources()).isEmpty();
  }

  @Test
  void theReceiptIsShownInAnotherWay() {
    assertThat(fields(Fixtures.receipt()))
        .extracting(Datapoint::value)
        .contains("1 234,50", "7. 11. 2025", "34,50");
  }

  private static FieldText typed(Fixture fixture, Datapoint field) {
    try {
      return Document.empty("The document", schema(fixture))
          .schema()
          .field(field.schemaId())
          .read(field.text());
    } catch (Refused e) {
      throw e.asMistake();
    }
  }

  private static Schema schema(Fixture fixture) {
    return fixture.payload(ContentPayload.class).schema().orElseThrow();
  }

  private static SchemaDatapoint definition(Fixture fixture, Datapoint field) {
    return schema(fixture).datapoint(field.schemaId()).orElseThrow();
  }

  private static List<Datapoint> fields(Fixture fixture) {
    return nodes(fixture).stream()
        .filter(Datapoint.class::isInstance)
        .map(Datapoint.class::cast)
        .filter(field -> !field.isButton())
        .toList();
  }

  private static List<Node> nodes(Fixture fixture) {
    List<Node> all = new ArrayList<>();
    collect(fixture.payload(ContentPayload.class).content().roots(), all);
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
