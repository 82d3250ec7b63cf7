package io.github.rossumext.guide;

import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static io.github.rossumext.value.ValidationSource.DATA_MATCHING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookContext;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.Operation;
import io.github.rossumext.rules.BooleanField;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.DateField;
import io.github.rossumext.rules.Field;
import io.github.rossumext.rules.NumberField;
import io.github.rossumext.rules.SharedKey;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.RawJson;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The code of docs/fields.md. */
class FieldsGuideTest {
  private static final Fixture INVOICE = Fixtures.invoice();

  // docs: read-a-field
  static void largeInvoice(ContentEditor content) {
    NumberField total = content.number("amount_total");
    Field currency = content.field("currency");
    if (total.isSet() && total.value().compareTo(new BigDecimal("1000")) > 0) {
      total.info("Over 1000 " + currency.text().toUpperCase(Locale.ROOT) + ": two signatures.");
    }
  }

  // end

  @Test
  void aFieldIsReadByItsType() {
    assertThat(Responses.of(INVOICE, FieldsGuideTest::largeInvoice))
        .isEqualTo(Guide.json("read-a-field"));
  }

  // docs: boolean-field
  static void payment(ContentEditor content) {
    BooleanField paid = content.bool("is_paid");
    if (paid.orElse(false)) {
      content.field("notes").set("Paid already.");
    } else {
      paid.set(false); // writes False
    }
  }

  // end

  @Test
  void aBooleanIsReadAndWritten() {
    Fixture paid =
        DocumentBuilder.create()
            .section("payment", s -> s.field("is_paid", "True").field("notes", ""))
            .build();

    assertThat(Responses.of(paid, FieldsGuideTest::payment))
        .contains("\"content\":{\"value\":\"Paid already.\"}");
    assertThat(Responses.of(paid.withField("is_paid", ""), FieldsGuideTest::payment))
        .contains("\"content\":{\"value\":\"False\"}");
  }

  // docs: optional-field
  static void remark(ContentEditor content) {
    if (!content.has("order_id", "notes")) {
      return; // this queue does not have them
    }
    content.field("notes").defaultTo("Order " + content.field("order_id").text());
    content.find("project_code").ifPresent(code -> code.info("Check the project."));
    content.findNumber("discount").ifPresent(discount -> discount.defaultTo(BigDecimal.ZERO));
  }

  // end

  @Test
  void aFieldThatTheQueueDoesNotHaveIsSkipped() {
    assertThat(Responses.of(INVOICE, FieldsGuideTest::remark))
        .isEqualTo(Guide.json("optional-field"));
  }

  // docs: fields-of-an-id
  static void itemCodes(ContentEditor content) {
    for (Field code : content.fields("item_code")) {
      if (code.isEmpty()) {
        code.warning("The item code is missing.");
      }
    }
  }

  // end

  @Test
  void everyFieldOfASchemaIdIsFound() {
    assertThat(Responses.of(INVOICE, FieldsGuideTest::itemCodes))
        .isEqualTo(Guide.json("fields-of-an-id"));
  }

  // docs: write-a-field
  static void complete(ContentEditor content) {
    DateField issued = content.date("date_issue");
    DateField due = content.date("date_due");
    if (issued.isSet() && due.isEmpty()) {
      due.set(issued.value().plusDays(30)).validatedBy(CONNECTOR);
    }
    content.number("amount_total").set(new BigDecimal("1748.5"));
    content.field("invoice_id").set("NL-2025/0917"); // holds it already: nothing is sent
    content.field("notes").copyFrom(content.field("amount_total_tax"));
    content.field("order_id").clear();
  }

  // end

  @Test
  void whatChangedIsSentInTheOrderOfFirstWrites() {
    assertThat(Responses.of(INVOICE, FieldsGuideTest::complete))
        .isEqualTo(Guide.json("write-a-field"));
  }

  // docs: work-out-again
  static void paymentTerms(ContentEditor content) {
    if (!content.concerns("date_issue", "terms")) {
      return; // neither was changed: the due date that the user entered stays
    }
    DateField issued = content.date("date_issue");
    long days = content.number("terms").orElse(BigDecimal.TEN).longValue();
    if (issued.isSet()) {
      content.date("date_due").set(issued.value().plusDays(days));
    }
  }

