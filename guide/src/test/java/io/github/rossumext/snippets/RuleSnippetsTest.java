package io.github.rossumext.snippets;

import static io.github.rossumext.FailurePolicy.FAIL_OPEN;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookContext;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.Operation;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.rules.DateField;
import io.github.rossumext.rules.Field;
import io.github.rossumext.rules.NumberField;
import io.github.rossumext.rules.Row;
import io.github.rossumext.rules.Table;
import io.github.rossumext.rules.ValueList;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.rule.RuleScenario;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.value.Key;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The examples in the Javadoc of the package {@code rules}. */
class RuleSnippetsTest {
  private static final Fixture INVOICE = Fixtures.invoice();

  // @start region="rule"
  /** Fills an empty due date: thirty days after the issue date. */
  static final class DueDateRule implements ContentRule {
    @Override
    public void apply(ContentEditor content) {
      DateField issued = content.date("date_issue");
      DateField due = content.date("date_due");
      if (issued.isSet() && due.isEmpty()) {
        due.set(issued.value().plusDays(30)).validatedBy(CONNECTOR);
      }
    }
  }

  // @end

  @Test
  void aRuleFillsAnEmptyField() {
    RuleScenario.given(INVOICE)
        .when(new DueDateRule())
        .then()
        .field("date_due")
        .hasDate(LocalDate.of(2025, 12, 3))
        .isValidatedBy(CONNECTOR);
  }

  // @start region="key"
  /** The settings {@code {"VIM_URL": …, "dry_run": …}}. */
  record VimSettings(@Key("VIM_URL") URI url, boolean dryRun) {}

  // @end

  @Test
  void aComponentHasItsKey() {
    assertThat(
            RawJson.of("{\"VIM_URL\": \"https://erp.example.com\", \"dry_run\": true}")
                .as(VimSettings.class))
        .isEqualTo(new VimSettings(URI.create("https://erp.example.com"), true));
  }

  // @start region="fetched"
  static byte[] complete(byte[] fetched, HookContext context) {
    ContentEditor content = ContentEditor.of(DatapointTree.of(RawJson.of(fetched)), context);
    new DueDateRule().apply(content);
    return Operation.toJson(content.operations()); // for POST …/content/operations
  }

  // @end

  @Test
  void aRuleIsAppliedToContentThatWasFetched() {
    byte[] fetched =
        INVOICE.payload(ContentPayload.class).annotation().raw().text().getBytes(UTF_8);

    assertThat(new String(complete(fetched, HookContext.of(INVOICE.payload())), UTF_8))
        .startsWith("{\"operations\":[{\"op\":\"replace\"")
        .contains("2025-12-03");
  }

  // @start region="rules"
  static ContentRules rules() {
    return ContentRules.of(new DueDateRule(), RuleSnippetsTest::checkLines)
        .and(RuleSnippetsTest::lookUpVendor, FAIL_OPEN); // if it fails, the others still count
  }

  // @end

  @Test
  void aRuleThatFailsOpenDoesNotStopTheOthers() {
    RuleScenario.given(INVOICE)
        .when(rules())
        .then()
        .field("date_due")
        .hasDate(LocalDate.of(2025, 12, 3))
        .and()
        .field("vendor")
        .hasNoMessages();
  }

  private static void lookUpVendor(ContentEditor content) {
    content.field("vendor").error("Not found.");
    throw new IllegalStateException("The ERP does not respond.");
  }

  // @start region="editor"
  static void checkTotal(ContentEditor content) {
    if (!content.concerns("amount_total", "amount_total_base", "amount_total_tax")) {
      return; // the user changed something else
    }
    NumberField total = content.number("amount_total");
    BigDecimal sum =
        content
            .number("amount_total_base")
            .orZero()
            .add(content.number("amount_total_tax").orZero());
    if (total.isEmpty()) {
      total.set(sum);
    } else if (!total.isCloseTo(sum, Tolerance.absolute("0.01"))) {
      total.error("Base and tax add up to " + sum.toPlainString() + ".");
    }
  }

  // @end

