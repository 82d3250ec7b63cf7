package io.github.rossumext.testkit.adapter;

import static io.github.rossumext.testkit.adapter.Bench.BODY;
import static io.github.rossumext.testkit.adapter.Bench.CHUNKED;
import static io.github.rossumext.testkit.adapter.Bench.JSON;
import static io.github.rossumext.testkit.adapter.Bench.REQUEST;
import static io.github.rossumext.testkit.adapter.Bench.test;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.internal.help.Size;
import io.github.rossumext.listener.HookRejection.Reason;
import io.github.rossumext.testkit.internal.RawConnection;
import io.github.rossumext.testkit.internal.RawConnection.Response;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Sizes and lengths of bodies, and how many of them are read at the same time. */
final class BodyCases {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final int MAX = HookEndpoint.DEFAULT_MAX_BODY_BYTES;
  private static final String LENGTH = "Content-Length: " + BODY.length;
  private static final String BROKEN = "The request broke off before its end.";

  private BodyCases() {}

  private static String length(long bytes) {
    return "Content-Length: " + bytes;
  }

  /** The largest body: 413, whatever the request declares, and a response that arrives. */
  static Stream<Bench.Case> sizes() {
    return Stream.of(
        test("of 33 MiB with a length, written whole, is refused", BodyCases::large),
        test("of 33 MiB in chunks, written whole, is refused", BodyCases::largeChunks),
        test(
            "of the limit, with a length, is accepted",
            bench -> Bench.assertStatus(200, limited(bench, BODY.length).post(REQUEST))),
        test(
            "of the limit, in chunks, is accepted",
            bench -> Bench.assertStatus(200, inChunks(limited(bench, BODY.length)))),
        test("of one byte more, with a length, is refused", BodyCases::oneByteMore),
        test("of one byte more, in chunks, is refused", BodyCases::oneByteMoreInChunks),
        test(
            "is refused before it is read if its length says enough",
            bench -> assertHeadTooLarge(bench, length(9_000_000_000_000L))),
        test(
            "is refused before the end of its chunks",
            bench -> {
              RawConnection connection = limited(bench, 1000).connect();
              connection.head("POST", JSON, CHUNKED).chunk(new byte[1001]);
              assertTooLarge(bench, connection.response(), 1000);
            }),
        test(
            "is refused if the client waits for 100 Continue",
            bench -> assertHeadTooLarge(bench, length(1001), "Expect: 100-continue")),
        test(
            "is read after 100 Continue",
            bench -> {
              RawConnection connection = bench.serve().connect();
              connection.head("POST", Bench.lines(REQUEST, LENGTH, "Expect: 100-continue"));
              Bench.assertStatus(100, connection.next());
              Bench.assertStatus(200, connection.bytes(BODY).response());
            }),
        test(
            "leaves the connection to the next request, with a length",
            bench -> {
              RawConnection connection = limited(bench, 100_000).connect();
              connection.head("POST", JSON, length(150_000)).bytes(new byte[150_000]);
              assertTooLarge(bench, connection.response(), 100_000);
              Bench.assertStatus(200, connection.head("GET").response());
            }),
        test(
            "leaves the connection to the next request, in chunks",
            bench -> {
              RawConnection connection = limited(bench, 100_000).connect();
              connection.head("POST", JSON, CHUNKED).chunk(new byte[150_000]).lastChunk();
              assertTooLarge(bench, connection.response(), 100_000);
              Bench.assertStatus(200, connection.head("GET").response());
            }));
  }

  private static Bench limited(Bench bench, int limit) throws Exception {
    return bench.serve(bench.builder().maxBodyBytes(limit));
  }

  private static Response inChunks(Bench bench) throws Exception {
    RawConnection connection = bench.connect();
    connection.head("POST", Bench.lines(REQUEST, CHUNKED));
    int half = BODY.length / 2;
    connection.chunk(Arrays.copyOf(BODY, half));
    connection.chunk(Arrays.copyOfRange(BODY, half, BODY.length));
    return connection.lastChunk().response();
  }

  private static void assertTooLarge(Bench bench, Response response, int limit) throws Exception {
    bench.assertRejected(
        response,
        413,
        Reason.SIZE,
        "The document is too large for the extension, which accepts requests of up to "
            + Size.limit(limit)
            + ".");
  }

