package io.github.rossumext.playground;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.rules.NumberField;
import io.github.rossumext.rules.Row;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Secret;
import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An extension on the invoice of the testkit, with a rule for each part of the screen. */
final class TestExtension {
  static final Secret SECRET = Secret.of("a-secret-for-the-tests");

  /** The text of the order number with which the export fails. */
  static final String REFUSED_ORDER = "000000";

  private static final Logger LOG = LoggerFactory.getLogger(TestExtension.class);
  private static final Tolerance CENT = Tolerance.absolute("0.01");

  private TestExtension() {}

  static HookEndpoint endpoint() {
    return builder().build();
  }

  static HookEndpoint.Builder builder() {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(
            ANNOTATION_CONTENT,
            ContentRules.of(
                TestExtension::order,
                TestExtension::vendor,
                TestExtension::total,
                TestExtension::lines,
                TestExtension::notes));
  }

  static Fixture invoice() {
    return Fixtures.invoiceWithSchema();
  }

  private static void order(ContentEditor content) {
    String order = content.field("order_id").text();
    if (!order.isEmpty() && !order.matches("\\d{6}")) {
      content.field("order_id").warning("The order number must have six digits.");
    }
    if (content.at(EXPORT) && order.equals(REFUSED_ORDER)) {
      content.error("The ERP refused the order.");
    }
  }

  private static void vendor(ContentEditor content) {
    if (content.changed("vendor_name")) {
      String name = content.field("vendor_name").text();
      content
          .field("vendor")
          .options(Option.of("1", name + " North"), Option.of("2", name + " South"))
          .choose(Option.of("1", name + " North"))
          .validatedBy(CONNECTOR);
    }
  }

  private static void total(ContentEditor content) {
    NumberField base = content.number("amount_total_base");
    NumberField tax = content.number("amount_total_tax");
    NumberField total = content.number("amount_total");
    if (base.isSet()
        && tax.isSet()
        && total.isSet()
        && !total.isCloseTo(base.value().add(tax.value()), CENT)) {
      total.error("Net and tax do not add up to the total.");
    }
  }

  private static void lines(ContentEditor content) {
    for (Row line : content.table("line_items")) {
      NumberField quantity = line.number("item_quantity");
      NumberField price = line.number("item_amount_base");
      NumberField total = line.number("item_total_base");
      if (line.clicked("item_refresh")) {
        price.set(new BigDecimal("99.5"));
      }
      if (quantity.isSet()
          && price.isSet()
          && total.isSet()
          && !total.isCloseTo(quantity.value().multiply(price.value()), CENT)) {
        total.warning("Quantity × price is not the total.");
      }
    }
  }

  private static void notes(ContentEditor content) {
    String notes = content.field("notes").text();
    switch (notes) {
      case "html" ->
          content.info(
              Html.unsafe(
                  "See <b>order 7</b> in <a href=\"https://erp.example/7\">the ERP</a>."
                      + "<ul><li>one</li><li>two</li></ul>"));
      case "boom" -> throw new IllegalStateException("The price list is broken.");
      case "slow" -> sleep();
      case "log" ->
          LOG.info(
              "Looked at the notes with {}", content.context().secret("erp_password").reveal());
      default -> {}
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(1_500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
