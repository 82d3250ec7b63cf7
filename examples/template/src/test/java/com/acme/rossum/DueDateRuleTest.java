package com.acme.rossum;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.rule.RuleScenario;
import org.junit.jupiter.api.Test;

class DueDateRuleTest {
  private static final Fixture INVOICE = Fixtures.invoiceWithSchema(); // of 2025-11-03

  @Test
  void anInvoiceWithoutADueDateIsDueAfterThirtyDays() {
    RuleScenario.given(INVOICE)
        .when(new DueDateRule())
        .then()
        .field(Fields.DATE_DUE)
        .hasText("2025-12-03");
  }

  @Test
  void aDueDateStays() {
    RuleScenario.given(INVOICE.withField(Fields.DATE_DUE, "2025-11-10"))
        .when(new DueDateRule())
        .then()
        .field(Fields.DATE_DUE)
        .hasText("2025-11-10");
  }

  @Test
  void withoutADateOfIssueNothingIsDue() {
    RuleScenario.given(INVOICE.withField(Fields.DATE_ISSUE, ""))
        .when(new DueDateRule())
        .then()
        .field(Fields.DATE_DUE)
        .hasText("");
  }
}
