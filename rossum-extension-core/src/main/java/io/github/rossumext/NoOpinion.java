package io.github.rossumext;

import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.response.NoResponse;

/** The answer that leaves everything as it is. */
final class NoOpinion {
  private NoOpinion() {}

  static HookResponse on(HookPayload payload) {
    // An empty object would drop the attachments of an e-mail (protocol §4).
    return payload instanceof EmailPayload email
        ? EmailResponse.importAll(email)
        : NoResponse.INSTANCE;
  }
}
