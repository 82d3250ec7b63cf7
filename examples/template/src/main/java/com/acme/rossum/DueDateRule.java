package com.acme.rossum;

import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.DateField;

/** An invoice without a due date is due 30 days after its date of issue. */
public final class DueDateRule implements ContentRule {
  @Override
  public void apply(ContentEditor content) {
    DateField issued = content.date(Fields.DATE_ISSUE);
    DateField due = content.date(Fields.DATE_DUE);
    if (issued.isSet() && due.isEmpty()) {
      due.set(issued.value().plusDays(30)).validatedBy(CONNECTOR);
    }
  }
}
