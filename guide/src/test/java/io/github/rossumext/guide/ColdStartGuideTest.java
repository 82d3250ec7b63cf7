package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.WarmUp;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.servlet.RossumHookServlet;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/** The code of docs/cold-start.md. */
class ColdStartGuideTest {
  private final List<String> deeds = new ArrayList<>();
  private final HookEndpoint endpoint =
      Responses.endpoint()
          .on(ANNOTATION_CONTENT, ContentRules.of(content -> deeds.add("rule")))
          .build();

  // docs: warm-up
  static void beforeThePortOpens(HookEndpoint endpoint) {
    endpoint.warmUp();
  }

  // end

  @Test
  void aWarmUpRunsNoRule() {
    beforeThePortOpens(endpoint);

    assertThat(deeds).isEmpty();
  }

  // docs: warm-up-jetty
  /** Pass it to the endpoint before your server starts: endpoint.warmUp(JettyWarmUp::run). */
  static final class JettyWarmUp {
    static void run(WarmUp warmUp) throws Exception {
      Server second = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      ServletContextHandler context = new ServletContextHandler();
      context.addServlet(new ServletHolder(new RossumHookServlet(warmUp.endpoint())), "/rossum");
      second.setHandler(context);
      second.start();
      try {
        warmUp.post(second.getURI().resolve("/rossum"));
      } finally {
        second.stop();
      }
    }
  }

  // end

  @Test
  void aWarmUpGoesThroughJetty() {
    List<String> done = new ArrayList<>();
    endpoint.warmUp(
        warmUp -> {
          JettyWarmUp.run(warmUp);
          done.add("served");
        });

    assertThat(done).containsExactly("served"); // post() throws if the response is not 200
    assertThat(deeds).isEmpty();
  }
}
