package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Files to upload, and what their annotations get with them. Rossum takes 40 MB at a time. Mutable
 * and not thread-safe.
 */
public final class UploadDraft {
  private static final String PREFIX = "upload:";

  private final List<FileBody> files;
  private final Map<String, String> values = new LinkedHashMap<>();
  private @Nullable Object metadata;
  private boolean rejectsIdentical;

  private UploadDraft(List<FileBody> files) {
    this.files = files;
  }

  /** Creates an upload of these files. */
  public static UploadDraft of(FileBody... files) {
    if (files.length == 0) {
      throw new IllegalArgumentException("An upload needs at least one file.");
    }
    return new UploadDraft(List.of(files));
  }

  /**
   * Sets a value for the fields that ask for it.
   *
   * @param id such as {@code upload:organization_unit}
   */
  public UploadDraft value(String id, String value) {
    if (!id.startsWith(PREFIX)) {
      throw new IllegalArgumentException("The id must begin with upload:, but was " + id + ".");
    }
    values.put(id, value);
    return this;
  }

  /**
   * Sets the metadata of the annotations.
   *
   * @param json your record or map, or {@link RawJson}; at most 4 kB
   */
  public UploadDraft metadata(Object json) {
    metadata = Objects.requireNonNull(json, "json");
    return this;
  }

  /** Lets Rossum refuse the upload with a conflict if it has the file. There must be one file. */
  public UploadDraft rejectIdentical() {
    if (files.size() > 1) {
      throw new IllegalArgumentException(
          "Rossum looks for an identical file only if there is one, but there are "
              + files.size()
              + ".");
    }
    rejectsIdentical = true;
    return this;
  }

  Map<String, ?> query(long queue) {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("queue", queue);
    if (rejectsIdentical) {
      query.put("reject_identical", true);
    }
    return query;
  }

  Multipart body() {
    Multipart body = new Multipart();
    files.forEach(file -> body.file("content", file));
    if (!values.isEmpty()) {
      body.json("values", values);
    }
    if (metadata != null) {
      body.json("metadata", metadata);
    }
    return body;
  }
}
