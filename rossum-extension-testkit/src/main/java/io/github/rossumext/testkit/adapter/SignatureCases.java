package io.github.rossumext.testkit.adapter;

import static io.github.rossumext.testkit.adapter.Bench.BODY;
import static io.github.rossumext.testkit.adapter.Bench.JSON;
import static io.github.rossumext.testkit.adapter.Bench.RIGHT;
import static io.github.rossumext.testkit.adapter.Bench.SECRET;
import static io.github.rossumext.testkit.adapter.Bench.SIGNATURE;

import io.github.rossumext.listener.HookRejection.Reason;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.value.Secret;
import java.util.Locale;
import java.util.stream.Stream;

/** The headers of the signature reach the endpoint as they came, every one of them. */
final class SignatureCases {
  private SignatureCases() {}

  static Stream<AdapterCase> all() {
    return Stream.of(
        refused("that is missing"),
        refused("by another secret", RequestSigner.of(Secret.of("wrong")).sign(BODY)),
        refused("of another body", RequestSigner.of(SECRET).sign(new byte[0])),
        refused("that is cut", RIGHT.substring(0, RIGHT.length() - 2)),
        refused("that is too long", RIGHT + "00"),
        refused("with its scheme in upper case", RIGHT.replace("sha256=", "SHA256=")),
        refused("without its scheme", RIGHT.replace("sha256=", "")),
        refused("with another scheme", RIGHT.replace("sha256=", "sha1=")),
        refused("that is empty", ""),
        refused("that ends after its scheme", "sha256="),
        refused("that is not a number", "sha256=" + "zz".repeat(32)),
        refused("that comes twice", RIGHT, RIGHT),
        refusedLine(
            "of the legacy header",
            "X-Elis-Signature: "
                + RequestSigner.of(SECRET, SignatureScheme.LEGACY_SHA1).sign(BODY)),
        accepted(SIGNATURE.toLowerCase(Locale.ROOT)),
        accepted(SIGNATURE.toUpperCase(Locale.ROOT)));
  }

  private static AdapterCase refused(String name, String... values) {
    return refusedLine(
        name, Stream.of(values).map(value -> SIGNATURE + ": " + value).toArray(String[]::new));
  }

  private static AdapterCase refusedLine(String name, String... lines) {
    String[] headers = Stream.concat(Stream.of(JSON), Stream.of(lines)).toArray(String[]::new);
    return new AdapterCase(
        name + " is refused with 401",
        bench -> {
          bench.assertRejected(
              bench.serve().post(BODY, headers),
              401,
              Reason.SIGNATURE,
              "The signature of the request was not accepted.");
          bench.assertOneLine(
              "WARN rejected reason=\"signature (MISSING|MALFORMED|MISMATCH)\" bytes="
                  + BODY.length
                  + " status=401 ms=\\d{1,5}");
        });
  }

  private static AdapterCase accepted(String header) {
    return new AdapterCase(
        "in the header " + header + " is accepted",
        bench -> Bench.assertStatus(200, bench.serve().post(BODY, JSON, header + ": " + RIGHT)));
  }
}
