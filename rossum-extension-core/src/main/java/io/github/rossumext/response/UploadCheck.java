package io.github.rossumext.response;

import io.github.rossumext.payload.UploadFile;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.ResourceUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares an answer with the upload that it answers (protocol §4.1, §4.2). */
final class UploadCheck {
  private static final int MAX_SHOWN = 4096;

  private final UploadPayload upload;
  private final List<String> losses = new ArrayList<>();

  UploadCheck(UploadPayload upload) {
    this.upload = upload;
  }

  CheckedResponse<UploadResponse> check(UploadResponse response) {
    Set<ResourceUrl> there =
        upload.files().stream()
            .map(UploadFile::document)
            .flatMap(document -> document.stream())
            .collect(Collectors.toSet());
    List<UploadFileResponse> kept = new ArrayList<>();
    for (UploadFileResponse file : response.files()) {
      if (there.contains(file.document())) {
        kept.add(
            new UploadFileResponse(
                file.document(),
                file.preventImporting(),
                file.messages().stream().map(message -> message(file, message)).toList()));
      } else {
        losses.add("The document " + file.document() + " is not in the upload.");
      }
    }
    return losses.isEmpty()
        ? CheckedResponse.complete(response)
        : new CheckedResponse<>(UploadResponse.of(kept), losses);
  }

  private Message message(UploadFileResponse file, Message message) {
    int length = message.content().markup().length();
    if (length > MAX_SHOWN) {
      // Kept as it is: Rossum cuts it, and a beginning is better than nothing.
      losses.add(
          "A message on the document "
              + file.document()
              + " has "
              + length
              + " characters, of which "
              + MAX_SHOWN
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
