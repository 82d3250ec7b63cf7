package io.github.rossumext.testkit.adapter;

import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.testkit.adapter.Bench.BODY;
import static io.github.rossumext.testkit.adapter.Bench.JSON;
import static io.github.rossumext.testkit.adapter.Bench.REQUEST;
import static io.github.rossumext.testkit.adapter.Bench.RIGHT;
import static io.github.rossumext.testkit.adapter.Bench.SECRET;
import static io.github.rossumext.testkit.adapter.Bench.SIGNATURE;
import static io.github.rossumext.testkit.adapter.Bench.test;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.listener.HookRejection.Reason;
import io.github.rossumext.payload.UnknownPayload;
import io.github.rossumext.response.JsonResponse;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.internal.RawConnection;
import io.github.rossumext.testkit.internal.RawConnection.Response;
import io.github.rossumext.value.Secret;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Responses, signatures, methods, content types and the status page. */
final class HeadCases {
  private static final String NOT_JSON = "The extension accepts requests of type application/json.";

  private HeadCases() {}

  /** What is handled goes back as the endpoint made it. */
  static Stream<Bench.Case> responses() {
    Stream<Bench.Case> usual =
        Stream.of(
            test("is the one of the handler, and one log line", HeadCases::handled),
            test("to a failure is 500 and names the request", HeadCases::failing),
            test("comes to each request of a connection", HeadCases::oneConnection));
    Stream<Bench.Case> fixtures =
        Fixtures.all().stream()
            .filter(one -> !one.payload().eventAndAction().equals("annotation_content.export"))
            .map(
                one ->
                    test(
                        "to " + one + " is 200",
                        bench -> {
                          Response response = bench.serve().post(SignedRequest.of(one, SECRET));
                          Bench.assertStatus(200, response);
                          Bench.assertHeaders(response, "application/json");
                        }));
    Stream<Bench.Case> malformed =
        Stream.of("{", "", "[]", "{}", "{\"event\":\"annotation_content\"}", "\u0000")
            .map(HeadCases::malformed);
    return Stream.of(usual, fixtures, malformed).flatMap(cases -> cases);
  }

  private static void handled(Bench bench) throws Exception {
    Response response = bench.serve().post(REQUEST);
    Bench.assertStatus(200, response);
    Bench.assertHeaders(response, "application/json");
    assertTrue(
        response.body().contains("\"messages\":[{\"type\":\"info\",\"content\":\"Seen.\"}]"));
    bench.assertOneLine(
        "INFO handled event=annotation_content\\.initialize annotation=4310220117"
            + " request=5b0f6a3e-2f1d-4f0e-9a57-3f8d0c6b7e21 bytes="
            + BODY.length
            + " status=200 ms=\\d{1,5} messages=1 operations=0 blockers=0");
  }

  private static void failing(Bench bench) throws Exception {
    Fixture export = Fixtures.invoice().with(EXPORT);
    Bench.assertMessage(
        bench.serve().post(SignedRequest.of(export, SECRET)),
        500,
        "The extension failed (request " + export.payload().requestId().orElse("") + ").");
    bench.assertOneLine("ERROR failed event=annotation_content\\.export .* status=500 ms=\\d{1,5}");
  }

  private static void oneConnection(Bench bench) throws Exception {
    RawConnection connection = bench.serve().connect();
    String length = "Content-Length: " + BODY.length;
    for (int status : new int[] {200, 401, 200}) {
      String[] unsigned = {JSON, length};
      connection.head("POST", status == 200 ? Bench.lines(REQUEST, length) : unsigned);
      Bench.assertStatus(status, connection.bytes(BODY).response());
    }
    Bench.assertStatus(200, connection.head("GET").response());
  }

  private static Bench.Case malformed(String body) {
    return test(
        "to the signed body '" + body + "', which is not an event, is 400",
        bench -> {
          Response response = bench.serve().post(SignedRequest.of(body.getBytes(UTF_8), SECRET));
          Bench.assertStatus(400, response);
          Bench.assertHeaders(response, "application/json");
          assertTrue(response.body().startsWith("{\"messages\":[{\"type\":\"error\""));
          bench.assertRejectedLine("not a payload: .*", body.length(), 400);
        });
  }

