package io.github.rossumext.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.Secret;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures that others have published: they hold whatever signer and verifier agree on. */
class SignatureVectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  @Nested
  class Rfc4231 {
    @ParameterizedTest(name = "test case {0}")
    @CsvSource({
      "1, 0b, 20, 4869205468657265,"
          + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
      "2, 4a656665, 1, 7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
          + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
      "4, 0102030405060708090a0b0c0d0e0f10111213141516171819, 1,"
          + " cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
          + "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd,"
          + " 82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
    })
    void aShortKey(String testCase, String key, int times, String data, String mac) {
      assertThat(mac(HEX.parseHex(key.repeat(times)), HEX.parseHex(data))).isEqualTo(mac);
    }

    @Test
    void case3IsAKeyAndDataThatAreNoText() {
      assertThat(mac(HEX.parseHex("aa".repeat(20)), HEX.parseHex("dd".repeat(50))))
          .isEqualTo("773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    }

    @Test
    void case5GivesTheFirst128BitsOnly() {
      assertThat(mac(HEX.parseHex("0c".repeat(20)), "Test With Truncation".getBytes(US_ASCII)))
          .startsWith("a3b6167473100ee06e0c796c2955552b");
    }

    @Test
    void case6IsAKeyLongerThanABlock() {
      byte[] data = "Test Using Larger Than Block-Size Key - Hash Key First".getBytes(US_ASCII);

      assertThat(mac(HEX.parseHex("aa".repeat(131)), data))
          .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    @Test
    void case7IsAKeyAndDataLongerThanABlock() {
      String data =
          "This is a test using a larger than block-size key and a larger than block-size data."
              + " The key needs to be hashed before being used by the HMAC algorithm.";

      assertThat(mac(HEX.parseHex("aa".repeat(131)), data.getBytes(US_ASCII)))
          .isEqualTo("9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
    }

    @Test
    void case2ThroughTheSigner() {
      RequestSigner signer = RequestSigner.of(Secret.of("Jefe"));

      assertThat(signer.sign("what do ya want for nothing?".getBytes(US_ASCII)))
          .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    private static String mac(byte[] key, byte[] data) {
      // Most of these keys are no text, or a blank one, so that no Secret can hold them.
      return HEX.formatHex(SignatureScheme.mac(SignatureScheme.SHA256.keyed(key), data));
    }
  }

  @Nested
  class Rfc2202 {
    @Test
    void case2ThroughTheSignerOfTheLegacyHeader() {
      RequestSigner signer = RequestSigner.of(Secret.of("Jefe"), SignatureScheme.LEGACY_SHA1);

      assertThat(signer.sign("what do ya want for nothing?".getBytes(US_ASCII)))
          .isEqualTo("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    }
  }

  /** The vectors that Rossum documents (protocol §2); the body is not JSON on purpose. */
  @Nested
  class Protocol {
    private static final byte[] BODY =
        "{ \"message\": \"sign me\", \"someValue\" = 45 }".getBytes(US_ASCII);
    private static final Secret SECRET = Secret.of("This is very secret");

    @Test
    void theHeaderOfToday() {
      RequestSigner signer = RequestSigner.of(SECRET);

      assertThat(signer.header()).isEqualTo("X-Rossum-Signature-SHA256");
      assertThat(signer.sign(BODY))
          .isEqualTo("sha256=9539a7a70fc585ee96bc8dfb989db05f6faa216af8f68231fed028b1a7dafbc4");
    }

    @Test
    void theLegacyHeader() {
      RequestSigner signer = RequestSigner.of(SECRET, SignatureScheme.LEGACY_SHA1);

      assertThat(signer.header()).isEqualTo("X-Elis-Signature");
      assertThat(signer.sign(BODY)).isEqualTo("sha1=82673bc38c8eea236b04bad7fea3311a1e5b951c");
    }
  }
}