  @Test
  void theEditorReadsAndWritesFields() {
    RuleScenario.given(INVOICE.withField("amount_total", ""))
        .when(RuleSnippetsTest::checkTotal)
        .then()
        .field("amount_total")
        .hasNumber("1748");
    RuleScenario.given(INVOICE.withField("amount_total", "1750"))
        .when(RuleSnippetsTest::checkTotal)
        .then()
        .field("amount_total")
        .hasError("Base and tax add up to 1748.00.");
    RuleScenario.given(INVOICE.withField("amount_total", "1750").withEdited("notes"))
        .when(RuleSnippetsTest::checkTotal)
        .then()
        .field("amount_total")
        .hasNoMessages();
  }

  // @start region="field"
  static void chooseVendor(ContentEditor content) {
    Option found = Option.of("2207", "Nordlicht Papier GmbH"); // from your ERP
    Field vendor = content.field("vendor");
    vendor.options(found).choose(found).validatedBy(CONNECTOR);

    Field name = content.field("vendor_name");
    if (!name.text().equals(found.label())) {
      name.warning("The vendor is called " + found.label() + ".");
    }
    content.field("vendor_iban").hidden(vendor.text().equals("2207"));
  }

  // @end

  @Test
  void aFieldTakesOptionsValuesAndMessages() {
    RuleScenario.given(INVOICE.withField("vendor_name", "Nordlicht"))
        .when(RuleSnippetsTest::chooseVendor)
        .then()
        .field("vendor")
        .hasText("2207")
        .hasOptions("2207")
        .isValidatedBy(CONNECTOR)
        .and()
        .field("vendor_name")
        .hasWarning("The vendor is called Nordlicht Papier GmbH.")
        .and()
        .field("vendor_iban")
        .isHidden();
  }

  // @start region="table"
  static void completeLines(ContentEditor content) {
    Table lines = content.table("line_items");
    lines.removeIf(Row::isBlank);
    lines
        .numbers("item_total_base")
        .set(
            lines
                .numbers("item_quantity")
                .times(lines.numbers("item_amount_base"))
                .rounded(2, RoundingMode.HALF_UP));
    lines.append().set("item_description", "Freight").set("item_total_base", 25);
  }

  // @end

  @Test
  void aTableIsComputedAndExtended() {
    RuleScenario.given(INVOICE.withBlankRow("line_items"))
        .when(RuleSnippetsTest::completeLines)
        .then()
        .hasRows("line_items", 5)
        .row("line_items", 0)
        .hasText("item_total_base", "756.00")
        .and()
        .row("line_items", 4)
        .hasText("item_description", "Freight")
        .hasText("item_total_base", "25");
  }

  // @start region="row"
  static void checkLines(ContentEditor content) {
    for (Row line : content.table("line_items")) {
      if (line.clicked("item_refresh")) {
        line.set("item_uom", "box"); // from your ERP
      }
      NumberField quantity = line.number("item_quantity");
      if (quantity.isSet() && quantity.value().signum() < 0) {
        quantity.warning("Is this a return?");
      }
    }
  }

  // @end

  @Test
  void aRowIsReadCellByCell() {
    RuleScenario.given(
            INVOICE
                .withField("line_items[0].item_uom", "piece")
                .withField("line_items[1].item_quantity", "-1")
                .withClicked("line_items[0].item_refresh"))
        .when(RuleSnippetsTest::checkLines)
        .then()
        .row("line_items", 0)
        .hasText("item_uom", "box")
        .and()
        .field("line_items[1].item_quantity")
        .hasWarning("Is this a return?");
  }

  // @start region="list"
  static void cleanDeliveryNotes(ContentEditor content) {
    ValueList notes = content.list("delivery_notes");
    notes.removeIf(note -> note.text().isBlank());
    String onTheInvoice = "LS-88122"; // found in a text, say
    if (!notes.texts().contains(onTheInvoice)) {
      notes.append(onTheInvoice);
    }
  }

  // @end

  @Test
  void aListLosesAndGetsValues() {
    RossumSimulator rossum =
        RuleScenario.given(INVOICE.withValue("delivery_notes", " "))
            .when(RuleSnippetsTest::cleanDeliveryNotes)
            .simulator();

    assertThat(rossum.values("delivery_notes"))
        .map(SimulatedField::text)
        .containsExactly("LS-88120", "LS-88121", "LS-88122");
  }
}
