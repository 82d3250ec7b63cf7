package io.github.rossumext.client;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.testkit.api.Fault;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls are sent again, after which faults, and after which pause. */
class RepeatedCallsTest extends StubTest {
  private void read() {
    assertThat(rossum.get("/v1/queues/19055").isObject()).isTrue();
  }

  private void write() {
    rossum.labels().create(Map.of("name", "urgent"));
  }

  private int labels() {
    return api.get("/v1/labels").find("results").orElseThrow().elements().size();
  }

  private void nextAll(Fault fault) {
    api.next(Collections.nCopies(20, fault).toArray(Fault[]::new));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void aReadIsSentAgainAfterAPassingFault(int status) {
    api.next(Fault.status(status), Fault.html(status));

    read();
    assertThat(requests()).hasSize(3);
    assertThat(time.pauses()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 409, 412, 501})
  void nothingIsSentAgainAfterALastingFault(int status) {
    nextAll(Fault.status(status));

    assertThatThrownBy(this::read).isInstanceOf(RossumApiException.class);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void fourRequestsAreTheMost() {
    nextAll(Fault.empty(503));

    assertThatThrownBy(() -> rossum.put("/v1/queues/7", Map.of()))
        .isInstanceOf(RossumApiException.Unavailable.class)
        .hasMessage("PUT /v1/queues/7: Rossum responded with 503 after 4 attempts.");
    assertThat(requests()).hasSize(4);
  }

  @Test
  void aReadIsSentAgainAfterAFaultOfTheConnection() {
    api.next(Fault.reset(), Fault.cutBody());

    read();
    assertThat(api.faultsLeft()).isEmpty();
  }

  @Test
  void aConnectionThatIsClosedWithoutAResponseIsAFaultToo() {
    // The JDK itself sends a GET again, so there are more requests than attempts.
    nextAll(Fault.close());

    assertThatThrownBy(this::read)
        .isInstanceOf(RossumApiException.Unavailable.class)
        .hasMessage("GET /v1/queues/19055: the connection failed (IOException) after 4 attempts.");
    assertThat(requests()).hasSizeGreaterThanOrEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void aPostIsNotSentAgainIfRossumMayHaveActed(int status) {
    api.next(Fault.status(status).afterEffect(), Fault.status(status).afterEffect());

    assertThatThrownBy(this::write).isInstanceOf(RossumApiException.Unavailable.class);
    assertThatThrownBy(() -> rossum.labels().patch(801, Map.of("name", "late")))
        .isInstanceOf(RossumApiException.Unavailable.class);
    assertThat(api).hasRequests("POST /v1/labels", "PATCH /v1/labels/801");
    assertThat(labels()).isEqualTo(1);
  }

  @Test
  void aPostIsNotSentAgainIfItsConnectionFailed() {
    for (Fault fault :
        new Fault[] {
          Fault.close(),
          Fault.reset(),
          Fault.close().afterEffect(),
          Fault.reset().afterEffect(),
          Fault.cutBody()
        }) {
      api.next(fault);
      assertThatThrownBy(this::write)
          .as(fault.toString())
          .isInstanceOf(RossumApiException.Unavailable.class)
          .hasMessageStartingWith("POST /v1/labels: the connection failed (")
          .hasMessageEndingWith("Nobody knows whether Rossum did it: look before you repeat.");
    }

    assertThat(requests()).hasSize(5);
    assertThat(labels()).as("three lost their responses only").isEqualTo(3);
  }

  @Test
  void aPostIsSentAgainWhenRossumThrottlesIt() {
    api.next(Fault.throttled(Duration.ofSeconds(3)));

    write();

    assertThat(labels()).isEqualTo(1);
    assertThat(time.pauses().get(0)).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_250));
  }

  @Test
  void aPostIsSentAgainWhenNobodyListens() throws IOException {
    try (Socket held = new Socket()) {
      RossumClient client = TestClients.ofNobody(held, time);

      assertThatThrownBy(() -> client.post("/v1/emails/send", Map.of()))
          .isInstanceOf(RossumApiException.Unavailable.class)
          .hasMessage("POST /v1/emails/send: the connection was refused after 4 attempts.");
      assertThat(time.pauses()).hasSize(3);
    }
  }

  @Test
  void waitsUntilTheDateThatRossumNames() {
    api.next(Fault.throttledUntil(time.now().plusSeconds(7)));

    read();

    assertThat(time.pauses().get(0)).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_250));
  }

  @Test
  void doesNotWaitLongerThanTheCallMayTake() {
    api.next(Fault.throttled(Duration.ofSeconds(30)));

    assertThatThrownBy(this::read)
        .isInstanceOf(RossumApiException.Throttled.class)
        .hasMessageEndingWith("Detail: Request was throttled.");
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void theEleventhCallWaitsForItsTurn() {
    for (int i = 0; i < 12; i++) {
      read();
    }

    assertThat(time.pauses()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(100));
  }

  @Test
  void rossumHasNothingToThrottle() {
    api.throttle(10, 10);
    for (int i = 0; i < 40; i++) {
      read();
    }

    assertThat(api.exchanges()).hasSize(40).allMatch(each -> each.isSuccess());
  }

  @Test
  void aCallWhoseTurnComesTooLateIsNotSent() {
    RossumClient hurried = rossum.withCallsPerSecond(1).withTimeout(Duration.ofMillis(900));
    for (int i = 0; i < 10; i++) {
      hurried.get("/v1/queues/19055");
    }

    assertThatThrownBy(() -> hurried.get("/v1/queues/19055"))
        .isInstanceOf(RossumApiException.Throttled.class)
        .hasMessageContaining("too many calls with this token");
    assertThat(requests()).hasSize(10);
  }

  @Test
  void moreCallsASecondAreAllowedOnRequest() {
    RossumClient fast = rossum.withCallsPerSecond(1000);
    for (int i = 0; i < 12; i++) {
      fast.get("/v1/queues/19055");
    }

    assertThat(time.pauses()).containsExactly(Duration.ofMillis(1), Duration.ofMillis(1));
  }

  @Test
  void cutJsonIsAnErrorAndNotAFault() {
    api.next(Fault.cutJson());

    assertThatThrownBy(this::read)
        .isExactlyInstanceOf(RossumApiException.class)
        .hasMessageStartingWith(
            "GET /v1/queues/19055: Rossum responded with 200, but the body is not JSON"
                + " (application/json, ");
    assertThat(requests()).hasSize(1);
  }

  @Test
  void anEmptyBodyIsAnErrorIfSomethingIsExpected() {
    api.next(Fault.empty(200));

    assertThatThrownBy(this::read)
        .hasMessage("GET /v1/queues/19055: Rossum responded with 200, but without a body.");
  }

  @Test
  void aPageOfAProxyIsAnError() {
    api.next(Fault.html(200));

    assertThatThrownBy(this::read)
        .hasMessageContaining("the body is not JSON (text/html, ")
        .hasMessageNotContaining("nginx");
  }

  @Test
  void anInterruptedThreadStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(this::write)
        .isInstanceOf(RossumApiException.Unavailable.class)
        .hasMessageContaining("the thread was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