  private static void assertHeadTooLarge(Bench bench, String... headers) throws Exception {
    String[] all = Stream.concat(Stream.of(JSON), Stream.of(headers)).toArray(String[]::new);
    RawConnection connection = limited(bench, 1000).connect();
    assertTooLarge(bench, connection.head("POST", all).response(), 1000);
  }

  private static void large(Bench bench) throws Exception {
    RawConnection connection = bench.serve().connect();
    connection.head("POST", JSON, length(33 * MEBIBYTE));
    for (int i = 0; i < 33; i++) {
      connection.bytes(new byte[MEBIBYTE]);
    }
    assertTooLarge(bench, connection.response(), MAX);
  }

  private static void largeChunks(Bench bench) throws Exception {
    RawConnection connection = bench.serve().connect();
    connection.head("POST", JSON, CHUNKED);
    for (int i = 0; i < 33; i++) {
      connection.chunk(new byte[MEBIBYTE]);
    }
    assertTooLarge(bench, connection.lastChunk().response(), MAX);
  }

  private static void oneByteMore(Bench bench) throws Exception {
    int limit = BODY.length - 1;
    assertTooLarge(bench, limited(bench, limit).post(REQUEST), limit);
    bench.assertRejectedLine(
        "body too large, " + Size.found(BODY.length) + ", limit " + Size.limit(limit), 0, 413);
  }

  private static void oneByteMoreInChunks(Bench bench) throws Exception {
    int limit = BODY.length - 1;
    assertTooLarge(bench, inChunks(limited(bench, limit)), limit);
    assertEquals(BODY.length, bench.rejection().sizeInBytes());
    bench.assertRejectedLine("body too large, more than " + Size.limit(limit), BODY.length, 413);
  }

  /** A length that is missing or wrong. */
  static Stream<Bench.Case> lengths() {
    return Stream.of(
        test("that is missing, with chunks of any size, is fine", BodyCases::chunksOfAnySize),
        test(
            "that is too small cuts the body, which is 401",
            bench -> {
              RawConnection connection = bench.serve().connect();
              connection.head("POST", Bench.lines(REQUEST, length(BODY.length - 10)));
              Bench.assertStatus(401, connection.bytes(BODY).response());
            }),
        test("that is too large is 400 when the client ends", BodyCases::tooLong),
        test(
            "that is too large is logged if the client is gone",
            bench -> {
              RawConnection connection = bench.serve().connect();
              connection.head("POST", Bench.lines(REQUEST, length(30_000_000))).bytes(BODY).close();
              bench.awaitLine();
              bench.assertOneLine(
                  "WARN rejected reason=\"body broken off after .* status=400 ms=\\d{1,5}");
            }),
        test("that is broken in chunks is 400", BodyCases::brokenChunks),
        test(
            "that is zero is an empty body, which is 401",
            bench -> {
              RawConnection connection = bench.serve().connect();
              Bench.assertStatus(401, connection.head("POST", JSON, length(0)).response());
              Bench.assertStatus(200, connection.head("GET").response());
            }),
        test(
            "of no chunk is an empty body, which is 401",
            bench -> {
              RawConnection connection = bench.serve().connect();
              connection.head("POST", JSON, CHUNKED).lastChunk();
              Bench.assertStatus(401, connection.response());
              Bench.assertStatus(200, connection.head("GET").response());
            }));
  }

  private static void chunksOfAnySize(Bench bench) throws Exception {
    RawConnection connection = bench.serve().connect();
    connection.head("POST", Bench.lines(REQUEST, CHUNKED));
    int from = 0;
    for (int size = 1; from < BODY.length; size = size * 3 + 1) {
      int to = Math.min(from + size, BODY.length);
      connection.chunk(Arrays.copyOfRange(BODY, from, to));
      from = to;
    }
    Bench.assertStatus(200, connection.lastChunk().response());
  }

  private static void tooLong(Bench bench) throws Exception {
    int declared = BODY.length + 10;
    RawConnection connection = bench.serve().connect();
    connection.head("POST", Bench.lines(REQUEST, length(declared))).bytes(BODY);
    bench.assertRejected(connection.end().response(), 400, Reason.TRANSPORT, BROKEN);
    String logged = "body broken off after %d of %d bytes.*".formatted(BODY.length, declared);
    bench.assertRejectedLine(logged, BODY.length, 400);
  }

