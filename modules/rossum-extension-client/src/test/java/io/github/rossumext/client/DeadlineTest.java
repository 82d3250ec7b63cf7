package io.github.rossumext.client;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
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

/** A request with two seconds gets its response in time, whatever happens to the calls for it. */
class DeadlineTest {
  private static final Duration EVENT = Duration.ofSeconds(2);
  private static final Duration TOO_LONG = Duration.ofSeconds(30);
  private static final Secret SECRET = Secret.of("a-secret-of-the-hook-that-is-long");
  private static final String EVIL = "https://evil.invalid/";

  private static void read(RossumClient rossum) {
    rossum.queues().get(19055);
  }

  private static void write(RossumClient rossum) {
    rossum.labels().create(Map.of("name", "urgent"));
  }

  private static void list(RossumClient rossum) {
    rossum.annotations().list().forEach(each -> {});
  }

  private static void download(RossumClient rossum) {
    try {
      rossum.documents().download(4402118830L, OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fault that every request meets, the call, and what its exception says in the end. */
  private record Case(String name, Fault fault, Consumer<RossumClient> call, String end) {}

  private static final String OVER = "the time for the call is over";

  private static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "429 with seconds", Fault.throttled(Duration.ofSeconds(1)), DeadlineTest::read, "429"),
        new Case("429 with many seconds", Fault.throttled(TOO_LONG), DeadlineTest::write, "429"),
        new Case(
            "429 with a date",
            Fault.throttledUntil(Instant.parse("2098-01-01T00:00:00Z")),
            DeadlineTest::write,
            "429"),
        new Case("429 without a header", Fault.empty(429), DeadlineTest::write, "429"),
        new Case("502 with HTML", Fault.html(502), DeadlineTest::read, "(text/html, "),
        new Case("closed connection", Fault.close(), DeadlineTest::read, "the connection failed"),
        new Case("reset connection", Fault.reset(), DeadlineTest::read, "the connection failed"),
        new Case(
            "closed in the body", Fault.cutBody(), DeadlineTest::read, "the connection failed"),
        new Case("slow headers", Fault.slowHeaders(TOO_LONG), DeadlineTest::read, OVER),
        new Case("slow headers of a write", Fault.slowHeaders(TOO_LONG), DeadlineTest::write, OVER),
        new Case(
            "slow headers of a file", Fault.slowHeaders(TOO_LONG), DeadlineTest::download, OVER),
        new Case("slow body", Fault.slowBody(TOO_LONG), DeadlineTest::read, OVER),
        new Case("slow body of a write", Fault.slowBody(TOO_LONG), DeadlineTest::write, OVER),
        new Case("slow body of a file", Fault.slowBody(TOO_LONG), DeadlineTest::download, OVER),
        new Case("cut JSON", Fault.cutJson(), DeadlineTest::read, "the body is not JSON"),
        new Case("cut JSON of a list", Fault.cutJson(), DeadlineTest::list, "the body is not JSON"),
        new Case(
            "redirect to another host",
            Fault.redirect(URI.create(EVIL + "v1/queues/19055")),
            DeadlineTest::read,
            "Redirects are not followed."),
        new Case(
            "next of another host",
            Fault.next(EVIL + "annotations"),
            DeadlineTest::list,
            "names a next page that cannot be called"),
        new Case(
            "next that climbs",
            Fault.next(EVIL + "v1/../../secrets"),
            DeadlineTest::list,
            "names a next page that cannot be called"),
        new Case(
            "next that is made up",
            Fault.next(EVIL + "v1/annotations?cursor=x"),
            DeadlineTest::list,
            "Rossum responded with 400"),
        new Case(
            "next that repeats",
            Fault.next(EVIL + "v1/annotations?page_size=100"),
            DeadlineTest::list,
            "was already read"));
  }

  @Test
  void isKeptInEveryFault() {
    Map<Case, CompletableFuture<String>> results = new LinkedHashMap<>();
    cases()
        .forEach(
            each ->
                results.put(
                    each,
                    CompletableFuture.supplyAsync(
                        () -> result(each), task -> new Thread(task).start())));

    results.forEach(
        (each, result) ->
            assertThat(result.join())
                .as(each.name())
                .startsWith("200: in time: ")
                .contains(each.end()));
  }

  /** What the endpoint responded, and what its handler got before. */
  private static String result(Case each) {
    try (RossumApiStub api = RossumApiStub.create()) {
      api.add(Fixtures.invoice());
      api.next(Collections.nCopies(30, each.fault()).toArray(Fault[]::new));
      return result(api.baseUrl(), api.token(), each.call());
    }
  }

  private static String result(URI baseUrl, Secret token, Consumer<RossumClient> call) {
    List<String> caught = new CopyOnWriteArrayList<>();
    Fixture scheduled =
        Fixtures.invocationScheduled().withBaseUrl(baseUrl).withToken(token.reveal());
    try (HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(SECRET)
            .timeout(EVENT)
            .listen(
                HookEvent.INVOCATION_SCHEDULED,
                (payload, context) -> {
                  try {
                    call.accept(RossumClient.of(context));
                  } catch (RossumApiException e) {
                    boolean isOver = context.remaining().isZero();
                    caught.add((isOver ? "too late: " : "in time: ") + e.getMessage());
                  }
                })
            .build()) {
      int status =
          endpoint.handle(SignedRequest.of(scheduled, SECRET).toEndpointRequest()).status();
      return status + ": " + String.join(", ", caught);
    }
  }

  private static final String OK_HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";

  /** A byte each tenth of a second, which a timeout between two bytes would not see. */
  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\n", OK_HEAD})
  void isKeptIfBytesDrip(String head) {
    try (FakeApi api = new FakeApi().otherwise(request -> FakeApi.slow(head))) {
      for (Consumer<RossumClient> call :
          List.<Consumer<RossumClient>>of(DeadlineTest::read, DeadlineTest::download)) {
        assertThat(result(URI.create(api.url()), Secret.of("token-of-a-drip"), call))
            .startsWith("200: in time: ")
            .contains(OVER);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\n", OK_HEAD})
  void aCallThatIsOverFreesItsConnection(String head) throws InterruptedException {
    try (FakeApi api = new FakeApi().otherwise(request -> FakeApi.slow(head))) {
      RossumClient rossum =
          RossumClient.of(api.url(), Secret.of("token-of-a-slow-call"))
              .withTimeout(Duration.ofMillis(300));

      assertThatThrownBy(() -> read(rossum)).isInstanceOf(RossumApiException.Unavailable.class);
      assertThatThrownBy(() -> write(rossum))
          .hasMessageEndingWith("Nobody knows whether Rossum did it: look before you repeat.");
      assertThatThrownBy(() -> download(rossum)).hasMessageContaining(OVER);
      api.awaitNoConnection();
    }
  }
}
