package io.github.rossumext.testkit.api;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatIllegalArgumentException;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with a request when a test asks for it. */
class FaultsTest extends StubTest {
  private static final String LABEL = "{\"name\":\"checked\"}";

  private Client.Reply label() throws IOException {
    return Client.trySend(
        client
            .request("/v1/labels")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(LABEL)));
  }

  private int labels() {
    return client.get("/v1/labels").json().path("results").size();
  }

  @Test
  void eachRequestMeetsOne() {
    api.next(Fault.status(503), Fault.status(502));
    assertThat(client.get(PATH).status()).isEqualTo(503);
    assertThat(client.get(PATH).status()).isEqualTo(502);
    assertThat(client.get(PATH).status()).isEqualTo(200);
    assertThat(api.faultsLeft()).isEmpty();
  }

  @Test
  void aFaultMayWaitForItsPath() {
    api.next(Fault.status(500).on("POST /v1/labels"));
    assertThat(client.get(PATH).status()).isEqualTo(200);
    assertThat(api.unseenFaults()).hasSize(1);
    assertThat(api.faultsLeft())
        .singleElement()
        .hasToString("Fault[status 500 on POST /v1/labels]");
    assertThat(api.unseenFaults()).isEmpty();
    assertThat(client.post("/v1/labels", LABEL).status()).isEqualTo(500);
    assertThat(api.faultsLeft()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/labels", "GET /labels", "get /v1/labels", "GET /v1/labels?id=1", ""})
  void whatItWaitsForIsAMethodAndAPath(String text) {
    assertThatThrownBy(() -> Fault.close().on(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Expected a method and a path without query, such as POST /v1/relations, but found '"
                + text
                + "'.");
  }

  @Test
  void aStatusComesInsteadOfTheEffect() throws IOException {
    api.next(Fault.status(500));
    assertThat(label().status()).isEqualTo(500);
    assertThat(labels()).isZero();
  }

  @Test
  void aStatusMayComeAfterTheEffect() throws IOException {
    api.next(Fault.html(502).afterEffect());
    assertThat(label().status()).isEqualTo(502);
    assertThat(labels()).isEqualTo(1);
  }

  @Test
  void aProxyRespondsWithHtml() {
    api.next(Fault.html(502));
    Client.Reply reply = client.get(PATH);
    assertThat(reply.header("Content-Type")).isEqualTo("text/html");
    assertThat(reply.text()).startsWith("<html>");
  }

  @Test
  void aBodyMayBeMissing() {
    api.next(Fault.empty(429));
    assertThat(client.get(PATH).text()).isEmpty();
  }

  @Test
  void theThrottleSaysWhenInSecondsOrAsADate() {
    api.next(
        Fault.throttled(Duration.ofSeconds(7)),
        Fault.throttledUntil(Instant.parse("2025-11-04T09:00:30Z")));
    assertThat(client.get(PATH).header("Retry-After")).isEqualTo("7");
    assertThat(client.get(PATH).header("Retry-After")).isEqualTo("Tue, 4 Nov 2025 09:00:30 GMT");
  }

  @Test
  void aRedirectNamesAnotherHost() {
    api.next(Fault.redirect(URI.create("https://elsewhere.example/v1/annotations")));
    Client.Reply reply = client.get(PATH);
    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.header("Location")).isEqualTo("https://elsewhere.example/v1/annotations");
  }

  @Test
  void aConnectionIsClosedBeforeTheEffect() throws IOException {
    api.next(Fault.close().on("POST /v1/labels"));
    assertThatThrownBy(this::label).isInstanceOf(IOException.class);
    assertThat(labels()).isZero();
    assertThat(api.exchanges().get(0).status()).isEmpty();
    assertThat(api.exchanges().get(0).fault()).isEqualTo("connection closed");
  }

  @Test
  void aConnectionIsClosedAfterTheEffect() throws IOException {
    api.next(Fault.close().afterEffect().on("POST /v1/labels"));
    assertThatThrownBy(this::label).isInstanceOf(IOException.class);
    assertThat(labels()).isEqualTo(1);
  }

  @Test
  void aConnectionIsReset() {
    api.next(Fault.reset().on("POST /v1/labels"));
    assertThatThrownBy(this::label)
        .isInstanceOf(IOException.class)
        .hasStackTraceContaining("reset");
  }

  @Test
  void slowHeadersLastLongerThanATimeout() {
    api.next(Fault.slowHeaders(Duration.ofMinutes(1)));
    assertThatThrownBy(
            () -> Client.trySend(client.request(PATH).timeout(Duration.ofMillis(200)).GET()))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void aSlowBodyComesInTheEndAndTakesTimeOnTheClock() {
    Instant before = api.clock().instant();
    api.next(Fault.slowBody(Duration.ofMillis(50)));
    assertThat(client.get(PATH).at("/id")).isEqualTo(String.valueOf(INVOICE));
    assertThat(api.clock().instant()).isEqualTo(before.plusMillis(50));
  }

  @Test
  void aDelayIsOnTheClockOnly() {
    Instant before = api.clock().instant();
    api.next(Fault.delay(Duration.ofHours(1)));
    assertThat(client.get(PATH).status()).isEqualTo(200);
    assertThat(api.clock().instant()).isEqualTo(before.plusSeconds(3600));
  }

  @Test
  void jsonIsCut() {
    api.next(Fault.cutJson());
    Client.Reply reply = client.get(PATH);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).startsWith("{").doesNotEndWith("}");
  }

  @Test
  void aConnectionEndsInTheBody() throws IOException {
    api.next(Fault.cutBody());
    assertThatThrownBy(this::label).isInstanceOf(IOException.class);
    assertThat(labels()).isEqualTo(1);
  }

  @Test
  void aPageNamesAnotherNextPage() {
    api.next(Fault.next("https://elsewhere.example/v1/labels?cursor=x"));
    assertThat(client.get("/v1/labels").at("/pagination/next"))
        .isEqualTo("https://elsewhere.example/v1/labels?cursor=x");
  }

  @Test
  void aFaultThatCannotBeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(99));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.delay(Duration.ofNanos(-1)));
  }

  @Test
  void theStubClosesWhileAResponseIsSlow() {
    api.next(Fault.slowHeaders(Duration.ofMinutes(5)));
    CompletableFuture<Client.Reply> reply = CompletableFuture.supplyAsync(() -> client.get(PATH));
    while (api.exchanges().isEmpty()) {
      Thread.onSpinWait();
    }
    api.close();
    // The response may still come: what counts is that nobody waits for five minutes.
    assertThat(reply.handle((done, failure) -> "ended")).succeedsWithin(Duration.ofSeconds(20));
  }
}
