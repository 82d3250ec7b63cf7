package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.FailurePolicy.FAIL_OPEN;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.FailureException;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import io.github.rossumext.value.Option;
import java.sql.SQLException;
import java.util.List;

/**
 * Offers the suppliers whose name contains the captured one, and chooses the first. If there are
 * several, it blocks automation. If the database does not respond, the vendor does not change: the
 * field is required, so no document passes without a vendor.
 */
final class VendorRule implements ContentRule {
  private static final Option NONE = Option.of("", "---");

  private final Suppliers suppliers;

  VendorRule(Suppliers suppliers) {
    this.suppliers = suppliers;
  }

  @Override
  public void apply(ContentEditor content) {
    if (!content.has(Fields.VENDOR_NAME, Fields.VENDOR) || !content.concerns(Fields.VENDOR_NAME)) {
      return;
    }
    Field name = content.field(Fields.VENDOR_NAME);
    Field vendor = content.field(Fields.VENDOR);
    List<Option> matches = name.isEmpty() ? List.of() : suppliersNamed(name.text());
    if (matches.isEmpty()) {
      vendor.options(NONE).choose(NONE);
      name.warning("No supplier has this name.");
    } else {
      vendor.options(matches).choose(matches.get(0)).validatedBy(CONNECTOR);
    }
    if (matches.size() > 1) {
      vendor.warning(matches.size() + " suppliers match. Check the vendor.");
      vendor.automationBlocker("More than one supplier matches.");
    }
  }

  private List<Option> suppliersNamed(String name) {
    try {
      return suppliers.named(name).stream().map(Supplier::option).toList();
    } catch (SQLException e) {
      throw new FailureException(FAIL_OPEN, e);
    }
  }
}
