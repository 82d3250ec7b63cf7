package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.response.HookResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the verified requests of an endpoint to a folder, to be tested with: read one by {@link
 * Fixture#of(Path)}, or repeat them all with {@link Replay}. Nothing is recorded unless an endpoint
 * is given a recorder:
 *
 * <pre>{@code
 * HookEndpoint.builder()
 *     .listener(RequestRecorder.into(Path.of("recorded")).masked().keeping("document_type"))
 * }</pre>
 *
 * <p>A request becomes a file such as {@code 000001-annotation_content-initialize.json}, and the
 * answer of its handler {@code 000001-annotation_content-initialize.approved.json}. Token and
 * secrets are left out: the token's key is removed, of the secrets the names stay, and where one of
 * their values stands in any other text or answer, it is replaced. Everything else of the document
 * is in the files as it came, unless it is masked: keep them as you keep the documents.
 *
 * <p>A file is there whole or not at all. Files that are there already are not overwritten: the
 * numbers go on. At most {@value #DEFAULT_MAX_REQUESTS} requests are recorded by one recorder
 * unless something else is said. A request that cannot be written is left out and the log says so
 * once; the answer is not affected. The {@code masked}, {@code keeping} and {@code atMost} methods
 * give a new recorder. Thread-safe.
 */
public final class RequestRecorder implements HookListener {
  /** How many requests are recorded unless something else is said. */
  public static final int DEFAULT_MAX_REQUESTS = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(RequestRecorder.class);

  private final RecordingFolder folder;
  private final boolean masked;
  private final Set<String> kept;
  private final int maxRequests;
  private final AtomicInteger recorded = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  private RequestRecorder(
      RecordingFolder folder, boolean masked, Set<String> kept, int maxRequests) {
    this.folder = folder;
    this.masked = masked;
    this.kept = kept;
    this.maxRequests = maxRequests;
  }

  /**
   * Records into this folder, which is made when the first request comes. Values are recorded as
   * they came.
   */
  public static RequestRecorder into(Path folder) {
    return new RequestRecorder(new RecordingFolder(folder), false, Set.of(), DEFAULT_MAX_REQUESTS);
  }

  /**
   * Masks values: digits become 0 and letters x, so that length and punctuation stay and equal
   * texts stay equal; machine dates become 2000-01-01. What is masked is everything but ids, URLs
   * of Rossum's API, schema ids, types, statuses, times, settings and the schema's own words. The
   * answer of a masked request is not recorded, since a rule may well answer it in another way.
   */
  public RequestRecorder masked() {
    return new RequestRecorder(folder, true, kept, maxRequests);
  }

  /**
   * Does not mask the values of these fields.
   *
   * @param schemaIds such as {@code document_type}
   */
  public RequestRecorder keeping(String... schemaIds) {
    return new RequestRecorder(folder, masked, Set.copyOf(List.of(schemaIds)), maxRequests);
  }

  /**
   * Records no more than this many requests.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public RequestRecorder atMost(int requests) {
    if (requests <= 0) {
      throw new IllegalArgumentException("Record one request at least.");
    }
    return new RequestRecorder(folder, masked, kept, requests);
  }

  /** How many requests were written. */
  public int recordedRequests() {
    return Math.min(recorded.get(), maxRequests) - failed.get();
  }

  @Override
  public void responded(HookRequest request, HookResult result) {
    record(request, result);
  }

  @Override
  public void failed(HookRequest request, HookResult result, Throwable failure) {
    record(request, result);
  }

  private void record(HookRequest request, HookResult result) {
    if (recorded.incrementAndGet() > maxRequests) {
      recorded.set(maxRequests); // so that it never overflows
      return;
    }
    try {
      write(request, result);
    } catch (IOException | RuntimeException e) {
      if (failed.incrementAndGet() == 1) {
        // Without the exception's text, which may quote the document.
        LOG.warn(
            "A request could not be recorded into {}: {}. Further failures are not logged.",
            folder,
            e.getClass().getName());
      }
    }
  }

  private void write(HookRequest request, HookResult result) throws IOException {
    ObjectNode body = Json.object(request.body());
    Redaction redaction = Redaction.of(body);
    JsonNode safe = redaction.cleanRequest(body);
    if (masked) {
      safe = Mask.keeping(kept).request(safe);
    }
    String name = folder.write(request.payload().event(), request.payload().action().value(), safe);
    HookResponse response = result.response().orElse(null);
    if (!masked && response != null) {
      JsonNode sent = Json.read(new String(response.toJson(), StandardCharsets.UTF_8));
      folder.writeApproved(name, RecordedAnswer.text(result.status(), redaction.clean(sent)));
    }
  }

  /** The folder; nothing of what was recorded. */
  @Override
  public String toString() {
    return "RequestRecorder[" + folder + "]";
  }
}
