package io.github.rossumext.testkit.hostile;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Services with one hole each in what they verify or show. A case names each hole. */
class BrokenServicesTest {
  private static final Secret SECRET = Secret.of("a/b? secret+of <71d0>");
  private static final byte[] KEY = SECRET.reveal().getBytes(UTF_8);
  private static final String LEGACY = SignatureScheme.LEGACY_SHA1.header();
  private static final EndpointTarget GOOD = target(false);
  private static final EndpointTarget GOOD_WITH_LEGACY = target(true);

  private static EndpointTarget target(boolean acceptsLegacy) {
    HookEndpoint.Builder builder =
        HookEndpoint.builder()
            .secret(SECRET)
            .maxBodyBytes(1024 * 1024)
            .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info("Seen.")));
    return new EndpointTarget(
        (acceptsLegacy ? builder.acceptLegacySignature() : builder).build()::handle);
  }

  private static final Materials MATERIALS = new Materials(Fixtures.invoice(), SECRET, 1024 * 1024);

  // Made once for all services, because to make and sign the large bodies takes longest.
  private static final List<Attack> ATTACKS = requests().attacks(MATERIALS).toList();
  private static final List<Attack> ATTACKS_WITH_LEGACY =
      requests().withLegacySignature().attacks(MATERIALS).toList();

  private static HostileRequests requests() {
    return new HostileRequests(GOOD, SECRET, Fixtures.invoice(), 1024 * 1024);
  }

  private static List<String> failures(HostileRequestsTest.BadTarget service) {
    return failures(service, ATTACKS, one -> one.group().endsWith("signature"));
  }

  private static List<String> failuresWithLegacy(HostileRequestsTest.BadTarget service) {
    return failures(service, ATTACKS_WITH_LEGACY, one -> one.group().endsWith("signature"));
  }

  /** Runs one case only, because there are many services. */
  private static List<String> failures(HostileRequestsTest.BadTarget service, String name) {
    return failures(service, ATTACKS, one -> one.toString().equals(name));
  }

  private static List<String> failures(
      HostileRequestsTest.BadTarget service, List<Attack> attacks, Predicate<HostileCase> isRun) {
    List<HostileCase> cases =
        attacks.stream()
            .map(attack -> new HostileCase(attack, service, MATERIALS))
            .filter(isRun)
            .toList();
    assertThat(cases).isNotEmpty();
    return HostileReport.of("a broken service", cases).failures();
  }

  // Services that accept too much

  /** A service that accepts whatever a good one accepts, and requests with this signature too. */
  private static Arguments accepting(
      String hole, String caught, BiPredicate<String, byte[]> isAccepted) {
    return arguments(
        hole,
        caught,
        (HostileRequestsTest.BadTarget)
            request ->
                isAccepted.test(header(request, Materials.SIGNATURE), request.body())
                    ? accept(request.body())
                    : GOOD.send(request));
  }

  private static HostileResponse accept(byte[] body) {
    Attempt signed = Attempt.of(body).with("Content-Type", "application/json");
    HostileResponse response =
        GOOD.send(signed.with(Materials.SIGNATURE, Materials.signature(SHA256, KEY, body)));
    return new HostileResponse(200, response.body());
  }

  private static final SignatureScheme SHA256 = SignatureScheme.SHA256;

  private static String header(Attempt request, String name) {
    return request.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Attempt.Header::value)
        .findFirst()
        .orElse("");
  }

  private static String right(byte[] body) {
    return Materials.signature(SHA256, KEY, body);
  }

  private static Arguments comparing(String hole, String caught, Function<String, String> part) {
    return accepting(
        hole,
        caught,
        (signature, body) ->
            signature.length() == right(body).length()
                && part.apply(signature).equals(part.apply(right(body))));
  }

  private static Arguments withKey(String hole, String caught, String key) {
    return accepting(
        hole,
        caught,
        (signature, body) ->
            signature.equals(Materials.signature(SHA256, key.getBytes(UTF_8), body)));
  }

  private static Arguments verifying(String hole, String caught, Function<byte[], byte[]> read) {
    return accepting(hole, caught, (signature, body) -> signature.equals(right(read.apply(body))));
  }

  private static byte[] written(byte[] body, Function<JsonNode, String> writer) {
    JsonNode json;
    try {
      json = Json.read(new String(body, UTF_8));
    } catch (IllegalArgumentException e) {
      return body;
    }
    return writer.apply(json).getBytes(UTF_8);
  }

  static Stream<Arguments> thatAcceptTooMuch() {
    return Stream.of(
        comparing("any signature of the right length", "all zeros", signature -> ""),
        comparing("the first 8 digits", "wrong in digit 17", text -> text.substring(0, 15)),
        comparing("the first 32 digits", "wrong in digit 33", text -> text.substring(0, 39)),
        comparing("all digits but the last", "wrong in digit 64", text -> text.substring(0, 70)),
        comparing("all digits but the first", "wrong in digit 1", text -> text.substring(8)),
        comparing(
            "the last 32 digits", "right in its second half alone", text -> text.substring(39)),
        comparing(
            "digits in any order",
            "with its digits sorted",
            text -> {
              char[] digits = text.toCharArray();
              Arrays.sort(digits);
              return String.valueOf(digits);
            }),
        accepting(
            "the beginning of a signature",
            "half as long",
            (signature, body) ->
                signature.startsWith("sha256=") && right(body).startsWith(signature)),
        accepting(
            "a list of signatures", "a list", (signature, body) -> signature.contains(right(body))),
        accepting(
            "digits of any script",
            "in digits of another script",
            (signature, body) -> {
              StringBuilder digits = new StringBuilder();
              signature
                  .chars()
                  .forEach(c -> digits.append((char) (c >= 0xff10 ? c - 0xff10 + '0' : c)));
              return digits.toString().equals(right(body));
            }),
        withKey("the empty secret", "of the empty secret", ""),
        withKey("the secret null", "of the secret null", "null"),
        withKey(
            "the secret of examples", "of the secret of Rossum's examples", "This is very secret"),
        withKey("the token as secret", "of the document's token as secret", Materials.TOKEN),
        verifying(
            "a body that it trims",
            "of a body with a line break more",
            body -> new String(body, UTF_8).strip().getBytes(UTF_8)),
        verifying(
            "a body without its byte order mark",
            "of a body with a byte order mark before it",
            body -> new String(body, UTF_8).replace("\ufeff", "").getBytes(UTF_8)),
        verifying(
            "a text that it decoded",
            "of a body whose broken bytes were repaired",
            body -> new String(body, UTF_8).getBytes(UTF_8)),
        verifying(
            "lines that it joined",
            "of a body with other line breaks",
            body -> new String(body, UTF_8).replace("\r\n", "\n").getBytes(UTF_8)),
        verifying(
            "JSON that it wrote without white space",
            "of the same JSON without white space",
            body -> written(body, Json::text)),
        verifying(
            "JSON of which the last key counts",
            "of the same JSON without a doubled key",
            body -> written(body, Json::text)),
        verifying(
            "the first half",
            "of the first half of the body",
            body -> Arrays.copyOf(body, body.length / 2)),
        verifying("nothing but the key", "of the empty body", body -> new byte[0]),
        accepting(
            "events that it does not know, unsigned",
            "missing, of an event that is new",
            (signature, body) ->
                signature.isEmpty() && new String(body, UTF_8).contains("\"planet\"")),
        accepting(
            "manual requests, unsigned",
            "missing, of invocation.manual",
            (signature, body) ->
                signature.isEmpty() && Json.find(body).path("action").asText().equals("manual")),
        arguments(
            "a right SHA-1 beside a wrong SHA-256",
            "wrong, with a right one in the legacy header",
            (HostileRequestsTest.BadTarget)
                request ->
                    header(request, LEGACY)
                                .equals(
                                    Materials.signature(
                                        SignatureScheme.LEGACY_SHA1, KEY, request.body()))
                            && header(request, Materials.SIGNATURE).length() == 71
                        ? accept(request.body())
                        : GOOD.send(request)),
        arguments(
            "a right SHA-1 beside an empty SHA-256",
            "empty, with a right one in the legacy header",
            (HostileRequestsTest.BadTarget)
                request ->
                    header(request, LEGACY)
                                .equals(
                                    Materials.signature(
                                        SignatureScheme.LEGACY_SHA1, KEY, request.body()))
                            && request.headers().size() == 3
                            && header(request, Materials.SIGNATURE).isEmpty()
                        ? accept(request.body())
                        : GOOD.send(request)),
        arguments(
            "JSON alone, before the signature",
            "missing, of half a document",
            (HostileRequestsTest.BadTarget)
                request ->
                    Json.find(request.body()).isObject()
                        ? GOOD.send(request)
                        : new HostileResponse(400, "")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("thatAcceptTooMuch")
  void aServiceThatAcceptsTooMuchIsCaught(
      String hole, String caught, HostileRequestsTest.BadTarget service) {
    assertThat(failures(service, "signature: of a good request")).isEmpty();
    assertThat(failures(service, "signature: " + caught))
        .singleElement()
        .asString()
        .startsWith("signature: " + caught + " must get the response 401");
  }

  @Test
  void aServiceThatComparesHalfOfALegacySignatureIsCaught() {
    HostileRequestsTest.BadTarget service =
        request -> {
          String right = Materials.signature(SignatureScheme.LEGACY_SHA1, KEY, request.body());
          String given = header(request, LEGACY);
          return given.length() == right.length()
                  && given.startsWith(right.substring(0, 25))
                  && header(request, Materials.SIGNATURE).isEmpty()
              ? accept(request.body())
              : GOOD_WITH_LEGACY.send(request);
        };
    assertThat(
            failures(
                service,
                ATTACKS_WITH_LEGACY,
                one -> one.toString().equals("legacy signature: right in its first half alone")))
        .hasSize(1);
  }

  @Test
  void aGoodServiceIsNotCaughtWithAndWithoutTheLegacySignature() {
    assertThat(failures(GOOD::send)).isEmpty();
    assertThat(failuresWithLegacy(GOOD_WITH_LEGACY::send)).isEmpty();
  }

  // Services that show too much

  private static Arguments showing(String what, String shown, Function<byte[], String> text) {
    return arguments(what, shown, text);
  }

  static Stream<Arguments> thatShowTooMuch() {
    String secret = "the secret";
    String signature = "the right signature";
    return Stream.of(
        showing("the secret", secret, body -> SECRET.reveal()),
        showing("the secret in upper case", secret, body -> SECRET.reveal().toUpperCase(ROOT)),
        showing("the secret in Base64", secret, body -> Base64.getEncoder().encodeToString(KEY)),
        showing(
            "the secret in Base64 of a URL",
            secret,
            body -> Base64.getUrlEncoder().withoutPadding().encodeToString(KEY)),
        showing(
            "the secret in Base64 after a name",
            secret,
            body ->
                Base64.getEncoder().encodeToString(("user:" + SECRET.reveal()).getBytes(UTF_8))),
        showing(
            "the secret in Base64 within a text",
            secret,
            body ->
                Base64.getEncoder()
                    .encodeToString(("users:" + SECRET.reveal() + " or so").getBytes(UTF_8))),
        showing("the secret in hexadecimal", secret, body -> HexFormat.of().formatHex(KEY)),
        showing(
            "the secret in hexadecimal with colons",
            secret,
            body -> HexFormat.ofDelimiter(":").withUpperCase().formatHex(KEY)),
        showing("the secret in a URL", secret, body -> URLEncoder.encode(SECRET.reveal(), UTF_8)),
        showing(
            "the secret in a path",
            secret,
            body ->
                URLEncoder.encode(SECRET.reveal(), UTF_8).replace("+", "%20").toLowerCase(ROOT)),
        showing(
            "the secret in HTML",
            secret,
            body -> SECRET.reveal().replace("<", "&lt;").replace(">", "&#62;")),
        showing(
            "the secret in JSON",
            secret,
            body -> SECRET.reveal().replace("/", "\\/").replace("<", "\\u003c")),
        showing("the token", "the token", body -> Materials.TOKEN),
        showing(
            "the token in Base64",
            "the token",
            body -> Base64.getEncoder().encodeToString(Materials.TOKEN.getBytes(ISO_8859_1))),
        showing("the signature", signature, body -> "expected " + right(body)),
        showing("the signature in upper case", signature, body -> right(body).toUpperCase(ROOT)),
        showing("the first half of it", signature, body -> right(body).substring(0, 39)),
        showing("the last 16 digits of it", signature, body -> right(body).substring(55)),
        showing(
            "the signature in Base64",
            signature,
            body -> Base64.getEncoder().encodeToString(Materials.mac(SHA256, KEY, body))),
        showing(
            "the signature in Base64 of a URL",
            signature,
            body ->
                Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Materials.mac(SHA256, KEY, body))),
        showing(
            "the signature with SHA-1",
            signature,
            body -> Materials.signature(SignatureScheme.LEGACY_SHA1, KEY, body)),
        showing("a stack trace", "a stack trace", body -> "java.lang.IllegalStateException: no"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("thatShowTooMuch")
  void aServiceThatShowsTooMuchIsCaught(String what, String shown, Function<byte[], String> text) {
    List<String> failures =
        failures(
            request -> {
              HostileResponse good = GOOD.send(request);
              return good.status() == 401
                  ? new HostileResponse(401, text.apply(request.body()))
                  : good;
            },
            "signature: missing");
    assertThat(failures)
        .anyMatch(
            failure ->
                failure.startsWith(
                    "signature: missing must not get a response with " + shown + "."))
        .noneMatch(failure -> failure.contains(SECRET.reveal()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("thatShowTooMuch")
  void aServiceWhoseHeadersShowTooMuchIsCaught(
      String what, String shown, Function<byte[], String> text) {
    List<String> failures =
        failures(
            request -> {
              HostileResponse good = GOOD.send(request);
              return good.status() == 401
                  ? new HostileResponse(
                      401, good.body(), Headers.of("WWW-Authenticate", text.apply(request.body())))
                  : good;
            },
            "signature: missing");
    assertThat(failures)
        .anyMatch(
            failure ->
                failure.startsWith(
                    "signature: missing must not get a response with " + shown + " in a header."));
  }

  @Test
  void aServiceThatShowsTheTokenToRossumIsCaught() {
    List<String> failures =
        failures(
            request -> {
              HostileResponse good = GOOD.send(request);
              return good.status() == 200
                  ? new HostileResponse(200, good.body() + Materials.TOKEN)
                  : good;
            },
            "signature: missing");
    assertThat(failures)
        .singleElement()
        .asString()
        .startsWith("signature: missing must not get a response with the token.");
  }

  @Test
  void aServiceThatShowsWhatTheClientKnowsIsNotCaught() {
    List<String> failures =
        failures(
            request -> {
              HostileResponse good = GOOD.send(request);
              return good.status() == 401
                  ? new HostileResponse(401, "malformed: " + header(request, Materials.SIGNATURE))
                  : good;
            });
    assertThat(failures).hasSize(2).allMatch(failure -> failure.contains("that is the secret"));
  }
}
