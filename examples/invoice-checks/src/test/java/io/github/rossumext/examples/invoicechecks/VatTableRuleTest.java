package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.initialized;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.value.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one row of the VAT table is 19 % of 1000.00 = 190.00. */
class VatTableRuleTest {
  private static Fixture withRow(Fixture invoice, String rate, String base, String tax) {
    return invoice.withRow(
        "tax_details",
        r ->
            r.number("tax_detail_rate", rate)
                .number("tax_detail_base", base)
                .number("tax_detail_tax", tax));
  }

  /** An invoice whose VAT table is this one row, to which its amounts agree. */
  private static Fixture ofOneRow(String rate, String base, String tax) {
    return withRow(invoice().withoutRows("tax_details").withoutRows("line_items"), rate, base, tax)
        .withField("amount_total_base", base)
        .withField("amount_total_tax", tax)
        .withField("amount_total", "");
  }

  private static final String WRONG =
      "error on tax_details[0].tax_detail_tax: The tax is not the base times the rate.";
  private static final String NO_TOTAL = "error on amount_total: This field is required.";

  @ParameterizedTest(name = "{0} % of {1} is {2}")
  @CsvSource({
    "19, 33.33, 6.33",
    "19, 33.33, 6.34",
    "0, 1000.00, 0",
    "7.7, 100, 7.70",
    "19, -10, -1.90"
  })
  void aRowIsRoundedToTheCent(String rate, String base, String tax) {
    assertThat(said(initialized(ofOneRow(rate, base, tax)))).containsExactly(NO_TOTAL);
  }

  @ParameterizedTest(name = "{0} % of {1} is not {2}")
  @CsvSource({"19, 33.33, 6.35", "0, 1000.00, 190.00", "19, -10, 1.90"})
  void aRowThatIsWrongIsAnError(String rate, String base, String tax) {
    assertThat(said(initialized(ofOneRow(rate, base, tax)))).containsExactly(WRONG, NO_TOTAL);
  }

  @Test
  void theHookMayTolerateMoreInARow() {
    CheckSettings settings =
        new CheckSettings(Tolerance.absolute("0.01"), Tolerance.percent("0.5"));

    assertThat(said(initialized(ofOneRow("19", "33.33", "6.35"), settings)))
        .containsExactly(NO_TOTAL);
  }

  @Test
  void theSumsAreTheTotals() {
    assertThat(said(initialized(withRow(invoice(), "7", "50.00", "3.50"))))
        .containsExactly(
            "error on amount_total_base: The bases of the VAT table add up to 1050.00.",
            "error on amount_total_tax: The taxes of the VAT table add up to 193.50.");
  }

  @Test
  void anInvoiceWithoutVatTableIsFine() {
    assertThat(initialized(invoice().withoutRows("tax_details"))).hasNoMessages();
    assertThat(initialized(invoice().without("tax_details"))).hasNoMessages();
    assertThat(initialized(invoice().without("tax_detail_tax").withoutKey("schemas")))
        .hasNoMessages();
  }

  @Test
  void aRowWithAMissingPartIsSkipped() {
    assertThat(initialized(invoice().withField("tax_details[0].tax_detail_rate", "")))
        .hasNoMessages();
    assertThat(initialized(invoice().withBlankRow("tax_details"))).hasNoMessages();
  }
}
