package io.github.rossumext.internal.delivery;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.delivery.Plan.Later;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.signature.SignatureVerifier;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of polls: the id of a delivery, and its signature under a secret of the hook. So
 * nothing in the store opens a response, and a token that was made up is recognised without the
 * store. Immutable and thread-safe.
 */
final class PollTokens {
  private static final String PREFIX = "sha256=";

  private final RequestSigner signer;
  private final SignatureVerifier verifier;

  /** Creates the tokens of these secrets: the first one signs, each of them is accepted. */
  PollTokens(List<Secret> secrets) {
    this.signer = RequestSigner.of(secrets.get(0));
    this.verifier = SignatureVerifier.of(secrets);
  }

  /**
   * Returns the response that says where Rossum fetches that of a delivery. It is always the same.
   */
  EndpointResponse accepted(Later later, String id) {
    return EndpointResponse.json(202, bytes("{}"))
        .withHeader("Location", location(later.publicUrl(), id));
  }

  private String location(URI publicUrl, String id) {
    String mac = signer.sign(bytes(id)).substring(PREFIX.length());
    String separator = publicUrl.getRawQuery() == null ? "?" : "&";
    return publicUrl.toASCIIString() + separator + "delivery=" + id + "." + mac;
  }

  /** Returns the id of the delivery that a token is for; null if the token was made up. */
  @Nullable String idOf(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return null;
    }
    String id = token.substring(0, dot);
    Headers signature =
        Headers.of(SignatureScheme.SHA256.header(), PREFIX + token.substring(dot + 1));
    return verifier.verify(signature, bytes(id)).isAccepted() ? id : null;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
