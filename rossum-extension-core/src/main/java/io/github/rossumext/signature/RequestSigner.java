package io.github.rossumext.signature;

import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import javax.crypto.Mac;

/**
 * Signs request bodies as Rossum does (protocol §2): for tests and tools. Immutable and
 * thread-safe.
 */
public final class RequestSigner {
  private final SignatureScheme scheme;
  private final Mac mac;

  private RequestSigner(SignatureScheme scheme, Secret secret) {
    this.scheme = scheme;
    this.mac = scheme.keyed(secret);
  }

  /** A signer that makes the header {@code X-Rossum-Signature-SHA256}. */
  public static RequestSigner of(Secret secret) {
    return of(secret, SignatureScheme.SHA256);
  }

  /** A signer of this scheme. */
  public static RequestSigner of(Secret secret, SignatureScheme scheme) {
    return new RequestSigner(scheme, secret);
  }

  /** The name of the header that {@link #sign} makes the value of. */
  public String header() {
    return scheme.header();
  }

  /** The value of the header for these bytes, such as {@code sha256=9539…}. */
  public String sign(byte[] body) {
    return scheme.headerValue(SignatureScheme.mac(mac, body));
  }

  /** The header for these bytes, with its value. */
  public Headers headers(byte[] body) {
    return Headers.of(header(), sign(body));
  }

  /** The scheme; nothing of the secret. */
  @Override
  public String toString() {
    return "RequestSigner[" + scheme + "]";
  }
}
