package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;

/**
 * Uploads of files into queues. Each call throws a {@link RossumApiException} if it does not
 * succeed. Immutable and thread-safe.
 */
public final class Uploads {
  private final Api api;
  private final Resources<Upload> objects;

  Uploads(Api api) {
    this.api = api;
    this.objects = new Resources<>(api, "uploads", Upload::new);
  }

  Api api() {
    return api;
  }

  /** Returns the upload with this id. */
  public Upload get(long id) {
    return objects.get(id);
  }

  /** Returns the upload with this URL. */
  public Upload get(ResourceUrl url) {
    return objects.get(url);
  }

  /**
   * Uploads files into a queue, and returns the task that imports them.
   *
   * {@snippet class="io.github.rossumext.snippets.ClientSnippetsTest" region="upload"}
   */
  public UploadTask upload(long queue, FileBody... files) {
    return upload(queue, UploadDraft.of(files));
  }

  /** Uploads files into a queue, as {@link #upload(long, FileBody...)} does. */
  public UploadTask upload(ResourceUrl queue, FileBody... files) {
    return upload(queue, UploadDraft.of(files));
  }

  /**
   * Uploads files with values and metadata, and returns the task that imports them.
   *
   * @throws RossumApiException.Conflict if Rossum has the file, and the draft {@linkplain
   *     UploadDraft#rejectIdentical() rejects} it then
   */
  public UploadTask upload(long queue, UploadDraft draft) {
    String path = Query.of(objects.path(), draft.query(queue));
    RawJson response = api.post(path, draft.body());
    return new UploadTask(
        response, this, api.id("tasks", api.url(objects.path(), response, "url")));
  }

  /** Uploads files with values and metadata, as {@link #upload(long, UploadDraft)} does. */
  public UploadTask upload(ResourceUrl queue, UploadDraft draft) {
    return upload(api.id("queues", queue), draft);
  }
}
