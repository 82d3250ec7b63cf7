package io.github.rossumext;

import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.http.ExceptionTexts;
import io.github.rossumext.internal.http.LoggedFailure;
import io.github.rossumext.internal.http.LoopbackPost;
import io.github.rossumext.internal.http.MemoryExchange;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A warm-up through a second server, while the port of the extension is still closed: see {@link
 * HookEndpoint#warmUp(Server)}. Not thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/cold-start.md#warm-up">Cold
 *     start: warm up</a>
 */
public final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(HookEndpoint.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  // What most requests have: a letter beyond ASCII, an escape, a number, a date and a table.
  private static final byte[] BODY =
      """
      {"request_id":"warm-up","timestamp":"2026-01-01T00:00:00.000000Z","event":"annotation_content",
      "action":"initialize","hook":"https://warm-up.invalid/api/v1/hooks/1","settings":{},
      "base_url":"https://warm-up.invalid","updated_datapoints":[],
      "document":{"id":1,"original_file_name":"warm-up.pdf"},
      "annotation":{"id":1,"url":"https://warm-up.invalid/api/v1/annotations/1","messages":[],"content":[
      {"id":1,"category":"section","schema_id":"invoice","children":[
      {"id":2,"category":"datapoint","schema_id":"name","validation_sources":["score"],
      "content":{"value":"Žofie \\"Ž\\"","normalized_value":null,"page":1,"rir_confidence":0.98}},
      {"id":3,"category":"datapoint","schema_id":"issued","validation_sources":[],
      "content":{"value":"1.1.2026","normalized_value":"2026-01-01","page":1,"position":[1,2,3,4]}},
      {"id":4,"category":"datapoint","schema_id":"total","validation_sources":[],
      "content":{"value":"1 200,50","normalized_value":"1200.50","page":1,"position":[1,2,3,4]}}]},
      {"id":5,"category":"section","schema_id":"lines_section","children":[
      {"id":6,"category":"multivalue","schema_id":"lines","children":[
      {"id":7,"category":"tuple","schema_id":"line","children":[
      {"id":8,"category":"datapoint","schema_id":"quantity",
      "content":{"value":"2","normalized_value":"2"}},
      {"id":9,"category":"datapoint","schema_id":"price",
      "content":{"value":"600.25","normalized_value":"600.25"}}]}]}]}]}}
      """
          .getBytes(StandardCharsets.UTF_8);

  private final HookEndpoint endpoint;
  private final EndpointRequest request;

  /** Serves the endpoint of a warm-up for a moment. */
  @FunctionalInterface
  public interface Server {
    /**
     * Starts a server on a free port of 127.0.0.1 with the {@link WarmUp#endpoint()}, calls {@link
     * WarmUp#post(URI)}, and stops the server.
     *
     * @throws Exception if that fails; then the log has a warning, and the extension starts
     *     nevertheless
     */
    void run(WarmUp warmUp) throws Exception;
  }

  private WarmUp(HookEndpoint endpoint, Secret secret) {
    this.endpoint = endpoint;
    this.request = EndpointRequest.of(RequestSigner.of(secret).headers(BODY), BODY);
  }

  /**
   * Runs a warm-up with an endpoint of its own, whose secret nobody knows.
   *
   * @param handlers the author's, which are not called: their classes say what to warm up
   */
  static void run(Collection<HookHandler<?, ?>> handlers, boolean isOnOwnThreads, Server server) {
    Secret secret = Secret.of(UUID.randomUUID().toString() + UUID.randomUUID());
    HookEndpoint.Builder builder =
        HookEndpoint.builder()
            .secret(secret)
            .on(HookEvent.ANNOTATION_CONTENT, handler(handlers))
            .timeout(TIMEOUT);
    if (isOnOwnThreads) {
      builder.handlersOnOwnThreads();
    }
    builder.isSilent = true;
    try (HookEndpoint endpoint = builder.build()) {
      server.run(new WarmUp(endpoint, secret));
    } catch (Exception e) {
      LOG.warn(
          "warming up failed, so the first request takes longer {}{}",
          LoggedFailure.place(e),
          LoggedFailure.textAtEnd(e, ExceptionTexts.SHOWN));
    }
  }

  @SuppressWarnings("unchecked") // the only class that opens this way handles content
  private static HookHandler<ContentPayload, ContentResponse> handler(
      Collection<HookHandler<?, ?>> handlers) {
    for (HookHandler<?, ?> handler : handlers) {
      HookHandler<?, ?> own = Access.find(handler, HookHandler.class).orElse(null);
      if (own != null) {
        return (HookHandler<ContentPayload, ContentResponse>) own;
      }
    }
    return (payload, context) ->
        ContentResponse.builder()
            .message(Message.of(MessageType.INFO, "Warm: " + payload.content()))
            .build();
  }

  /**
   * Returns the endpoint to serve. It runs a rule of the library, writes no line and has no
   * listener. It is closed after the warm-up: then it responds to every request with 503.
   */
  public HookEndpoint endpoint() {
    return endpoint;
  }

  /**
   * Posts the signed request of the warm-up to the second server, and waits for the response.
   *
   * @param url where the second server serves the endpoint: {@code http}, on this machine
   * @throws IllegalArgumentException if the URL is not {@code http}, or leads to another machine
   * @throws IOException if no response arrives within 10 seconds, or its status is not 200
   */
  public void post(URI url) throws IOException {
    LoopbackPost.send(url, request, TIMEOUT);
  }

  /** Serves the request without a server. */
  void serve() {
    endpoint.serve(new MemoryExchange(request));
  }
}
