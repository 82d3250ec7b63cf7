package io.github.rossumext.testkit.api;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.internal.api.ApiServer;
import io.github.rossumext.testkit.internal.api.StubState;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.List;

/**
 * An annotation of the {@link RossumApiStub} as it is now. Each accessor reads the current state.
 * Thread-safe.
 */
public final class StubbedAnnotation {
  private final ApiServer server;
  private final long id;

  StubbedAnnotation(ApiServer server, long id) {
    this.server = server;
    this.id = id;
  }

  /** Returns the id. */
  public long id() {
    return id;
  }

  /** Returns the URL, as the API has it. */
  public ResourceUrl url() {
    return new ResourceUrl(server.with(all -> StubState.url(all, id)));
  }

  /** Returns the id of its document. */
  public long documentId() {
    return server.with(all -> StubState.documentId(all, id));
  }

  /** Returns the status. */
  public AnnotationStatus status() {
    return new AnnotationStatus(server.with(all -> StubState.status(all, id)));
  }

  /**
   * Returns the machine text of a field: an ISO date, a plain decimal, or the text; {@code ""} if
   * the field is empty.
   *
   * @param path such as {@code order_id} or {@code line_items[0].item_code}
   * @throws IllegalArgumentException if the document does not have the field; the message names the
   *     nearest
   */
  public String text(String path) {
    return server.with(all -> StubState.text(all, id, path));
  }

  /** Returns the names of its labels. */
  public List<String> labels() {
    return server.with(all -> StubState.labels(all, id));
  }

  /**
   * Returns the documents that are attached to it, as objects of the API. {@link
   * RossumApiStub#documentContent(long)} returns the bytes of one.
   *
   * @param type the type of the document relation, such as {@code export}
   * @param key the key of the document relation
   */
  public List<RawJson> attachedDocuments(String type, String key) {
    return server.with(all -> StubState.attached(all, id, type, key)).stream()
        .map(RawJson::of)
        .toList();
  }

  /** Returns the annotation as an object of the API. */
  public RawJson raw() {
    String json = server.with(all -> StubState.annotation(all, id));
    return RawJson.of(json);
  }

  /** Returns the id, and nothing of the content. */
  @Override
  public String toString() {
    return "StubbedAnnotation[" + id + "]";
  }
}
