package io.github.rossumext.response;

import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares an answer with the e-mail that it answers (protocol §4.2). */
final class EmailCheck {
  private final EmailPayload email;
  private final List<String> losses = new ArrayList<>();

  EmailCheck(EmailPayload email) {
    this.email = email;
  }

  CheckedResponse<EmailResponse> check(EmailResponse response) {
    List<String> fileIds = files(response.fileIds());
    Map<String, Map<String, String>> values = values(response, fileIds);
    List<AdditionalFile> additionalFiles = additionalFiles(response.additionalFiles());
    OriginalSender sender = sender(response.originalSender().orElse(null));
    return losses.isEmpty()
        ? CheckedResponse.complete(response)
        : new CheckedResponse<>(
            new EmailResponse(fileIds, values, additionalFiles, sender), losses);
  }

  private List<String> files(List<String> listed) {
    Set<String> there = email.files().stream().map(EmailFile::id).collect(Collectors.toSet());
    List<String> kept = new ArrayList<>();
    for (String id : listed) {
      if (there.contains(id)) {
        kept.add(id);
      } else {
        losses.add("The file '" + id + "' is not in the e-mail, so it cannot be imported.");
      }
    }
    if (kept.isEmpty() && !listed.isEmpty()) {
      losses.add("The answer is one to another e-mail, so every file of this one is kept.");
      return EmailFiles.ids(email, file -> true);
    }
    return kept;
  }

  private Map<String, Map<String, String>> values(EmailResponse response, List<String> fileIds) {
    Map<String, Map<String, String>> kept = new LinkedHashMap<>();
    response
        .valuesByFile()
        .forEach(
            (id, values) -> {
              if (fileIds.contains(id)) {
                kept.put(id, EmailValues.kept(values, "the file '" + id + "'", losses));
              } else if (!response.fileIds().contains(id)) {
                losses.add("The file '" + id + "' has values but is not imported.");
              }
            });
    return kept;
  }

  private List<AdditionalFile> additionalFiles(List<AdditionalFile> files) {
    List<AdditionalFile> kept = new ArrayList<>();
    for (AdditionalFile file : files) {
      if (file.document().uri().isBlank()) {
        losses.add("An additional file has no URL of a document.");
      } else {
        kept.add(file.keptValues(losses));
      }
    }
    return kept;
  }

  private @Nullable OriginalSender sender(@Nullable OriginalSender sender) {
    if (sender != null && sender.email().isBlank()) {
      losses.add("The original sender has no e-mail address.");
      return null;
    }
    return sender;
  }
}
