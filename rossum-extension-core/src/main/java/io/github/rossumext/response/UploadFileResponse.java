package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.internal.text.Markup;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.ResourceUrl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The part of a response to {@code upload.created} that is about one file. Immutable and
 * thread-safe; it prints no message.
 *
 * @param document the document of the file
 * @param isImportPrevented whether Rossum makes no annotation of it ({@code prevent_importing})
 * @param messages what goes to the annotation of the file
 * @param isImportFailed whether its annotation gets the status {@code failed_import}; this wins
 *     over {@code isImportPrevented}
 */
public record UploadFileResponse(
    ResourceUrl document,
    boolean isImportPrevented,
    List<Message> messages,
    boolean isImportFailed) {
  /** Creates the part of one file. */
  public UploadFileResponse {
    Objects.requireNonNull(document, "document");
    messages = List.copyOf(messages);
  }

  /** Creates the part of one file whose import does not fail. */
  public UploadFileResponse(
      ResourceUrl document, boolean isImportPrevented, List<Message> messages) {
    this(document, isImportPrevented, messages, false);
  }

  UploadFileResponse withImport(boolean isPrevented, boolean isFailed) {
    return new UploadFileResponse(document, isPrevented, messages, isFailed);
  }

  UploadFileResponse withMessage(Message message) {
    List<Message> all = new ArrayList<>(messages);
    all.add(message);
    return new UploadFileResponse(document, isImportPrevented, all, isImportFailed);
  }

  void write(JsonWriter json) throws IOException {
    json.object().name("document", document.uri()).flag("prevent_importing", isImportPrevented);
    if (isImportFailed) {
      json.flag("failed_import", true);
    }
    if (!messages.isEmpty()) {
      json.list("messages");
      for (Message message : messages) {
        json.object()
            .text("type", message.type().value())
            .text("content", Markup.of(message.content().markup()).text())
            .endObject();
      }
      json.endList();
    }
    json.endObject();
  }

  /** Returns the document, the decision and the number of messages. */
  @Override
  public String toString() {
    String decision = isImportPrevented ? ", not imported, " : ", imported, ";
    return "UploadFileResponse["
        + document
        + (isImportFailed ? ", failed, " : decision)
        + messages.size()
        + " messages]";
  }
}
