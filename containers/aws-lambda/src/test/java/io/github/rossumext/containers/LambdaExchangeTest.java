package io.github.rossumext.containers;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.adapter.AdapterConformance;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The adapter of docs/deployment.md for AWS Lambda. */
class LambdaExchangeTest {
  private static final Secret SECRET = Secret.of("a-secret-of-the-lambda-test-0123456789");

  /** A gateway reads the body: pieces of a body and a connection that breaks never get here. */
  private static final Set<String> OF_THE_GATEWAY =
      Set.of("The size of a body", "The length of a body", "Load and end");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void servesASignedRequest(boolean isBase64) {
    byte[] body = Fixtures.invoice().body();
    String signature =
        SignedRequest.of(body, SECRET).headers().first("X-Rossum-Signature-SHA256").orElseThrow();
    Map<String, String> headers =
        Map.of("content-type", "application/json", "x-rossum-signature-sha256", signature);

    Map<String, Object> response =
        new RossumFunction(SECRET)
            .handleRequest(Gateway.event("POST", "/rossum", headers, body, isBase64), null);

    assertThat(response).containsEntry("statusCode", 200);
    assertThat((String) response.get("body")).contains("Seen.");
  }

  @TestFactory
  Stream<DynamicNode> isAsStrictAsTheServlet() {
    return new Conformance()
        .isWhatEveryAdapterMustDo()
        .filter(group -> !OF_THE_GATEWAY.contains(group.getDisplayName()));
  }

  private static final class Conformance extends AdapterConformance {
    private Gateway gateway;

    @Override
    protected URI start(HookEndpoint endpoint) throws Exception {
      gateway = new Gateway(event -> RossumFunction.serve(event, endpoint), true);
      return gateway.url();
    }

    @Override
    protected void stop() throws Exception {
      gateway.close();
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
}
