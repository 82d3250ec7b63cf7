package io.github.rossumext.testkit;

import static io.github.rossumext.payload.HookAction.CONFIRM;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.STARTED;
import static io.github.rossumext.payload.HookAction.USER_UPDATE;

import io.github.rossumext.internal.help.Nearest;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Requests of Rossum for your tests, at least one for each event. To change one, call its {@code
 * with…} methods. Thread-safe.
 *
 * <p>Most of them are about one invoice of a paper supplier, from the e-mail that brings it to its
 * export. All contents are invented. The ids are numbers as large as Rossum's.
 *
 * {@snippet class="io.github.rossumext.snippets.TestkitSnippetsTest" region="fixtures"}
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#events">The
 *     protocol: events</a>
 */
public final class Fixtures {
  private Fixtures() {}

  /**
   * Returns an invoice at {@code annotation_content.initialize}. Its amounts add up, and no schema
   * is sideloaded. It has:
   *
   * <ul>
   *   <li>an enum with options: {@code vendor}
   *   <li>a button: {@code refresh}; and a button in each line: {@code item_refresh}
   *   <li>hidden fields: {@code vendor_iban} and {@code item_gl_code}
   *   <li>empty fields: {@code date_due} and {@code notes}
   *   <li>a formula field: {@code amount_due}
   *   <li>a table with two rows, one for each VAT rate: {@code tax_details}
   *   <li>a table with four lines: {@code line_items}
   *   <li>a list of two values: {@code delivery_notes}
   * </ul>
   */
  public static Fixture invoice() {
    return load("invoice");
  }

  /** Returns the {@link #invoice()} with its schema sideloaded. */
  public static Fixture invoiceWithSchema() {
    return invoice().withSchema(invoiceSchema()).withName("invoice-with-schema");
  }

  /**
   * Returns the {@link #invoice()} before any extension has run: {@code vendor} is empty and has
   * the options of the schema.
   */
  public static Fixture extractedInvoice() {
    return invoice()
        .withSchemaOptions("vendor")
        .withField("vendor", "")
        .withName("extracted-invoice");
  }

  /** Returns the schema of the invoice. For its JSON, call {@code invoiceSchema().raw()}. */
  public static Schema invoiceSchema() {
    return schema("invoice");
  }

  /**
   * Returns an invoice whose fields and tables are all empty, at {@code
   * annotation_content.initialize}. Its schema is sideloaded.
   */
  public static Fixture emptyInvoice() {
    return DocumentBuilder.of(invoiceSchema()).build().withName("empty-invoice");
  }

  /**
   * Returns a receipt with two items, at {@code annotation_content.initialize}. Its schema is
   * sideloaded. It displays numbers as {@code 1 234,50} and dates as {@code 7. 11. 2025}.
   */
  public static Fixture receipt() {
    return DocumentBuilder.of(schema("receipt"))
        .set("merchant", "Papírnictví U Mostu")
        .set("date_issue", "2025-11-07")
        .set("amount_total", "1234.50")
        .set("currency", "czk")
        .row(
            "items",
            item ->
                item.field("item_description", "Kancelářský papír")
                    .number("item_amount_total", "1200"))
        .row(
            "items",
            item -> item.field("item_description", "Obálky").number("item_amount_total", "34.50"))
        .build()
        .withName("receipt");
  }

  /**
   * Returns a purchase order with three lines, at {@code annotation_content.initialize}. Its schema
   * is sideloaded. Its delivery date and priority are empty.
   */
  public static Fixture purchaseOrder() {
    return DocumentBuilder.of(schema("purchase-order"))
        .set("order_id", "450017")
        .set("date_order", "2025-10-20")
        .set("customer_name", "Beispiel AG")
        .set("amount_total", "1459.80")
        .row("line_items", line -> orderLine(line, "NL-4410", "40", "18.90", "756.00"))
        .row("line_items", line -> orderLine(line, "NL-2075", "6", "74.50", "447.00"))
        .row("line_items", line -> orderLine(line, "NL-8802", "12", "21.40", "256.80"))
        .build()
        .withName("purchase-order");
  }

  private static void orderLine(
      RowBuilder line, String code, String quantity, String amount, String total) {
    line.field("item_code", code)
        .number("item_quantity", quantity)
        .number("item_amount", amount)
        .number("item_amount_total", total);
  }

  /**
   * Returns a request with the event {@code annotation_status.changed}: the extraction of the
   * invoice has finished.
   */
  public static Fixture statusChanged() {
    return load("status-changed");
  }

  /**
   * Returns a request with the event {@code email.received}: an e-mail with a PDF, a logo and an
   * XML file.
   */
  public static Fixture emailReceived() {
    return load("email-received");
  }

  /**
   * Returns a request with the event {@code upload.created}: two documents. An earlier hook has
   * prevented the import of one of them.
   */
  public static Fixture uploadCreated() {
    return load("upload-created");
  }

  /**
   * Returns a request with the event {@code invocation.scheduled}. It has only the keys that all
   * requests have.
   */
  public static Fixture invocationScheduled() {
    return load("invocation-scheduled");
  }

  /**
   * Returns a request with the event {@code invocation.manual}. The caller has sent the keys {@code
   * vendor} and {@code options}.
   */
  public static Fixture invocationManual() {
    return load("invocation-manual");
  }

  /**
   * Returns the fixture of this name, such as {@code invoice} or {@code email-received}.
   *
   * @throws IllegalArgumentException if no fixture has this name; the message names the nearest
   */
  public static Fixture of(String name) {
    List<Supplier<Fixture>> known =
        List.of(
            Fixtures::invoice,
            Fixtures::invoiceWithSchema,
            Fixtures::extractedInvoice,
            Fixtures::emptyInvoice,
            Fixtures::receipt,
            Fixtures::purchaseOrder,
            Fixtures::statusChanged,
            Fixtures::emailReceived,
            Fixtures::uploadCreated,
            Fixtures::invocationScheduled,
            Fixtures::invocationManual);
    List<String> names = new ArrayList<>();
    for (Supplier<Fixture> fixture : known) {
      Fixture loaded = fixture.get();
      if (loaded.name().equals(name)) {
        return loaded;
      }
      names.add(loaded.name());
    }
    throw new IllegalArgumentException(
        "There is no fixture '" + name + "'. " + Nearest.question(name, names, ""));
  }

  /** Returns a request for each event and action that the library knows. */
  public static List<Fixture> all() {
    Fixture invoice = invoice();
    return List.of(
        invoice,
        invoice.with(STARTED),
        invoice.with(USER_UPDATE),
        invoice.withEdited("vendor_name"),
        invoice.withClicked("refresh"),
        invoice.with(CONFIRM),
        invoice.with(EXPORT),
        statusChanged(),
        emailReceived(),
        uploadCreated(),
        invocationScheduled(),
        invocationManual());
  }

  private static Fixture load(String name) {
    return new Fixture(name, Json.resource(name + ".json"));
  }

  private static Schema schema(String name) {
    byte[] json = Json.resource(name + "-schema.json");
    return Schema.of(RawJson.of(new String(json, StandardCharsets.UTF_8)));
  }
}
