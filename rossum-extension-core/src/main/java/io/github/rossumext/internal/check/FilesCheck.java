package io.github.rossumext.internal.check;

import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.UploadFile;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.response.AdditionalFile;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.UploadFileResponse;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.ResourceUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the parts that Rossum would lose of a response about files. */
final class FilesCheck {
  private FilesCheck() {}

  static ResponseCheck<EmailResponse> check(EmailResponse response, EmailPayload request) {
    return new OfEmail(request).check(response);
  }

  static ResponseCheck<UploadResponse> check(UploadResponse response, UploadPayload request) {
    return new OfUpload(request).check(response);
  }

  /** Compares a response with the e-mail that it responds to. */
  private static final class OfEmail {
    private final EmailPayload email;
    private final Map<String, EmailFile> files = new HashMap<>();
    private final List<String> losses = new ArrayList<>();

    OfEmail(EmailPayload email) {
      this.email = email;
      email.files().forEach(file -> files.putIfAbsent(file.id(), file));
    }

    ResponseCheck<EmailResponse> check(EmailResponse response) {
      EmailResponse kept = files(response.fileIds());
      kept = withValues(kept, response);
      kept = withAdditionalFiles(kept, response.additionalFiles());
      kept = withSender(kept, response);
      return losses.isEmpty()
          ? new ResponseCheck<>(response, List.of())
          : new ResponseCheck<>(kept, losses);
    }

    private EmailResponse files(List<String> listed) {
      List<String> kept = new ArrayList<>(listed);
      kept.retainAll(files.keySet());
      for (String id : listed) {
        if (!files.containsKey(id)) {
          losses.add("The file '" + id + "' is not in the e-mail, so it cannot be imported.");
        }
      }
      if (!kept.isEmpty()) {
        return EmailResponse.importOnly(email, file -> kept.contains(file.id()));
      }
      if (listed.isEmpty()) {
        return EmailResponse.importNothing();
      }
      losses.add(
          "The response was made for another e-mail, so every file of this one is imported.");
      return EmailResponse.importAll(email);
    }

    private EmailResponse withValues(EmailResponse kept, EmailResponse response) {
      EmailResponse all = kept;
      for (Map.Entry<String, Map<String, String>> ofFile : response.values().entrySet()) {
        String id = ofFile.getKey();
        EmailFile file = files.get(id);
        if (file != null && kept.fileIds().contains(id)) {
          for (Map.Entry<String, String> value :
              kept(ofFile.getValue(), "the file '" + id + "'").entrySet()) {
            all = all.withValue(file, value.getKey(), value.getValue());
          }
        } else if (!response.fileIds().contains(id)) {
          losses.add("The file '" + id + "' has values but is not imported.");
        }
      }
      return all;
    }

    /** Returns these values without those that are too long. */
    private Map<String, String> kept(Map<String, String> values, String owner) {
      Map<String, String> kept = new LinkedHashMap<>(values);
      values.forEach(
          (id, value) -> {
            int length = Storable.length(value);
            if (length > ChangeCheck.MAX_VALUE_LENGTH) {
              kept.remove(id);
              losses.add(
                  "The value '"
                      + id
                      + "' of "
                      + owner
                      + " may have up to "
                      + ChangeCheck.MAX_VALUE_LENGTH
                      + " characters, not "
                      + length
                      + ".");
            }
          });
      return kept;
    }

    private EmailResponse withAdditionalFiles(EmailResponse kept, List<AdditionalFile> additional) {
      EmailResponse all = kept;
      for (AdditionalFile file : additional) {
        if (file.document().uri().isBlank()) {
          losses.add("An additional file has no URL of a document.");
        } else {
          all = all.withAdditionalFile(kept(file));
        }
      }
      return all;
    }

    private AdditionalFile kept(AdditionalFile file) {
      AdditionalFile kept =
          file.isImported()
              ? AdditionalFile.imported(file.document())
              : AdditionalFile.attached(file.document());
      for (Map.Entry<String, String> value :
          kept(file.values(), "the additional file " + file.document().uri()).entrySet()) {
        kept = kept.withValue(value.getKey(), value.getValue());
      }
      return kept;
    }

    private EmailResponse withSender(EmailResponse kept, EmailResponse response) {
      return response
          .originalSender()
          .map(
              sender -> {
                if (Storable.repaired(sender.email()).isBlank()) {
                  losses.add("The original sender has no e-mail address.");
                  return kept;
                }
                return kept.withOriginalSender(sender.email(), sender.name());
              })
          .orElse(kept);
    }
  }

  /** Compares a response with the upload that it responds to. */
  private static final class OfUpload {
    private final Map<ResourceUrl, UploadFile> files = new HashMap<>();
    private final List<String> losses = new ArrayList<>();

    OfUpload(UploadPayload upload) {
      upload
          .files()
          .forEach(file -> file.document().ifPresent(document -> files.put(document, file)));
    }

    ResponseCheck<UploadResponse> check(UploadResponse response) {
      List<UploadFileResponse> kept = new ArrayList<>();
      for (UploadFileResponse file : response.files()) {
        UploadFile received = files.get(file.document());
        if (received == null) {
          losses.add("The document " + file.document() + " is not in the upload.");
        } else {
          List<Message> messages =
              file.messages().stream().map(message -> kept(file, message)).toList();
          kept.add(
              new UploadFileResponse(
                  file.document(), isPrevented(file, received), messages, file.isImportFailed()));
        }
      }
      return losses.isEmpty()
          ? new ResponseCheck<>(response, List.of())
          : new ResponseCheck<>(UploadResponse.of(kept), losses);
    }

    /**
     * Returns whether a file is prevented. If an earlier hook prevented a file that now fails, that
     * is not a loss of this response.
     */
    private boolean isPrevented(UploadFileResponse file, UploadFile received) {
      if (file.isImportFailed() && file.isImportPrevented() && !received.isImportPrevented()) {
        losses.add(
            "The import of the document "
                + file.document()
                + " is prevented without effect, because it also fails, and failing wins.");
        return false;
      }
      return file.isImportPrevented();
    }

    private Message kept(UploadFileResponse file, Message message) {
      String what = "A message on the document " + file.document();
      Message kept = MessageCheck.kept(what, message, loss -> losses.add(loss + "."));
      if (message.datapointId().isPresent()) {
        losses.add(
            what + " is on a field, which an upload does not have: it goes to the whole document.");
        return Message.of(kept.type(), kept.content());
      }
      return kept;
    }
  }
}
