package io.github.rossumext.testkit.adapter;

import static io.github.rossumext.testkit.adapter.Bench.BODY;
import static io.github.rossumext.testkit.adapter.Bench.CHUNKED;
import static io.github.rossumext.testkit.adapter.Bench.JSON;
import static io.github.rossumext.testkit.adapter.Bench.REQUEST;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.listener.HookRejection.Reason;
import java.util.Arrays;
import java.util.stream.Stream;

/** A length that is missing or wrong. */
final class LengthCases {
  private static final String BROKEN = "The request broke off before its end.";

  private LengthCases() {}

  static Stream<AdapterCase> all() {
    return Stream.of(
        new AdapterCase("that is missing, with chunks of any size, is fine", LengthCases::chunks),
        new AdapterCase("that is too small cuts the body, which is 401", LengthCases::tooSmall),
        new AdapterCase("that is too large is 400 when the client ends", LengthCases::tooLarge),
        new AdapterCase("that is too large is logged if the client is gone", LengthCases::gone),
        new AdapterCase("that is broken in chunks is 400", LengthCases::brokenChunks),
        new AdapterCase("that is zero is an empty body, which is 401", LengthCases::zero),
        new AdapterCase("of no chunk is an empty body, which is 401", LengthCases::noChunk));
  }

  private static void chunks(Bench bench) throws Exception {
    bench.serve();
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", Bench.lines(REQUEST, CHUNKED));
      int from = 0;
      for (int size = 1; from < BODY.length; size = size * 3 + 1) {
        int to = Math.min(from + size, BODY.length);
        connection.chunk(Arrays.copyOfRange(BODY, from, to));
        from = to;
      }
      Bench.assertStatus(200, connection.lastChunk().response());
    }
  }

  private static void tooSmall(Bench bench) throws Exception {
    bench.serve();
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", Bench.lines(REQUEST, "Content-Length: " + (BODY.length - 10)));
      Bench.assertStatus(401, connection.bytes(BODY).response());
    }
  }

  private static void tooLarge(Bench bench) throws Exception {
    bench.serve();
    int declared = BODY.length + 10;
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", Bench.lines(REQUEST, "Content-Length: " + declared)).bytes(BODY);
      bench.assertRejected(connection.end().response(), 400, Reason.TRANSPORT, BROKEN);
    }
    bench.assertOneLine(
        "WARN rejected reason=\"body broken off after %d of %d bytes.*\" bytes=%d status=400"
                .formatted(BODY.length, declared, BODY.length)
            + " ms=\\d{1,5}");
  }

  private static void gone(Bench bench) throws Exception {
    bench.serve();
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", Bench.lines(REQUEST, "Content-Length: 30000000")).bytes(BODY);
    }
    bench.awaitLine();
    bench.assertOneLine("WARN rejected reason=\"body broken off after .* status=400 ms=\\d{1,5}");
  }

  private static void brokenChunks(Bench bench) throws Exception {
    bench.serve();
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", Bench.lines(REQUEST, CHUNKED)).chunk(BODY);
      connection.bytes("no length\r\n".getBytes(UTF_8)).end();
      bench.assertRejected(connection.response(), 400, Reason.TRANSPORT, BROKEN);
    }
    bench.assertOneLine(
        "WARN rejected reason=\"body broken off\" bytes=\\d+ status=400 ms=\\d{1,5}");
  }

  private static void zero(Bench bench) throws Exception {
    bench.serve();
    try (RawConnection connection = bench.connect()) {
      Bench.assertStatus(401, connection.head("POST", JSON, "Content-Length: 0").response());
      Bench.assertStatus(200, connection.head("GET").response());
    }
  }

  private static void noChunk(Bench bench) throws Exception {
    bench.serve();
    try (RawConnection connection = bench.connect()) {
      Bench.assertStatus(401, connection.head("POST", JSON, CHUNKED).lastChunk().response());
      Bench.assertStatus(200, connection.head("GET").response());
    }
  }
}
