package io.github.rossumext.examples.vendormatching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Headers;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpResponse;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/** The metrics of the extension as Prometheus reads them. */
class HookMetricsTest {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HookEndpoint endpoint =
      HookEndpoint.builder()
          .secret(Queue.SECRET)
          .on(
              HookEvent.ANNOTATION_CONTENT,
              ContentRules.of(
                  content -> {
                    content.field("notes").set("Seen.").info("Seen.");
                    if (content.at(HookAction.EXPORT)) {
                      throw new IllegalStateException("The ERP is down.");
                    }
                  }))
          .listener(new HookMetrics(registry))
          .build();

  private void send(Fixture fixture) {
    endpoint.handle(SignedRequest.of(fixture, Queue.SECRET).toEndpointRequest());
  }

  @Test
  void requestsAreCountedByEventOutcomeAndStatus() {
    send(Fixtures.invoice());
    send(Fixtures.invoice());
    send(Fixtures.invoice().with(HookAction.EXPORT));
    endpoint.handle(EndpointRequest.of(Headers.empty(), new byte[0]));

    assertThat(registry.scrape().lines())
        .contains(
            "rossum_requests_seconds_count{event=\"annotation_content.initialize\","
                + "outcome=\"responded\",status=\"200\"} 2",
            "rossum_requests_seconds_count{event=\"annotation_content.export\","
                + "outcome=\"failed\",status=\"500\"} 1",
            "rossum_requests_seconds_count{event=\"none\",outcome=\"signature\",status=\"401\"} 1",
            "rossum_messages_total{type=\"info\"} 2.0",
            "rossum_operations_total 2.0",
            "rossum_request_size_bytes_count 3");
  }

  @Test
  void eventsThatNobodyKnowsShareATimeSeries() {
    byte[] unknown = "{\"event\":\"moon\",\"action\":\"full\"}".getBytes(UTF_8);
    endpoint.handle(SignedRequest.of(unknown, Queue.SECRET).toEndpointRequest());

    assertThat(registry.scrape()).contains("event=\"other\"").doesNotContain("moon");
  }

  @Test
  void theyAreServedAsTextThatPrometheusReads() throws Exception {
    send(Fixtures.invoice());
    Server server = WebServer.start(0, "/metrics", new MetricsServlet(registry));
    try {
      URI url = URI.create("http://localhost:" + server.getURI().getPort() + "/metrics");
      HttpResponse<String> page = Service.get(url);

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type"))
          .hasValue("text/plain; version=0.0.4; charset=utf-8");
      assertThat(page.body()).isEqualTo(registry.scrape());
    } finally {
      server.stop();
    }
  }
}
