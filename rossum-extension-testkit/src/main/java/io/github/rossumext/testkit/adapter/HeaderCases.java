package io.github.rossumext.testkit.adapter;

import static io.github.rossumext.testkit.adapter.Bench.BODY;
import static io.github.rossumext.testkit.adapter.Bench.JSON;
import static io.github.rossumext.testkit.adapter.Bench.RIGHT;
import static io.github.rossumext.testkit.adapter.Bench.SIGNATURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.rossumext.listener.HookRejection.Reason;
import io.github.rossumext.testkit.adapter.RawConnection.Response;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Methods, content types and content encodings: 405 and 415. */
final class HeaderCases {
  private static final String NOT_JSON = "The extension accepts requests of type application/json.";

  private HeaderCases() {}

  static Stream<AdapterCase> all() {
    return Stream.of(
            Stream.of("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "post", "BREW")
                .map(HeaderCases::notAllowed),
            Stream.of(
                    "text/plain; a=b",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/jsonp",
                    "application/json-patch+json",
                    "application",
                    ";application/json")
                .map(HeaderCases::notSupported),
            Stream.of(
                    "application/json",
                    "application/json; charset=utf-8",
                    "application/json;charset=UTF-8;x=y",
                    "Application/JSON",
                    "application/json ; charset=\"utf-8\"",
                    "application/json; charset=no-such-charset",
                    "application/json; charset=")
                .map(HeaderCases::supported),
            Stream.of("gzip", "deflate", "br").map(HeaderCases::encoded),
            Stream.of(
                new AdapterCase("TRACE does not echo", HeaderCases::traceDoesNotEcho),
                new AdapterCase("no content type is refused with 415", HeaderCases::noType),
                new AdapterCase(
                    "no encoding, which is named identity, is accepted",
                    bench ->
                        Bench.assertStatus(
                            200,
                            bench
                                .serve()
                                .post(
                                    BODY,
                                    JSON,
                                    SIGNATURE + ": " + RIGHT,
                                    "Content-Encoding: identity"))),
                new AdapterCase(
                    "a word of a request can neither forge a line of the log nor flood it",
                    HeaderCases::longType),
                new AdapterCase("a control character stays out of the log", HeaderCases::oddType),
                next("after another method", 405, "PUT"),
                next("after another content type", 415, "POST")))
        .flatMap(cases -> cases);
  }

  private static AdapterCase notAllowed(String method) {
    return new AdapterCase(
        method + " is refused with 405",
        bench -> {
          Response response = bench.serve().send(method, "Content-Length: 0");
          bench.assertRejected(
              response, 405, Reason.TRANSPORT, "The extension accepts requests by POST.");
          assertEquals("GET, HEAD, POST", response.header("Allow"));
          bench.assertOneLine(
              "WARN rejected reason=\"method " + method + "\" bytes=0 status=405 ms=\\d{1,5}");
        });
  }

  private static AdapterCase notSupported(String type) {
    return new AdapterCase(
        "the type " + type + " is refused with 415",
        bench -> {
          bench.assertRejected(
              bench.serve().post(BODY, "Content-Type: " + type), 415, Reason.TRANSPORT, NOT_JSON);
          bench.assertOneLine(
              "WARN rejected reason=\"content type "
                  + Pattern.quote(type)
                  + "\" bytes=0 status=415 ms=\\d{1,5}");
        });
  }

  private static AdapterCase supported(String type) {
    return new AdapterCase(
        "the type " + type + " is accepted",
        bench ->
            Bench.assertStatus(
                200, bench.serve().post(BODY, "Content-Type: " + type, SIGNATURE + ": " + RIGHT)));
  }

  private static AdapterCase encoded(String encoding) {
    return new AdapterCase(
        "the encoding " + encoding + " is refused with 415",
        bench -> {
          bench.assertRejected(
              bench.serve().post(BODY, JSON, "Content-Encoding: " + encoding),
              415,
              Reason.TRANSPORT,
              "The extension accepts requests without content encoding, but this one is encoded by "
                  + encoding
                  + ".");
          bench.assertOneLine(
              "WARN rejected reason=\"content encoding "
                  + encoding
                  + "\" bytes=0 status=415 ms=\\d{1,5}");
        });
  }

  private static void traceDoesNotEcho(Bench bench) throws Exception {
    Response response = bench.serve().send("TRACE", "X-Mine: marked");
    assertFalse(response.toString().contains("marked"), response::toString);
  }

  private static void noType(Bench bench) throws Exception {
    bench.assertRejected(bench.serve().post(BODY), 415, Reason.TRANSPORT, NOT_JSON);
    bench.assertOneLine(
        "WARN rejected reason=\"content type missing\" bytes=0 status=415 ms=\\d{1,5}");
  }

  private static void longType(Bench bench) throws Exception {
    bench.serve().post(BODY, "Content-Type: text/" + "x".repeat(5000));
    bench.assertOneLine(
        "WARN rejected reason=\"content type text/x{75}\" bytes=0 status=415 ms=\\d{1,5}");
  }

  private static void oddType(Bench bench) throws Exception {
    bench.serve();
    Response response = bench.send("POST", "Content-Type: a\u001b[2Jb\u00e9", "Content-Length: 0");
    if (response.status() == 415) { // else the server itself has refused it
      bench.assertOneLine(
          "WARN rejected reason=\"content type [ -~]+\" bytes=0 status=415 ms=\\d{1,5}");
    } else {
      assertTrue(response.status() == 400, response::toString);
    }
  }

  private static AdapterCase next(String name, int status, String method) {
    return new AdapterCase(
        "a connection serves the next request " + name,
        bench -> {
          bench.serve();
          try (RawConnection connection = bench.connect()) {
            connection.head(method, "Content-Length: 600000").bytes(new byte[600_000]);
            Bench.assertStatus(status, connection.response());
            Bench.assertStatus(200, connection.head("GET").response());
          }
        });
  }
}
