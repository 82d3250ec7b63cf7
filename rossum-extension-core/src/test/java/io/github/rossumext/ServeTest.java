package io.github.rossumext;

import static io.github.rossumext.Handlers.everywhere;
import static io.github.rossumext.Requests.unsigned;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.FakeExchange;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRejection;
import io.github.rossumext.listener.HookRejection.Reason;
import io.github.rossumext.value.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One door for every adapter: what an endpoint does with a request before and after its bytes. */
class ServeTest {
  private final CapturedLog log = CapturedLog.start();
  private final List<HookRejection> rejections = new ArrayList<>();
  private final HookEndpoint.Builder builder =
      everywhere((payload, context) -> {})
          .listener(
              new HookListener() {
                @Override
                public void rejected(HookRejection rejection) {
                  rejections.add(rejection);
                }
              });

  @AfterEach
  void close() {
    log.close();
  }

  private static FakeExchange exchange() {
    return FakeExchange.of(Kind.UPDATED.request());
  }

  private void assertRejected(FakeExchange exchange, int status, Reason reason, String line) {
    builder.build().serve(exchange);

    assertThat(exchange.response().status()).isEqualTo(status);
    assertThat(exchange.text()).startsWith("{\"messages\":[{\"type\":\"error\",\"content\":\"");
    assertThat(exchange.response().headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Cache-Control", "no-store");
    assertThat(log.lines()).singleElement().asString().matches("WARN rejected reason=" + line);
    assertThat(rejections)
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.reason()).isEqualTo(reason);
              assertThat(rejection.status()).isEqualTo(status);
            });
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfEventIsServedAsItIsHandled(Kind kind) {
    FakeExchange exchange = FakeExchange.of(kind.request());
    builder.build().serve(exchange);

    EndpointResponse handled = builder.build().handle(kind.request());
    assertThat(exchange.response().status()).isEqualTo(handled.status());
    assertThat(exchange.response().headers()).isEqualTo(handled.headers());
    assertThat(exchange.response().body()).isEqualTo(handled.body());
    assertThat(exchange.steps()).containsExactly("body", "respond");
    assertThat(log.lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("INFO handled event="))
        .extracting(line -> line.replaceAll(" ms=\\d+", ""))
        .satisfies(lines -> assertThat(lines.get(0)).isEqualTo(lines.get(1)));
  }

  @Nested
  class IsRejected {
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "TRACE", "post", "BREW"})
    void anotherMethodThanPost(String method) {
      FakeExchange exchange = new FakeExchange(method, InputStream.nullInputStream());
      assertRejected(
          exchange,
          405,
          Reason.TRANSPORT,
          "\"method " + method + "\" bytes=0 status=405 ms=\\d{1,5}");
      assertThat(exchange.response().headers()).containsEntry("Allow", "GET, HEAD, POST");
    }

    @Test
    void anotherTypeThanJson() {
      assertRejected(
          exchange().with("Content-Type", "text/plain; a=\"b\""),
          415,
          Reason.TRANSPORT,
          "\"content type text/plain; a=\\\\\"b\\\\\"\" bytes=0 status=415 ms=\\d{1,5}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", " deflate ", "identity, br"})
    void anyContentEncoding(String encoding) {
      FakeExchange exchange = exchange().with("Content-Encoding", encoding);
      assertRejected(
          exchange,
          415,
          Reason.TRANSPORT,
          "\"content encoding " + encoding.strip() + "\" bytes=0 status=415 ms=\\d{1,5}");
      assertThat(exchange.text())
          .contains("without content encoding, but this one is encoded by " + encoding.strip());
    }

    @Test
    void aBodyThatDeclaresTooMuchBeforeItIsRead() {
      FakeExchange exchange = exchange().declaring(33_554_433).with("Expect", "100-continue");
      assertRejected(
          exchange,
          413,
          Reason.SIZE,
          "\"body too large, 32.1 MiB, limit 32 MiB\" bytes=0 status=413 ms=\\d{1,5}");
      assertThat(exchange.steps()).containsExactly("respond");
    }

    @Test
    void aBodyThatIsTooLargeWhateverItDeclares() {
      builder.maxBodyBytes(10);
      assertRejected(
          exchange().declaring(-1),
          413,
          Reason.SIZE,
          "\"body too large, more than 10 bytes\" bytes=11 status=413 ms=\\d{1,5}");
      assertThat(rejections.get(0).sizeInBytes()).isEqualTo(11);
    }

    @Test
    void aBodyThatBreaksOff() {
      int length = Kind.UPDATED.body("").length;
      assertRejected(
          exchange().declaring(length + 1),
          400,
          Reason.TRANSPORT,
          "\"body broken off after %d of %d bytes, unless .*\" bytes=%d status=400 ms=\\d{1,5}"
              .formatted(length, length + 1, length));
    }

    @Test
    void aBodyThatWasRead() {
      FakeExchange exchange =
          new FakeExchange("POST", InputStream.nullInputStream())
              .with("Content-Type", "application/json")
              .declaring(7);
      assertRejected(
          exchange,
          500,
          Reason.TRANSPORT,
          "\"body already read by a filter, .* exclude the path of the extension from filters .*\""
              + " bytes=0 status=500 ms=\\d{1,5}");
      assertThat(exchange.text())
          .contains("The extension is not configured correctly: see its log.");
    }

    @Test
    void aBodyWithoutRoomForIt() {
      builder.maxBytesInFlight(10);
      assertRejected(
          exchange(),
          503,
          Reason.OVERLOAD,
          "\"too many bytes at a time\" bytes=0 status=503 ms=\\d{1,5}");
    }

    @Test
    void aWrongSignature() {
      FakeExchange exchange = FakeExchange.of(unsigned(Kind.UPDATED.body("")));
      assertRejected(
          exchange,
          401,
          Reason.SIGNATURE,
          "\"signature MISSING\" bytes=\\d+ status=401 ms=\\d{1,5} hint=\"[^\"]+\"");
    }

    @Test
    void everythingOnceTheEndpointIsClosed() {
      HookEndpoint endpoint = builder.build();
      endpoint.close();
      FakeExchange exchange = exchange();
      endpoint.serve(exchange);

      assertThat(exchange.response().status()).isEqualTo(503);
      assertThat(exchange.response().headers()).containsEntry("Retry-After", "1");
      assertThat(rejections).extracting(HookRejection::reason).containsExactly(Reason.CLOSED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json; charset=utf-8", "Application/JSON", "application/json;"})
  void jsonIsJsonHoweverItIsWritten(String type) {
    FakeExchange exchange =
        exchange().with("Content-Type", type).with("Content-Encoding", "Identity");
    builder.build().serve(exchange);

    assertThat(exchange.response().status()).isEqualTo(200);
  }

  @Nested
  class TheRestOfARejectedBody {
    private FakeExchange rejected() {
      return exchange().with("Content-Type", "text/plain");
    }

    @Test
    void isDrainedAfterTheResponse() {
      FakeExchange exchange = rejected();
      builder.build().serve(exchange);

      assertThat(exchange.steps()).containsExactly("respond", "body");
    }

    @Test
    void isDrainedBeforeItIfTheServerAsksForIt() {
      FakeExchange exchange = rejected().drainedFirst();
      builder.build().serve(exchange);

      assertThat(exchange.steps()).containsExactly("body", "respond");
    }

    @Test
    void isLeftAloneWhenTheClientIsGone() {
      FakeExchange exchange = gone(new IOException("m4rk"), "text/plain");
      builder.build().serve(exchange);

      assertThat(exchange.steps()).isEmpty();
      assertThat(log.lines()).hasSize(1);
    }
  }

  private static FakeExchange gone(Exception why, String type) {
    EndpointRequest request = Kind.UPDATED.request();
    FakeExchange exchange =
        new FakeExchange("POST", new ByteArrayInputStream(request.body())) {
          @Override
          public void respond(EndpointResponse sent) throws IOException {
            if (why instanceof IOException gone) {
              throw gone;
            }
            throw new IllegalStateException(why);
          }
        };
    exchange.with("Content-Type", type);
    for (String name : request.headers().names()) {
      exchange.with(name, request.headers().first(name).orElseThrow());
    }
    return exchange;
  }

  @Test
  void aResponseThatCannotBeSentIsASecondLine() {
    builder.build().serve(gone(new IOException("m4rk"), "application/json"));

    assertThat(log.lines()).hasSize(2);
    assertThat(log.lines().get(1))
        .matches(
            "WARN response not sent, the client is gone event=annotation_content.updated .*"
                + " status=200 ms=\\d{1,5} .*");
    assertThat(log.text()).doesNotContain("m4rk");
  }

  @Test
  void aServerThatCannotSendIsASecondLineWithATrace() {
    builder.build().serve(gone(new Exception("m4rk"), "application/json"));

    assertThat(log.lines()).hasSize(2);
    assertThat(log.lines().get(1)).startsWith("ERROR response not sent event=");
    assertThat(log.text()).contains("IllegalStateException", "ServeTest").doesNotContain("m4rk");
  }

  @Test
  void aServerThatFailsBeforeIsA500WithATraceAndWithoutItsText() {
    FakeExchange exchange =
        new FakeExchange("POST", InputStream.nullInputStream()) {
          @Override
          public Headers headers() {
            throw new UnsupportedOperationException("m4rk");
          }
        };
    builder.build().serve(exchange);

    assertThat(exchange.response().status()).isEqualTo(500);
    assertThat(exchange.text())
        .isEqualTo(
            "{\"messages\":[{\"type\":\"error\",\"content\":\"The extension failed: see its"
                + " log.\"}]}");
    assertThat(log.lines())
        .singleElement()
        .asString()
        .matches("ERROR failed bytes=0 status=500 ms=\\d{1,5}");
    assertThat(log.text())
        .contains("java.lang.UnsupportedOperationException", "ServeTest")
        .doesNotContain("m4rk");
    assertThat(rejections).extracting(HookRejection::reason).containsExactly(Reason.FAILURE);
  }

  @Nested
  class TheStatusPage {
    private FakeExchange get(HookEndpoint endpoint, String method) {
      FakeExchange exchange =
          new FakeExchange(method, InputStream.nullInputStream()) {
            @Override
            public InputStream body() {
              throw new AssertionError("A page has no body to read.");
            }
          };
      endpoint.serve(exchange);
      return exchange;
    }

    @Test
    void listsTheEvents() {
      FakeExchange page = get(builder.build(), "GET");

      assertThat(page.response().status()).isEqualTo(200);
      assertThat(page.response().headers())
          .containsEntry("Content-Type", "text/html; charset=utf-8")
          .containsEntry("Cache-Control", "no-store");
      assertThat(page.text())
          .startsWith("<!DOCTYPE html>")
          .contains("extension is up", "<li>annotation_content</li>", "<li>email.received</li>");
      assertThat(log.lines())
          .singleElement()
          .asString()
          .matches("INFO status page status=200 ms=\\d{1,5}");
      assertThat(rejections).isEmpty();
    }

    @Test
    void isItsLengthToAHead() {
      FakeExchange page = get(builder.build(), "GET");
      FakeExchange head = get(builder.build(), "HEAD");

      assertThat(head.response().contentLength()).isZero();
      assertThat(head.response().headers())
          .containsAllEntriesOf(page.response().headers())
          .containsEntry("Content-Length", String.valueOf(page.text().getBytes(UTF_8).length));
    }

    @Test
    void isA503OnceTheEndpointIsClosed() {
      HookEndpoint endpoint = builder.build();
      endpoint.close();
      FakeExchange page = get(endpoint, "GET");

      assertThat(page.response().status()).isEqualTo(503);
      assertThat(page.text()).contains("being restarted");
    }
  }

  @Test
  void theDeadlineIsCountedFromTheArrivalBeforeTheBodyIsRead() {
    List<Instant> now = new ArrayList<>(List.of(Instant.parse("2026-03-01T10:00:00Z")));
    Clock clock = new SuppliedClock(() -> now.get(0));
    EndpointRequest request = Kind.UPDATED.request();
    FakeExchange slow =
        new FakeExchange("POST", new ByteArrayInputStream(request.body())) {
          @Override
          public InputStream body() throws IOException {
            now.set(0, now.get(0).plusSeconds(9));
            return super.body();
          }
        };
    slow.with("Content-Type", "application/json");
    request.headers().names().forEach(n -> slow.with(n, request.headers().first(n).orElseThrow()));
    CompletableFuture<Duration> left = new CompletableFuture<>();
    everywhere((payload, context) -> left.complete(context.remaining()))
        .clock(clock)
        .build()
        .serve(slow);

    assertThat(left.join()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void requestsOfBothDoorsCountTogetherAndClosingWaitsUntilTheResponseWasWritten()
      throws Exception {
    Gate sending = new Gate();
    HookEndpoint endpoint = builder.maxConcurrentRequests(1).build();
    EndpointRequest request = Kind.UPDATED.request();
    FakeExchange slow =
        new FakeExchange("POST", new ByteArrayInputStream(request.body())) {
          @Override
          public void respond(EndpointResponse sent) throws IOException {
            sending.pass();
            super.respond(sent);
          }
        };
    slow.with("Content-Type", "application/json");
    request.headers().names().forEach(n -> slow.with(n, request.headers().first(n).orElseThrow()));
    Thread serving = new Thread(() -> endpoint.serve(slow));
    serving.start();
    sending.awaitHandler();

    assertThat(endpoint.handle(request).status()).isEqualTo(503);
    assertThat(rejections).extracting(HookRejection::reason).containsExactly(Reason.OVERLOAD);
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(endpoint::close, task -> new Thread(task).start());
    while (!endpoint.isClosed()) {
      Thread.onSpinWait();
    }
    assertThat(closing).isNotDone();
    sending.open();

    closing.get(60, TimeUnit.SECONDS);
    assertThat(slow.response().status()).isEqualTo(200);
    serving.join(60_000);
  }

  /** A body of which nothing arrives until the gate opens. */
  private static final class Silent extends ByteArrayInputStream {
    private final Gate gate;

    Silent(byte[] body, Gate gate) {
      super(body);
      this.gate = gate;
    }

    @Override
    public synchronized int read(byte[] buffer, int from, int length) {
      gate.pass();
      return super.read(buffer, from, length);
    }
  }

  private static FakeExchange silent(Gate gate) {
    EndpointRequest request = Kind.UPDATED.request();
    FakeExchange silent =
        new FakeExchange("POST", new Silent(request.body(), gate))
            .with("Content-Type", "application/json")
            .declaring(request.body().length);
    request
        .headers()
        .names()
        .forEach(name -> silent.with(name, request.headers().first(name).orElseThrow()));
    return silent;
  }

  private static Thread serving(HookEndpoint endpoint, FakeExchange exchange, Gate gate)
      throws InterruptedException {
    Thread serving = new Thread(() -> endpoint.serve(exchange));
    serving.start();
    gate.awaitHandler();
    return serving;
  }

  @Test
  void clientsThatSendNothingLeaveRoomForTheOthers() throws Exception {
    HookEndpoint endpoint = builder.maxConcurrentRequests(1).maxBytesInFlight(100_000).build();
    List<FakeExchange> silent = new ArrayList<>();
    List<Gate> gates = new ArrayList<>();
    List<Thread> serving = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      gates.add(new Gate());
      silent.add(silent(gates.get(i)));
      serving.add(serving(endpoint, silent.get(i), gates.get(i)));
    }

    FakeExchange honest = exchange();
    endpoint.serve(honest);
    assertThat(honest.response().status()).isEqualTo(200);

    // Each of them is served when its body has arrived after all.
    for (int i = 0; i < 10; i++) {
      gates.get(i).open();
      serving.get(i).join(60_000);
      assertThat(silent.get(i).response().status()).isEqualTo(200);
    }
  }

  @Test
  void aBodyThatArrivesWhileOthersRunIsRejected() throws Exception {
    Gate arriving = new Gate();
    Gate running = new Gate();
    HookEndpoint endpoint =
        everywhere((payload, context) -> running.pass()).maxConcurrentRequests(1).build();
    FakeExchange late = silent(arriving);
    Thread second = serving(endpoint, late, arriving);
    FakeExchange first = exchange();
    Thread handling = serving(endpoint, first, running);

    arriving.open();
    second.join(60_000);
    running.open();
    handling.join(60_000);

    assertThat(first.response().status()).isEqualTo(200);
    assertThat(late.response().status()).isEqualTo(503);
  }

  @Test
  void closingWaitsForABodyThatArrives() throws Exception {
    Gate arriving = new Gate();
    HookEndpoint endpoint = builder.build();
    FakeExchange late = silent(arriving);
    Thread serving = serving(endpoint, late, arriving);
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(endpoint::close, task -> new Thread(task).start());
    while (!endpoint.isClosed()) {
      Thread.onSpinWait();
    }
    assertThat(closing).isNotDone();

    arriving.open();
    closing.get(60, TimeUnit.SECONDS);
    serving.join(60_000);

    assertThat(late.response().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "0x10", "9223372036854775808", "+5", "1 "})
  void aLengthThatIsNotANumberIsNotDeclared(String length) {
    assertThat(new Plain(length).declaredLength()).isEqualTo(-1);
    assertThat(new Plain("7000000000").declaredLength()).isEqualTo(7_000_000_000L);
  }

  /** An exchange with the length that its headers declare. */
  private static final class Plain extends FakeExchange {
    private final String length;

    Plain(String length) {
      super("POST", InputStream.nullInputStream());
      this.length = length;
    }

    @Override
    public Headers headers() {
      return Headers.of("Content-Length", length);
    }

    @Override
    public long declaredLength() {
      return declaredByHeaders();
    }
  }

  /** What a server, its streams and a handler may do wrong must not cost Rossum its response. */
  @Nested
  class InSpiteOf {
    private static final class Failing extends InputStream {
      @Override
      public int read() {
        throw new NoClassDefFoundError("made up");
      }

      @Override
      public int read(byte[] buffer, int from, int length) {
        return read();
      }
    }

    @Test
    void anErrorOfTheStreamBeforeTheResponse() {
      FakeExchange exchange = new FakeExchange("POST", new Failing()).drainedFirst();

      builder.build().serve(exchange);

      assertThat(exchange.response().status()).isEqualTo(415);
      assertThat(exchange.steps()).containsExactly("body", "respond");
    }

    @Test
    void anErrorOfTheStreamAfterTheResponse() {
      FakeExchange exchange = new FakeExchange("PUT", new Failing());

      builder.build().serve(exchange);

      assertThat(exchange.response().status()).isEqualTo(405);
      assertThat(exchange.steps()).containsExactly("respond", "body");
    }

    @Test
    void aBodyThatCannotBeOpened() {
      FakeExchange exchange =
          new FakeExchange("POST", InputStream.nullInputStream()) {
            @Override
            public InputStream body() throws IOException {
              super.body();
              throw new IOException("made up");
            }
          }.with("Content-Type", "application/json");

      builder.build().serve(exchange);

      assertThat(exchange.response().status()).isEqualTo(400);
      assertThat(exchange.steps()).containsExactly("body", "respond");
    }

    @Test
    void aStreamThatReturnsNoBytesAtTimes() {
      EndpointRequest request = Kind.UPDATED.request();
      InputStream hesitant =
          new ByteArrayInputStream(request.body()) {
            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
              return 0;
            }
          };
      FakeExchange exchange =
          new FakeExchange("POST", hesitant).with("Content-Type", "application/json");
      for (String name : request.headers().names()) {
        exchange.with(name, request.headers().first(name).orElseThrow());
      }

      builder.build().serve(exchange);

      assertThat(exchange.response().status()).isEqualTo(200);
    }

    @Test
    void aHandlerThatLeavesItsThreadInterrupted() {
      List<Boolean> interrupted = new ArrayList<>();
      FakeExchange exchange =
          new FakeExchange("POST", new ByteArrayInputStream(Kind.UPDATED.request().body())) {
            @Override
            public void respond(EndpointResponse sent) throws IOException {
              interrupted.add(Thread.currentThread().isInterrupted());
              super.respond(sent);
            }
          }.with("Content-Type", "application/json");
      Headers headers = Kind.UPDATED.request().headers();
      headers.names().forEach(name -> exchange.with(name, headers.first(name).orElseThrow()));

      everywhere((payload, context) -> Thread.currentThread().interrupt()).build().serve(exchange);

      assertThat(exchange.response().status()).isEqualTo(200);
      assertThat(interrupted).containsExactly(false);
      assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aClientThatSendsTheNextRequestOnceItHasTheResponse() throws Exception {
      EndpointRequest request = Kind.UPDATED.request();
      HookEndpoint endpoint =
          builder.maxConcurrentRequests(1).maxBytesInFlight(request.body().length).build();
      FakeExchange next = FakeExchange.of(request);
      Thread second = new Thread(() -> endpoint.serve(next));
      FakeExchange first =
          FakeExchange.of(request)
              .whileResponding(
                  () -> {
                    second.start();
                    while (second.getState() != Thread.State.TIMED_WAITING) {
                      Thread.onSpinWait();
                    }
                  });

      endpoint.serve(first);
      second.join();

      assertThat(first.response().status()).isEqualTo(200);
      assertThat(next.response().status()).isEqualTo(200);
    }

    @Test
    void anInterruptFromBefore() {
      FakeExchange exchange = exchange();
      Thread.currentThread().interrupt();

      builder.build().serve(exchange);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(exchange.response().status()).isEqualTo(200);
    }
  }
}
