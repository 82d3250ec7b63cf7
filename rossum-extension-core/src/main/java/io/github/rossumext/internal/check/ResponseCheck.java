package io.github.rossumext.internal.check;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.response.UploadResponse;
import java.util.List;

/**
 * A response that was compared with its request: what Rossum would honour of it, and what it would
 * silently lose. Immutable and thread-safe.
 *
 * @param <R> the type of the response
 * @param kept the response without what would be lost
 * @param losses what would be lost and why, a sentence each, without any value of the document;
 *     empty if the response is kept as it is
 */
public record ResponseCheck<R extends HookResponse>(R kept, List<String> losses) {
  /** Makes the losses unmodifiable. */
  public ResponseCheck {
    losses = List.copyOf(losses);
  }

  /** Compares a response with its request. */
  public static ResponseCheck<? extends HookResponse> of(
      HookResponse response, HookPayload request) {
    if (response instanceof ContentResponse content && request instanceof ContentPayload payload) {
      return of(content, payload);
    }
    if (response instanceof EmailResponse email && request instanceof EmailPayload payload) {
      return of(email, payload);
    }
    if (response instanceof UploadResponse upload && request instanceof UploadPayload payload) {
      return of(upload, payload);
    }
    return new ResponseCheck<>(response, List.of());
  }

  /** Compares a response to a content event with its request. */
  public static ResponseCheck<ContentResponse> of(
      ContentResponse response, ContentPayload request) {
    return response.isEmpty()
        ? new ResponseCheck<>(response, List.of())
        : new ContentCheck(response, request).check(response);
  }

  /** Compares a response to an e-mail with its request. */
  public static ResponseCheck<EmailResponse> of(EmailResponse response, EmailPayload request) {
    return new EmailCheck(request).check(response);
  }

  /** Compares a response to an upload with its request. */
  public static ResponseCheck<UploadResponse> of(UploadResponse response, UploadPayload request) {
    return new UploadCheck(request).check(response);
  }
}
