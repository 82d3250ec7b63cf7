package io.github.rossumext.testkit.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.value.Secret;

/** A good document, its secret and its signatures, for the cases to change. Immutable. */
final class Materials {
  static final String SIGNATURE = "X-Rossum-Signature-SHA256";

  /** A token that no response may show. */
  static final String TOKEN = "hostile-token-5c2f";

  private final Fixture good;
  private final Secret secret;
  private final RequestSigner signer;
  private final int maxBodyBytes;

  Materials(Fixture good, Secret secret, int maxBodyBytes) {
    this.good = good.withKey("rossum_authorization_token", TOKEN);
    this.secret = secret;
    this.signer = RequestSigner.of(secret);
    this.maxBodyBytes = maxBodyBytes;
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

  int maxBodyBytes() {
    return maxBodyBytes;
  }

  String signature(byte[] body) {
    return signer.sign(body);
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
