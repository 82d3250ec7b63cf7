package io.github.rossumext.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.signature.SignatureVerifier.Verification;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class SignatureProperties {
  private static final Secret SECRET = Secret.of("a secret of these laws");

  @Property
  void whatWasSignedIsAccepted(
      @ForAll byte[] body, @ForAll("secrets") Secret secret, @ForAll SignatureScheme scheme) {
    Headers headers = RequestSigner.of(secret, scheme).headers(body);

    assertThat(SignatureVerifier.of(secret).withLegacySignature().verify(headers, body))
        .isEqualTo(Verification.ACCEPTED);
  }

  @Property
  void whatWasSignedWithAnotherSecretIsAMismatch(
      @ForAll byte[] body,
      @ForAll("secrets") Secret ours,
      @ForAll("secrets") Secret theirs,
      @ForAll SignatureScheme scheme) {
    Assume.that(!ours.equals(theirs));
    Headers headers = RequestSigner.of(theirs, scheme).headers(body);

    assertThat(SignatureVerifier.of(ours).withLegacySignature().verify(headers, body))
        .isEqualTo(Verification.MISMATCH);
  }

  @Property
  void oneOfSeveralSecretsIsEnough(
      @ForAll byte[] body,
      @ForAll("secrets") Secret signedWith,
      @ForAll("others") List<Secret> all) {
    List<Secret> accepted = new ArrayList<>(all);
    accepted.add(body.length % (all.size() + 1), signedWith);

    assertThat(
            SignatureVerifier.of(accepted).verify(RequestSigner.of(signedWith).headers(body), body))
        .isEqualTo(Verification.ACCEPTED);
  }

  @Property
  void aFlippedBitOfTheBodyIsAMismatch(
      @ForAll @Size(min = 1, max = 64) byte[] body,
      @ForAll int position,
      @ForAll SignatureScheme scheme) {
    Headers headers = RequestSigner.of(SECRET, scheme).headers(body);
    byte[] changed = flip(body, position);

    assertThat(verifier().verify(headers, changed)).isEqualTo(Verification.MISMATCH);
  }

  @Property
  void aFlippedBitOfTheSignatureIsAMismatch(
      @ForAll byte[] body, @ForAll int position, @ForAll SignatureScheme scheme) {
    RequestSigner signer = RequestSigner.of(SECRET, scheme);
    String signature = signer.sign(body);
    int prefix = signature.indexOf('=') + 1;
    byte[] mac = HexFormat.of().parseHex(signature.substring(prefix));
    String changed = signature.substring(0, prefix) + HexFormat.of().formatHex(flip(mac, position));

    assertThat(verifier().verify(Headers.of(signer.header(), changed), body))
        .isEqualTo(Verification.MISMATCH);
  }

  @Property
  void aSignatureThatWasCutOrLengthenedIsMalformed(
      @ForAll byte[] body, @ForAll int length, @ForAll SignatureScheme scheme) {
    RequestSigner signer = RequestSigner.of(SECRET, scheme);
    String signature = signer.sign(body);
    int cut = Math.floorMod(length, 2 * signature.length());
    Assume.that(cut != signature.length());
    String changed = (signature + signature).substring(0, cut);

    assertThat(verifier().verify(Headers.of(signer.header(), changed), body))
        .isEqualTo(Verification.MALFORMED);
  }

  @Property
  void junkIsATypedRejectionAndNeverThrows(
      @ForAll("junk") List<String> values, @ForAll byte[] body, @ForAll SignatureScheme scheme) {
    Headers headers = Headers.of(Map.of(scheme.header(), values));

    Verification verification = verifier().verify(headers, body);

    if (values.isEmpty()) {
      assertThat(verification).isEqualTo(Verification.MISSING);
    } else if (values.size() > 1) {
      assertThat(verification).isEqualTo(Verification.MALFORMED);
    } else {
      assertThat(verification).isIn(Verification.MALFORMED, Verification.MISMATCH);
    }
  }

  private static SignatureVerifier verifier() {
    return SignatureVerifier.of(SECRET).withLegacySignature();
  }

  private static byte[] flip(byte[] bytes, int position) {
    byte[] changed = bytes.clone();
    int bit = Math.floorMod(position, 8 * bytes.length);
    changed[bit / 8] ^= (byte) (1 << (bit % 8));
    return changed;
  }

  @Provide
  Arbitrary<Secret> secrets() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(200)
        .filter(text -> !text.isBlank())
        .map(Secret::of);
  }

  @Provide
  Arbitrary<List<Secret>> others() {
    return secrets().list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<String>> junk() {
    Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(80);
    Arbitrary<String> hex =
        Arbitraries.strings()
            .withChars("0123456789abcdefABCDEFg =")
            .ofMaxLength(70)
            .map(text -> "sha256=" + text);
    Arbitrary<String> rightLength =
        Arbitraries.strings()
            .withChars("0123456789abcdefABCDEF")
            .ofLength(64)
            .map(text -> "sha256=" + text);
    Arbitrary<String> rightLegacyLength =
        Arbitraries.strings()
            .withChars("0123456789abcdefABCDEF")
            .ofLength(40)
            .map(text -> "sha1=" + text);
    return Arbitraries.oneOf(anything, hex, rightLength, rightLegacyLength).list().ofMaxSize(3);
  }
}
