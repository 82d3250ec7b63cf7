package io.github.rossumext.signature;

import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import javax.crypto.Mac;

/** Signs request bodies as Rossum does: for tests and tools. Immutable and thread-safe. */
public final class RequestSigner {
  private final SignatureScheme scheme;
  private final Mac mac;

  private RequestSigner(SignatureScheme scheme, Secret secret) {
    this.scheme = scheme;
    this.mac = scheme.keyed(secret);
  }

  /** Returns a signer that makes the header {@code X-Rossum-Signature-SHA256}. */
  public static RequestSigner of(Secret secret) {
    return of(secret, SignatureScheme.SHA256);
  }

  /** Returns a signer of this scheme. */
  public static RequestSigner of(Secret secret, SignatureScheme scheme) {
    return new RequestSigner(scheme, secret);
  }

  /** Returns the name of the header; {@link #sign} returns its value. */
  public String header() {
    return scheme.header();
  }

  /** Returns the value of the header for these bytes, such as {@code sha256=9539…}. */
  public String sign(byte[] body) {
    return scheme.headerValue(SignatureScheme.mac(mac, body));
  }

  /** Returns the header for these bytes, with its value. */
  public Headers headers(byte[] body) {
    return Headers.of(header(), sign(body));
  }

  /** Returns the scheme, and nothing of the secret. */
  @Override
  public String toString() {
    return "RequestSigner[" + scheme + "]";
  }
}
