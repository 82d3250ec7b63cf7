package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;

/**
 * Uploads of files into queues. Each call throws a {@link RossumApiException} if it does not
 * succeed. Immutable and thread-safe.
 */
public final class Uploads extends Resources<Upload> {
  Uploads(Api api) {
    super(api, "uploads", Upload::new);
  }

  /**
   * Uploads files into a queue, and returns the task that imports them.
   *
   * {@snippet class="io.github.rossumext.snippets.ClientSnippetsTest" region="upload"}
   */
  public UploadTask upload(long queue, FileBody... files) {
    return upload(queue, UploadDraft.create(files));
  }

  /** Uploads files into a queue; as {@link #upload(long, FileBody...)}. */
  public UploadTask upload(ResourceUrl queue, FileBody... files) {
    return upload(queue, UploadDraft.create(files));
  }

  /**
   * Uploads files with values and metadata, and returns the task that imports them.
   *
   * @throws RossumApiException.Conflict if Rossum has the file, and the draft {@linkplain
   *     UploadDraft#rejectIdentical() rejects} it then
   */
  public UploadTask upload(long queue, UploadDraft draft) {
    String path = Query.of(path(), draft.query(queue));
    RawJson response = api().post(path, draft.body());
    return new UploadTask(response, this, api().id("tasks", api().url(path(), response, "url")));
  }

  /** Uploads files with values and metadata; as {@link #upload(long, UploadDraft)}. */
  public UploadTask upload(ResourceUrl queue, UploadDraft draft) {
    return upload(api().id("queues", queue), draft);
  }
}
