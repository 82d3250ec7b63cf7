package io.github.rossumext.testkit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.Redaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener that writes the verified requests of an endpoint to a folder. Read one with {@link
 * Fixture#of(Path)}, or repeat them all with {@link Replay}. An endpoint records only if you give
 * it a recorder:
 *
 * <pre>{@code
 * HookEndpoint.builder()
 *     .listener(RequestRecorder.of(Path.of("recorded")).withMask().withUnmasked("document_type"))
 * }</pre>
 *
 * <p>A request becomes a file such as {@code 000001-annotation_content-initialize.json}. The
 * response of its handler becomes {@code 000001-annotation_content-initialize.approved.json}. The
 * recorder removes the token and the values of the secrets wherever they appear, also in Base64, in
 * hexadecimal, and escaped for URLs, HTML and JSON. It removes a secret of fewer than four
 * characters only if it is a whole text or key. It keeps the names of the secrets, that there was a
 * token, and the keys and words of the protocol, even if a secret is the same word. The files hold
 * everything else, unless you mask it: protect them as you protect the documents.
 *
 * <p>A file is written whole or not at all. Existing files are not overwritten: the numbers go on,
 * also if several recorders write into the folder. A recorder writes at most {@value
 * #DEFAULT_MAX_REQUESTS} requests, unless you set another number. If a request cannot be written,
 * the log says so once; the response is not affected. Immutable and thread-safe.
 */
public final class RequestRecorder implements HookListener {
  /** The number of requests that a recorder writes unless you set another one. */
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
   * Returns a recorder into this folder, which does not mask values. The folder is created for the
   * first request.
   */
  public static RequestRecorder of(Path folder) {
    return new RequestRecorder(new RecordingFolder(folder), false, Set.of(), DEFAULT_MAX_REQUESTS);
  }

  /**
   * Returns a copy that masks what the requests say of documents. In a text, digits become 0 and
   * letters x: length and punctuation stay, and equal texts stay equal. Dates become 1 January 2000
   * in their format.
   *
   * <p>These are not masked:
   *
   * <ul>
   *   <li>ids, schema ids, URLs of Rossum's API, and words of the protocol such as a status
   *   <li>pages, positions, confidences and times
   *   <li>the settings, and the schema except for options, default values and its name
   *   <li>the names of the arguments of a manual request
   *   <li>null, true and false
   * </ul>
   *
   * <p>Everything else is masked, with its keys if they are not of the protocol. So are the places
   * above if they hold something else. The response to a masked request is not recorded, because a
   * rule may respond to it differently.
   */
  public RequestRecorder withMask() {
    return new RequestRecorder(folder, true, kept, maxRequests);
  }

  /**
   * Returns a copy that also does not mask the values of these fields. It does not mask the
   * arguments of manual requests, and the values of files, that have these names either.
   *
   * @param names schema ids such as {@code document_type}, or names of arguments
   */
  public RequestRecorder withUnmasked(String... names) {
    Set<String> all = new HashSet<>(kept);
    all.addAll(List.of(names));
    return new RequestRecorder(folder, masked, Set.copyOf(all), maxRequests);
  }

  /**
   * Returns a copy that writes at most this number of requests.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public RequestRecorder withMaxRequests(int requests) {
    if (requests <= 0) {
      throw new IllegalArgumentException(
          "maxRequests must be at least 1, but was " + requests + ".");
    }
    return new RequestRecorder(folder, masked, kept, requests);
  }

  /** Returns the number of requests that were written. */
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
      recorded.set(maxRequests); // keeps the counter from overflowing
      return;
    }
    try {
      write(request, result);
    } catch (IOException | RuntimeException e) {
      if (failed.incrementAndGet() == 1) {
        // Does not log the exception's text, because it may quote the document.
        LOG.warn(
            "request not recorded, later failures are not logged folder={} exception={}",
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
      safe = Mask.mask(safe, kept);
    }
    String name = folder.write(safe.path("event").asText(), safe.path("action").asText(), safe);
    HookResponse response = result.response().orElse(null);
    if (!masked && response != null) {
      JsonNode sent = Json.read(new String(response.toJson(), StandardCharsets.UTF_8));
      folder.writeApproved(
          name, RecordingFolder.text(result.status(), redaction.cleanResponse(sent)));
    }
  }

  /** Returns the folder, and nothing of the requests. */
  @Override
  public String toString() {
    return "RequestRecorder[" + folder + "]";
  }
}
