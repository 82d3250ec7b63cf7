package io.github.rossumext.testkit.adapter;

import static io.github.rossumext.testkit.adapter.Bench.BODY;
import static io.github.rossumext.testkit.adapter.Bench.CHUNKED;
import static io.github.rossumext.testkit.adapter.Bench.JSON;
import static io.github.rossumext.testkit.adapter.Bench.REQUEST;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.listener.HookRejection.Reason;
import io.github.rossumext.testkit.adapter.RawConnection.Response;
import java.util.Arrays;
import java.util.stream.Stream;

/** The largest body: 413, whatever the request declares, and a response that arrives. */
final class SizeCases {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final int MAX = HookEndpoint.DEFAULT_MAX_BODY_BYTES;

  private SizeCases() {}

  static Stream<AdapterCase> all() {
    return Stream.of(
        new AdapterCase("of 33 MiB with a length, written whole, is refused", SizeCases::large),
        new AdapterCase("of 33 MiB in chunks, written whole, is refused", SizeCases::largeChunks),
        new AdapterCase(
            "of the limit, with a length, is accepted",
            bench -> Bench.assertStatus(200, limited(bench, BODY.length).post(REQUEST))),
        new AdapterCase(
            "of the limit, in chunks, is accepted",
            bench -> Bench.assertStatus(200, chunked(limited(bench, BODY.length)))),
        new AdapterCase("of one byte more, with a length, is refused", SizeCases::oneByteMore),
        new AdapterCase("of one byte more, in chunks, is refused", SizeCases::oneByteMoreInChunks),
        new AdapterCase("is refused before it is read if its length says enough", SizeCases::early),
        new AdapterCase("is refused before the end of its chunks", SizeCases::endless),
        new AdapterCase("is refused if the client waits for 100 Continue", SizeCases::noContinue),
        new AdapterCase("is read after 100 Continue", SizeCases::afterContinue),
        new AdapterCase(
            "leaves the connection to the next request, with a length", SizeCases::nextWithLength),
        new AdapterCase(
            "leaves the connection to the next request, in chunks", SizeCases::nextInChunks));
  }

  private static Bench limited(Bench bench, int limit) throws Exception {
    return bench.serve(bench.builder().maxBodyBytes(limit));
  }

  private static Response chunked(Bench bench) throws Exception {
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", Bench.lines(REQUEST, CHUNKED));
      int half = BODY.length / 2;
      connection.chunk(Arrays.copyOf(BODY, half));
      connection.chunk(Arrays.copyOfRange(BODY, half, BODY.length));
      return connection.lastChunk().response();
    }
  }

  private static void assertTooLarge(Bench bench, Response response, int limit) throws Exception {
    bench.assertRejected(
        response,
        413,
        Reason.SIZE,
        "The document is too large for the extension, which accepts requests of up to "
            + limit
            + " bytes.");
  }

  private static void large(Bench bench) throws Exception {
    bench.serve();
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", JSON, "Content-Length: " + 33 * MEBIBYTE);
      for (int i = 0; i < 33; i++) {
        connection.bytes(new byte[MEBIBYTE]);
      }
      assertTooLarge(bench, connection.response(), MAX);
    }
  }

  private static void largeChunks(Bench bench) throws Exception {
    bench.serve();
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", JSON, CHUNKED);
      for (int i = 0; i < 33; i++) {
        connection.chunk(new byte[MEBIBYTE]);
      }
      assertTooLarge(bench, connection.lastChunk().response(), MAX);
    }
  }

  private static void oneByteMore(Bench bench) throws Exception {
    int limit = BODY.length - 1;
    assertTooLarge(bench, limited(bench, limit).post(REQUEST), limit);
    bench.assertOneLine(
        "WARN rejected reason=\"body too large, "
            + BODY.length
            + " bytes\" bytes=0 status=413 ms=\\d{1,5}");
  }

  private static void oneByteMoreInChunks(Bench bench) throws Exception {
    int limit = BODY.length - 1;
    assertTooLarge(bench, chunked(limited(bench, limit)), limit);
    assertEquals(BODY.length, bench.rejection().sizeInBytes());
    bench.assertOneLine(
        "WARN rejected reason=\"body too large, more than "
            + limit
            + " bytes\" bytes="
            + BODY.length
            + " status=413 ms=\\d{1,5}");
  }

  private static void early(Bench bench) throws Exception {
    limited(bench, 1000);
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", JSON, "Content-Length: 9000000000000");
      assertTooLarge(bench, connection.response(), 1000);
    }
  }

  private static void endless(Bench bench) throws Exception {
    limited(bench, 1000);
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", JSON, CHUNKED).chunk(new byte[1001]);
      assertTooLarge(bench, connection.response(), 1000);
    }
  }

  private static void noContinue(Bench bench) throws Exception {
    limited(bench, 1000);
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", JSON, "Content-Length: 1001", "Expect: 100-continue");
      assertTooLarge(bench, connection.response(), 1000);
    }
  }

  private static void afterContinue(Bench bench) throws Exception {
    bench.serve();
    try (RawConnection connection = bench.connect()) {
      connection.head(
          "POST", Bench.lines(REQUEST, "Content-Length: " + BODY.length, "Expect: 100-continue"));
      Bench.assertStatus(100, connection.next("POST"));
      Bench.assertStatus(200, connection.bytes(BODY).response());
    }
  }

  private static void nextWithLength(Bench bench) throws Exception {
    limited(bench, 100_000);
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", JSON, "Content-Length: 150000").bytes(new byte[150_000]);
      assertTooLarge(bench, connection.response(), 100_000);
      Bench.assertStatus(200, connection.head("GET").response());
    }
  }

  private static void nextInChunks(Bench bench) throws Exception {
    limited(bench, 100_000);
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", JSON, CHUNKED).chunk(new byte[150_000]).lastChunk();
      assertTooLarge(bench, connection.response(), 100_000);
      Bench.assertStatus(200, connection.head("GET").response());
    }
  }
}
