package io.github.rossumext.containers;

import static io.github.rossumext.containers.HostileRequest.answered;
import static io.github.rossumext.containers.HostileRequest.leftToTheContainer;

import java.util.stream.Stream;

/**
 * Methods, protocols and content types that the extension does not speak, and floods of headers.
 */
final class HeadJunk {
  private static final Wire GOOD = ContainerSuite.GOOD;

  private HeadJunk() {}

  static Stream<HostileRequest> methods() {
    return Stream.of(
        answered("GET with a body is the page", method("GET"), 200),
        answered("PUT", method("PUT"), 405),
        answered("DELETE", method("DELETE"), 405),
        answered("OPTIONS", method("OPTIONS"), 405),
        answered("PATCH", method("PATCH"), 405),
        answered("BREW", method("BREW"), 405),
        answered("PROPFIND", method("PROPFIND"), 405),
        answered("post", method("post"), 405),
        leftToTheContainer("a long method", method("X".repeat(300)), 400, 405),
        answered("a method override", Wire.of("GET").header("X-HTTP-Method-Override: POST"), 200),
        leftToTheContainer("TRACE", Wire.of("TRACE"), 405),
        leftToTheContainer("TRACE with a body", method("TRACE"), 400, 405),
        leftToTheContainer("CONNECT", Wire.of("CONNECT"), 400, 405, 501),
        leftToTheContainer("no method", method(""), 400, 405),
        leftToTheContainer("a method that is no word", method("PO(ST"), 400),
        leftToTheContainer("a method with a NUL", method("PO\0ST"), 400));
  }

  static Stream<HostileRequest> protocols() {
    String target = "POST " + Container.PATH;
    return Stream.of(
        leftToTheContainer(
            "HTTP/0.9", GOOD.requestLine("GET " + Container.PATH), 400, 505, Answer.WITHOUT_STATUS),
        leftToTheContainer("HTTP/9.9", GOOD.requestLine(target + " HTTP/9.9"), 200, 400, 505),
        leftToTheContainer("no HTTP", GOOD.requestLine(target + " SMTP/1.1"), 400, 505),
        leftToTheContainer("no request line", GOOD.requestLine("marked"), 400),
        leftToTheContainer("binary", GOOD.requestLine("\u0016\u0003\u0001\0\u00ff\u00fe"), 400),
        leftToTheContainer("no host", GOOD.without("Host"), 200, 400),
        leftToTheContainer("two hosts", GOOD.header("Host: other"), 200, 400));
  }

  static Stream<HostileRequest> contentTypes() {
    return Stream.of(
        type("", 415),
        type("text/plain", 415),
        type("application/x-www-form-urlencoded", 415),
        type("multipart/form-data; boundary=x", 415),
        type("application/jsonp", 415),
        type("application/json-patch+json", 415),
        type("application/ld+json", 415),
        type("application/json/x", 415),
        type("application/*", 415),
        type("*/*", 415),
        type("json", 415),
        type(";application/json", 415),
        type("application/json,text/plain", 415),
        type("text/plain; application/json", 415),
        type("\u00e9", 415),
        type("x".repeat(5000), 415),
        answered("no type", GOOD.without("Content-Type"), 415),
        type("application/json; charset=utf-16", 200),
        type("application/json; charset=marked", 200),
        type("application/json; charset=", 200),
        type("application/json;", 200),
        type("APPLICATION/JSON", 200));
  }

  static Stream<HostileRequest> floods() {
    return Stream.of(
        // Jetty has no limit on the number, only on the size of all.
        leftToTheContainer("90 headers", flooded(90, 10), 200),
        leftToTheContainer("2000 headers", flooded(2000, 1), 200, 400, 431, Answer.CLOSED),
        leftToTheContainer("100000 headers", flooded(100_000, 10), 400, 431, Answer.CLOSED),
        leftToTheContainer("one header of 4 kB", flooded(1, 4000), 200),
        leftToTheContainer(
            "one header of 100 kB", flooded(1, 100_000), 200, 400, 431, Answer.CLOSED),
        leftToTheContainer("one header of 3 MB", flooded(1, 3_000_000), 400, 431, Answer.CLOSED),
        leftToTheContainer(
            "a target of 100 kB",
            GOOD.target(Container.PATH + "?" + "x".repeat(100_000)),
            200,
            400,
            414,
            Answer.CLOSED),
        leftToTheContainer(
            "a target of 3 MB",
            GOOD.target(Container.PATH + "?" + "x".repeat(3_000_000)),
            400,
            414,
            Answer.CLOSED),
        leftToTheContainer("100000 parameters", GOOD.target(parameters()), 400, 414, Answer.CLOSED),
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

  private static HostileRequest type(String type, int status) {
    String name = type.isEmpty() ? "an empty type" : type.substring(0, Math.min(type.length(), 40));
    return answered(name, GOOD.without("Content-Type").header("Content-Type: " + type), status);
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
