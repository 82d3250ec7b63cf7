package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.BUTTON;
import static io.github.rossumext.ContentRequest.at;
import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.Wire.json;
import static io.github.rossumext.Wire.messages;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.ContentRequest;
import io.github.rossumext.HookContext;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The programs that authors should be able to write, none of them longer than its sketch. Those
 * that are more than rules are in {@code AuthorEndpointTest}.
 */
class AuthorProgramsTest {
  private static ContentResponse response(ContentRule rule, ContentRequest request)
      throws Exception {
    ContentPayload payload = request.payload();
    return ContentRules.of(rule).handle(payload, HookContext.of(payload));
  }

  /** Stands for the author's own system. */
  private static final class Erp {
    BigDecimal quantity(String code) {
      return BigDecimal.valueOf(code.length());
    }

    String book(ContentEditor content) {
      return "booked-" + content.field("invoice_id").text();
    }

    int termOf(String terms) {
      return terms.equals("net 14") ? 14 : 30;
    }
  }

  private static final Erp ERP = new Erp();

  /** Offers the suppliers whose name contains the captured one. */
  static final class VendorRule implements ContentRule {
    private static final Option NONE = Option.of("---");
    private final Map<String, String> suppliers;

    VendorRule(Map<String, String> suppliers) {
      this.suppliers = suppliers;
    }

    @Override
    public void apply(ContentEditor content) {
      if (!content.has("vendor_name", "vendor") || !content.concerns("vendor_name")) {
        return;
      }

      Field name = content.field("vendor_name");
      List<Option> matches = name.isEmpty() ? List.of() : suppliersNamed(name.text());
      Field vendor = content.field("vendor");
      if (matches.isEmpty()) {
        vendor.options(NONE).choose(NONE).validatedBy(CONNECTOR);
        name.error("Vendor not found.");
      } else {
        vendor.options(matches).choose(matches.get(0)).validatedBy(CONNECTOR);
      }
      if (matches.size() > 1) {
        vendor.automationBlocker("More than one vendor matches.");
      }
    }

    private List<Option> suppliersNamed(String name) {
      return suppliers.entrySet().stream()
          .filter(supplier -> supplier.getValue().contains(name))
          .map(supplier -> Option.of(supplier.getKey(), supplier.getValue()))
          .sorted((one, other) -> one.value().compareTo(other.value()))
          .toList();
    }
  }

  @Nested
  class Vendors {
    private final VendorRule rule = new VendorRule(Map.of("7", "Acme Ltd", "9", "Acme Inc"));

    @Test
    void theMatchesAreOfferedAndTheFirstIsChosen() throws Exception {
      ContentRequest request = initialize().field("vendor_name", "Acme").field("vendor", "");

      assertThat(json(response(rule, request)))
          .isEqualTo(
              "{'operations':[{'op':'replace','id':5483409761,'value':{'content':{'value':'7'},'options':[{'value':'7','label':'Acme"
                  + " Ltd'},{'value':'9','label':'Acme Inc'}],"
                  + "'validation_sources':['connector']}}],'automation_blockers':[{'content':'More"
                  + " than one vendor matches.','id':5483409761}]}");
    }

    @Test
    void withoutAMatchNothingIsChosenAndTheUserIsTold() throws Exception {
      ContentRequest request = initialize().field("vendor_name", "Roboyo").field("vendor", "");

      assertThat(json(response(rule, request)))
          .isEqualTo(
              "{'messages':[{'type':'error','content':'Vendor not found.','id':5483409760}],"
                  + "'operations':[{'op':'replace','id':5483409761,'value':{'content':{'value':'---'},"
                  + "'options':[{'value':'---','label':'---'}],"
                  + "'validation_sources':['connector']}}]}");
    }

    @Test
    void aQueueWithoutVendorsAndACallAboutOtherFieldsAreLeftAlone() throws Exception {
      ContentRequest without = initialize().field("vendor_name", "Acme");
      ContentRequest other =
          at(HookAction.UPDATED)
              .field("vendor_name", "Acme")
              .field("vendor", "")
              .field("note", "")
              .updated("note");

      assertThat(json(response(rule, without))).isEqualTo("{}");
      assertThat(json(response(rule, other))).isEqualTo("{}");
    }
  }

  /** Quantity × unit price = line total. */
  static final class LineCheckRule implements ContentRule {
    private static final Tolerance CENT = Tolerance.absolute("0.01");

    @Override
    public void apply(ContentEditor content) {
      for (Row line : content.table("line_items")) {
        NumberField quantity = line.number("item_quantity");
        NumberField price = line.number("item_amount_base");
        NumberField total = line.number("item_total_base");
        if (Field.allSet(quantity, price, total)
            && !total.isCloseTo(quantity.value().multiply(price.value()), CENT)) {
          total.warning("Quantity × price is not the line total.");
        }
      }
    }
  }

  private static Map<String, String> line(String quantity, String price, String total) {
    return row("item_quantity", quantity, "item_amount_base", price, "item_total_base", total);
  }

  @Test
  void aLineThatDoesNotMultiplyIsWarnedAbout() throws Exception {
    ContentRequest request =
        initialize()
            .table(
                "line_items",
                line("2", "1.50", "3.01"),
                line("2", "1.50", "4"),
                line("", "1", "4"));

    assertThat(messages(response(new LineCheckRule(), request)))
        .containsExactly(
            "{'type':'warning','content':'Quantity × price is not the line"
                + " total.','id':5483409768}");
  }