  private static void brokenChunks(Bench bench) throws Exception {
    RawConnection connection = bench.serve().connect();
    connection.head("POST", Bench.lines(REQUEST, CHUNKED)).chunk(BODY);
    connection.bytes("no length\r\n".getBytes(UTF_8)).end();
    bench.assertRejected(connection.response(), 400, Reason.TRANSPORT, BROKEN);
    bench.assertOneLine(
        "WARN rejected reason=\"body broken off\" bytes=\\d+ status=400 ms=\\d{1,5}");
  }

  /** More than the endpoint takes is 503 at once, and a closed one finishes what it has begun. */
  static Stream<Bench.Case> load() {
    return Stream.of(
        test("one request too many is refused before it is read", BodyCases::oneTooMany),
        test("the status page is served under load", BodyCases::page),
        test("bodies that take too much memory are refused", BodyCases::memory),
        test(
            "a declared length reserves nothing",
            bench -> {
              bench.serve(bench.builder().maxBytesInFlight(1_000_000));
              bench.connect().head("POST", JSON, length(30_000_000)).bytes(new byte[] {'{'});
              Bench.assertStatus(200, bench.post(REQUEST));
            }),
        test(
            "a request whose body does not arrive takes no place",
            bench -> {
              bench.serve(bench.builder().maxConcurrentRequests(1));
              bench.connect().head("POST", JSON, LENGTH);
              bench.connect().head("POST", JSON, LENGTH).bytes(new byte[] {'{'});
              Bench.assertStatus(200, bench.post(REQUEST));
            }),
        test("a closed endpoint finishes what it has begun", BodyCases::closed));
  }

  private static void assertBusy(Bench bench, Response response) throws Exception {
    bench.assertRejected(
        response,
        503,
        Reason.OVERLOAD,
        "The extension has too much to do at the moment. Please try again.");
    assertEquals("1", response.header("Retry-After"));
  }

  private static void oneTooMany(Bench bench) throws Exception {
    Future<Integer> first = bench.serveWaiting(bench.waiting().maxConcurrentRequests(1));
    RawConnection connection = bench.connect();
    assertBusy(bench, connection.head("POST", JSON, LENGTH).response());
    assertTrue(bench.rejection().duration().toNanos() > 0);
    assertEquals(0, bench.rejection().sizeInBytes());
    bench.assertDone(first);
    // The connection is still good, and there is room again.
    connection.bytes(BODY);
    assertRoom(() -> connection.head("POST", Bench.lines(REQUEST, LENGTH)).bytes(BODY).response());
  }

  private static void page(Bench bench) throws Exception {
    Future<Integer> first = bench.serveWaiting(bench.waiting().maxConcurrentRequests(1));
    Bench.assertStatus(200, bench.send("GET"));
    bench.assertDone(first);
  }

  private static void memory(Bench bench) throws Exception {
    long limit = BODY.length * 3L / 2;
    Future<Integer> first = bench.serveWaiting(bench.waiting().maxBytesInFlight(limit));
    assertBusy(bench, bench.post(REQUEST));
    RawConnection connection = bench.connect();
    connection.head("POST", JSON, CHUNKED).chunk(BODY).lastChunk();
    Bench.assertStatus(503, connection.response());
    bench.assertDone(first);
    assertRoom(() -> bench.post(REQUEST));
  }

  /** A request gives its place back after its response, which the client may have seen before. */
  private static void assertRoom(Callable<Response> request) throws Exception {
    Response response = request.call();
    for (int i = 0; i < 600 && response.status() == 503; i++) {
      Thread.sleep(10);
      response = request.call();
    }
    Bench.assertStatus(200, response);
  }

  private static void closed(Bench bench) throws Exception {
    Future<Integer> first = bench.serveWaiting(bench.waiting());
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(bench.endpoint()::close, task -> new Thread(task).start());
    while (!bench.endpoint().isClosed()) {
      Thread.onSpinWait();
    }
    Response page = bench.send("GET");
    Bench.assertStatus(503, page);
    assertTrue(page.body().contains("being restarted"), page::body);
    Response refused = bench.post(REQUEST);
    bench.assertRejected(
        refused, 503, Reason.CLOSED, "The extension is being restarted. Please try again.");
    assertEquals("1", refused.header("Retry-After"));
    assertFalse(closing.isDone());
    bench.assertDone(first);
    closing.get(60, TimeUnit.SECONDS);
  }
}
