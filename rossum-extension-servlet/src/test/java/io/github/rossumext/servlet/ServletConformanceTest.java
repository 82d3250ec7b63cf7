package io.github.rossumext.servlet;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.adapter.AdapterConformance;
import java.net.URI;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The servlet is the adapter that it should be, in Jetty. */
class ServletConformanceTest extends AdapterConformance {
  private @Nullable HookServer server;

  @Override
  protected URI start(HookEndpoint endpoint) throws Exception {
    HookServer started = HookServer.start(endpoint);
    server = started;
    return started.uri();
  }

  @Override
  protected void stop() {
    Objects.requireNonNull(server).close();
  }

  @Override
  protected AutoCloseable captureLog(Consumer<String> lines) {
    return new LogCapture(lines);
  }
}
