package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.UserMessageException;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import java.sql.SQLException;
import java.util.Optional;

/** Fetches the terms of the vendor when the user clicks the button next to it. */
final class RefreshTermsRule implements ContentRule {
  private final Suppliers suppliers;

  RefreshTermsRule(Suppliers suppliers) {
    this.suppliers = suppliers;
  }

  @Override
  public void apply(ContentEditor content) {
    if (!content.clicked(Buttons.REFRESH_TERMS)) {
      return;
    }
    Optional<Supplier> supplier = supplier(content.field(Fields.VENDOR).text());
    if (supplier.isPresent()) {
      content.field(Fields.TERMS).set(supplier.get().termsInDays()).validatedBy(CONNECTOR);
    } else {
      content.field(Fields.VENDOR).warning("Choose a vendor first.");
    }
  }

  private Optional<Supplier> supplier(String id) {
    try {
      return suppliers.withId(id);
    } catch (SQLException e) {
      throw new UserMessageException("The database of suppliers does not respond. Try again.", e);
    }
  }
}