  /** The headers of the signature reach the endpoint as they came, every one of them. */
  static Stream<Bench.Case> signatures() {
    String legacy = RequestSigner.of(SECRET, SignatureScheme.LEGACY_SHA1).sign(BODY);
    return Stream.of(
        unsigned("that is missing"),
        unsigned("by another secret", signature(RequestSigner.of(Secret.of("wrong")).sign(BODY))),
        unsigned("of another body", signature(RequestSigner.of(SECRET).sign(new byte[0]))),
        unsigned("that is cut", signature(RIGHT.substring(0, RIGHT.length() - 2))),
        unsigned("that is too long", signature(RIGHT + "00")),
        unsigned("with its scheme in upper case", signature(RIGHT.replace("sha256=", "SHA256="))),
        unsigned("without its scheme", signature(RIGHT.replace("sha256=", ""))),
        unsigned("with another scheme", signature(RIGHT.replace("sha256=", "sha1="))),
        unsigned("that is empty", signature("")),
        unsigned("that ends after its scheme", signature("sha256=")),
        unsigned("that is not a number", signature("sha256=" + "zz".repeat(32))),
        unsigned("that comes twice", signature(RIGHT), signature(RIGHT)),
        unsigned("of the legacy header", "X-Elis-Signature: " + legacy),
        signed(SIGNATURE.toLowerCase(Locale.ROOT)),
        signed(SIGNATURE.toUpperCase(Locale.ROOT)));
  }

  private static String signature(String value) {
    return SIGNATURE + ": " + value;
  }

  private static Bench.Case unsigned(String name, String... lines) {
    String[] headers = Stream.concat(Stream.of(JSON), Stream.of(lines)).toArray(String[]::new);
    return test(
        name + " is refused with 401",
        bench -> {
          bench.assertRejected(
              bench.serve().post(BODY, headers),
              401,
              Reason.SIGNATURE,
              "The signature of the request was not accepted.");
          bench.assertRejectedLine("signature (MISSING|MALFORMED|MISMATCH)", BODY.length, 401);
        });
  }

  private static Bench.Case signed(String header) {
    return test(
        "in the header " + header + " is accepted",
        bench -> Bench.assertStatus(200, bench.serve().post(BODY, JSON, header + ": " + RIGHT)));
  }

