package io.github.rossumext.response;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.value.RawJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@code email.received}: which files become documents, and with which values.
 *
 * {@snippet class="io.github.rossumext.snippets.EndpointSnippetsTest" region="email-response"}
 *
 * <p>Rossum imports a file only if every hook lists it. The static methods decide which files the
 * response lists. The {@code with…} methods do not change that. Immutable and thread-safe. {@code
 * toString()} shows no values.
 *
 * <p>The endpoint leaves out the parts that Rossum would lose, and reports them. If the response
 * lists files, but the e-mail has none of them, the response was made for another e-mail. Then the
 * endpoint imports all files of this e-mail.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#responses-to-other-events">The
 *     protocol: responses to other events</a>
 */
public final class EmailResponse extends HookResponse {
  private static final Function<String, PayloadException> PAYLOAD_EXCEPTION =
      Access.way(String.class, PayloadException.class);

  private final List<String> fileIds;
  // The values by file id. They may include files that are not imported, which the endpoint
  // reports.
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
   * Returns a response that imports every file of the e-mail.
   *
   * @throws PayloadException if the payload has no list of files, or a file has no id: the response
   *     cannot list such a file, so Rossum would drop it
   */
  public static EmailResponse importAll(EmailPayload email) {
    return importOnly(email, file -> true);
  }

  /**
   * Returns a response that imports the files that pass the test and drops the others. If no file
   * passes, every file is dropped.
   *
   * @throws PayloadException if the payload has no list of files, or a file that passes has no id:
   *     the response cannot list such a file, so Rossum would drop it
   */
  public static EmailResponse importOnly(EmailPayload email, Predicate<EmailFile> test) {
    return new EmailResponse(ids(email, test), Map.of(), List.of(), null);
  }

  /**
   * Returns the ids of the files that pass the test. Throws if a file cannot be listed, because the
   * response would drop it although it should be imported.
   */
  private static List<String> ids(EmailPayload email, Predicate<EmailFile> test) {
    List<EmailFile> files = email.files();
    Optional<RawJson> list = email.find("files").filter(RawJson::isList);
    if (list.isEmpty() || list.orElseThrow().elements().size() != files.size()) {
      throw PAYLOAD_EXCEPTION.apply(
          "Expected 'files' of the e-mail to be a list of objects, but it is not. A response cannot keep"
              + " files that it cannot list.");
    }
    return files.stream().filter(test).map(EmailResponse::id).distinct().toList();
  }

  private static String id(EmailFile file) {
    if (file.id().isBlank()) {
      throw PAYLOAD_EXCEPTION.apply(
          "Expected an id for each file of the e-mail, but a file has none. A response cannot keep a"
              + " file that it cannot list.");
    }
    return file.id();
  }

  /** Returns a response that drops every file of the e-mail. */
  public static EmailResponse importNothing() {
    return new EmailResponse(List.of(), Map.of(), List.of(), null);
  }

  /**
   * Returns a copy in which every imported file has this value. The field that has this id among
   * its {@code rir_field_names} starts with the value. A value with the same id is replaced.
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
    // This is checked even if no file is imported, because a wrong id is always a mistake in the
    // handler.
    AdditionalFile.with(Map.of(), id, value);
    Map<String, Map<String, String>> changed = new LinkedHashMap<>(values);
    for (String file : files) {
      changed.put(file, AdditionalFile.with(changed.getOrDefault(file, Map.of()), id, value));
    }
    return new EmailResponse(fileIds, changed, additionalFiles, originalSender);
  }

  /** Returns a copy with one more document. A document with the same URL is replaced. */
  public EmailResponse withAdditionalFile(AdditionalFile file) {
    List<AdditionalFile> changed = new ArrayList<>(additionalFiles);
    changed.removeIf(known -> known.document().equals(file.document()));
    changed.add(file);
    return new EmailResponse(fileIds, values, changed, originalSender);
  }

  /**
   * Returns a copy with the person who wrote an e-mail that somebody else forwarded.
   *
   * @param email the address
   * @param name the name; {@code ""} if it is unknown
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

  /** Returns the person who wrote an e-mail that was forwarded; empty if the response has none. */
  public Optional<OriginalSender> originalSender() {
    return Optional.ofNullable(originalSender);
  }

  /** Returns the values by the ids of their files, including files that are not imported. */
  public Map<String, Map<String, String>> values() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  void write(JsonWriter json) throws IOException {
    json.object().list("files");
    for (String id : fileIds) {
      json.object().name("id", id);
      AdditionalFile.write(json, values(id));
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

  /** Returns the numbers of files and values, and nothing of their content. */
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

  /**
   * The person who wrote an e-mail that somebody else forwarded. Immutable and thread-safe; it
   * prints neither address nor name.
   *
   * @param email the address
   * @param name the name; {@code ""} if it is unknown
   */
  public record OriginalSender(String email, String name) {
    /** A sender. */
    public OriginalSender {
      Objects.requireNonNull(email, "email");
      Objects.requireNonNull(name, "name");
    }

    /** Returns a fixed text without the address and the name. */
    @Override
    public String toString() {
      return "OriginalSender[hidden]";
    }
  }
}
