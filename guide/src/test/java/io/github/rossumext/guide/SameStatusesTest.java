package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.servlet.RossumHookServlet;
import io.github.rossumext.testkit.hostile.HostileCase;
import io.github.rossumext.testkit.hostile.HostileRequests;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** The servlet and the adapter of the JDK's server respond to hostile requests with one status. */
class SameStatusesTest {
  private static final int MAX_BODY_BYTES = 1024 * 1024;

  /** Each server has limits of its own on headers, which it checks before any adapter. */
  private static final List<String> REFUSED_BY_THE_SERVER =
      List.of("header: one of 3 MB", "header: 100000 of them", "header: one with a NUL");

  private static HookEndpoint endpoint() {
    return HookEndpoint.builder()
        .secret(Responses.SECRET)
        .maxBodyBytes(MAX_BODY_BYTES)
        .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info("Seen.")))
        .build();
  }

  private static Map<String, Integer> statuses(URI url) {
    Map<String, Integer> statuses = new LinkedHashMap<>();
    for (HostileCase hostile :
        HostileRequests.of(url, Responses.SECRET).withMaxBodyBytes(MAX_BODY_BYTES).cases()) {
      statuses.put(hostile.toString(), hostile.run().orElseThrow().status());
    }
    return statuses;
  }

  private static Map<String, Integer> ofTheServlet() throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new RossumHookServlet(endpoint())), "/rossum");
    server.setHandler(context);
    server.start();
    try {
      return statuses(URI.create("http://localhost:" + connector.getLocalPort() + "/rossum"));
    } finally {
      server.stop();
    }
  }

  @Test
  void whateverReachesTheEndpointGetsTheSameStatus() throws Exception {
    Map<String, Integer> servlet = ofTheServlet();
    Map<String, Integer> jdk;
    try (JdkServer server = new JdkServer(endpoint())) {
      jdk = statuses(server.url());
    }

    REFUSED_BY_THE_SERVER.forEach(
        hostile -> {
          assertThat(servlet.remove(hostile)).isNotNull();
          assertThat(jdk.remove(hostile)).isNotNull();
        });
    assertThat(servlet).hasSizeGreaterThan(50);
    assertThat(jdk).isEqualTo(servlet);
  }
}
