package io.github.rossumext.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.signature.SignatureVerifier.Verification;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tags that are nearly right: the modifications with which test vectors for MACs look for a
 * verifier that compares too little. Each is tried under the scheme it is made for.
 */
class ForgeryTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final Secret SECRET = Secret.of("This is very secret");
  private static final byte[] MESSAGE =
      "{\"event\":\"invocation\",\"action\":\"manual\"}".getBytes(UTF_8);
  private static final SignatureVerifier VERIFIER =
      SignatureVerifier.of(List.of(SECRET)).withLegacySignature();

  static Stream<Arguments> forged() {
    return Arrays.stream(SignatureScheme.values())
        .flatMap(
            scheme -> {
              byte[] tag = tag(scheme, MESSAGE);
              return forgeries(tag, scheme).stream()
                  .map(forgery -> Arguments.of(scheme, forgery.comment(), forgery.tag()));
            });
  }

  private record Forgery(String comment, String tag) {}

  private static List<Forgery> forgeries(byte[] tag, SignatureScheme scheme) {
    List<Forgery> forgeries = new ArrayList<>();
    for (int bit : new int[] {0, 1, 7, 8, 31, 32, 63, 64, 71, 77, 80, 96, 97, 103, 126, 127}) {
      forgeries.add(new Forgery("flipped bit " + bit, HEX.formatHex(flipped(tag, bit))));
    }
    int last = 8 * tag.length - 1;
    forgeries.add(new Forgery("flipped last bit", HEX.formatHex(flipped(tag, last))));
    forgeries.add(
        new Forgery("flipped bits 0 and 64", HEX.formatHex(flipped(flipped(tag, 0), 64))));
    forgeries.add(new Forgery("all bits flipped", HEX.formatHex(every(tag, 0xff))));
    forgeries.add(new Forgery("most significant bits flipped", HEX.formatHex(every(tag, 0x80))));
    forgeries.add(new Forgery("least significant bits flipped", HEX.formatHex(every(tag, 0x01))));
    forgeries.add(new Forgery("all zero", "00".repeat(tag.length)));
    forgeries.add(new Forgery("all one", "ff".repeat(tag.length)));
    forgeries.add(
        new Forgery("reversed", new StringBuilder(HEX.formatHex(tag)).reverse().toString()));
    for (int bytes : new int[] {0, 1, 4, 8, 10, 12, 16, tag.length - 1}) {
      forgeries.add(new Forgery("truncated to " + bytes + " bytes", HEX.formatHex(tag, 0, bytes)));
    }
    forgeries.add(new Forgery("half a byte short", HEX.formatHex(tag).substring(1)));
    forgeries.add(new Forgery("a byte too long", HEX.formatHex(tag) + "00"));
    forgeries.add(new Forgery("repeated", HEX.formatHex(tag).repeat(2)));
    forgeries.add(new Forgery("of nothing", HEX.formatHex(tag(scheme, new byte[0]))));
    forgeries.add(
        new Forgery(
            "of the message and a NUL",
            HEX.formatHex(tag(scheme, Arrays.copyOf(MESSAGE, MESSAGE.length + 1)))));
    forgeries.add(
        new Forgery(
            "of the message without its end",
            HEX.formatHex(tag(scheme, Arrays.copyOf(MESSAGE, MESSAGE.length - 1)))));
    for (String other :
        List.of("HmacSHA1", "HmacSHA224", "HmacSHA256", "HmacSHA384", "HmacSHA512")) {
      if (!other.equals(algorithm(scheme))) {
        byte[] wrong = Arrays.copyOf(mac(other, MESSAGE), tag.length);
        forgeries.add(new Forgery(other + " cut to size", HEX.formatHex(wrong)));
      }
    }
    return forgeries;
  }

  private static byte[] flipped(byte[] tag, int bit) {
    byte[] flipped = tag.clone();
    flipped[bit / 8] ^= (byte) (1 << (bit % 8));
    return flipped;
  }

  private static byte[] every(byte[] tag, int mask) {
    byte[] changed = tag.clone();
    for (int i = 0; i < changed.length; i++) {
      changed[i] ^= (byte) mask;
    }
    return changed;
  }

  private static String algorithm(SignatureScheme scheme) {
    return scheme == SignatureScheme.SHA256 ? "HmacSHA256" : "HmacSHA1";
  }

  private static byte[] tag(SignatureScheme scheme, byte[] message) {
    return mac(algorithm(scheme), message);
  }

  // The JDK's own, not the library's.
  private static byte[] mac(String algorithm, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(SECRET.reveal().getBytes(UTF_8), algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Verification verify(SignatureScheme scheme, String hex) {
    String prefix = scheme == SignatureScheme.SHA256 ? "sha256=" : "sha1=";
    return VERIFIER.verify(Headers.of(scheme.header(), prefix + hex), MESSAGE);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("forged")
  void isRejected(SignatureScheme scheme, String comment, String tag) {
    assertThat(verify(scheme, tag).isAccepted()).isFalse();
  }

  @Nested
  class TheGenuineTag {
    @Test
    void isAccepted() {
      for (SignatureScheme scheme : SignatureScheme.values()) {
        assertThat(verify(scheme, HEX.formatHex(tag(scheme, MESSAGE))).isAccepted()).isTrue();
      }
    }

    @Test
    void losesNoBitUnnoticed() {
      for (SignatureScheme scheme : SignatureScheme.values()) {
        byte[] tag = tag(scheme, MESSAGE);
        for (int bit = 0; bit < 8 * tag.length; bit++) {
          assertThat(verify(scheme, HEX.formatHex(flipped(tag, bit))).isAccepted()).isFalse();
        }
      }
    }

    @Test
    void isRejectedUnderTheOtherScheme() {
      String sha1 = HEX.formatHex(tag(SignatureScheme.LEGACY_SHA1, MESSAGE));
      String sha256 = HEX.formatHex(tag(SignatureScheme.SHA256, MESSAGE));

      assertThat(verify(SignatureScheme.SHA256, sha1).isAccepted()).isFalse();
      assertThat(verify(SignatureScheme.LEGACY_SHA1, sha256).isAccepted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {" ", "\t", "\n", "\r\n", "\0", ",", ";", "\"", "0x", "=", "\u0660", "\uff10"})
    void takesNoOrnament(String ornament) {
      String tag = HEX.formatHex(tag(SignatureScheme.SHA256, MESSAGE));

      assertThat(verify(SignatureScheme.SHA256, ornament + tag).isAccepted()).isFalse();
      assertThat(verify(SignatureScheme.SHA256, tag + ornament).isAccepted()).isFalse();
      assertThat(
              verify(SignatureScheme.SHA256, tag.substring(0, 32) + ornament + tag.substring(32))
                  .isAccepted())
          .isFalse();
    }
  }
}
