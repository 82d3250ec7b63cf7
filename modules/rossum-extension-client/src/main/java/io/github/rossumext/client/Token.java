package io.github.rossumext.client;

import io.github.rossumext.value.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A token that can be a header, and its hash, which is computed once. Immutable. */
final class Token {
  private final Secret secret;
  private final String hash;

  private Token(Secret secret) {
    this.secret = secret;
    this.hash = hash(secret);
  }

  /** Refuses a token that cannot be a header. The JDK's own exception would show it. */
  static Token of(Secret secret) {
    if (!secret.reveal().chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "A token must consist of printable ASCII characters without blanks.");
    }
    return new Token(secret);
  }

  String reveal() {
    return secret.reveal();
  }

  /** By which the process counts the calls of the token, without keeping it. */
  String hash() {
    return hash;
  }

  private static String hash(Secret secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(secret.reveal().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
