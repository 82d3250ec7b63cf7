package io.github.rossumext.client;

import static io.github.rossumext.client.FakeApi.closed;
import static io.github.rossumext.client.FakeApi.cut;
import static io.github.rossumext.client.FakeApi.json;
import static io.github.rossumext.client.FakeApi.reset;
import static io.github.rossumext.client.FakeApi.response;
import static io.github.rossumext.client.FakeApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls are sent again, after which faults, and after which pause. */
class RepeatedCallsTest {
  private static final String HALF_OF_IT =
      "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\": 7, ";

  private final FakeApi api = new FakeApi();
  private final TestTime time = new TestTime();
  private final RossumClient rossum = TestClients.of(api, time);

  @AfterEach
  void close() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void aReadIsSentAgainAfterAPassingFault(int status) {
    api.answer(status(status, ""), status(status, ""), json("{\"id\": 7}"));

    assertThat(rossum.get("/v1/queues/7").isObject()).isTrue();
    assertThat(api.requests()).hasSize(3);
    assertThat(time.pauses()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 409, 412, 501})
  void nothingIsSentAgainAfterALastingFault(int status) {
    api.otherwise(request -> status(status, "{}"));

    assertThatThrownBy(() -> rossum.get("/v1/queues/7")).isInstanceOf(RossumApiException.class);
    assertThat(api.requests()).hasSize(1);
  }

  @Test
  void fourRequestsAreTheMost() {
    api.otherwise(request -> status(503, ""));

    assertThatThrownBy(() -> rossum.put("/v1/queues/7", Map.of()))
        .isInstanceOf(RossumApiException.Unavailable.class)
        .hasMessage("PUT /v1/queues/7: Rossum responded with 503 after 4 attempts.");
    assertThat(api.requests()).hasSize(4);
  }

  @Test
  void aReadIsSentAgainAfterAFaultOfTheConnection() {
    api.answer(reset(), cut(HALF_OF_IT), json("{}"));

    assertThat(rossum.get("/v1/queues/7").isObject()).isTrue();
  }

  @Test
  void aConnectionThatIsClosedWithoutAResponseIsAFaultToo() {
    // The JDK itself sends a GET again, so there are more requests than attempts.
    api.otherwise(request -> closed());

    assertThatThrownBy(() -> rossum.get("/v1/queues/7"))
        .isInstanceOf(RossumApiException.Unavailable.class)
        .hasMessage("GET /v1/queues/7: the connection failed (IOException) after 4 attempts.");
    assertThat(api.requests()).hasSizeGreaterThanOrEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void aPostIsNotSentAgainIfRossumMayHaveActed(int status) {
    api.otherwise(request -> status(status, ""));

    assertThatThrownBy(() -> rossum.post("/v1/emails/send", Map.of()))
        .isInstanceOf(RossumApiException.Unavailable.class);
    assertThatThrownBy(() -> rossum.patch("/v1/annotations/7", Map.of()))
        .isInstanceOf(RossumApiException.Unavailable.class);
    assertThat(api.requests()).hasSize(2);
  }

  @Test
  void aPostIsNotSentAgainIfItsConnectionFailed() {
    api.answer(closed());
    assertDoubt();
    api.answer(reset());
    assertDoubt();
    api.answer(cut(HALF_OF_IT));
    assertDoubt();

    assertThat(api.requests()).hasSize(3);
  }

  private void assertDoubt() {
    assertThatThrownBy(() -> rossum.post("/v1/emails/send", Map.of()))
        .isInstanceOf(RossumApiException.Unavailable.class)
        .hasMessageStartingWith("POST /v1/emails/send: the connection failed (")
        .hasMessageEndingWith("Nobody knows whether Rossum did it: look before you repeat.");
  }

  @Test
  void aPostIsSentAgainWhenRossumThrottlesIt() {
    api.answer(response(429, "Retry-After: 3", ""), status(201, "{}"));

    rossum.post("/v1/emails/send", Map.of());

    assertThat(api.requests()).hasSize(2);
    assertThat(time.pauses().get(0)).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_250));
  }

  @Test
  void aPostIsSentAgainWhenNobodyListens() {
    api.close();

    assertThatThrownBy(() -> rossum.post("/v1/emails/send", Map.of()))
        .isInstanceOf(RossumApiException.Unavailable.class)
        .hasMessage("POST /v1/emails/send: the connection was refused after 4 attempts.");
    assertThat(time.pauses()).hasSize(3);
  }

  @Test
  void waitsUntilTheDateThatRossumNames() {
    api.answer(
        response(429, "Retry-After: Sun, 26 Apr 2026 10:00:07 GMT", ""), json("{\"id\": 7}"));

    rossum.get("/v1/queues/7");

    assertThat(time.pauses().get(0)).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_250));
  }

  @Test
  void doesNotWaitLongerThanTheCallMayTake() {
    api.answer(response(429, "Retry-After: 30", "{\"detail\": \"Request was throttled.\"}"));

    assertThatThrownBy(() -> rossum.get("/v1/queues/7"))
        .isInstanceOf(RossumApiException.Throttled.class)
        .hasMessageEndingWith("Detail: Request was throttled.");
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void theEleventhCallWaitsForItsTurn() {
    for (int i = 0; i < 12; i++) {
      rossum.get("/v1/queues/7");
    }

    assertThat(time.pauses()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(100));
  }

  @Test
  void aCallWhoseTurnComesTooLateIsNotSent() {
    RossumClient hurried = rossum.withCallsPerSecond(1).withTimeout(Duration.ofMillis(900));
    for (int i = 0; i < 10; i++) {
      hurried.get("/v1/queues/7");
    }

    assertThatThrownBy(() -> hurried.get("/v1/queues/7"))
        .isInstanceOf(RossumApiException.Throttled.class)
        .hasMessageContaining("too many calls with this token");
    assertThat(api.requests()).hasSize(10);
  }

  @Test
  void moreCallsASecondAreAllowedOnRequest() {
    RossumClient fast = rossum.withCallsPerSecond(1000);
    for (int i = 0; i < 12; i++) {
      fast.get("/v1/queues/7");
    }

    assertThat(time.pauses()).containsExactly(Duration.ofMillis(1), Duration.ofMillis(1));
  }

  @Test
  void cutJsonIsAnErrorAndNotAFault() {
    api.answer(json("{\"id\": 7, "));

    assertThatThrownBy(() -> rossum.get("/v1/queues/7"))
        .isExactlyInstanceOf(RossumApiException.class)
        .hasMessageStartingWith(
            "GET /v1/queues/7: Rossum responded with 200, but the body is not JSON"
                + " (application/json, 10 bytes)");
    assertThat(api.requests()).hasSize(1);
  }

  @Test
  void anEmptyBodyIsAnErrorIfSomethingIsExpected() {
    api.answer(response(200, "", ""));

    assertThatThrownBy(() -> rossum.get("/v1/queues/7"))
        .hasMessage("GET /v1/queues/7: Rossum responded with 200, but without a body.");
  }

  @Test
  void aPageOfAProxyIsAnError() {
    api.answer(response(200, "Content-Type: text/html", "<html>Please log in.</html>"));

    assertThatThrownBy(() -> rossum.get("/v1/queues/7"))
        .hasMessageContaining("the body is not JSON (text/html, 27 bytes)")
        .hasMessageNotContaining("Please");
  }

  @Test
  void anInterruptedThreadStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> rossum.post("/v1/emails/send", Map.of()))
        .isInstanceOf(RossumApiException.Unavailable.class)
        .hasMessageContaining("the thread was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
