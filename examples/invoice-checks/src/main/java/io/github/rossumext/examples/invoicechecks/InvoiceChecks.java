package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.FailurePolicy.FAIL_OPEN;
import static io.github.rossumext.FailurePolicy.RETRY;
import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static io.github.rossumext.delivery.IfUnknown.RUN_AGAIN;
import static io.github.rossumext.payload.HookAction.CONFIRM;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.payload.HookAction.STARTED;
import static io.github.rossumext.payload.HookAction.UPDATED;
import static io.github.rossumext.payload.HookAction.USER_UPDATE;

import com.sun.net.httpserver.HttpServer;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.jdbc.JdbcDeliveryStore;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The endpoint with all checks, and the program that serves Rossum until you stop it. */
public final class InvoiceChecks {
  private static final Logger LOG = LoggerFactory.getLogger(InvoiceChecks.class);
  private static final String PATH = "/invoice_checks";
  private static final String DEFAULT_PORT = "5043";

  /** How long Rossum polls for the import: {@code max_polling_time_s} in {@code hook.json}. */
  static final Duration IMPORT_TIME = Duration.ofMinutes(30);

  private InvoiceChecks() {}

  /**
   * Returns the endpoint for the program, a servlet or a test. It remembers deliveries in the
   * database, so that several nodes and a restart do not book twice.
   *
   * @param publicUrl the URL of the hook as Rossum sees it; null if nobody knows it
   */
  static HookEndpoint.Builder endpoint(
      Secret secret, DataSource database, @Nullable URI publicUrl) {
    HookEndpoint.Builder endpoint =
        checks(secret, database)
            .store(JdbcDeliveryStore.of(database))
            .listen(ANNOTATION_STATUS, new Archive(database))
            .onFailure(ANNOTATION_STATUS, RETRY); // the archive recognises repeats
    return nightly(
        endpoint, new PriceImport(new ErpPrices(database), new PriceList(database)), publicUrl);
  }

  /**
   * Adds the nightly import. If Rossum can poll for its end, it may take half an hour. Otherwise it
   * must end within the time of the request, which is 29 seconds.
   */
  static HookEndpoint.Builder nightly(
      HookEndpoint.Builder endpoint, PriceImport prices, @Nullable URI publicUrl) {
    endpoint
        .listen(INVOCATION_SCHEDULED, prices)
        .once(INVOCATION_SCHEDULED, RUN_AGAIN) // a second run stores the same prices
        .onFailure(INVOCATION_SCHEDULED, RETRY);
    return publicUrl == null
        ? endpoint
        : endpoint.later(INVOCATION_SCHEDULED, publicUrl, IMPORT_TIME);
  }

  /**
   * Returns the endpoint without the archive, the only part that calls Rossum back, and without the
   * import. It remembers deliveries in memory.
   */
  static HookEndpoint.Builder checks(Secret secret, DataSource database) {
    Suppliers suppliers = new Suppliers(database);
    Ledger ledger = new Ledger(database);
    return HookEndpoint.builder()
        .secret(secret)
        .on(
            ANNOTATION_CONTENT.only(INITIALIZE, STARTED, UPDATED, USER_UPDATE, CONFIRM),
            ContentRules.of(
                new DocumentTypeRule(),
                new CreditNoteRule(),
                new VendorRule(suppliers),
                new RefreshTermsRule(suppliers),
                new RefreshPriceRule(new PriceList(database)),
                new DueDateRule(),
                new LineTotalRule(),
                new LineSumRule(),
                new VatTableRule(),
                new TotalRule(),
                new DuplicateRule(ledger)))
        .on(ANNOTATION_CONTENT.only(EXPORT), ContentRules.of(new BookingRule(ledger)))
        .once(ANNOTATION_CONTENT.only(EXPORT), RUN_AGAIN) // the ledger recognises the delivery
        .onFailure(ANNOTATION_CONTENT.only(EXPORT), RETRY)
        .on(EMAIL_RECEIVED, new InboxFilter())
        .onFailure(EMAIL_RECEIVED, FAIL_OPEN); // an extra picture is better than a lost invoice
  }

  /**
   * Starts the extension.
   *
   * @param args not used: {@code ROSSUM_HOOK_SECRET} is the secret of the hook, {@code PORT} is the
   *     port to listen on, and {@code PUBLIC_URL} is the URL of the hook as Rossum sees it
   */
  public static void main(String[] args) throws SQLException {
    try {
      Secret secret = Secret.fromEnv("ROSSUM_HOOK_SECRET");
      int port = port(Optional.ofNullable(System.getenv("PORT")).orElse(DEFAULT_PORT));
      URI publicUrl = publicUrl(System.getenv("PUBLIC_URL"));
      HookEndpoint endpoint = endpoint(secret, SampleDatabase.create(), publicUrl).build();
      endpoint.warmUp(WebServer::warmUp);
      HttpServer server = WebServer.start(port, PATH, endpoint);
      LOG.info(
          "Listening on http://localhost:{}{} for {}",
          server.getAddress().getPort(),
          PATH,
          endpoint.events());
    } catch (IllegalStateException e) { // a mistake in the configuration
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static int port(String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
      throw new IllegalStateException(
          "PORT is '" + text + "'. Set it to a number up to 65535; 0 takes any free port.");
    }
    return Integer.parseInt(text);
  }

  private static @Nullable URI publicUrl(@Nullable String text) {
    try {
      return text == null || text.isEmpty() ? null : new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(
          "PUBLIC_URL is '"
              + text
              + "'. Set it to the URL of the hook as Rossum sees it, such as"
              + " https://hooks.acme.example/invoice_checks.",
          e);
    }
  }
}