  // end

  @Test
  void aRuleRunsAgainOnlyIfThereIsAReason() {
    Fixture edited = INVOICE.withField("terms", "14").withEdited("terms");

    assertThat(Responses.of(edited, FieldsGuideTest::paymentTerms))
        .isEqualTo(Guide.json("work-out-again"));
    assertThat(Responses.of(INVOICE, FieldsGuideTest::paymentTerms)).contains("2025-12-03");
    assertThat(Responses.of(INVOICE.withEdited("notes"), FieldsGuideTest::paymentTerms))
        .isEqualTo("{}");
  }

  // docs: fetched-content
  static byte[] workOutAgain(byte[] content, byte[] schema, HookContext context) {
    ContentEditor editor =
        ContentEditor.of(
            DatapointTree.of(RawJson.of(content)), Schema.of(RawJson.of(schema)), context);
    paymentTerms(editor);
    return Operation.toJson(editor.operations());
  }

  // end

  @Test
  void aRuleWorksOnContentThatWasFetched() {
    byte[] content =
        INVOICE.payload(ContentPayload.class).annotation().raw().text().getBytes(UTF_8);
    byte[] schema = "{\"content\":[]}".getBytes(UTF_8);
    HookContext context =
        HookContext.of(
            HookPayload.of("{\"event\":\"invocation\",\"action\":\"scheduled\"}".getBytes(UTF_8)));

    assertThat(new String(workOutAgain(content, schema, context), UTF_8))
        .isEqualTo(Guide.json("fetched-content"));
  }

  // docs: hide-and-show
  static void askForTheIban(ContentEditor content) {
    boolean isAbroad = !content.field("vendor_vat_id").text().startsWith("CZ");
    if (isAbroad) {
      content.field("vendor_iban").show();
    } else {
      content.field("vendor_iban").hide();
    }
    content.field("notes").hidden(isAbroad);
  }

  // end

  @Test
  void aFieldIsHiddenOrShown() {
    assertThat(Responses.of(INVOICE, FieldsGuideTest::askForTheIban))
        .isEqualTo(Guide.json("hide-and-show"));
  }

  // docs: share-data
  record Vendor(String vatId, boolean isBlocked) {}

  private static final SharedKey<Vendor> VENDOR = SharedKey.of("vendor");

  private Vendor vendor(ContentEditor content) {
    return content.shared(VENDOR, () -> load(content.field("vendor").text()));
  }

  void checkVatId(ContentEditor content) {
    if (!vendor(content).vatId().equals(content.field("vendor_vat_id").text())) {
      content.field("vendor_vat_id").error("The vendor has another VAT id.");
    }
  }

  void checkBlocked(ContentEditor content) {
    if (vendor(content).isBlocked()) {
      content.field("vendor").error("The vendor is blocked.");
    }
  }

  // end

  private int loads;

  private Vendor load(String id) {
    loads++;
    return new Vendor("DE811907980", id.equals("2207"));
  }

  @Test
  void rulesOfOneRequestShareData() {
    assertThat(Responses.of(INVOICE, this::checkVatId, this::checkBlocked))
        .contains("The vendor is blocked.")
        .doesNotContain("another VAT id");
    assertThat(loads).isEqualTo(1);
  }

  // docs: validate-a-field
  private static final Set<String> OPEN_ORDERS = Set.of("450017", "450021"); // your ERP

  static void knownOrder(ContentEditor content) {
    Field orderId = content.field("order_id");
    if (OPEN_ORDERS.contains(orderId.text())) {
      orderId.alsoValidatedBy(DATA_MATCHING);
    } else {
      orderId.automationBlocker("The order is not open.");
    }
  }

  // end

  @Test
  void aFieldIsMarkedAsValidatedOrBlocksAutomation() {
    assertThat(Responses.of(INVOICE, FieldsGuideTest::knownOrder))
        .isEqualTo(Guide.json("validate-a-field"));
    assertThat(
            Responses.of(
                Responses.changed(INVOICE, "\"value\": \"450017\"", "\"value\": \"450018\""),
                FieldsGuideTest::knownOrder))
        .isEqualTo(Guide.json("block-automation"));
  }
}
