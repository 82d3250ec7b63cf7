package io.github.rossumext.testkit;

import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.content.Container;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.ManualPayload;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.payload.StatusPayload;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ValidationSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixtureChangesTest {
  private final Fixture invoice = Fixtures.invoice();
  private final Fixture withSchema = Fixtures.invoiceWithSchema();

  @Nested
  class OfAnotherOrigin {
    @Test
    void aFileIsNamedAsItIs(@TempDir Path directory) throws Exception {
      Path file = Files.write(directory.resolve("000001-request.json"), invoice.body());
      assertThat(Fixture.of(file).name()).isEqualTo("000001-request");
      assertThat(Fixture.of(file).body()).isEqualTo(invoice.body());
    }

    @Test
    void bytesThatAreNotARequestAreRefused() {
      assertThatThrownBy(() -> Fixture.of(new byte[] {'{', '}'}))
          .isInstanceOf(PayloadException.class);
    }

    @Test
    void aRequestThatWasRecordedIsEditedAsAnyOther() {
      Fixture changed =
          Fixture.of(invoice.body()).withField("order_id", "12").withEdited("order_id");
      assertThat(field(changed, "order_id").value()).isEqualTo("12");
    }
  }

  @Nested
  class WithField {
    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "amount_total; 999.50; 999.50; 999.50",
          "amount_total; 12345.5; 12,345.5; 12345.5",
          "amount_total; 12,345.5; 12,345.5; 12345.5",
          "amount_total; -1234567; -1,234,567; -1234567",
          "amount_total; about ten; about ten;",
          "date_issue; 2026-03-01; 03/01/2026; 2026-03-01",
          "date_issue; 3/1/2026; 03/01/2026; 2026-03-01",
          "date_issue; yesterday; yesterday;",
          "order_id; 12; 12;",
        })
    void theSchemaTellsHowATextIsShownAndRead(
        String schemaId, String text, String value, String normalized) {
      Datapoint field = field(withSchema.withField(schemaId, text), schemaId);
      assertThat(field.value()).isEqualTo(value);
      assertThat(field.normalizedValue().orElse(null)).isEqualTo(normalized);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "amount_total; 999.50; 999.50",
          "amount_total; 12,345.5; 12345.5",
          "amount_total; 12.345,5; 12345.5",
          "amount_total; 12 345,5; 12345.5",
          "amount_total; 1,345; 1345",
          "amount_total; 1,34; 1.34",
          "amount_total; 1'345.10; 1345.10",
          "amount_total; ten;",
          "date_issue; 2026-03-01; 2026-03-01",
          "date_issue; 3/1/2026;",
          "order_id; 12;",
          "date_due; 2026-03-01;",
        })
    void withoutASchemaTheFieldItselfTellsHowATextIsRead(
        String schemaId, String text, String normalized) {
      Datapoint field = field(invoice.withField(schemaId, text), schemaId);
      assertThat(field.value()).isEqualTo(text);
      assertThat(field.normalizedValue().orElse(null)).isEqualTo(normalized);
    }

    @Test
    void anEmptyTextEmptiesIt() {
      Datapoint field = field(invoice.withField("amount_total", ""), "amount_total");
      assertThat(field.value()).isEmpty();
      assertThat(field.normalizedValue()).isEmpty();
      assertThat(field.position()).isEmpty();
      assertThat(field.validationSources()).isEmpty();
    }

    @Test
    void numbersAndDatesAreMachineTexts() {
      Fixture changed =
          withSchema
              .withField("amount_total", new BigDecimal("1234.50"))
              .withField("date_due", LocalDate.of(2026, 3, 1));
      assertThat(field(changed, "amount_total").value()).isEqualTo("1,234.50");
      assertThat(field(changed, "amount_total").text()).isEqualTo("1234.50");
      assertThat(field(changed, "date_due").value()).isEqualTo("03/01/2026");
      assertThat(field(changed, "date_due").text()).isEqualTo("2026-03-01");
      Fixture bare = invoice.withField("date_due", LocalDate.of(2026, 3, 1));
      assertThat(field(bare, "date_due").value()).isEqualTo("2026-03-01");
    }

    @Test
    void bothTextsMayBeGiven() {
      Datapoint field = field(invoice.withField("amount_total", "1 T", "1000"), "amount_total");
      assertThat(field.value()).isEqualTo("1 T");
      assertThat(field.text()).isEqualTo("1000");
    }

    @Test
    void aCellIsNamedByTheIndexOfItsRow() {
      Fixture changed = withSchema.withField("line_items[1].item_quantity", "7");
      assertThat(quantities(changed)).containsExactly("40", "7", "12", "1");
      assertThat(quantities(withSchema)).containsExactly("40", "6", "12", "1");
    }

    @Test
    void aValueIsNamedByItsIndex() {
      Fixture changed = invoice.withField("delivery_notes[1]", "LS-9");
      assertThat(texts(changed, "delivery_note")).containsExactly("LS-88120", "LS-9");
    }

    @Test
    void aDateForANumberIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> withSchema.withField("amount_total", LocalDate.of(2026, 3, 1)))
          .withMessage("'amount_total' is of type number in the schema, not date.");
    }

    @Test
    void aValueOutsideOfTheOptionsIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> invoice.withField("vendor", "2208"))
          .withMessage(
              "'vendor' has no option '2208'. Did you mean 2207, 3108? Give it new options"
                  + " first.");
      assertThat(field(invoice.withField("document_type", "INVOICE"), "document_type").value())
          .isEqualTo("INVOICE");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        quoteCharacter = '"',
        value = {
          "vendor_nme; has no 'vendor_nme'. Did you mean vendor_name, vendor, vendor_iban?",
          "line_itms[0].item_code; has no 'line_itms'. Did you mean line_items, line_item",
          "line_items[4].item_code; 'line_items' has 4 rows, counted from 0: there is no [4].",
          "line_items[0].item_cod; The table 'line_items' has no column 'item_cod'. Did you mean"
              + " item_code",
          "delivery_notes[2]; 'delivery_notes' has 2 values, counted from 0: there is no [2].",
          "delivery_note; 'delivery_note' is in 'delivery_notes': say in which row or place, such"
              + " as delivery_notes[0].",
          "line_item; 'line_item' is in 'line_items': say in which row or place, such as"
              + " line_items[0].",
          "line_items; 'line_items' is a table, not a field.",
          "item_code; 'item_code' is in 'line_items': say in which row or place, such as"
              + " line_items[0].item_code.",
          "line_items[0]; 'line_items[0]' is a row, not a field.",
          "line_items[-1].item_code; 'line_items' has 4 rows, counted from 0: there is no [-1].",
          "order_id[0]; 'order_id' has no rows or values.",
          "refresh; 'refresh' is a button, which holds nothing.",
        })
    void aPathThatLeadsNowhereIsRefusedWithWhatThereIs(String path, String message) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> invoice.withField(path, "x"))
          .withMessageContaining(message);
    }
  }

  @Nested
  class Rows {
    @Test
    void aNewRowHasTheColumnsOfTheOthersAndAnIdOfItsOwn() {
      Fixture changed =
          invoice.withRow(
              "line_items", r -> r.field("item_code", "X-1").number("item_quantity", "3"));
      List<Container> rows = rows(changed);
      assertThat(rows).hasSize(5);
      assertThat(rows.get(4).children())
          .extracting(Node::schemaId)
          .containsExactlyElementsOf(rows.get(0).children().stream().map(Node::schemaId).toList());
      assertThat(rows.get(4).schemaId()).isEqualTo("line_item");
      assertThat(quantities(changed)).endsWith("3");
      assertThat(ids(changed)).doesNotHaveDuplicates().startsWith(ids(invoice).get(0));
      assertThat(changed.id("line_items[4]")).isGreaterThan(invoice.id("delivery_notes[1]"));
      assertThat(rows.get(4).url().orElseThrow().uri())
          .endsWith("4310220117/content/" + changed.id("line_items[4]"));
    }

    @Test
    void aBlankRowHasNoValues() {
      Container row = rows(invoice.withBlankRow("line_items")).get(4);
      assertThat(row.children())
          .allSatisfy(
              cell -> {
                assertThat(((Datapoint) cell).value()).isEmpty();
                assertThat(((Datapoint) cell).isButton())
                    .isEqualTo(cell.schemaId().equals("item_refresh"));
              });
    }

    @Test
    void aColumnThatTheTableDoesNotHaveIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> invoice.withRow("line_items", r -> r.field("item_rat", "7")))
          .withMessageStartingWith("The table 'line_items' has no column 'item_rat'.");
    }

    @Test
    void aRowIsRemovedFromTheTableAndItsGrid() {
      Fixture changed = invoice.without("line_items[1]");
      assertThat(quantities(changed)).containsExactly("40", "12", "1");
      assertThat(changed.json()).doesNotContain(Long.toString(invoice.id("line_items[1]")));
    }

    @Test
    void allRowsAreRemoved() {
      assertThat(rows(invoice.withoutRows("line_items"))).isEmpty();
      assertThat(texts(invoice.withoutRows("delivery_notes"), "delivery_note")).isEmpty();
      assertThat(quantities(withSchema.withoutRows("line_items").withBlankRow("line_items")))
          .containsExactly("");
    }

    @Test
    void aSimpleMultivalueGetsAValue() {
      assertThat(texts(invoice.withValue("delivery_notes", "LS-3"), "delivery_note"))
          .containsExactly("LS-88120", "LS-88121", "LS-3");
    }

    @Test
    void aFieldAColumnOrATableThatAQueueDoesNotHaveIsLeftOut() {
      ContentPayload payload =
          invoice
              .without("vendor_iban")
              .without("item_gl_code")
              .without("tax_details")
              .payload(ContentPayload.class);
      assertThat(payload.content().schemaIds())
          .doesNotContain("vendor_iban", "item_gl_code", "tax_details", "tax_detail_rate")
          .contains("vendor_name", "item_code");
    }
  }

  @Nested
  class Attributes {
    @Test
    void ofAFieldAndOfACell() {
      Fixture changed =
          invoice
              .withHidden("order_id", true)
              .withHidden("line_items[0].item_gl_code", false)
              .withOptions("line_items[0].item_uom", Option.of("box", "Box"))
              .withValidationSources("notes", ValidationSource.HUMAN);
      assertThat(field(changed, "order_id").hidden()).hasValue(true);
      assertThat(field(changed, "item_gl_code").hidden()).hasValue(false);
      assertThat(field(changed, "item_uom").options().orElseThrow())
          .containsExactly(Option.of("box", "Box"));
      assertThat(field(changed, "notes").validationSources())
          .containsExactly(ValidationSource.HUMAN);
    }

    @Test
    void theOptionsOfTheSchemaAreNoneInTheDocument() {
      assertThat(field(invoice.withSchemaOptions("vendor"), "vendor").options()).isEmpty();
    }
  }

  @Nested
  class Cells {
    @Test
    void areEditedByTheirPath() {
      ContentPayload payload =
          invoice.withEdited("line_items[0].item_quantity").payload(ContentPayload.class);
      assertThat(payload.updatedDatapoints()).containsExactly(5912004135L);
    }

    @Test
    void areClickedByTheirPath() {
      ContentPayload payload =
          invoice.withClicked("line_items[1].item_refresh").payload(ContentPayload.class);
      assertThat(payload.updatedDatapoints()).containsExactly(5912004151L);
    }
  }

  @Test
  void updatedDatapointsOfAPredecessorComeAtAnyAction() {
    ContentPayload payload =
        invoice
            .with(INITIALIZE)
            .withUpdatedDatapoints("line_items", "line_items[3]")
            .payload(ContentPayload.class);
    assertThat(payload.action()).isEqualTo(INITIALIZE);
    assertThat(payload.updatedDatapoints())
        .containsExactly(invoice.id("line_items"), invoice.id("line_items[3]"));
  }

  @Nested
  class TheHook {
    record Settings(String companyCode, int daysOfGrace) {}

    @Test
    void hasSettingsOfTextOrRecordOrMap() {
      Settings settings = new Settings("CZ01", 3);
      assertThat(invoice.withSettings(settings).payload().settings().text())
          .isEqualTo("{\"company_code\":\"CZ01\",\"days_of_grace\":3}");
      assertThat(
              invoice
                  .withSettings("{\"company_code\": \"CZ01\", \"days_of_grace\": 3}")
                  .payload()
                  .settings()
                  .as(Settings.class))
          .isEqualTo(settings);
      assertThat(invoice.withSettings(Map.of()).payload().settings().keys()).isEmpty();
    }

    @Test
    void refusesSettingsThatAreNoObject() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> invoice.withSettings("[]"))
          .withMessage("The settings must be a JSON object.");
      assertThatIllegalArgumentException().isThrownBy(() -> invoice.withSettings("{"));
    }

    @Test
    void hasSecrets() {
      Fixture changed = invoice.withSecret("api_key", "k-1");
      assertThat(changed.payload().secret("api_key").orElseThrow().reveal()).isEqualTo("k-1");
      assertThat(changed.payload().secretNames()).contains("erp_user");
      assertThat(invoice.withSecrets(Map.of("only", "x")).payload().secretNames())
          .containsExactly("only");
    }
  }

  @Nested
  class WithoutSecrets {
    @Test
    void tokenAndSecretsAreGoneAndTheRestStays() {
      String password = invoice.payload().secret("erp_password").orElseThrow().reveal();

      Fixture cleaned = invoice.withField("notes", "it is " + password).withoutSecrets();

      assertThat(cleaned.json())
          .doesNotContain(password, "svc-invoices", "fixture-token")
          .contains("\"rossum_authorization_token\":\"removed\"");
      assertThat(cleaned.payload().secretNames()).isEqualTo(invoice.payload().secretNames());
      assertThat(cleaned.name()).isEqualTo(invoice.name());
      assertThat(RossumSimulator.of(content -> {}).open(cleaned).field("notes").text())
          .isEqualTo("it is removed");
      assertThat(cleaned.withoutSecrets().json()).isEqualTo(cleaned.json());
    }

    @Test
    void aRequestOfAnyEventIsCleaned() {
      assertThat(
              Fixtures.invocationManual()
                  .withoutSecrets()
                  .payload(ManualPayload.class)
                  .arguments()
                  .keys())
          .isNotEmpty();
      assertThat(Fixtures.invocationManual().withoutSecrets().json())
          .doesNotContain("fixture-password-Zx81");
    }
  }

  @Nested
  class Keys {
    @Test
    void aPayloadOf2020HasNoDocument() {
      ContentPayload payload =
          invoice
              .withoutKey("document")
              .withoutKey("base_url")
              .withoutKey("annotation.metadata")
              .payload(ContentPayload.class);
      assertThat(payload.document()).isEmpty();
      assertThat(payload.keys()).doesNotContain("document", "base_url");
      assertThat(payload.annotation().keys()).doesNotContain("metadata").contains("status");
    }

    @Test
    void aKeyThatIsNotThereCannotBeRemoved() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> invoice.withoutKey("documents"))
          .withMessageContaining("has no key 'documents'. Did you mean document");
    }

    @Test
    void anyKeyIsSet() {
      Fixture changed =
          invoice
              .withKey("annotation.metadata.source", "sftp")
              .withKey("request_id", RawJson.of("null"));
      assertThat(changed.payload().requestId()).isEmpty();
      assertThat(changed.payload(ContentPayload.class).annotation().metadata().orElseThrow().text())
          .isEqualTo("{\"erp\":{\"company_code\":\"DE01\"},\"source\":\"sftp\"}");
    }

    @Test
    void sideloadsComeAlong() {
      ContentPayload payload =
          invoice
              .withSideload("queues", Map.of("id", 19055, "name", "Invoices"))
              .payload(ContentPayload.class);
      assertThat(payload.sideload("queues")).hasSize(1);
    }

    @Test
    void theSchemaIsTheAnnotations() {
      ContentPayload payload =
          invoice.withSchema(Fixtures.invoiceSchema()).payload(ContentPayload.class);
      assertThat(payload.schema().orElseThrow().url()).isEqualTo(payload.annotation().schema());
      assertThat(payload.schema().orElseThrow().id()).hasValue(33810);
    }
  }

  @Test
  void aStatusMakesTheOneBeforeThePrevious() {
    StatusPayload payload =
        Fixtures.statusChanged()
            .withStatus(AnnotationStatus.REVIEWING)
            .withStatus(AnnotationStatus.CONFIRMED)
            .payload(StatusPayload.class);
    assertThat(payload.annotation().status()).hasValue(AnnotationStatus.CONFIRMED);
    assertThat(payload.annotation().previousStatus()).hasValue(AnnotationStatus.REVIEWING);
  }

  @Test
  void argumentsReplaceThoseOfTheClient() {
    ManualPayload payload =
        Fixtures.invocationManual()
            .withArguments(Map.of("vendor", "3108"))
            .payload(ManualPayload.class);
    assertThat(payload.arguments().text()).isEqualTo("{\"vendor\":\"3108\"}");
    assertThat(payload.settings().keys()).isNotEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fixtures.invocationManual().withArguments(Map.of("hook", "x")))
        .withMessage("'hook' is a key of Rossum's own.");
  }

  private static Datapoint field(Fixture fixture, String schemaId) {
    return (Datapoint) fixture.payload(ContentPayload.class).content().bySchemaId(schemaId).get(0);
  }

  private static List<String> quantities(Fixture fixture) {
    return texts(fixture, "item_quantity");
  }

  private static List<String> texts(Fixture fixture, String schemaId) {
    return fixture.payload(ContentPayload.class).content().bySchemaId(schemaId).stream()
        .map(node -> ((Datapoint) node).text())
        .toList();
  }

  private static List<Container> rows(Fixture fixture) {
    Multivalue table =
        (Multivalue)
            fixture.payload(ContentPayload.class).content().bySchemaId("line_items").get(0);
    return List.copyOf(table.rows());
  }

  private static List<Long> ids(Fixture fixture) {
    List<Long> ids = new ArrayList<>();
    collect(fixture.payload(ContentPayload.class).content().roots(), ids);
    return ids;
  }

  private static void collect(List<Node> nodes, List<Long> ids) {
    for (Node node : nodes) {
      ids.add(node.id());
      if (node instanceof Container container) {
        collect(container.children(), ids);
      }
    }
  }

  @Nested
  class OfTheRequest {
    @Test
    void aKeyTakesNull() {
      Fixture changed = invoice.withKey("document", null).withKey("annotation.email", null);
      assertThat(Json.read(changed.json()).path("document").isNull()).isTrue();
      assertThat(Json.read(changed.json()).at("/annotation/email").isNull()).isTrue();
    }

    @Test
    void tokenAndBaseUrlAreThoseOfAStub() {
      ContentPayload payload =
          invoice
              .withToken("made-up-token")
              .withBaseUrl(URI.create("http://127.0.0.1:8080"))
              .payload(ContentPayload.class);
      assertThat(payload.token().orElseThrow().reveal()).isEqualTo("made-up-token");
      assertThat(payload.baseUrl()).hasToString("Optional[http://127.0.0.1:8080]");
    }
  }

  @Nested
  class WithASchema {
    private static final String SCHEMA =
        "[{\"category\": \"section\", \"id\": \"s\", \"children\":"
            + " [{\"category\": \"datapoint\", \"id\": \"a\", \"type\": \"number\"}]}]";

    @Test
    void ofAFileIsReadEverywhere(@TempDir Path directory) throws IOException {
      Path file = Files.writeString(directory.resolve("schema.json"), "\ufeff" + SCHEMA);
      assertThat(
              invoice
                  .withSchema(file)
                  .payload(ContentPayload.class)
                  .schema()
                  .orElseThrow()
                  .schemaIds())
          .containsExactly("s", "a");
      Fixture document = DocumentBuilder.of(file).set("a", "1").build();
      assertThat(document.id("a")).isPositive();
      RossumSimulator rossum = RossumSimulator.of(content -> {}).schema(file).open(document);
      assertThat(rossum.field("a").type()).isEqualTo(DatapointType.NUMBER);
    }

    @Test
    void thatIsTheNameOfAFileSaysWhatToGive() {
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              () -> invoice.withSchema("my/schema.json"),
              () -> DocumentBuilder.of("my/schema.json"))) {
        assertThatThrownBy(call)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                "Expected the JSON of a schema, an object or a list of sections, but found"
                    + " 'my/schema.json'. If the schema is in a file, give its Path.");
      }
      assertThatThrownBy(() -> invoice.withSchema("no\nJSON"))
          .hasMessageContaining("but found another text.");
    }
  }

  @Test
  void aBrokenFileIsNamed(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("mine.json"), "{\"event\":");
    assertThatThrownBy(() -> Fixture.of(file))
        .isInstanceOf(PayloadException.class)
        .hasMessageStartingWith(file + ": ");
  }
}
