package io.github.rossumext.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The line that a servlet writes when its container starts it. */
class StartLogTest {
  private static final String EVENTS =
      "annotation_content, annotation_content.export, email.received";

  private final Logger library = (Logger) LoggerFactory.getLogger("io.github.rossumext");
  private LogCapture log;

  @BeforeEach
  void listen() {
    library.setLevel(Level.INFO);
    log = new LogCapture();
  }

  @AfterEach
  void stopListening() {
    log.close();
    library.setLevel(null);
  }

  @Test
  void namesThePathAndTheEvents() throws Exception {
    HookServer.start(Endpoints.endpoint()).close();

    assertThat(log.starts())
        .containsExactly("INFO ready path=\"/rossum\" events=\"" + EVENTS + "\"");
  }

  @Test
  void isNotWrittenForTheServerOfAWarmUp() {
    Endpoints.endpoint()
        .warmUp(
            warmUp -> {
              try (HookServer second = HookServer.start(warmUp.endpoint())) {
                warmUp.post(second.uri());
              }
            });

    assertThat(log.lines()).isEmpty();
    assertThat(log.starts()).isEmpty();
  }

  @Test
  void namesEachPathAsTheContainerMapsIt() throws Exception {
    ServletHolder holder = new ServletHolder(new RossumHookServlet(Endpoints.endpoint()));
    holder.setInitOrder(1);
    ServletContextHandler context = new ServletContextHandler("/hooks");
    context.addServlet(holder, "/b/*");
    context.addServlet(holder, "/a");
    context.start();
    context.stop();

    assertThat(log.starts())
        .containsExactly("INFO ready path=\"/hooks/a, /hooks/b/*\" events=\"" + EVENTS + "\"");
  }
}
