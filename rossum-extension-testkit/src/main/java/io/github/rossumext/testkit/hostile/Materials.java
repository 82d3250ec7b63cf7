package io.github.rossumext.testkit.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.value.Secret;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A good document, its secret and its signatures, for the cases to change. Immutable. */
final class Materials {
  static final String SIGNATURE = SignatureScheme.SHA256.header();

  /** A token that no response may show. */
  static final String TOKEN = "hostile-token-5c2f";

  private final Fixture good;
  private final Secret secret;
  private final int maxBodyBytes;
  private final Leaks leaks;

  Materials(Fixture good, Secret secret, int maxBodyBytes) {
    this.good = good.withKey("rossum_authorization_token", TOKEN);
    this.secret = secret;
    this.maxBodyBytes = maxBodyBytes;
    this.leaks = new Leaks(secret);
  }

  Fixture good() {
    return good;
  }

  byte[] body() {
    return good.body();
  }

  /** Returns the body as text, without white space at its end. */
  String json() {
    return good.json().stripTrailing();
  }

  Secret secret() {
    return secret;
  }

  /** Returns what no response may show. */
  Leaks leaks() {
    return leaks;
  }

  /** Returns the bytes of the secret. */
  byte[] key() {
    return secret.reveal().getBytes(UTF_8);
  }

  int maxBodyBytes() {
    return maxBodyBytes;
  }

  String signature(byte[] body) {
    return signature(SignatureScheme.SHA256, key(), body);
  }

  /** Returns the text of a signature with any key, even one that no {@link Secret} can be. */
  static String signature(SignatureScheme scheme, byte[] key, byte[] body) {
    return prefix(scheme) + HexFormat.of().formatHex(mac(scheme, key, body));
  }

  static String prefix(SignatureScheme scheme) {
    return scheme == SignatureScheme.SHA256 ? "sha256=" : "sha1=";
  }

  static byte[] mac(SignatureScheme scheme, byte[] key, byte[] body) {
    String algorithm = scheme == SignatureScheme.SHA256 ? "HmacSHA256" : "HmacSHA1";
    // HMAC fills a short key with zeros, so that one zero is the empty key, which Java refuses.
    byte[] filled = key.length == 0 ? new byte[1] : key;
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(filled, algorithm));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no usable " + algorithm + ".", e);
    }
  }

  /** Returns a request as Rossum sends it. */
  Attempt signed(byte[] body) {
    return unsigned(body).with(SIGNATURE, signature(body));
  }

  Attempt signed(String body) {
    return signed(body.getBytes(UTF_8));
  }

  /** Returns a request as Rossum sends it, without the signature. */
  Attempt unsigned(byte[] body) {
    return Attempt.of(body).with("Content-Type", "application/json");
  }
}
