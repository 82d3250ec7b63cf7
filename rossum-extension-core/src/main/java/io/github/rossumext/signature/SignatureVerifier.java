package io.github.rossumext.signature;

import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.crypto.Mac;

/**
 * Checks that a request was signed with one of the secrets, over its raw bytes.
 *
 * <p>It can accept several secrets, so that you can change a secret without downtime. It tries all
 * of them for every request, so that the time does not reveal which one fits. If the header {@code
 * X-Rossum-Signature-SHA256} is present, it alone decides. The legacy header counts only if you
 * accept it. Immutable and thread-safe. A check never throws.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#signatures">The
 *     protocol: signatures</a>
 */
public final class SignatureVerifier {
  private final List<Secret> secrets;
  private final boolean legacy;
  private final List<Mac> keys;
  private final List<Mac> legacyKeys;

  private SignatureVerifier(List<Secret> secrets, boolean legacy) {
    this.secrets = secrets;
    this.legacy = legacy;
    this.keys = keys(SignatureScheme.SHA256);
    this.legacyKeys = keys(SignatureScheme.LEGACY_SHA1);
  }

  private List<Mac> keys(SignatureScheme scheme) {
    List<Mac> made = new ArrayList<>();
    for (Secret secret : secrets) {
      made.add(scheme.keyed(secret));
    }
    return List.copyOf(made);
  }

  /** Returns a verifier that accepts this secret. */
  public static SignatureVerifier of(Secret secret) {
    return of(List.of(secret));
  }

  /**
   * Returns a verifier that accepts each of these secrets.
   *
   * @throws IllegalArgumentException if the collection is empty
   */
  public static SignatureVerifier of(Collection<Secret> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException(
          "A verifier needs at least 1 secret, but got 0. Give the secret of the hook.");
    }
    return new SignatureVerifier(List.copyOf(secrets), false);
  }

  /** Returns a copy that also accepts the header {@code X-Elis-Signature}. */
  public SignatureVerifier withLegacySignature() {
    return new SignatureVerifier(secrets, true);
  }

  /**
   * Checks the signature of a request.
   *
   * @param headers the headers of the request
   * @param body its bytes as they came
   */
  public Verification verify(Headers headers, byte[] body) {
    List<String> values = headers.all(SignatureScheme.SHA256.header());
    if (!values.isEmpty() || !legacy) {
      return verify(SignatureScheme.SHA256, keys, values, body);
    }
    return verify(
        SignatureScheme.LEGACY_SHA1,
        legacyKeys,
        headers.all(SignatureScheme.LEGACY_SHA1.header()),
        body);
  }

  private static Verification verify(
      SignatureScheme scheme, List<Mac> keys, List<String> values, byte[] body) {
    if (values.isEmpty()) {
      return Verification.MISSING;
    }
    byte[] signature = values.size() == 1 ? scheme.decode(values.get(0)) : null;
    if (signature == null) {
      return Verification.MALFORMED;
    }
    boolean accepted = false;
    for (Mac key : keys) {
      accepted |= MessageDigest.isEqual(SignatureScheme.mac(key, body), signature);
    }
    return accepted ? Verification.ACCEPTED : Verification.MISMATCH;
  }

  /** Returns the number of accepted secrets, and nothing of the secrets. */
  @Override
  public String toString() {
    return "SignatureVerifier[" + secrets.size() + " secrets" + (legacy ? ", legacy]" : "]");
  }

  /** The result of a check. */
  public enum Verification {
    /** The signature was made with one of the secrets, over these bytes. */
    ACCEPTED,
    /** The request carries no signature. */
    MISSING,
    /**
     * The header is not a signature: it has a wrong prefix or length, is not hex, or was sent
     * twice.
     */
    MALFORMED,
    /** The signature is for other bytes, or was made with another secret. */
    MISMATCH;

    /** Returns whether the request may be trusted. */
    public boolean isAccepted() {
      return this == ACCEPTED;
    }
  }
}
