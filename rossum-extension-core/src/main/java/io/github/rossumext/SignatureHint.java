package io.github.rossumext;

import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.signature.SignatureVerifier.Verification;
import io.github.rossumext.value.Headers;

/** What to check if the signature of a request is not accepted. */
final class SignatureHint {
  private SignatureHint() {}

  /** Returns what the log says; "" if the signature is accepted. */
  static String of(Verification found, Headers headers) {
    return switch (found) {
      case ACCEPTED -> "";
      case MISSING ->
          headers.all(SignatureScheme.LEGACY_SHA1.header()).isEmpty()
              ? "Set config.secret of the hook, and look for a proxy that removes headers."
              : "The request has only the legacy header X-Elis-Signature. Set config.secret of the"
                  + " hook again, or call acceptLegacySignature().";
      case MALFORMED -> "Look for a proxy that changes headers or sends them twice.";
      case MISMATCH ->
          "Compare config.secret of the hook with the secret of the service, and look for a proxy"
              + " that changes the body.";
    };
  }
}
