package io.github.rossumext.testkit.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.testkit.internal.Json;
import java.util.Arrays;
import java.util.stream.Stream;

/** Methods, content types and lengths, which the server or the adapter checks. */
final class WireCases {
  private final Materials materials;
  private final Attempt good;

  private WireCases(Materials materials) {
    this.materials = materials;
    this.good = materials.signed(materials.body());
  }

  static Stream<Attack> all(Materials materials) {
    WireCases cases = new WireCases(materials);
    return Stream.of(cases.methods(), cases.contentTypes(), cases.headers(), cases.lengths())
        .flatMap(all -> all)
        .map(Attack::overAWire);
  }

  private Stream<Attack> methods() {
    return Stream.of(
        method("PUT"),
        method("DELETE"),
        method("OPTIONS"),
        method("PATCH"),
        method("PROPFIND"),
        method("BREW"),
        method("post"),
        method("TRACE"),
        method("X".repeat(300)),
        page("GET with a signed body", good.method("GET")),
        page(
            "GET that claims to be POST",
            good.method("GET").with("X-HTTP-Method-Override", "POST")));
  }

  private static Attack page(String name, Attempt request) {
    return Attack.of("method", name, request, 200, 400, 405).checked(WireCases::asAnEvent);
  }

  // The status page may be there.
  private static String asAnEvent(String response) {
    return Json.find(response.getBytes(UTF_8)).path("messages").isMissingNode()
            && Json.find(response.getBytes(UTF_8)).path("operations").isMissingNode()
        ? ""
        : "must not be taken for a request of Rossum";
  }

  private Attack method(String method) {
    String name = method.length() > 20 ? "one of " + method.length() + " characters" : method;
    return Attack.of(
        "method", name, good.method(method), 400, 403, 405, 501, HostileResponse.CLOSED);
  }

  private Stream<Attack> contentTypes() {
    return Stream.of(
        refused("none", good.without("Content-Type")),
        refused("an empty one", type("")),
        refused("text/plain", type("text/plain")),
        refused("a form", type("application/x-www-form-urlencoded")),
        refused("a form in parts", type("multipart/form-data; boundary=x")),
        refused("application/jsonp", type("application/jsonp")),
        refused("application/json-patch+json", type("application/json-patch+json")),
        refused("application/ld+json", type("application/ld+json")),
        refused("application/json/x", type("application/json/x")),
        refused("application/*", type("application/*")),
        refused("*/*", type("*/*")),
        refused("a parameter before the type", type(";application/json")),
        refused("two types", type("application/json,text/plain")),
        refused("no ASCII", type("\u00e9")),
        refused("json", type("json")),
        refused("JSON as a parameter", type("text/plain; application/json")),
        refused("one of 5000 characters", type("x".repeat(5000))),
        accepted("application/json;", type("application/json;")),
        accepted("JSON with a charset", type("application/json; charset=utf-8")),
        accepted("JSON with an unknown charset", type("application/json; charset=x")),
        accepted("JSON with an empty charset", type("application/json; charset=")),
        accepted(
            "JSON with a charset that is not its own", type("application/json; charset=utf-16")),
        accepted("JSON in upper case", type("APPLICATION/JSON")));
  }

  private Attempt type(String type) {
    return good.without("Content-Type").with("Content-Type", type);
  }

  private static Attack refused(String name, Attempt request) {
    return Attack.of("content type", name, request, 400, 415);
  }

  private static Attack accepted(String name, Attempt request) {
    return Attack.of("content type", name, request, 200);
  }

  private Stream<Attack> headers() {
    return Stream.of(
        Attack.of(
            "header",
            "one of 3 MB",
            good.with("X-Hostile", "x".repeat(3_000_000)),
            200,
            400,
            413,
            431,
            HostileResponse.CLOSED),
        Attack.of("header", "60 of them", flooded(60), 200),
        Attack.of(
            "header",
            "100000 of them",
            flooded(100_000),
            200,
            400,
            413,
            431,
            HostileResponse.CLOSED),
        Attack.of("header", "one without a name", good.with("", "x"), 200, 400),
        Attack.of("header", "one with a NUL", good.with("X-Hostile", "a\0b"), 200, 400),
        Attack.of(
            "header",
            "a signature with spaces around",
            materials
                .unsigned(materials.body())
                .with(Materials.SIGNATURE, " \t" + materials.signature(materials.body()) + "\t "),
            200));
  }

  private Attempt flooded(int count) {
    StringBuilder value = new StringBuilder("x");
    for (int i = 1; i < count; i++) {
      value.append("\r\nX-Hostile-").append(i).append(": x");
    }
    return good.with("X-Hostile", value.toString());
  }

  private Stream<Attack> lengths() {
    int size = materials.body().length;
    return Stream.of(
        length("too large by far", good.length("9000000000000"), 413),
        length("beyond a long", good.length("9223372036854775808"), 400, 413),
        length("10 bytes too few", good.length(String.valueOf(size - 10)), 400, 401, 403),
        length("none", good.length("0"), 400, 401, 403, 413),
        length("10 bytes too many", good.length(String.valueOf(size + 10)), 400, 401, 403),
        length("negative", good.length("-1"), 400, 413),
        length("no number", good.length("hostile"), 400),
        length("in hexadecimal", good.length("0x10"), 400),
        length("two of them", good.with("Content-Length", "5"), 400),
        length(
            "a length and chunks",
            good.chunked(chunks()).length(String.valueOf(size)),
            200,
            400,
            401,
            403),
        length("chunks without an end", chunked("2\r\n{}\r\n"), 400, 401, 403),
        length("a chunk of a negative length", chunked("-5\r\n"), 400, 401, 403));
  }

  private Attempt chunked(String chunks) {
    return good.chunked(chunks.getBytes(UTF_8));
  }

  private byte[] chunks() {
    byte[] body = materials.body();
    String head = Integer.toHexString(body.length) + "\r\n";
    byte[] chunks = Arrays.copyOf(head.getBytes(UTF_8), head.length() + body.length + 7);
    System.arraycopy(body, 0, chunks, head.length(), body.length);
    System.arraycopy("\r\n0\r\n\r\n".getBytes(UTF_8), 0, chunks, chunks.length - 7, 7);
    return chunks;
  }

  /** Returns a request with a bad length. The server may close the connection. */
  private static Attack length(String name, Attempt request, Integer... statuses) {
    Integer[] all = Arrays.copyOf(statuses, statuses.length + 1);
    all[statuses.length] = HostileResponse.CLOSED;
    return Attack.of("length", name, request, all);
  }
}
