package io.github.rossumext.client;

import static io.github.rossumext.client.FakeApi.closed;
import static io.github.rossumext.client.FakeApi.json;
import static io.github.rossumext.client.FakeApi.reset;
import static io.github.rossumext.client.FakeApi.response;
import static io.github.rossumext.client.FakeApi.slow;
import static io.github.rossumext.client.FakeApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request with two seconds is answered in time, whatever happens to the calls of its handler. */
class DeadlineTest {
  private static final Duration EVENT = Duration.ofSeconds(2);
  private static final String OK_HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";

  private static void read(RossumClient rossum) {
    rossum.get("/v1/queues/8198");
  }

  private static void write(RossumClient rossum) {
    rossum.post("/v1/emails/send", Map.of());
  }

  private static void download(RossumClient rossum) {
    try {
      rossum.documents().download(1, OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void list(RossumClient rossum) {
    rossum.list("/v1/annotations", Map.of()).forEach(each -> {});
  }

  /** One fault, and the call that meets it. */
  private record Case(String name, FakeApi.Answer answer, Consumer<RossumClient> call) {}

  private static Stream<Case> cases() {
    return Stream.of(
        new Case("429 with seconds", response(429, "Retry-After: 1", ""), DeadlineTest::read),
        new Case(
            "429 with a date",
            response(429, "Retry-After: Wed, 01 Jan 2098 00:00:00 GMT", ""),
            DeadlineTest::write),
        new Case("429 without a header", status(429, ""), DeadlineTest::write),
        new Case(
            "502 with HTML",
            response(502, "Content-Type: text/html", "<html>"),
            DeadlineTest::read),
        new Case("closed connection", closed(), DeadlineTest::read),
        new Case("reset connection", reset(), DeadlineTest::read),
        new Case("slow headers", slow("HTTP/1.1 200 OK\r\n"), DeadlineTest::read),
        new Case("slow headers of a write", slow("HTTP/1.1 200 OK\r\n"), DeadlineTest::write),
        new Case("slow headers of a download", slow("HTTP/1.1 200 OK\r\n"), DeadlineTest::download),
        new Case("slow body", slow(OK_HEAD), DeadlineTest::read),
        new Case("slow body of an error", slow(OK_HEAD.replace("200", "503")), DeadlineTest::read),
        new Case("slow body of a download", slow(OK_HEAD), DeadlineTest::download),
        new Case("cut JSON", json("{\"id\": "), DeadlineTest::read),
        new Case(
            "redirect to another host",
            response(302, "Location: https://evil.invalid/v1/queues/8198", ""),
            DeadlineTest::read),
        new Case(
            "hostile next",
            json("{\"pagination\":{\"next\":\"https://evil.invalid/x\"},\"results\":[]}"),
            DeadlineTest::list));
  }

  @Test
  void isKeptInEveryFault() {
    Map<String, CompletableFuture<String>> results = new LinkedHashMap<>();
    cases()
        .forEach(
            each ->
                results.put(
                    each.name(),
                    CompletableFuture.supplyAsync(
                        () -> result(each), task -> new Thread(task).start())));

    results.forEach(
        (name, result) ->
            assertThat(result.join()).as(name).startsWith("[RossumApiException in time"));
  }

  /** What the handler got, and whether the endpoint was in time. */
  private static String result(Case each) {
    try (FakeApi api = new FakeApi().otherwise(request -> each.answer())) {
      List<String> caught = new CopyOnWriteArrayList<>();
      Secret secret = Secret.of("a-secret-of-the-hook-that-is-long");
      try (HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(secret)
              .timeout(EVENT)
              .listen(
                  HookEvent.INVOCATION_SCHEDULED,
                  (payload, context) -> {
                    try {
                      each.call().accept(RossumClient.of(context));
                    } catch (RossumApiException e) {
                      caught.add(
                          "RossumApiException "
                              + (context.remaining().isZero() ? "too late" : "in time")
                              + ": "
                              + e.getMessage());
                    }
                  })
              .build()) {
        Fixture scheduled =
            Fixtures.invocationScheduled()
                .withBaseUrl(URI.create(api.url()))
                .withToken("token-of-" + each.name().hashCode());
        endpoint.handle(SignedRequest.of(scheduled, secret).toEndpointRequest());
      }
      return caught.toString();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\n", OK_HEAD})
  void aCallThatIsOverFreesItsConnection(String head) throws InterruptedException {
    try (FakeApi api = new FakeApi().otherwise(request -> slow(head))) {
      RossumClient rossum =
          RossumClient.withToken(api.url(), Secret.of("token-of-a-slow-call"))
              .withTimeout(Duration.ofMillis(300));

      assertThatThrownBy(() -> read(rossum)).isInstanceOf(RossumApiException.Unavailable.class);
      assertThatThrownBy(() -> write(rossum))
          .hasMessageEndingWith("Nobody knows whether Rossum did it: look before you repeat.");
      assertThatThrownBy(() -> download(rossum))
          .hasMessageContaining("the time for the call is over");
      api.awaitNoConnection();
    }
  }
}
