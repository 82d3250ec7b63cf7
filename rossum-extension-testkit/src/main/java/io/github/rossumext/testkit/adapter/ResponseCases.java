package io.github.rossumext.testkit.adapter;

import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.testkit.adapter.Bench.BODY;
import static io.github.rossumext.testkit.adapter.Bench.JSON;
import static io.github.rossumext.testkit.adapter.Bench.REQUEST;
import static io.github.rossumext.testkit.adapter.Bench.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.adapter.RawConnection.Response;
import java.util.stream.Stream;

/** What is handled goes back as the endpoint made it. */
final class ResponseCases {
  private ResponseCases() {}

  static Stream<AdapterCase> all() {
    return Stream.concat(
        Stream.of(
            new AdapterCase("is the one of the handler, and one log line", ResponseCases::handled),
            new AdapterCase("to a failure is 500 and names the request", ResponseCases::failing),
            new AdapterCase("comes to each request of a connection", ResponseCases::oneConnection)),
        Stream.concat(
            Fixtures.all().stream()
                .filter(
                    fixture ->
                        !fixture.payload().eventAndAction().equals("annotation_content.export"))
                .map(ResponseCases::fixture),
            Stream.of("{", "", "[]", "{}", "{\"event\":\"annotation_content\"}", "\u0000")
                .map(ResponseCases::malformed)));
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
    bench.serve();
    try (RawConnection connection = bench.connect()) {
      for (int status : new int[] {200, 401, 200}) {
        String[] headers = Bench.lines(REQUEST, "Content-Length: " + BODY.length);
        String[] unsigned = {JSON, "Content-Length: " + BODY.length};
        connection.head("POST", status == 200 ? headers : unsigned).bytes(BODY);
        Bench.assertStatus(status, connection.response());
      }
      Bench.assertStatus(200, connection.head("GET").response());
    }
  }

  private static AdapterCase fixture(Fixture fixture) {
    return new AdapterCase(
        "to " + fixture + " is 200",
        bench -> {
          Response response = bench.serve().post(SignedRequest.of(fixture, SECRET));
          Bench.assertStatus(200, response);
          Bench.assertHeaders(response, "application/json");
        });
  }

  private static AdapterCase malformed(String body) {
    return new AdapterCase(
        "to the signed body '" + body + "', which is not an event, is 400",
        bench -> {
          Response response = bench.serve().post(SignedRequest.of(body.getBytes(UTF_8), SECRET));
          Bench.assertStatus(400, response);
          Bench.assertHeaders(response, "application/json");
          assertTrue(response.body().startsWith("{\"messages\":[{\"type\":\"error\""));
          bench.assertOneLine(
              "WARN rejected reason=\"not a payload: .*\" bytes="
                  + body.length()
                  + " status=400 ms=\\d{1,5}");
        });
  }
}
