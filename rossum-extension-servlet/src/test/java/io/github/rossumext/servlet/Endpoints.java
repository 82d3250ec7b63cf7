package io.github.rossumext.servlet;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static io.github.rossumext.payload.HookAction.EXPORT;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.value.Secret;

/** The endpoints that the tests serve. */
final class Endpoints {
  static final Secret SECRET = Secret.of("marked-secret-51c7");

  /** What the exception of the failing handler says, beside a value of the document. */
  static final String FAILURE = "marked-failure-8d02";

  /** What the endpoints say of every document. */
  static final String MESSAGE = "Seen.";

  private Endpoints() {}

  /** Gives every document a message, fails at export, and lets every e-mail pass. */
  static HookEndpoint.Builder builder() {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info(MESSAGE)))
        .on(
            ANNOTATION_CONTENT.only(EXPORT),
            ContentRules.of(
                content -> {
                  throw new IllegalStateException(FAILURE + content.field("vendor_name").text());
                }))
        .on(EMAIL_RECEIVED, (email, context) -> EmailResponse.importAll(email));
  }

  static HookEndpoint endpoint() {
    return builder().build();
  }

  static HookEndpoint limitedTo(int bytes) {
    return builder().maxBodyBytes(bytes).build();
  }

  static final String SIGNATURE = "X-Rossum-Signature-SHA256";
}
