package io.github.rossumext;

import static io.github.rossumext.Handlers.everywhere;
import static io.github.rossumext.Handlers.failing;
import static io.github.rossumext.Handlers.withPolicy;
import static io.github.rossumext.Requests.signed;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.value.Headers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing of a request reaches a log or a response to a failure. */
class LogSecrecyTest {
  private final CapturedLog log = CapturedLog.start();

  @AfterEach
  void close() {
    log.close();
  }

  private static final String MARK = "m4rk";
  private static final String MARKED_KEYS =
      "'secrets':{'password':'m4rk-secret'},'rossum_authorization_token':'m4rk-token',"
          + "'base_url':'https://m4rk-host','hook':'https://m4rk-hook','extra':'m4rk-extra',"
          + "'body':{'body_text_plain':'m4rk-mail'},'headers':{'subject':'m4rk-subject'}";

  record Wrong(int password) {}

  private List<HookEndpoint> endpoints() {
    Exception deep =
        new IOException(
            "m4rk-text", new IllegalStateException("m4rk-cause", new Error("m4rk-root")));
    deep.addSuppressed(new IOException("m4rk-suppressed"));
    List<HookEndpoint.Builder> builders =
        List.of(
            everywhere((payload, context) -> {}),
            failing(deep),
            withPolicy(failing(deep), FailurePolicy.FAIL_OPEN),
            withPolicy(
                failing(new FailureException(FailurePolicy.RETRY, deep)), FailurePolicy.RETRY),
            failing(new UserMessageException("m4rk-told", deep)),
            everywhere((payload, context) -> context.secrets(Wrong.class)),
            everywhere((payload, context) -> context.settings(Wrong.class)),
            everywhere((payload, context) -> payload.raw().as(Wrong[].class)),
            everywhere(
                (payload, context) -> {
                  throw new IllegalArgumentException(payload.raw().text());
                }));
    List<HookEndpoint> endpoints = new ArrayList<>();
    builders.forEach(builder -> endpoints.add(builder.build()));
    return endpoints;
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfARequestIsLoggedAtAnyLevelWhateverHappens(Kind kind) {
    byte[] body = kind.body(MARKED_KEYS);
    EndpointRequest request = signed(body);
    String signature = RequestSigner.of(Requests.SECRET).sign(body).substring("sha256=".length());

    for (HookEndpoint endpoint : endpoints()) {
      endpoint.handle(request);
      endpoint.handle(Requests.unsigned(body));
      endpoint.handle(
          EndpointRequest.of(
              Headers.of("X-Rossum-Signature-SHA256", "sha256=" + signature),
              Requests.quoted("m4rk")));
    }

    assertThat(log.events()).hasSize(3 * endpoints().size());
    assertThat(log.text())
        .doesNotContain(MARK)
        .doesNotContain(signature)
        .doesNotContain(Requests.SECRET.reveal());
  }

  @Test
  void aBrokenBodyIsNotQuoted() {
    HookEndpoint endpoint = everywhere((payload, context) -> {}).build();

    endpoint.handle(signed("{'m4rk-key':'m4rk-value' m4rk"));
    endpoint.handle(
        signed(
            "{'event':'annotation_content','action':'x','annotation':{'content':"
                + "[{'id':'m4rk','schema_id':'m4rk'}]}}"));

    assertThat(log.events()).extracting(ILoggingEvent::getLevel).containsOnly(Level.WARN);
    assertThat(log.text()).doesNotContain(MARK);
  }

  @Test
  void noResponseQuotesAnException() {
    for (Kind kind : Kind.values()) {
      for (HookEndpoint endpoint : endpoints()) {
        String response = Wire.json(endpoint.handle(signed(kind.body(MARKED_KEYS))));

        assertThat(response.replace("m4rk-told", "")).doesNotContain(MARK);
      }
    }
  }

  @Test
  void theTracesNameTypesAndPlaces() {
    failing(new IOException("m4rk", new IllegalStateException("m4rk")))
        .build()
        .handle(Kind.UPDATED.request());

    assertThat(log.text())
        .contains("java.io.IOException", "Caused by: ", "java.lang.IllegalStateException")
        .contains("\tat io.github.rossumext.LogSecrecyTest.theTracesNameTypesAndPlaces(");
  }

  @Test
  void anEndlessChainOfCausesEnds() {
    IOException one = new IOException("x");
    IOException other = new IOException("y", one);
    one.initCause(other);

    EndpointResponse response = failing(other).build().handle(Kind.UPDATED.request());

    assertThat(response.status()).isEqualTo(500);
    assertThat(log.events()).hasSize(1);
  }

  @Test
  void aLongChainOfCausesIsCut() {
    Exception chain = new IOException("x");
    for (int i = 0; i < 100; i++) {
      chain = new IllegalStateException(chain);
    }

    failing(chain).build().handle(Kind.UPDATED.request());

    assertThat(log.text().split("Caused by: ", -1)).hasSizeBetween(20, 22);
  }
}
