package io.github.rossumext.examples.vendormatching;

import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import io.github.rossumext.value.Option;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Offers the suppliers whose name contains the captured one, and chooses the first. */
final class VendorRule implements ContentRule {
  private static final Option NONE = Option.of("---");

  private final Suppliers suppliers;

  VendorRule(Suppliers suppliers) {
    this.suppliers = suppliers;
  }

  @Override
  public void apply(ContentEditor content) throws SQLException {
    Optional<Field> name = content.find("vendor_name");
    Optional<Field> vendor = content.find("vendor");
    // Matches only for a new name: otherwise it would overwrite the vendor that the user chose.
    if (name.isPresent() && vendor.isPresent() && content.concerns("vendor_name")) {
      match(name.get(), vendor.get());
    }
  }

  private void match(Field name, Field vendor) throws SQLException {
    List<Option> matches =
        suppliers.withNameContaining(name.text()).stream().map(VendorRule::option).toList();
    if (matches.isEmpty()) {
      vendor.options(NONE).choose(NONE).validatedBy(CONNECTOR);
      name.error("Vendor not found.");
    } else {
      vendor.options(matches).choose(matches.get(0)).validatedBy(CONNECTOR);
    }
  }

  private static Option option(Supplier supplier) {
    return Option.of(Long.toString(supplier.id()), supplier.name());
  }
}