  /** Methods, content types and content encodings: 405 and 415. */
  static Stream<Bench.Case> methodsAndTypes() {
    return Stream.of(
            Stream.of("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "post", "BREW")
                .map(HeadCases::notAllowed),
            Stream.of(
                    "text/plain; a=b",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/jsonp",
                    "application/json-patch+json",
                    "application",
                    ";application/json")
                .map(
                    type ->
                        notSupported(
                            "the type " + type,
                            NOT_JSON,
                            "content type " + Pattern.quote(type),
                            "Content-Type: " + type)),
            Stream.of(
                    "application/json",
                    "application/json; charset=utf-8",
                    "application/json;charset=UTF-8;x=y",
                    "Application/JSON",
                    "application/json ; charset=\"utf-8\"",
                    "application/json; charset=no-such-charset",
                    "application/json; charset=")
                .map(type -> supported("the type " + type, "Content-Type: " + type)),
            Stream.of("gzip", "deflate", "br")
                .map(
                    encoding ->
                        notSupported(
                            "the encoding " + encoding,
                            "The extension accepts requests without content encoding, but this one"
                                + " is encoded by "
                                + encoding
                                + ".",
                            "content encoding " + encoding,
                            JSON,
                            "Content-Encoding: " + encoding)),
            Stream.of(
                notSupported("no content type", NOT_JSON, "content type missing"),
                supported(
                    "no encoding, which is named identity,", JSON, "Content-Encoding: identity"),
                test(
                    "TRACE does not echo",
                    bench -> {
                      Response response = bench.serve().send("TRACE", "X-Mine: marked");
                      assertFalse(response.toString().contains("marked"), response::toString);
                    }),
                test(
                    "a word of a request can neither forge a line of the log nor flood it",
                    bench -> {
                      bench.serve().post(BODY, "Content-Type: text/" + "x".repeat(5000));
                      bench.assertRejectedLine("content type text/x{75}", 0, 415);
                    }),
                test("a control character stays out of the log", HeadCases::oddType),
                next("after another method", 405, "PUT"),
                next("after another content type", 415, "POST")))
        .flatMap(cases -> cases);
  }

  private static Bench.Case notAllowed(String method) {
    return test(
        method + " is refused with 405",
        bench -> {
          Response response = bench.serve().send(method, "Content-Length: 0");
          bench.assertRejected(
              response, 405, Reason.TRANSPORT, "The extension accepts requests by POST.");
          assertEquals("GET, HEAD, POST", response.header("Allow"));
          bench.assertRejectedLine("method " + method, 0, 405);
        });
  }

  private static Bench.Case notSupported(
      String name, String text, String logged, String... headers) {
    return test(
        name + " is refused with 415",
        bench -> {
          bench.assertRejected(bench.serve().post(BODY, headers), 415, Reason.TRANSPORT, text);
          bench.assertRejectedLine(logged, 0, 415);
        });
  }

  private static Bench.Case supported(String name, String... headers) {
    String[] all =
        Stream.concat(Stream.of(headers), Stream.of(signature(RIGHT))).toArray(String[]::new);
    return test(
        name + " is accepted", bench -> Bench.assertStatus(200, bench.serve().post(BODY, all)));
  }

  private static void oddType(Bench bench) throws Exception {
    bench.serve();
    Response response = bench.send("POST", "Content-Type: a\u001b[2Jb\u00e9", "Content-Length: 0");
    if (response.status() == 415) { // else the server itself has refused it
      bench.assertRejectedLine("content type [ -~]+", 0, 415);
    } else {
      assertTrue(response.status() == 400, response::toString);
    }
  }

  private static Bench.Case next(String name, int status, String method) {
    return test(
        "a connection serves the next request " + name,
        bench -> {
          RawConnection connection = bench.serve().connect();
          connection.head(method, "Content-Length: 600000").bytes(new byte[600_000]);
          Bench.assertStatus(status, connection.response());
          Bench.assertStatus(200, connection.head("GET").response());
        });
  }

  /** The page for people and load balancers. */
  static Stream<Bench.Case> page() {
    return Stream.of(
        test("lists the events, and is one log line", HeadCases::list),
        test("has the same headers for HEAD", HeadCases::head),
        test("escapes the names of events", HeadCases::escaped));
  }

  private static void list(Bench bench) throws Exception {
    Response page = bench.serve().send("GET");
    Bench.assertStatus(200, page);
    Bench.assertHeaders(page, "text/html; ?charset=utf-8");
    for (String part :
        List.of(
            "<!DOCTYPE html>",
            "extension is up",
            "<li>annotation_content</li>",
            "<li>annotation_content.export</li>",
            "POST")) {
      assertTrue(page.body().contains(part), page::body);
    }
    assertFalse(page.body().contains("marked"), page::body);
    bench.assertOneLine("INFO status page status=200 ms=\\d{1,5}");
  }

  private static void head(Bench bench) throws Exception {
    Response page = bench.serve().send("GET");
    RawConnection connection = bench.connect();
    Response head = connection.head("HEAD").responseToHead();
    Bench.assertStatus(200, head);
    for (String header : List.of("Content-Type", "Content-Length", "Cache-Control")) {
      assertEquals(page.header(header), head.header(header), header);
    }
    // Nothing follows the headers: the next response is read from its beginning.
    Bench.assertStatus(200, connection.head("GET").response());
  }

  private static void escaped(Bench bench) throws Exception {
    HookEvent<UnknownPayload, JsonResponse> odd = HookEvent.other("<script>", "a&b");
    bench.serve(
        HookEndpoint.builder()
            .secret(SECRET)
            .on(odd, (payload, context) -> JsonResponse.of(payload.event())));
    String page = bench.send("GET").body();
    assertTrue(page.contains("<li>&lt;script&gt;.a&amp;b</li>"), page);
    assertFalse(page.contains("<script>"), page);
  }
}
