package io.github.rossumext.response;

import io.github.rossumext.internal.access.Access;
import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.payload.UploadFile;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.ResourceUrl;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The answer to {@code upload.created} (protocol §4.2): which files are not imported, and what is
 * said about them. Only files about which something is said are listed; the others stay as they
 * are, and so does the importing of a file that only has messages. Immutable and thread-safe; it
 * prints no message.
 */
public final class UploadResponse extends HookResponse {
  private static final Function<String, PayloadException> PAYLOAD_EXCEPTION =
      Access.way(String.class, PayloadException.class);
  private static final UploadResponse UNCHANGED = new UploadResponse(Map.of());

  private final Map<ResourceUrl, UploadFileResponse> files;

  private UploadResponse(Map<ResourceUrl, UploadFileResponse> files) {
    this.files = files;
  }

  static UploadResponse of(List<UploadFileResponse> answers) {
    Map<ResourceUrl, UploadFileResponse> files = new LinkedHashMap<>();
    answers.forEach(answer -> files.put(answer.document(), answer));
    return new UploadResponse(files);
  }

  /** The answer that leaves every file as it is. */
  public static UploadResponse unchanged() {
    return UNCHANGED;
  }

  /**
   * Does not import the files that pass the test, and leaves the others as they are.
   *
   * @throws PayloadException if a file that passes came without its document, so that an answer
   *     could not name it
   */
  public static UploadResponse preventImporting(UploadPayload upload, Predicate<UploadFile> test) {
    UploadResponse response = UNCHANGED;
    for (UploadFile file : upload.files()) {
      response = test.test(file) ? response.preventing(file) : response;
    }
    return response;
  }

  /**
   * The same answer, by which this file is not imported.
   *
   * @throws PayloadException if the file came without its document
   */
  public UploadResponse preventing(UploadFile file) {
    return with(file, answer -> answer.preventing(true));
  }

  /**
   * The same answer, by which this file is imported, also where an earlier hook prevented it.
   *
   * @throws PayloadException if the file came without its document
   */
  public UploadResponse importing(UploadFile file) {
    return with(file, answer -> answer.preventing(false));
  }

  /**
   * The same answer, with a message more for the annotation of this file.
   *
   * @param message what is said; of at most 4096 characters, and not on a field, since there are
   *     none yet
   * @throws PayloadException if the file came without its document
   */
  public UploadResponse withMessage(UploadFile file, Message message) {
    return with(file, answer -> answer.and(message));
  }

  private UploadResponse with(UploadFile file, UnaryOperator<UploadFileResponse> change) {
    ResourceUrl document =
        file.document()
            .orElseThrow(
                () ->
                    PAYLOAD_EXCEPTION.apply(
                        "A file of the upload has no document, so that no answer can name it."));
    Map<ResourceUrl, UploadFileResponse> changed = new LinkedHashMap<>(files);
    // Left out, prevent_importing would be false, whatever an earlier hook has said.
    UploadFileResponse asItCame =
        new UploadFileResponse(document, file.isImportPrevented(), List.of());
    changed.put(document, change.apply(files.getOrDefault(document, asItCame)));
    return new UploadResponse(changed);
  }

  /** What is said, file by file. */
  public List<UploadFileResponse> files() {
    return List.copyOf(files.values());
  }

  @Override
  public CheckedResponse<UploadResponse> checkedFor(HookPayload payload) {
    return payload instanceof UploadPayload upload
        ? new UploadCheck(upload).check(this)
        : CheckedResponse.complete(this);
  }

  @Override
  void write(JsonWriter json) throws IOException {
    json.object();
    if (!files.isEmpty()) {
      json.list("files");
      for (UploadFileResponse file : files.values()) {
        file.write(json);
      }
      json.endList();
    }
    json.endObject();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UploadResponse that && files().equals(that.files());
  }

  @Override
  public int hashCode() {
    return files.hashCode();
  }

  /** How many files something is said of. */
  @Override
  public String toString() {
    return files.isEmpty()
        ? "UploadResponse[unchanged]"
        : "UploadResponse[" + files.size() + " files]";
  }
}
