package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.creditNote;
import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.initialized;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.testkit.simulator.RossumSimulator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The invoice is of 2026-01-15, with terms of 30 days. */
class DueDateRuleTest {
  private static String due(RossumSimulator rossum) {
    return rossum.field("date_due").text();
  }

  @Nested
  class Filling {
    @Test
    void anEmptyDueDateIsWorkedOut() {
      RossumSimulator rossum = initialized(invoice());

      assertThat(due(rossum)).isEqualTo("2026-02-14");
      assertThat(rossum.field("date_due")).hasDisplayedText("14.02.2026");
      assertThat(rossum.field("date_due").validationSources()).containsExactly(CONNECTOR);
    }

    @ParameterizedTest(name = "{0} + {1} days = {2}")
    @CsvSource({
      "2026-01-15, 0, 2026-01-15",
      "2028-02-01, 28, 2028-02-29",
      "2026-12-31, 1, 2027-01-01",
      "2026-01-15, 007, 2026-01-22",
    })
    void daysAreCountedByTheCalendar(String issued, String terms, String due) {
      assertThat(
              due(initialized(invoice().withField("date_issue", issued).withField("terms", terms))))
          .isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "net 30", "-5", "1000"})
    void termsThatAreNoNumberOfDaysLeaveItEmpty(String terms) {
      assertThat(due(initialized(invoice().withField("terms", terms)))).isEmpty();
    }

    @Test
    void withoutDateOfIssueThereIsNoDueDate() {
      assertThat(due(initialized(invoice().withField("date_issue", "")))).isEmpty();
      assertThat(due(initialized(invoice().withField("date_issue", "January")))).isEmpty();
      assertThat(due(initialized(invoice().without("date_issue")))).isEmpty();
    }

    @Test
    void noDateIsBeyondTheYear9999() { // found by InvoiceChecksProperties
      assertThat(due(initialized(invoice().withField("date_issue", "9999-12-31")))).isEmpty();
    }

    @Test
    void aCreditNoteIsNotDue() {
      assertThat(due(initialized(creditNote()))).isEmpty();
    }
  }

  @Nested
  class Following {
    @Test
    void itFollowsTheTermsAndTheDateOfIssue() {
      RossumSimulator rossum = initialized(invoice());

      rossum.edit("terms", "14");
      assertThat(due(rossum)).isEqualTo("2026-01-29");

      rossum.edit("date_issue", "20.01.2026");
      assertThat(due(rossum)).isEqualTo("2026-02-03");
    }

    @Test
    void aDueDateThatAUserEnteredIsNotOverwritten() {
      RossumSimulator rossum = initialized(invoice());

      rossum.edit("date_due", "31.03.2026");
      rossum.edit("terms", "14");

      assertThat(due(rossum)).isEqualTo("2026-03-31");
    }

    @Test
    void norIsOneThatAUserHasLookedAt() {
      RossumSimulator rossum = initialized(invoice());

      rossum.field("date_due").visit();
      rossum.edit("terms", "14");

      assertThat(due(rossum)).isEqualTo("2026-02-14");
    }

    @Test
    void norIsOneThatStandsOnTheInvoice() {
      RossumSimulator rossum = initialized(invoice().withField("date_due", "2026-02-28"));

      rossum.edit("terms", "14");

      assertThat(due(rossum)).isEqualTo("2026-02-28");
    }

    @Test
    void oneThatAUserClearsIsWorkedOutAgain() {
      RossumSimulator rossum = initialized(invoice());

      rossum.edit("date_due", "");

      assertThat(due(rossum)).isEqualTo("2026-02-14");
    }
  }
}
