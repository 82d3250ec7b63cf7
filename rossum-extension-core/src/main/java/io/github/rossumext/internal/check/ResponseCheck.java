package io.github.rossumext.internal.check;

import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.value.ExtensionException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A response after the comparison with its request: the parts that Rossum would keep, and those
 * that it would silently lose. Immutable and thread-safe.
 *
 * @param <R> the type of the response
 * @param kept the response without what would be lost
 * @param losses the parts that would be lost and why, one sentence for each, without any value of
 *     the document; empty if the response is kept as it is
 */
public record ResponseCheck<R extends HookResponse>(R kept, List<String> losses) {
  /** The logger that users know: it has the name of a public class. */
  private static final Logger LOG = LoggerFactory.getLogger("io.github.rossumext.HookEndpoint");

  /** Makes the losses unmodifiable. */
  public ResponseCheck {
    losses = List.copyOf(losses);
  }

  /**
   * Compares a response with its request.
   *
   * @param requestId the id of the request in the log
   */
  public static ResponseCheck<? extends HookResponse> of(
      HookResponse response, HookPayload request, String requestId) {
    if (response instanceof ContentResponse content && request instanceof ContentPayload payload) {
      return of(content, payload, requestId);
    }
    if (response instanceof EmailResponse email && request instanceof EmailPayload payload) {
      return of(email, payload);
    }
    if (response instanceof UploadResponse upload && request instanceof UploadPayload payload) {
      return of(upload, payload);
    }
    return new ResponseCheck<>(response, List.of());
  }

  /**
   * Logs at DEBUG that automation blockers are left out. This is not a loss, because one rule may
   * serve initialize, started and updated.
   */
  public static void logBlockersLeftOut(
      HookResponse response, HookPayload request, String requestId) {
    if (LOG.isDebugEnabled()
        && response instanceof ContentResponse content
        && !content.automationBlockers().isEmpty()
        && !request.action().equals(HookAction.INITIALIZE)) {
      LOG.debug(
          "automation blockers left out, because this is not initialize request={} blockers={}",
          requestId,
          content.automationBlockers().size());
    }
  }

  /**
   * Compares a response to a content event with its request.
   *
   * @param requestId the id of the request in the log
   */
  public static ResponseCheck<ContentResponse> of(
      ContentResponse response, ContentPayload request, String requestId) {
    return response.isEmpty()
        ? new ResponseCheck<>(response, List.of())
        : of(
            response,
            request.content(),
            DocumentFacts.of(request::schema),
            request.action().equals(HookAction.INITIALIZE),
            requestId);
  }

  /**
   * Compares a response with the content of its request.
   *
   * @param areBlockersKept whether Rossum reads automation blockers
   * @param requestId the id of the request in the log
   */
  public static ResponseCheck<ContentResponse> of(
      ContentResponse response,
      DatapointTree content,
      DocumentFacts facts,
      boolean areBlockersKept,
      String requestId) {
    return new ContentCheck(response, content, facts, areBlockersKept, requestId).check(response);
  }

  /** Compares a response to an e-mail with its request. */
  public static ResponseCheck<EmailResponse> of(EmailResponse response, EmailPayload request) {
    return FilesCheck.check(response, request);
  }

  /** Compares a response to an upload with its request. */
  public static ResponseCheck<UploadResponse> of(UploadResponse response, UploadPayload request) {
    return FilesCheck.check(response, request);
  }

  /**
   * Reports the losses of one request as its endpoint is configured: as exceptions or as log lines.
   * The context of a request holds its reporter, but authors do not see it. Thread-safe.
   */
  public interface LossReporter {
    /**
     * Reports a loss.
     *
     * @param loss the part that would be lost and why, without any value of the document
     * @throws ExtensionException if losses are refused
     */
    void report(String loss);

    /** Returns whether a loss is an exception that fails the request. */
    boolean isRefusing();

    /**
     * Remembers a mistake that fails the request, whatever the handler does with the exception.
     *
     * @return the mistake, to be thrown
     */
    <E extends ExtensionException> E refused(E mistake);

    /** Throws the first mistake that was refused, if a handler has caught it. */
    void requireNoneRefused();

    /** Returns the losses so far, one sentence for each. */
    List<String> reported();
  }
}
