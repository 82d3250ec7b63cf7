package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookPayload;
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
 * The answer to {@code email.received} (protocol §4.2): which files become documents, and with
 * which values. Only files that the answer lists are imported, so each way to make one says what
 * happens to the files, and what is said beside that leaves them alone. A file is imported only if
 * every hook lists it. Immutable and thread-safe; it prints no value.
 */
public final class EmailResponse extends HookResponse {
  private final List<String> fileIds;
  // By file id; also of files that are not imported, which the check reports.
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
   * Imports every file of the e-mail: the answer of a handler that has no opinion.
   *
   * @throws PayloadException if the e-mail came without a list of files, or with a file that has no
   *     id, so that the answer would drop what it cannot list
   */
  public static EmailResponse importAll(EmailPayload email) {
    return importOnly(email, file -> true);
  }

  /**
   * Imports the files that pass the test, and drops the others; all of them if none passes.
   *
   * @throws PayloadException if the e-mail came without a list of files, or if a file that passes
   *     has no id, so that the answer would drop what it cannot list
   */
  public static EmailResponse importOnly(EmailPayload email, Predicate<EmailFile> test) {
    return new EmailResponse(EmailFiles.ids(email, test), Map.of(), List.of(), null);
  }

  /** Drops every file of the e-mail. */
  public static EmailResponse importNothing() {
    return new EmailResponse(List.of(), Map.of(), List.of(), null);
  }

  /**
   * The same answer, in which every imported file carries a value. It starts the field whose {@code
   * rir_field_names} has this id. A value of the same id is replaced.
   *
   * @param id the id of the value, such as {@code email:order_id}
   * @param value the value in machine format, of at most 1500 characters
   * @throws IllegalArgumentException if the id does not start with {@code email:}
   */
  public EmailResponse withValue(String id, String value) {
    return withValue(fileIds, id, value);
  }

  /**
   * The same answer, in which this file carries a value, as by {@link #withValue(String, String)}.
   *
   * @throws IllegalArgumentException if the id does not start with {@code email:}
   */
  public EmailResponse withValue(EmailFile file, String id, String value) {
    return withValue(List.of(file.id()), id, value);
  }

  private EmailResponse withValue(List<String> files, String id, String value) {
    // Also where no file is imported: a wrong id is a mistake of the author's, whatever came.
    EmailValues.with(Map.of(), id, value);
    Map<String, Map<String, String>> changed = new LinkedHashMap<>(values);
    for (String file : files) {
      changed.put(file, EmailValues.with(changed.getOrDefault(file, Map.of()), id, value));
    }
    return new EmailResponse(fileIds, changed, additionalFiles, originalSender);
  }

  /** The same answer, with a document more. One of the same URL is replaced. */
  public EmailResponse withAdditionalFile(AdditionalFile file) {
    List<AdditionalFile> changed = new ArrayList<>(additionalFiles);
    changed.removeIf(known -> known.document().equals(file.document()));
    changed.add(file);
    return new EmailResponse(fileIds, values, changed, originalSender);
  }

  /**
   * The same answer, which also tells who wrote an e-mail that was forwarded.
   *
   * @param email the address
   * @param name the name; {@code ""} if it is not known
   */
  public EmailResponse withOriginalSender(String email, String name) {
    return new EmailResponse(fileIds, values, additionalFiles, new OriginalSender(email, name));
  }

  /** The ids of the files that are imported, each once. */
  public List<String> fileIds() {
    return fileIds;
  }

  /** The values of the file with this id by their ids, in the order in which they were given. */
  public Map<String, String> values(String fileId) {
    return values.getOrDefault(fileId, Map.of());
  }

  /** The documents that are added to the e-mail. */
  public List<AdditionalFile> additionalFiles() {
    return additionalFiles;
  }

  /** Who wrote the e-mail in truth; empty unless the answer says so. */
  public Optional<OriginalSender> originalSender() {
    return Optional.ofNullable(originalSender);
  }

  Map<String, Map<String, String>> valuesByFile() {
    return Collections.unmodifiableMap(values);
  }

  /**
   * {@inheritDoc}
   *
   * <p>If none of the listed files is in the e-mail, as in an answer to another one, all of its
   * files are kept: the author did not say to drop them.
   */
  @Override
  public CheckedResponse<EmailResponse> checkedFor(HookPayload payload) {
    return payload instanceof EmailPayload email
        ? new EmailCheck(email).check(this)
        : CheckedResponse.complete(this);
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
