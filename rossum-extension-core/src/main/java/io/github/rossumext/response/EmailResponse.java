package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.PayloadException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@code email.received}: which files become documents, and with which values.
 *
 * {@snippet class="io.github.rossumext.snippets.EndpointSnippetsTest" region="email-response"}
 *
 * <p>Rossum imports only the files that every hook lists, so each factory says what happens to the
 * files, and no {@code with…} method changes that. Immutable and thread-safe. It prints no value.
 *
 * <p>The endpoint leaves out, and reports, what Rossum would lose. If none of the listed files is
 * in the e-mail, the response is one to another e-mail: then the endpoint keeps all files of this
 * one.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#responses-to-other-events">The
 *     protocol: responses to other events</a>
 */
public final class EmailResponse extends HookResponse {
  private final List<String> fileIds;
  // By file id; also of files that are not imported, which the endpoint reports.
  private final Map<String, Map<String, String>> values;
  private final List<AdditionalFile> additionalFiles;
  private final @Nullable OriginalSender originalSender;

  EmailResponse(
      List<String> fileIds,
      Map<String, Map<String, String>> values,
      List<AdditionalFile> additionalFiles,
      @Nullable OriginalSender originalSender) {
    this.fileIds = List.copyOf(fileIds);
    this.values = values;
    this.additionalFiles = List.copyOf(additionalFiles);
    this.originalSender = originalSender;
  }

  /**
   * Imports every file of the e-mail: the response of a handler that has no opinion.
   *
   * @throws PayloadException if the e-mail came without a list of files, or with a file that has no
   *     id, because the response would drop what it cannot list
   */
  public static EmailResponse importAll(EmailPayload email) {
    return importOnly(email, file -> true);
  }

  /**
   * Imports the files that pass the test, and drops the others; all of them if none passes.
   *
   * @throws PayloadException if the e-mail came without a list of files, or if a file that passes
   *     has no id, because the response would drop what it cannot list
   */
  public static EmailResponse importOnly(EmailPayload email, Predicate<EmailFile> test) {
    return new EmailResponse(EmailFiles.ids(email, test), Map.of(), List.of(), null);
  }

  /** Drops every file of the e-mail. */
  public static EmailResponse importNothing() {
    return new EmailResponse(List.of(), Map.of(), List.of(), null);
  }

  /**
   * Returns a copy in which every imported file has this value. The field whose {@code
   * rir_field_names} has this id begins with it. A value of the same id is replaced.
   *
   * @param id the id of the value, such as {@code email:order_id}
   * @param value the value in machine format, of at most 1500 characters
   * @throws IllegalArgumentException if the id does not start with {@code email:}
   */
  public EmailResponse withValue(String id, String value) {
    return withValue(fileIds, id, value);
  }

  /**
   * Returns a copy in which this file has a value, see {@link #withValue(String, String)}.
   *
   * @throws IllegalArgumentException if the id does not start with {@code email:}
   */
  public EmailResponse withValue(EmailFile file, String id, String value) {
    return withValue(List.of(file.id()), id, value);
  }

  private EmailResponse withValue(List<String> files, String id, String value) {
    // Also when no file is imported: a wrong id is a mistake in the handler, whatever came.
    EmailValues.with(Map.of(), id, value);
    Map<String, Map<String, String>> changed = new LinkedHashMap<>(values);
    for (String file : files) {
      changed.put(file, EmailValues.with(changed.getOrDefault(file, Map.of()), id, value));
    }
    return new EmailResponse(fileIds, changed, additionalFiles, originalSender);
  }

  /** Returns a copy with one more document. A document of the same URL is replaced. */
  public EmailResponse withAdditionalFile(AdditionalFile file) {
    List<AdditionalFile> changed = new ArrayList<>(additionalFiles);
    changed.removeIf(known -> known.document().equals(file.document()));
    changed.add(file);
    return new EmailResponse(fileIds, values, changed, originalSender);
  }

  /**
   * Returns a copy that tells who wrote an e-mail that was forwarded.
   *
   * @param email the address
   * @param name the name; {@code ""} if it is not known
   */
  public EmailResponse withOriginalSender(String email, String name) {
    return new EmailResponse(fileIds, values, additionalFiles, new OriginalSender(email, name));
  }

  /** Returns the ids of the files that are imported, each once. */
  public List<String> fileIds() {
    return fileIds;
  }

  /** Returns the values of one file by their ids, in the order in which they were given. */
  public Map<String, String> values(String fileId) {
    return values.getOrDefault(fileId, Map.of());
  }

  /** Returns the documents that are added to the e-mail. */
  public List<AdditionalFile> additionalFiles() {
    return additionalFiles;
  }

  /** Returns who wrote the e-mail first; empty unless the response says so. */
  public Optional<OriginalSender> originalSender() {
    return Optional.ofNullable(originalSender);
  }

  /** Returns the values by the ids of their files, those of files that are not imported too. */
  public Map<String, Map<String, String>> values() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  void write(JsonWriter json) throws IOException {
    json.object().list("files");
    for (String id : fileIds) {
      json.object().text("id", id);
      EmailValues.write(json, values(id));
      json.endObject();
    }
    json.endList();
    if (!additionalFiles.isEmpty()) {
      json.list("additional_files");
      for (AdditionalFile file : additionalFiles) {
        file.write(json);
      }
      json.endList();
    }
    if (originalSender != null) {
      json.object("extracted_original_sender")
          .text("email", originalSender.email())
          .text("name", originalSender.name())
          .endObject();
    }
    json.endObject();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmailResponse that
        && fileIds.equals(that.fileIds)
        && values.equals(that.values)
        && additionalFiles.equals(that.additionalFiles)
        && Objects.equals(originalSender, that.originalSender);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fileIds, values, additionalFiles, originalSender);
  }

  /** How much there is of each; nothing of the content. */
  @Override
  public String toString() {
    return "EmailResponse["
        + fileIds.size()
        + " files, "
        + values.values().stream().mapToInt(Map::size).sum()
        + " values, "
        + additionalFiles.size()
        + " additional files"
        + (originalSender == null ? "" : ", original sender")
        + "]";
  }
}
