package io.github.rossumext.containers;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static io.github.rossumext.payload.HookAction.EXPORT;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;

/** The extension that the containers serve. */
public final class Extension {
  /** The secret of its requests. */
  public static final Secret SECRET = Secret.of("marked-secret-9b1e");

  /** The message on every document. */
  public static final String MESSAGE = "Seen.";

  /**
   * The size of the largest accepted body, which is small, so that larger ones are quick to send.
   */
  public static final int MAX_BODY_BYTES = 1024 * 1024;

  /** The name of the header with the signature. */
  public static final String SIGNATURE = "X-Rossum-Signature-SHA256";

  private Extension() {}

  /**
   * Returns the endpoint. It puts a message on every document, fails at export, and imports every
   * file of an e-mail.
   */
  public static HookEndpoint endpoint() {
    return HookEndpoint.builder()
        .secret(SECRET)
        .maxBodyBytes(MAX_BODY_BYTES)
        .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info(MESSAGE)))
        .on(
            ANNOTATION_CONTENT.only(EXPORT),
            ContentRules.of(
                content -> {
                  throw new IllegalStateException("marked-failure-4f6a");
                }))
        .on(EMAIL_RECEIVED, (email, context) -> EmailResponse.importAll(email))
        .build();
  }

  /** Returns the right signature of a body. */
  static String signature(byte[] body) {
    return SignedRequest.of(body, SECRET).headers().first(SIGNATURE).orElseThrow();
  }
}