  /** The settings of the hook. */
  record ApSettings(Tolerance tolerance) {
    static final ApSettings DEFAULTS = new ApSettings(Tolerance.absolute("0.01"));
  }

  /** The lines must add up to the total. */
  private static void checkSum(ContentEditor content) {
    NumberField total = content.number("amount_total");
    NumberColumn lines = content.table("line_items").numbers("item_amount_total");
    if (total.isSet()
        && lines.count() > 0
        && !total.isCloseTo(lines.sum(), content.settings(ApSettings.DEFAULTS).tolerance())) {
      total.error("The lines add up to " + lines.sum().toPlainString() + ", not to the total.");
    }
  }

  @Test
  void linesThatDoNotAddUpAreAnErrorOnTheTotal() throws Exception {
    ContentRequest request =
        initialize()
            .field("amount_total", "10")
            .table("line_items", row("item_amount_total", "4"), row("item_amount_total", "5.50"));

    assertThat(messages(response(AuthorProgramsTest::checkSum, request)))
        .containsExactly(
            "{'type':'error','content':'The lines add up to 9.50, not to the total.',"
                + "'id':5483409760}");
    assertThat(
            messages(
                response(
                    AuthorProgramsTest::checkSum, request.with("settings", "{'tolerance':'6%'}"))))
        .isEmpty();
  }

  /** Fills an empty due date from the issue date and the terms. */
  private static void fillDueDate(ContentEditor content) {
    DateField issued = content.date("date_issue");
    DateField due = content.date("date_due");
    if (issued.isSet() && due.isEmpty()) {
      due.set(issued.value().plusDays(ERP.termOf(content.field("terms").text())));
    }
  }

  @Test
  void theDueDateIsFilled() throws Exception {
    ContentRequest request =
        initialize()
            .field("date_issue", "20/2/2024", "2024-02-20")
            .field("date_due", "")
            .field("terms", "net 14");

    assertThat(operations(response(AuthorProgramsTest::fillDueDate, request)))
        .containsExactly(
            "{'op':'replace','id':5483409761,'value':{'content':{'value':'2024-03-05'}}}");
  }

  /** Drops blank lines and books the freight as a line of its own. */
  private static void bookFreight(ContentEditor content) {
    Table lines = content.table("line_items");
    lines.removeIf(Row::isBlank);
    NumberField freight = content.number("amount_freight");
    if (freight.isSet()) {
      lines.append().set("item_description", "Freight").set("item_total_base", freight.value());
      freight.clear();
    }
    lines
        .numbers("item_tax")
        .set(
            lines
                .numbers("item_total_base")
                .times(content.number("tax_rate").orZero())
                .rounded(2, HALF_UP));
  }

  @Test
  void freightBecomesALineAndEveryLineHasItsTax() throws Exception {
    ContentRequest request =
        initialize()
            .field("amount_freight", "12.50")
            .field("tax_rate", "0.21")
            .table(
                "line_items",
                row("item_description", "Bottle", "item_total_base", "100", "item_tax", "21"),
                row("item_description", " ", "item_total_base", "", "item_tax", ""),
                row("item_description", "Cork", "item_total_base", "9.99", "item_tax", ""));

    assertThat(operations(response(AuthorProgramsTest::bookFreight, request)))
        .containsExactly(
            "{'op':'remove','id':5483409767}",
            "{'op':'add','id':5483409762,'value':["
                + "{'schema_id':'item_description','content':{'value':'Freight'}},"
                + "{'schema_id':'item_total_base','content':{'value':'12.50'}},"
                + "{'schema_id':'item_tax','content':{'value':'2.63'}}]}",
            "{'op':'replace','id':5483409760,'value':{'content':{'value':''}}}",
            "{'op':'replace','id':5483409774,'value':{'content':{'value':'2.10'}}}");
  }

  /** A button in each line. */
  private static void refresh(ContentEditor content) {
    for (Row line : content.table("line_items")) {
      if (line.clicked("item_refresh")) {
        line.set("item_quantity", ERP.quantity(line.field("item_code").text()));
      }
    }
  }

  @Test
  void theButtonOfALineRefreshesThatLine() throws Exception {
    ContentRequest request =
        at(HookAction.USER_UPDATE)
            .table(
                "line_items",
                row("item_code", "abc", "item_quantity", "", "item_refresh", BUTTON),
                row("item_code", "abcd", "item_quantity", "", "item_refresh", BUTTON));

    assertThat(
            operations(
                response(
                    AuthorProgramsTest::refresh, request.updated(request.id("item_refresh", 1)))))
        .containsExactly("{'op':'replace','id':5483409767,'value':{'content':{'value':'4'}}}");
  }

  /** Looks before it books, because Rossum repeats failed requests. */
  private static void export(ContentEditor content) {
    if (content.field("erp_document_id").isEmpty()) {
      content.field("erp_document_id").set(ERP.book(content));
    }
  }

  @Test
  void anExportedDocumentIsBookedOnce() throws Exception {
    ContentRequest first =
        at(HookAction.EXPORT).field("invoice_id", "77").field("erp_document_id", "");
    ContentRequest again =
        at(HookAction.EXPORT).field("invoice_id", "77").field("erp_document_id", "booked-77");

    assertThat(operations(response(AuthorProgramsTest::export, first)))
        .containsExactly(
            "{'op':'replace','id':5483409761,'value':{'content':{'value':'booked-77'}}}");
    assertThat(json(response(AuthorProgramsTest::export, again))).isEqualTo("{}");
  }
}
