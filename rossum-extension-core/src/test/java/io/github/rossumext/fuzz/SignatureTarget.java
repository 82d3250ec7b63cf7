package io.github.rossumext.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.signature.SignatureVerifier;
import io.github.rossumext.signature.SignatureVerifier.Verification;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Any headers and body are accepted only with the one signature. The input is written as HTTP is:
 * lines of a name, a colon and a value, an empty line, the body; the word {@code SIGNED} in a value
 * stands for the right signature.
 */
public final class SignatureTarget {
  private static final Secret SECRET = Secret.of("a secret that the fuzzer does not know");
  private static final RequestSigner SHA256 = RequestSigner.of(SECRET);
  private static final RequestSigner SHA1 = RequestSigner.of(SECRET, SignatureScheme.LEGACY_SHA1);
  private static final SignatureVerifier VERIFIER =
      SignatureVerifier.of(List.of(Secret.of("an older secret"), SECRET));
  private static final SignatureVerifier LENIENT = VERIFIER.withLegacySignature();
  private static final HookEndpoint ENDPOINT =
      HookEndpoint.builder()
          .secret(SECRET)
          .listen(HookEvent.INVOCATION_SCHEDULED, (payload, context) -> {})
          .build();

  private SignatureTarget() {}

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, UTF_8);
    int end = text.indexOf("\n\n");
    byte[] body = end < 0 ? new byte[0] : text.substring(end + 2).getBytes(UTF_8);
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (String line : (end < 0 ? text : text.substring(0, end)).split("\n", -1)) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? line : line.substring(0, colon);
      RequestSigner signer = lower(name).equals(lower(SHA1.header())) ? SHA1 : SHA256;
      lines
          .computeIfAbsent(name, any -> new ArrayList<>())
          .add(line.substring(colon + 1).strip().replace("SIGNED", signer.sign(body)));
    }
    check(Headers.of(lines), lines, body);
  }

  private static void check(Headers headers, Map<String, List<String>> lines, byte[] body) {
    List<String> modern = values(lines, SHA256.header());
    List<String> legacy = values(lines, SHA1.header());
    assertThat(headers.all(SHA256.header())).isEqualTo(modern);
    assertThat(headers.first(SHA1.header())).isEqualTo(legacy.stream().findFirst());

    Verification strict = expected(modern, 64, SHA256, body);
    assertThat(VERIFIER.verify(headers, body)).isEqualTo(strict);
    assertThat(LENIENT.verify(headers, body))
        .isEqualTo(modern.isEmpty() ? expected(legacy, 40, SHA1, body) : strict);

    EndpointResponse response = ENDPOINT.handle(EndpointRequest.of(headers, body));
    if (response.status() == 415) {
      assertThat(headers.names()).contains("content-encoding");
    } else {
      assertThat(response.status() == 401).isEqualTo(strict != Verification.ACCEPTED);
    }
    assertThat(headers.toString()).doesNotContain(SHA256.sign(body));
  }

  private static List<String> values(Map<String, List<String>> lines, String header) {
    return lines.entrySet().stream()
        .filter(line -> lower(line.getKey()).equals(lower(header)))
        .flatMap(line -> line.getValue().stream())
        .toList();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Verification expected(
      List<String> values, int digits, RequestSigner signer, byte[] body) {
    if (values.isEmpty()) {
      return Verification.MISSING;
    }
    String right = signer.sign(body);
    String prefix = right.substring(0, right.indexOf('=') + 1);
    if (values.size() > 1 || !values.get(0).matches(prefix + "[0-9a-fA-F]{" + digits + "}")) {
      return Verification.MALFORMED;
    }
    return values.get(0).equalsIgnoreCase(right) ? Verification.ACCEPTED : Verification.MISMATCH;
  }
}
