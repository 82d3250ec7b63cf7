package io.github.rossumext.containers;

import static io.github.rossumext.containers.HostileRequest.leftToTheContainer;
import static io.github.rossumext.containers.HostileRequest.responded;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.rossumext.testkit.internal.RawConnection.Response;
import java.util.stream.Stream;

/** Bodies that are too large, and wrong lengths. */
final class LengthJunk {
  private static final Wire GOOD = ContainerSuite.GOOD;
  private static final byte[] BODY = ContainerSuite.INVOICE;
  private static final int OVER = Extension.MAX_BODY_BYTES + 1;

  private LengthJunk() {}

  static Stream<HostileRequest> all() {
    return Stream.of(
        responded("a byte too large", Wire.signed(new byte[OVER]), 413),
        responded("a byte too large, in chunks", Wire.signedInChunks(new byte[OVER], 9999), 413),
        responded("exactly as large as may be, but no JSON", Wire.signed(new byte[OVER - 1]), 400),
        responded("said to be too large, and is not", length(String.valueOf(OVER)), 413),
        // Undertow rejects a body over its own limit by itself.
        leftToTheContainer("said to be of 8 TB", length("9000000000000"), 413),
        leftToTheContainer("said to be of 2 GB, the largest int", length("2147483647"), 413),
        leftToTheContainer("said to be of 2 GB and a byte", length("2147483648"), 413),
        responded(
            "10 bytes said too few: the signature does not fit", length(BODY.length - 10), 401),
        responded("said to be empty: the signature does not fit", length("0"), 401),
        // Undertow reads the bytes that follow, which are not a request, before it responds.
        leftToTheContainer(
            "no length at all: the signature does not fit",
            GOOD.without("Content-Length"),
            400,
            401),
        // Undertow closes the connection at once if the client ends within the body.
        leftToTheContainer(
            "10 bytes said too many", length(BODY.length + 10), 400, Response.CLOSED),
        leftToTheContainer("1 MB said, and little sent", length("1000000"), 400, Response.CLOSED),
        leftToTheContainer("a negative length", length("-1"), 400, 413),
        leftToTheContainer("a length that is not a number", length("marked"), 400),
        leftToTheContainer("a length in hexadecimal", length("0x10"), 400),
        leftToTheContainer("an empty length", length(""), 400),
        leftToTheContainer("a length with a sign", length("+" + BODY.length), 200, 400),
        leftToTheContainer("a length beyond a long", length("9223372036854775808"), 400, 413),
        leftToTheContainer("a length of 1000 digits", length("9".repeat(1000)), 400, 413),
        leftToTheContainer("a list of lengths", length(BODY.length + "," + BODY.length), 200, 400),
        leftToTheContainer("two lengths", GOOD.header("Content-Length: 5"), 400),
        // RFC 9112 6.3: reject the request, or use the chunks.
        leftToTheContainer("length and chunks", both(), 200, 400),
        // Undertow reads chunks if they are named anywhere, Jetty if they are named last.
        leftToTheContainer("an unknown encoding", encoded("marked"), 200, 400, 501),
        leftToTheContainer(
            "an encoding before the chunks", encoded("gzip, chunked"), 200, 400, 501),
        leftToTheContainer("an encoding after the chunks", encoded("chunked, gzip"), 200, 400, 501),
        leftToTheContainer("chunks twice", encoded("chunked, chunked"), 200, 400, 501),
        leftToTheContainer("a chunk without a length", chunks("marked\r\n"), 400, Response.CLOSED),
        leftToTheContainer("a chunk of a negative length", chunks("-5\r\n"), 400, Response.CLOSED),
        leftToTheContainer(
            "a chunk of a length beyond a long",
            chunks("fffffffffffffffff\r\n"),
            400,
            413,
            Response.CLOSED),
        leftToTheContainer("a chunk of 2 GB", chunks("7fffffff\r\nx"), 400, Response.CLOSED),
        leftToTheContainer(
            "a chunk that is longer than it says", // Undertow skips the additional bytes
            chunks("1\r\n{}marked\r\n0\r\n\r\n"),
            400,
            401,
            Response.CLOSED),
        leftToTheContainer("chunks without an end", chunks("2\r\n{}\r\n"), 400, Response.CLOSED));
  }

  private static Wire length(int length) {
    return length(String.valueOf(length));
  }

  private static Wire length(String length) {
    return GOOD.without("Content-Length").header("Content-Length: " + length);
  }

  private static Wire both() {
    return Wire.signedInChunks(BODY, 1000).header("Content-Length: " + BODY.length);
  }

  private static Wire encoded(String encoding) {
    return Wire.signedInChunks(BODY, 1000)
        .without("Transfer-Encoding")
        .header("Transfer-Encoding: " + encoding);
  }

  private static Wire chunks(String bytes) {
    return Wire.signedInChunks(BODY, 1000).body(bytes.getBytes(ISO_8859_1));
  }
}
