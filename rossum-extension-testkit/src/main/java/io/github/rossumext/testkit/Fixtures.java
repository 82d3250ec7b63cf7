package io.github.rossumext.testkit;

import static io.github.rossumext.payload.HookAction.CONFIRM;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.STARTED;
import static io.github.rossumext.payload.HookAction.USER_UPDATE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Calls of Rossum's, one of every kind (protocol §1, §3), all of one story: an e-mail brings the
 * invoice of a paper supplier, which is extracted, validated and exported. Their ids are as large
 * as Rossum's; their settings, secrets and token are made up. Thread-safe.
 *
 * <pre>{@code
 * ContentPayload payload = Fixtures.invoice().edited("vendor_name").payload(ContentPayload.class);
 * }</pre>
 */
public final class Fixtures {
  private Fixtures() {}

  /**
   * A complete invoice at {@code annotation_content.initialize}: its header and vendor, an enum
   * with options ({@code vendor}), a button ({@code refresh}) and one in each row ({@code
   * item_refresh}), hidden fields ({@code vendor_iban}, {@code item_gl_code}), empty fields ({@code
   * date_due}, {@code notes}), a formula field ({@code amount_due}), a VAT table of two rows
   * ({@code tax_details}), a table of four lines ({@code line_items}) and a multivalue without rows
   * ({@code delivery_notes}). Its amounts add up.
   */
  public static Fixture invoice() {
    return load("invoice");
  }

  /** {@code annotation_status.changed}: the extraction of the invoice has finished. */
  public static Fixture statusChanged() {
    return load("status-changed");
  }

  /** {@code email.received}: an e-mail with a PDF, a logo and an XML file. */
  public static Fixture emailReceived() {
    return load("email-received");
  }

  /** {@code upload.created}: two documents, of which one is not to be imported. */
  public static Fixture uploadCreated() {
    return load("upload-created");
  }

  /** {@code invocation.scheduled}: the common keys and nothing else. */
  public static Fixture invocationScheduled() {
    return load("invocation-scheduled");
  }

  /** {@code invocation.manual}, with the caller's keys {@code vendor} and {@code options}. */
  public static Fixture invocationManual() {
    return load("invocation-manual");
  }

  /** One fixture for every event and action of the protocol. */
  public static List<Fixture> all() {
    Fixture invoice = invoice();
    return List.of(
        invoice,
        invoice.with(STARTED),
        invoice.with(USER_UPDATE),
        invoice.edited("vendor_name"),
        invoice.clicked("refresh"),
        invoice.with(CONFIRM),
        invoice.with(EXPORT),
        statusChanged(),
        emailReceived(),
        uploadCreated(),
        invocationScheduled(),
        invocationManual());
  }

  private static Fixture load(String name) {
    try (InputStream file = Fixtures.class.getResourceAsStream(name + ".json")) {
      if (file == null) {
        throw new IllegalStateException("The testkit's jar has no " + name + ".json.");
      }
      return new Fixture(name, file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
