package io.github.rossumext;

import static io.github.rossumext.Handlers.everywhere;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.value.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in, something that Rossum understands goes out. */
class HookEndpointProperties {
  private final HookEndpoint endpoint = everywhere((payload, context) -> {}).build();

  private static JsonNode json(EndpointResponse response) {
    assertThat(response.headers()).containsEntry("Content-Type", "application/json");
    return Wire.tree(response.body());
  }

  @Property
  void anyHeadersAndBytesAreA401(
      @ForAll("headers") Map<String, List<String>> headers, @ForAll byte[] body) {
    EndpointResponse response = endpoint.handle(EndpointRequest.of(headers, body));

    assertThat(response.status()).isEqualTo(401);
    assertThat(json(response).path("messages")).hasSize(1);
  }

  @Property
  void anySignedBytesAreA400(@ForAll byte[] body) {
    EndpointResponse response = endpoint.handle(Requests.signed(body));

    assertThat(response.status()).isEqualTo(400);
    assertThat(json(response).path("messages")).hasSize(1);
  }

  @Property(tries = 2_000)
  void aRequestWithBytesExchangedIsUnderstoodOrRejected(@ForAll("mutilated") byte[] body) {
    assertUnderstoodOrRejected(body);
  }

  @Property
  void anyJsonIsUnderstoodOrRejected(@ForAll("json") String body) {
    assertUnderstoodOrRejected(body.getBytes(StandardCharsets.UTF_8));
  }

  private void assertUnderstoodOrRejected(byte[] body) {
    EndpointResponse response = endpoint.handle(Requests.signed(body));

    assertThat(json(response).isObject()).isTrue();
    if (response.status() == 500) {
      // An e-mail whose files cannot be listed: any other response would drop them.
      assertThat(HookPayload.of(body)).isInstanceOf(EmailPayload.class);
    } else {
      assertThat(response.status()).isIn(200, 400);
    }
  }

  @Property
  void theResponseToAnyFailureIsWithoutItsText(
      @ForAll("failures") Throwable failure, @ForAll Kind kind, @ForAll FailurePolicy policy) {
    EndpointResponse response =
        Handlers.withPolicy(Handlers.failing(failure), policy).build().handle(kind.request());
    boolean interrupted = Thread.interrupted();

    assertThat(interrupted).isFalse();
    assertThat(response.status()).isIn(200, 422, 500, 503);
    assertThat(json(response).toString()).doesNotContain("m4rk");
  }

  @Provide
  Arbitrary<Map<String, List<String>>> headers() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of(
                "X-Rossum-Signature-SHA256", "x-rossum-signature-sha256", "X-Elis-Signature"),
            Arbitraries.strings().ofMaxLength(20));
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(80),
            Arbitraries.strings().withChars("0123456789abcdef").ofLength(64).map("sha256="::concat),
            Arbitraries.strings().ofLength(64).map("sha256="::concat));
    return Arbitraries.maps(names, values.list().ofMaxSize(3)).ofMaxSize(4);
  }

  @Provide
  Arbitrary<byte[]> mutilated() {
    Arbitrary<byte[]> requests =
        Arbitraries.of(Kind.values()).map(kind -> kind.body("'x':[1,2.5e1]"));
    return requests.flatMap(
        request ->
            Combinators.combine(
                    Arbitraries.integers().between(0, request.length - 1).list().ofMaxSize(3),
                    Arbitraries.of("\"{}[]:,\\0e- \u0000ÿ".split("")).list().ofSize(3),
                    Arbitraries.integers().between(0, 2 * request.length))
                .as((places, bytes, length) -> mutilate(request, places, bytes, length)));
  }

  private static byte[] mutilate(
      byte[] request, List<Integer> places, List<String> bytes, int length) {
    byte[] body = request.clone();
    for (int i = 0; i < places.size(); i++) {
      body[places.get(i)] = (byte) bytes.get(i).charAt(0);
    }
    return java.util.Arrays.copyOf(body, Math.min(length, body.length));
  }

  /** Keys of the protocol with values of any kind, some keys twice. */
  @Provide
  Arbitrary<String> json() {
    Arbitrary<String> keys =
        Arbitraries.of(
            "event",
            "action",
            "annotation",
            "content",
            "children",
            "id",
            "schema_id",
            "files",
            "updated_datapoints",
            "settings",
            "secrets",
            "request_id",
            "value",
            "headers");
    Arbitrary<String> scalars =
        Arbitraries.of(
            "null",
            "true",
            "1",
            "-0.5e3",
            "99999999999999999999",
            "\"\"",
            "\"None\"",
            "\"7\"",
            "\"email\"",
            "\"received\"",
            "\"annotation_content\"",
            "\"annotation_status\"",
            "\"changed\"",
            "\"\\u0000\\ud800\"");
    Arbitrary<String> values =
        Arbitraries.recursive(
            () -> scalars,
            inner ->
                Arbitraries.oneOf(
                    inner.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
                    members(keys, inner).map(list -> "{" + String.join(",", list) + "}")),
            0,
            4);
    Arbitrary<String> head =
        Arbitraries.of(
            "\"event\":\"annotation_content\",\"action\":\"updated\"",
            "\"event\":\"annotation_status\",\"action\":\"changed\"",
            "\"event\":\"email\",\"action\":\"received\"",
            "\"event\":\"invocation\",\"action\":\"manual\"");
    return Combinators.combine(head, members(keys, values))
        .as(
            (start, rest) ->
                "{" + start + (rest.isEmpty() ? "" : ",") + String.join(",", rest) + "}");
  }

  private static Arbitrary<List<String>> members(Arbitrary<String> keys, Arbitrary<String> values) {
    return Combinators.combine(keys, values)
        .as((key, value) -> "\"" + key + "\":" + value)
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<Throwable> failures() {
    return Arbitraries.of(
        new RuntimeException("m4rk"),
        new Exception("m4rk", new RuntimeException("m4rk")),
        new InterruptedException("m4rk"),
        new StackOverflowError("m4rk"),
        new OutOfMemoryError("m4rk"),
        new AssertionError("m4rk"),
        new LinkageError("m4rk"),
        new FailureException(FailurePolicy.RETRY, new RuntimeException("m4rk")),
        new Throwing());
  }

  /** An exception that fails itself, whatever it is asked. */
  private static final class Throwing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("m4rk");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("m4rk");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new IllegalStateException("m4rk");
    }
  }

  @Property
  void onlyTheOneSignatureIsAccepted(@ForAll Kind kind, @ForAll("places") int place) {
    byte[] body = kind.body("");
    StringBuilder signature = new StringBuilder(RequestSigner.of(Requests.SECRET).sign(body));
    int at = place % signature.length();
    signature.setCharAt(at, signature.charAt(at) == '0' ? '1' : '0');
    Headers forged = Headers.of("X-Rossum-Signature-SHA256", signature.toString());

    assertThat(endpoint.handle(EndpointRequest.of(forged, body)).status()).isEqualTo(401);
    assertThat(endpoint.handle(Requests.signed(body)).status()).isEqualTo(200);
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 1_000);
  }
}
