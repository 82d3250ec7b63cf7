package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.DateField;
import io.github.rossumext.rules.Field;
import java.time.LocalDate;
import java.util.List;

/**
 * Sets the due date from the date of issue and the terms, which are a number of days. It does not
 * overwrite a date of the invoice or of the user: only this rule leaves {@code connector} as the
 * only validation source, and a user's edit adds {@code human}.
 */
final class DueDateRule implements ContentRule {
  /** Rossum's last year: a misread date of issue may be as late. */
  private static final int LAST_YEAR = 9999;

  @Override
  public void apply(ContentEditor content) {
    if (!content.has(Fields.DATE_ISSUE, Fields.TERMS, Fields.DATE_DUE)
        || CreditNoteRule.isCreditNote(content)) {
      return;
    }
    DateField issued = content.date(Fields.DATE_ISSUE);
    Field terms = content.field(Fields.TERMS);
    DateField due = content.date(Fields.DATE_DUE);
    boolean isOurs = due.validationSources().equals(List.of(CONNECTOR));
    if (issued.isSet() && terms.text().matches("[0-9]{1,3}") && (due.text().isEmpty() || isOurs)) {
      LocalDate day = issued.value().plusDays(Long.parseLong(terms.text()));
      if (day.getYear() <= LAST_YEAR) {
        due.set(day).validatedBy(CONNECTOR);
      }
    }
  }
}
