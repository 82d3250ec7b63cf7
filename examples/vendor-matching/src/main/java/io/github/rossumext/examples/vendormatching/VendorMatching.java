package io.github.rossumext.examples.vendormatching;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.payload.HookAction.STARTED;
import static io.github.rossumext.payload.HookAction.UPDATED;
import static io.github.rossumext.payload.HookAction.USER_UPDATE;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.servlet.RossumHookServlet;
import io.github.rossumext.value.Secret;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The extension as a program. It reads its configuration from the environment, then serves Rossum
 * until you stop it.
 */
public final class VendorMatching {
  private static final Logger LOG = LoggerFactory.getLogger(VendorMatching.class);
  private static final String PATH = "/vendor_matching";
  private static final String DEFAULT_PORT = "5042";

  private VendorMatching() {}

  /**
   * Starts the extension.
   *
   * @param args not used: {@code ROSSUM_HOOK_SECRET} is the secret of the hook, {@code PORT} is the
   *     port to listen on, and {@code METRICS_PORT} is the port of {@code /metrics} for Prometheus
   */
  public static void main(String[] args) throws SQLException {
    try {
      Secret secret = Secret.fromEnv("ROSSUM_HOOK_SECRET");
      int port = port("PORT", Optional.ofNullable(System.getenv("PORT")).orElse(DEFAULT_PORT));
      PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      HookEndpoint endpoint =
          endpoint(secret, new Suppliers(SampleDatabase.create()))
              .listener(new HookMetrics(metrics))
              .build();
      endpoint.warmUp(WebServer::warmUp);
      Server server = WebServer.start(port, PATH, new RossumHookServlet(endpoint));
      server.addEventListener(new ClosingAtTheEnd(endpoint));
      String metricsPort = System.getenv("METRICS_PORT");
      if (metricsPort != null) { // a port of its own, which the proxy does not publish
        Server scraped =
            WebServer.start(
                port("METRICS_PORT", metricsPort), "/metrics", new MetricsServlet(metrics));
        LOG.info("Metrics on http://localhost:{}/metrics", scraped.getURI().getPort());
      }
      LOG.info("Listening on http://localhost:{}{}", server.getURI().getPort(), PATH);
    } catch (IllegalStateException e) { // a mistake in the configuration
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  static HookEndpoint.Builder endpoint(Secret secret, Suppliers suppliers) {
    return HookEndpoint.builder()
        .secret(secret)
        .acceptLegacySignature()
        .on(
            ANNOTATION_CONTENT.only(INITIALIZE, STARTED, UPDATED, USER_UPDATE),
            ContentRules.of(new InvoiceIdRule(), new OrderIdRule(), new VendorRule(suppliers)));
  }

  static int port(String variable, String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
      throw new IllegalStateException(
          variable + " is '" + text + "'. Set it to a number up to 65535; 0 takes any free port.");
    }
    return Integer.parseInt(text);
  }
}
