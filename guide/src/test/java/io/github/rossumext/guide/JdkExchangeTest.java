package io.github.rossumext.guide;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.adapter.AdapterConformance;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

// docs: test-an-adapter
/** The adapter of docs/deployment.md is as strict as the servlet. */
class JdkExchangeTest extends AdapterConformance {
  private @Nullable JdkServer server;

  @Override
  protected URI start(HookEndpoint endpoint) throws IOException {
    server = new JdkServer(endpoint);
    return server.url();
  }

  @Override
  protected void stop() {
    Objects.requireNonNull(server).close();
  }

  @Override
  protected AutoCloseable captureLog(Consumer<String> lines) {
    Logger logger = (Logger) LoggerFactory.getLogger(HookEndpoint.class);
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            lines.accept(event.getLevel() + " " + event.getFormattedMessage());
          }
        };
    appender.setContext(logger.getLoggerContext());
    appender.start();
    logger.addAppender(appender);
    return () -> logger.detachAppender(appender);
  }
}
// end
