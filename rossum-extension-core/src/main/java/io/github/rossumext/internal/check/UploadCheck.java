package io.github.rossumext.internal.check;

import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.response.UploadFileResponse;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.ResourceUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a response with the upload that it responds to. */
final class UploadCheck {
  private final Set<ResourceUrl> documents;
  private final List<String> losses = new ArrayList<>();

  UploadCheck(UploadPayload upload) {
    this.documents =
        upload.files().stream()
            .flatMap(file -> file.document().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  ResponseCheck<UploadResponse> check(UploadResponse response) {
    List<UploadFileResponse> kept = new ArrayList<>();
    for (UploadFileResponse file : response.files()) {
      if (documents.contains(file.document())) {
        List<Message> messages =
            file.messages().stream().map(message -> kept(file, message)).toList();
        kept.add(new UploadFileResponse(file.document(), file.isImportPrevented(), messages));
      } else {
        losses.add("The document " + file.document() + " is not in the upload.");
      }
    }
    return losses.isEmpty()
        ? new ResponseCheck<>(response, List.of())
        : new ResponseCheck<>(UploadResponse.of(kept), losses);
  }

  private Message kept(UploadFileResponse file, Message message) {
    int length = message.content().markup().length();
    if (length > ChangeCheck.MAX_MESSAGE_LENGTH) {
      // Kept as it is: Rossum cuts it, and a beginning is better than nothing.
      losses.add(
          "A message on the document "
              + file.document()
              + " has "
              + length
              + " characters, of which "
              + ChangeCheck.MAX_MESSAGE_LENGTH
              + " are shown.");
    }
    if (message.datapointId().isPresent()) {
      losses.add(
          "A message on the document "
              + file.document()
              + " belongs to a field, which an upload has not: it goes to the whole document.");
      return Message.of(message.type(), message.content());
    }
    return message;
  }
}
