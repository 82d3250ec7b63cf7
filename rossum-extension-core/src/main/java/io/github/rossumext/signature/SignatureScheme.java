package io.github.rossumext.signature;

import io.github.rossumext.value.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The two ways in which Rossum signs a request. */
public enum SignatureScheme {
  /** {@code X-Rossum-Signature-SHA256: sha256=…}: what Rossum sends whenever a secret is set. */
  SHA256("X-Rossum-Signature-SHA256", "sha256=", "HmacSHA256", 32),

  /** {@code X-Elis-Signature: sha1=…}: sent only if Rossum's support has enabled it. */
  LEGACY_SHA1("X-Elis-Signature", "sha1=", "HmacSHA1", 20);

  private final String header;
  private final String prefix;
  private final String algorithm;
  private final int macLength;

  SignatureScheme(String header, String prefix, String algorithm, int macLength) {
    this.header = header;
    this.prefix = prefix;
    this.algorithm = algorithm;
    this.macLength = macLength;
  }

  /** Returns the name of the header that carries the signature. */
  public String header() {
    return header;
  }

  /**
   * Returns a keyed Mac, to be cloned for each use: looking one up and keying it takes as long as 2
   * kB.
   */
  Mac keyed(Secret secret) {
    return keyed(secret.reveal().getBytes(StandardCharsets.UTF_8));
  }

  Mac keyed(byte[] key) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return (Mac) mac.clone(); // that it can be cloned is found out here, not at the first request
    } catch (GeneralSecurityException | CloneNotSupportedException e) {
      throw new IllegalStateException("This Java runtime has no usable " + algorithm + ".", e);
    }
  }

  static byte[] mac(Mac keyed, byte[] body) {
    try {
      return ((Mac) keyed.clone()).doFinal(body);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The Mac of this Java runtime cannot be cloned.", e);
    }
  }

  String headerValue(byte[] mac) {
    return prefix + HexFormat.of().formatHex(mac);
  }

  /** Returns the bytes of a header's value; null if it is not a signature of this scheme. */
  byte @Nullable [] decode(String value) {
    if (value.length() != prefix.length() + 2 * macLength || !value.startsWith(prefix)) {
      return null;
    }
    try {
      return HexFormat.of().parseHex(value, prefix.length(), value.length());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Returns its name in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
