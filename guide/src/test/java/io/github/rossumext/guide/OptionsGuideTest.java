package io.github.rossumext.guide;

import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Option;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The code of docs/options.md. */
class OptionsGuideTest {
  private static final Fixture INVOICE = Fixtures.invoice();

  // docs: offer-options
  /** Offers the vendors whose name begins with the captured one. */
  static final class VendorRule implements ContentRule {
    private static final Option NONE = Option.of("", "---");
    private final Function<String, List<Option>> vendorsNamed; // your database

    VendorRule(Function<String, List<Option>> vendorsNamed) {
      this.vendorsNamed = vendorsNamed;
    }

    @Override
    public void apply(ContentEditor content) {
      Field name = content.field("vendor_name");
      Field vendor = content.field("vendor");
      if (content.concerns("vendor_name")) {
        List<Option> matches = name.isEmpty() ? List.of() : vendorsNamed.apply(name.text());
        if (matches.isEmpty()) {
          vendor.options(NONE).choose(NONE);
        } else {
          vendor.options(matches).choose(matches.get(0)).validatedBy(CONNECTOR);
        }
        if (matches.size() > 1) {
          vendor.automationBlocker("More than one vendor matches.");
        }
      }
      if (vendor.isEmpty()) {
        name.error("Vendor not found.");
      }
    }
  }

  // end

  @Test
  void theOptionsAndTheValueGoInOneOperation() {
    VendorRule rule =
        new VendorRule(
            name ->
                name.equals("Nordlicht Papier GmbH")
                    ? List.of(Option.of("4711", name + ", Hamburg"), Option.of("2207", name))
                    : List.of());

    assertThat(Responses.of(INVOICE, rule)).isEqualTo(Guide.json("offer-options"));
    assertThat(
            Responses.of(
                Responses.changed(
                    INVOICE.withEdited("vendor_name"),
                    "\"value\":\"Nordlicht Papier GmbH\",\"normalized",
                    "\"value\":\"Nordlicht\",\"normalized"),
                rule))
        .isEqualTo(Guide.json("offer-none"));
    assertThat(Responses.of(INVOICE.withEdited("notes"), rule)).isEqualTo("{}");
  }

  // docs: add-an-option
  static void addPettyCash(ContentEditor content) {
    Field vendor = content.field("vendor");
    List<Option> options = vendor.options();
    options.add(Option.of("9000", "Petty cash"));
    vendor.options(options);
  }

  // end

  @Test
  void anOptionIsAddedToThoseThatAreThere() {
    assertThat(Responses.of(INVOICE, OptionsGuideTest::addPettyCash))
        .isEqualTo(Guide.json("add-an-option"));
  }

  // docs: map-to-an-option
  private static final Map<String, String> TYPES =
      Map.of("Rechnung", "invoice", "Gutschrift", "credit_note");

  static void documentType(ContentEditor content) {
    Field type = content.field("document_type");
    String word = content.field("notes").text();
    if (TYPES.containsKey(word)) {
      type.set(TYPES.get(word));
    } else if (!word.isEmpty()) {
      type.set(word).allowAnyValue();
    }
  }

  // end

  @Test
  void aValueOutsideTheOptionsMustBeAllowed() {
    assertThat(
            Responses.of(
                INVOICE,
                content -> content.field("notes").set("Gutschrift"),
                OptionsGuideTest::documentType))
        .contains("\"value\":\"credit_note\"");
    assertThat(
            Responses.of(
                INVOICE,
                content -> content.field("notes").set("proforma"),
                OptionsGuideTest::documentType))
        .contains(
            "{\"op\":\"replace\",\"id\":5912004102,\"value\":{\"content\":{\"value\":\"proforma\"}}}");
  }
}
