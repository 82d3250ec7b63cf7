package io.github.rossumext.client;

import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.value.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log shows if a handler fails because a call did. */
class FailedHandlerLogTest extends StubTest {
  private static final Secret SECRET = Secret.of("made-up");

  /** Returns what is logged when this handler gets an event. */
  private String logged(Consumer<RossumClient> handler, boolean showsTexts) {
    HookEndpoint.Builder builder =
        HookEndpoint.builder()
            .secret(SECRET)
            .listen(ANNOTATION_STATUS, (change, context) -> handler.accept(of(context)));
    if (showsTexts) {
      builder.logExceptionTexts();
    }
    Fixture changed =
        Fixtures.statusChanged().withBaseUrl(api.baseUrl()).withToken(api.token().reveal());
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    try (HookEndpoint endpoint = builder.build()) {
      int status = endpoint.handle(SignedRequest.of(changed, SECRET).toEndpointRequest()).status();
      assertThat(status).isEqualTo(500);
    } finally {
      root.detachAppender(log);
    }
    return log.list.stream()
        .map(
            event ->
                event.getFormattedMessage()
                    + "\n"
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()))
        .collect(Collectors.joining("\n"));
  }

  private static RossumClient of(HookContext context) {
    return RossumClient.of(context).withTimeout(Duration.ofSeconds(5));
  }

  private void refuse() {
    api.respond(
        "PATCH",
        path(""),
        400,
        Map.of("metadata", "Acme s.r.o. is wrong.", "detail", "IBAN DE02120300000000202051"));
  }

  @Test
  void isMethodPathAndStatusAndNothingOfTheBodies() {
    refuse();

    String log =
        logged(
            client -> client.patch(path("") + "?note=secret-note", Map.of("metadata", "Acme")),
            false);

    assertThat(log)
        .contains(
            "io.github.rossumext.client.RossumApiException: PATCH "
                + path("")
                + ": Rossum responded with 400. It does not accept the request.\n")
        .doesNotContain("Acme")
        .doesNotContain("IBAN")
        .doesNotContain("secret-note");
  }

  @Test
  void isTheSameForASubtypeAndWithoutAResponse() {
    assertThat(logged(client -> client.annotations().get(7), false))
        .contains("RossumApiException$NotFound: GET /v1/annotations/7: Rossum responded with 404.");

    api.next(Fault.slowHeaders(Duration.ofSeconds(2)));
    assertThat(
            logged(
                client -> client.withTimeout(Duration.ofMillis(300)).annotations().delete(8),
                false))
        .contains("RossumApiException$Unavailable: POST /v1/annotations/8/delete: the time");
  }

  @Test
  void isEverythingIfTheEndpointShowsTexts() {
    refuse();

    assertThat(logged(client -> client.patch(path(""), Map.of()), true))
        .contains("IBAN DE02120300000000202051");
  }
}
