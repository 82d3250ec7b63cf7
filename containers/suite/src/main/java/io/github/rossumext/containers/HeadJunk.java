package io.github.rossumext.containers;

import static io.github.rossumext.containers.HostileRequest.leftToTheContainer;
import static io.github.rossumext.containers.HostileRequest.responded;

import io.github.rossumext.testkit.internal.RawConnection.Response;
import java.util.Locale;
import java.util.stream.Stream;

/** Bad request heads: odd methods, protocols and signatures, and floods of headers. */
final class HeadJunk {
  private static final Wire GOOD = ContainerSuite.GOOD;

  private HeadJunk() {}

  static Stream<HostileRequest> methods() {
    return Stream.of(
        leftToTheContainer("TRACE", Wire.of("TRACE"), 405),
        leftToTheContainer("TRACE with a body", method("TRACE"), 400, 405),
        leftToTheContainer("CONNECT", Wire.of("CONNECT"), 400, 405, 501),
        leftToTheContainer("no method", method(""), 400, 405),
        leftToTheContainer("a method that is not a word", method("PO(ST"), 400),
        leftToTheContainer("a method with a NUL", method("PO\0ST"), 400));
  }

  static Stream<HostileRequest> protocols() {
    String target = "POST " + Container.PATH;
    return Stream.of(
        leftToTheContainer(
            "HTTP/0.9",
            GOOD.requestLine("GET " + Container.PATH),
            400,
            505,
            Response.WITHOUT_STATUS),
        leftToTheContainer("HTTP/9.9", GOOD.requestLine(target + " HTTP/9.9"), 200, 400, 505),
        leftToTheContainer("no HTTP", GOOD.requestLine(target + " SMTP/1.1"), 400, 505),
        leftToTheContainer("no request line", GOOD.requestLine("marked"), 400),
        leftToTheContainer("binary", GOOD.requestLine("\u0016\u0003\u0001\0\u00ff\u00fe"), 400),
        leftToTheContainer("no host", GOOD.without("Host"), 200, 400),
        leftToTheContainer("two hosts", GOOD.header("Host: other"), 200, 400));
  }

  static Stream<HostileRequest> signatures() {
    byte[] body = ContainerSuite.INVOICE;
    String name = Extension.SIGNATURE;
    String right = Extension.signature(body);
    String hex = right.substring("sha256=".length());
    Wire unsigned = Wire.unsigned(body);
    return Stream.of(
        responded("in the query", unsigned.target(Container.PATH + "?" + name + "=" + right), 401),
        // Spaces around a value do not belong to it, and hexadecimal digits may be in upper case.
        responded("with spaces around", unsigned.header(name + ": \t " + right + " \t"), 200),
        responded(
            "in upper-case digits",
            unsigned.header(name + ": sha256=" + hex.toUpperCase(Locale.ROOT)),
            200),
        // RFC 9112 5.1: a server must refuse a space before the colon.
        leftToTheContainer("a space before the colon", unsigned.header(name + " : " + right), 400),
        // RFC 9112 5.2: refuse a folded line, or read it as a space.
        leftToTheContainer("folded", unsigned.header(name + ": sha256=\r\n " + hex), 400, 401));
  }

  static Stream<HostileRequest> floods() {
    return Stream.of(
        // Jetty does not limit the number of headers, only their size in all.
        leftToTheContainer("90 headers", flooded(90, 10), 200),
        leftToTheContainer("2000 headers", flooded(2000, 1), 200, 400, 431, Response.CLOSED),
        leftToTheContainer("100000 headers", flooded(100_000, 10), 400, 431, Response.CLOSED),
        leftToTheContainer("one header of 4 kB", flooded(1, 4000), 200),
        leftToTheContainer(
            "one header of 100 kB", flooded(1, 100_000), 200, 400, 431, Response.CLOSED),
        leftToTheContainer("one header of 3 MB", flooded(1, 3_000_000), 400, 431, Response.CLOSED),
        leftToTheContainer(
            "a target of 100 kB",
            GOOD.target(Container.PATH + "?" + "x".repeat(100_000)),
            200,
            400,
            414,
            Response.CLOSED),
        leftToTheContainer(
            "a target of 3 MB",
            GOOD.target(Container.PATH + "?" + "x".repeat(3_000_000)),
            400,
            414,
            Response.CLOSED),
        leftToTheContainer(
            "100000 parameters", GOOD.target(parameters()), 400, 414, Response.CLOSED),
        leftToTheContainer("a header without a colon", GOOD.header("marked"), 200, 400),
        leftToTheContainer("a header without a name", GOOD.header(": marked"), 200, 400),
        leftToTheContainer("a header with a NUL", GOOD.header("X-Mine: a\0b"), 200, 400),
        leftToTheContainer("a name with a space", GOOD.header("X Mine: a"), 200, 400),
        leftToTheContainer(
            "a line that ends with CR alone", GOOD.header("X-Mine: a\rb: c"), 200, 400));
  }

  private static Wire method(String method) {
    return GOOD.requestLine(method + " " + Container.PATH + " HTTP/1.1");
  }

  private static Wire flooded(int count, int size) {
    String value = "x".repeat(size);
    StringBuilder headers = new StringBuilder("X-Flood: ").append(value);
    for (int i = 1; i < count; i++) {
      headers.append("\r\nX-Flood-").append(i).append(": ").append(value);
    }
    return GOOD.header(headers.toString());
  }

  private static String parameters() {
    return Container.PATH + "?" + "a=b&".repeat(100_000);
  }
}
