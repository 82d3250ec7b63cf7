package io.github.rossumext.signature;

import static io.github.rossumext.signature.SignatureVerifier.Verification.ACCEPTED;
import static io.github.rossumext.signature.SignatureVerifier.Verification.MALFORMED;
import static io.github.rossumext.signature.SignatureVerifier.Verification.MISMATCH;
import static io.github.rossumext.signature.SignatureVerifier.Verification.MISSING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.rossumext.signature.SignatureVerifier.Verification;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {
  private static final String HEADER = "X-Rossum-Signature-SHA256";
  private static final String LEGACY_HEADER = "X-Elis-Signature";

  // The protocol's own vectors (§2), so that no signer of ours takes part.
  private static final byte[] BODY =
      "{ \"message\": \"sign me\", \"someValue\" = 45 }".getBytes(UTF_8);
  private static final Secret SECRET = Secret.of("This is very secret");
  private static final String HEX =
      "9539a7a70fc585ee96bc8dfb989db05f6faa216af8f68231fed028b1a7dafbc4";
  private static final String SIGNATURE = "sha256=" + HEX;
  private static final String LEGACY_HEX = "82673bc38c8eea236b04bad7fea3311a1e5b951c";
  private static final String LEGACY_SIGNATURE = "sha1=" + LEGACY_HEX;

  private final SignatureVerifier verifier = SignatureVerifier.of(SECRET);

  @Nested
  class TheHeaderOfToday {
    @Test
    void isAcceptedWithTheSecretOverTheseBytes() {
      assertThat(verify(SIGNATURE)).isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "x-rossum-signature-sha256",
          "X-ROSSUM-SIGNATURE-SHA256",
          "x-Rossum-signature-Sha256"
        })
    void isFoundWhateverTheCaseOfItsName(String name) {
      assertThat(verifier.verify(Headers.of(Map.of(name, List.of(SIGNATURE))), BODY))
          .isEqualTo(ACCEPTED);
    }

    @Test
    void mayHoldUpperCaseHexSinceTheBytesAreCompared() {
      assertThat(verify("sha256=" + HEX.toUpperCase(Locale.ROOT))).isEqualTo(ACCEPTED);
    }

    @Test
    void isMissing() {
      assertThat(verifier.verify(Headers.empty(), BODY)).isEqualTo(MISSING);
      assertThat(verifier.verify(Headers.of("X-Signature", SIGNATURE), BODY)).isEqualTo(MISSING);
    }

    @Test
    void isMissingWhereTheServerGivesTheNameWithoutAValue() {
      assertThat(verifier.verify(Headers.of(Map.of(HEADER, List.of())), BODY)).isEqualTo(MISSING);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "sha256",
          "sha256=",
          HEX,
          "=" + HEX,
          "SHA256=" + HEX,
          "Sha256=" + HEX,
          "sha1=" + HEX,
          "sha512=" + HEX,
          "sha256:" + HEX,
          LEGACY_SIGNATURE,
          SIGNATURE + " ",
          " " + SIGNATURE,
          SIGNATURE + "\n",
          SIGNATURE + "\r\n",
          SIGNATURE + "\u0000",
          SIGNATURE + "00",
          SIGNATURE + "," + SIGNATURE,
          "sha256= " + HEX,
          "sha256=0x9539a7a70fc585ee96bc8dfb989db05f6faa216af8f68231fed028b1a7dafb",
          "sha256=9539a7a70fc585ee96bc8dfb989db05f6faa216af8f68231fed028b1a7dafbc",
          "sha256=9539a7a70fc585ee96bc8dfb989db05f6faa216af8f68231fed028b1a7dafb",
          "sha256=9539a7a70fc585ee96bc8dfb989db05f6faa216af8f68231fed028b1a7dafbcg",
          "sha256=９539a7a70fc585ee96bc8dfb989db05f6faa216af8f68231fed028b1a7dafbc4",
          "sha256=lTmnpw/Fhe6WvI37mJ2wX2+qIWr49oIx/tAosafa+8Q=",
        })
    void thatIsNoSignatureIsMalformed(String value) {
      assertThat(verify(value)).isEqualTo(MALFORMED);
    }

    @Test
    void sentTwiceIsMalformedEvenIfBothFit() {
      assertThat(verifier.verify(Headers.of(Map.of(HEADER, List.of(SIGNATURE, SIGNATURE))), BODY))
          .isEqualTo(MALFORMED);
    }

    @Test
    void sentTwiceUnderNamesOfDifferentCaseIsMalformed() {
      Headers headers =
          Headers.of(
              Map.of(
                  HEADER,
                  List.of(SIGNATURE),
                  HEADER.toLowerCase(Locale.ROOT),
                  List.of("sha256=" + "0".repeat(64))));

      assertThat(verifier.verify(headers, BODY)).isEqualTo(MALFORMED);
    }

    @Test
    void ofOtherBytesIsAMismatch() {
      byte[] longer = (new String(BODY, UTF_8) + "\n").getBytes(UTF_8);

      assertThat(verifier.verify(Headers.of(HEADER, SIGNATURE), longer)).isEqualTo(MISMATCH);
      assertThat(verifier.verify(Headers.of(HEADER, SIGNATURE), new byte[0])).isEqualTo(MISMATCH);
    }

    @Test
    void ofAnotherSecretIsAMismatch() {
      SignatureVerifier other = SignatureVerifier.of(Secret.of("This is very secret "));

      assertThat(other.verify(Headers.of(HEADER, SIGNATURE), BODY)).isEqualTo(MISMATCH);
    }

    @Test
    void ofAnEmptyBodyIsCheckedLikeAnyOther() {
      byte[] empty = new byte[0];

      assertThat(verifier.verify(RequestSigner.of(SECRET).headers(empty), empty))
          .isEqualTo(ACCEPTED);
    }

    private Verification verify(String value) {
      return verifier.verify(Headers.of(HEADER, value), BODY);
    }
  }

  @Nested
  class Rotation {
    private final Secret first = Secret.of("the one of last year");
    private final Secret last = Secret.of("the one of next year");

    @Test
    void everySecretIsAcceptedWhereverItStands() {
      Headers headers = Headers.of(HEADER, SIGNATURE);

      assertThat(verify(List.of(SECRET, first, last), headers)).isEqualTo(ACCEPTED);
      assertThat(verify(List.of(first, SECRET, last), headers)).isEqualTo(ACCEPTED);
      assertThat(verify(List.of(first, last, SECRET), headers)).isEqualTo(ACCEPTED);
    }

    @Test
    void everySecretCountsForTheLegacyHeaderToo() {
      SignatureVerifier rotating =
          SignatureVerifier.of(List.of(first, SECRET)).withLegacySignature();

      assertThat(rotating.verify(Headers.of(LEGACY_HEADER, LEGACY_SIGNATURE), BODY))
          .isEqualTo(ACCEPTED);
    }

    @Test
    void aSecretThatWasDroppedIsAMismatch() {
      assertThat(verify(List.of(first, last), Headers.of(HEADER, SIGNATURE))).isEqualTo(MISMATCH);
    }

    @Test
    void theSecretsAreThoseOfTheMomentOfBuilding() {
      List<Secret> secrets = new ArrayList<>(List.of(first));
      SignatureVerifier built = SignatureVerifier.of(secrets);
      secrets.add(SECRET);

      assertThat(built.verify(Headers.of(HEADER, SIGNATURE), BODY)).isEqualTo(MISMATCH);
    }

    @Test
    void withoutAnySecretNothingIsBuilt() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SignatureVerifier.of(List.of()))
          .withMessageContaining("secret");
    }

    private Verification verify(List<Secret> secrets, Headers headers) {
      return SignatureVerifier.of(secrets).verify(headers, BODY);
    }
  }

  @Nested
  class TheLegacyHeader {
    private final SignatureVerifier legacy = verifier.withLegacySignature();

    @Test
    void isNoSignatureUnlessItWasOptedIn() {
      assertThat(verifier.verify(Headers.of(LEGACY_HEADER, LEGACY_SIGNATURE), BODY))
          .isEqualTo(MISSING);
    }

    @Test
    void isAcceptedWhereItWasOptedIn() {
      assertThat(legacy.verify(Headers.of(LEGACY_HEADER, LEGACY_SIGNATURE), BODY))
          .isEqualTo(ACCEPTED);
      assertThat(legacy.verify(Headers.of("x-elis-signature", LEGACY_SIGNATURE), BODY))
          .isEqualTo(ACCEPTED);
    }

    @Test
    void optingInLeavesTheOriginalVerifierAsItWas() {
      SignatureVerifier original = SignatureVerifier.of(SECRET);
      original.withLegacySignature().verify(Headers.of(LEGACY_HEADER, LEGACY_SIGNATURE), BODY);

      assertThat(original.verify(Headers.of(LEGACY_HEADER, LEGACY_SIGNATURE), BODY))
          .isEqualTo(MISSING);
    }

    @Test
    void isNotNeededWhereTheNewOneIsThere() {
      assertThat(legacy.verify(Headers.of(HEADER, SIGNATURE), BODY)).isEqualTo(ACCEPTED);
    }

    @Test
    void isMissingTogetherWithTheNewOne() {
      assertThat(legacy.verify(Headers.empty(), BODY)).isEqualTo(MISSING);
    }

    @ParameterizedTest
    @CsvSource({
      "'', MALFORMED",
      "' ', MALFORMED",
      "junk, MALFORMED",
      LEGACY_SIGNATURE + ", MALFORMED",
      "sha256=0000000000000000000000000000000000000000000000000000000000000000, MISMATCH",
    })
    void cannotSaveARequestWhoseNewHeaderIsBad(String value, Verification expected) {
      Headers headers = Headers.of(LEGACY_HEADER, LEGACY_SIGNATURE).with(HEADER, value);

      assertThat(legacy.verify(headers, BODY)).isEqualTo(expected);
    }

    @Test
    void cannotSpoilARequestWhoseNewHeaderIsGood() {
      Headers headers = Headers.of(HEADER, SIGNATURE).with(LEGACY_HEADER, "junk");

      assertThat(legacy.verify(headers, BODY)).isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "sha1=",
          LEGACY_HEX,
          "SHA1=" + LEGACY_HEX,
          SIGNATURE,
          LEGACY_SIGNATURE + " ",
          "sha1=82673bc38c8eea236b04bad7fea3311a1e5b951",
          "sha1=82673bc38c8eea236b04bad7fea3311a1e5b951z",
        })
    void thatIsNoSignatureIsMalformed(String value) {
      assertThat(legacy.verify(Headers.of(LEGACY_HEADER, value), BODY)).isEqualTo(MALFORMED);
    }

    @Test
    void ofOtherBytesIsAMismatch() {
      assertThat(legacy.verify(Headers.of(LEGACY_HEADER, LEGACY_SIGNATURE), new byte[1]))
          .isEqualTo(MISMATCH);
    }
  }

  @Nested
  class Texts {
    @Test
    void ofTheVerifierShowHowManySecretsThereAreAndNothingOfThem() {
      assertThat(verifier)
          .hasToString("SignatureVerifier[1 secrets]")
          .asString()
          .doesNotContain(SECRET.reveal());
      assertThat(verifier.withLegacySignature())
          .hasToString("SignatureVerifier[1 secrets, legacy]");
    }

    @ParameterizedTest
    @EnumSource(SignatureScheme.class)
    void ofTheSignerShowTheSchemeOnly(SignatureScheme scheme) {
      assertThat(RequestSigner.of(SECRET, scheme)).hasToString("RequestSigner[" + scheme + "]");
    }
  }

  @Test
  void onlyAnAcceptedSignatureMeansTrust() {
    assertThat(Verification.values())
        .filteredOn(Verification::isAccepted)
        .containsExactly(ACCEPTED);
  }
}
