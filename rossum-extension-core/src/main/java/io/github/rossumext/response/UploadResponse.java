package io.github.rossumext.response;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.json.JsonWriter;
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
 * The response to {@code upload.created}: which files are not imported, which fail, and messages
 * about them. It lists only the files that you name; the others stay as they are. For a file that
 * it lists, it repeats what an earlier hook decided about the import, unless you change that.
 * Immutable and thread-safe; it prints no message.
 *
 * <p>There are two ways to keep a file out:
 *
 * <ul>
 *   <li>{@link #withImportPrevented}: Rossum makes no annotation of the file, or leaves the one
 *       that is there out of {@code importing}.
 *   <li>{@link #withImportFailed}: the annotation gets the status {@code failed_import}, and users
 *       see the messages there. It wins over the first.
 * </ul>
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#responses-to-other-events">The
 *     protocol: responses to other events</a>
 */
public final class UploadResponse extends HookResponse {
  private static final Function<String, PayloadException> PAYLOAD_EXCEPTION =
      Access.way(String.class, PayloadException.class);
  private static final UploadResponse EMPTY = new UploadResponse(Map.of());

  private final Map<ResourceUrl, UploadFileResponse> files;

  private UploadResponse(Map<ResourceUrl, UploadFileResponse> files) {
    this.files = files;
  }

  /**
   * Returns a response of these parts, one for each file. If several are about one document, the
   * last one counts.
   */
  public static UploadResponse of(List<UploadFileResponse> responses) {
    Map<ResourceUrl, UploadFileResponse> files = new LinkedHashMap<>();
    responses.forEach(response -> files.put(response.document(), response));
    return new UploadResponse(files);
  }

  /** Returns the response that changes no file. */
  public static UploadResponse empty() {
    return EMPTY;
  }

  /**
   * Returns a response that prevents the importing of the files that pass the test, and leaves the
   * others as they are.
   *
   * @throws PayloadException if a file that passes came without its document, because the response
   *     cannot name it
   */
  public static UploadResponse preventImporting(UploadPayload upload, Predicate<UploadFile> test) {
    UploadResponse response = EMPTY;
    for (UploadFile file : upload.files()) {
      response = test.test(file) ? response.withImportPrevented(file) : response;
    }
    return response;
  }

  /**
   * Returns a response that fails the import of this file, and leaves the others as they are. Add
   * the reason with {@link #withMessage}.
   *
   * @throws PayloadException if the file came without its document, because the response cannot
   *     name it
   */
  public static UploadResponse failImporting(UploadFile file) {
    return EMPTY.withImportFailed(file);
  }

  /**
   * Returns a copy that prevents the importing of this file. If the import of the file fails, this
   * has no effect.
   *
   * @throws PayloadException if the file came without its document
   */
  public UploadResponse withImportPrevented(UploadFile file) {
    return with(file, response -> response.withImport(true, response.isImportFailed()));
  }

  /**
   * Returns a copy that fails the import of this file: its annotation gets the status {@code
   * failed_import}. The other files of the upload do not fail with it.
   *
   * @throws PayloadException if the file came without its document
   */
  public UploadResponse withImportFailed(UploadFile file) {
    return with(file, response -> response.withImport(response.isImportPrevented(), true));
  }

  /**
   * Returns a copy that imports this file, also if an earlier hook prevented or failed it.
   *
   * @throws PayloadException if the file came without its document
   */
  public UploadResponse withImportAllowed(UploadFile file) {
    return with(file, response -> response.withImport(false, false));
  }

  /**
   * Returns a copy with one more message for the annotation of this file.
   *
   * @param message the message; of at most 4096 characters, and not on a field, because an upload
   *     does not have fields yet
   * @throws PayloadException if the file came without its document
   */
  public UploadResponse withMessage(UploadFile file, Message message) {
    return with(file, response -> response.withMessage(message));
  }

  private UploadResponse with(UploadFile file, UnaryOperator<UploadFileResponse> change) {
    ResourceUrl document =
        file.document()
            .orElseThrow(
                () ->
                    PAYLOAD_EXCEPTION.apply(
                        "Expected a document for each file of the upload, but a file has none. A"
                            + " response cannot name it."));
    Map<ResourceUrl, UploadFileResponse> changed = new LinkedHashMap<>(files);
    // What the response leaves out would be false, whatever an earlier hook has said.
    UploadFileResponse asItCame =
        new UploadFileResponse(
            document, file.isImportPrevented(), List.of(), file.isImportFailed());
    changed.put(document, change.apply(files.getOrDefault(document, asItCame)));
    return new UploadResponse(changed);
  }

  /** Returns what the response says, file by file. */
  public List<UploadFileResponse> files() {
    return List.copyOf(files.values());
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

  /** Returns the number of files that the response is about. */
  @Override
  public String toString() {
    return "UploadResponse[" + files.size() + " files]";
  }
}
