package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.ResourceUrl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a response to {@code upload.created} says of one file. Immutable and thread-safe; it prints
 * no message.
 *
 * @param document the document of the file
 * @param isImportPrevented whether Rossum does not import it
 * @param messages what goes to the annotation of the file
 */
public record UploadFileResponse(
    ResourceUrl document, boolean isImportPrevented, List<Message> messages) {
  /** What is said. */
  public UploadFileResponse {
    Objects.requireNonNull(document, "document");
    messages = List.copyOf(messages);
  }

  UploadFileResponse withImportPrevented(boolean isPrevented) {
    return new UploadFileResponse(document, isPrevented, messages);
  }

  UploadFileResponse withMessage(Message message) {
    List<Message> all = new ArrayList<>(messages);
    all.add(message);
    return new UploadFileResponse(document, isImportPrevented, all);
  }

  void write(JsonWriter json) throws IOException {
    json.object().text("document", document.uri()).flag("prevent_importing", isImportPrevented);
    if (!messages.isEmpty()) {
      json.list("messages");
      for (Message message : messages) {
        json.object()
            .text("type", message.type().value())
            .text("content", message.content().markup())
            .endObject();
      }
      json.endList();
    }
    json.endObject();
  }

  /** The document, the decision and how many messages there are. */
  @Override
  public String toString() {
    return "UploadFileResponse["
        + document
        + (isImportPrevented ? ", not imported, " : ", imported, ")
        + messages.size()
        + " messages]";
  }
}
