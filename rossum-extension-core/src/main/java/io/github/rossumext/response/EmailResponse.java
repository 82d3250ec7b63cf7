package io.github.rossumext.response;

import io.github.rossumext.json.JsonWriter;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/**
 * The answer to {@code email.received} (protocol §4.2): which files become documents. Only files
 * that the answer lists are imported, so each way to make one says what happens to the files.
 * Immutable and thread-safe.
 */
public final class EmailResponse extends HookResponse {
  private final List<String> fileIds;

  private EmailResponse(List<String> fileIds) {
    this.fileIds = fileIds;
  }

  /** Imports every file of the e-mail: the answer of a handler that has no opinion. */
  public static EmailResponse importAll(EmailPayload email) {
    return importOnly(email, file -> true);
  }

  /** Imports the files that pass the test, and drops the others. */
  public static EmailResponse importOnly(EmailPayload email, Predicate<EmailFile> test) {
    return new EmailResponse(email.files().stream().filter(test).map(EmailFile::id).toList());
  }

  /** Drops every file of the e-mail. */
  public static EmailResponse importNothing() {
    return new EmailResponse(List.of());
  }

  /** The ids of the files that are imported. */
  public List<String> fileIds() {
    return fileIds;
  }

  @Override
  void write(JsonWriter json) throws IOException {
    json.object().list("files");
    for (String id : fileIds) {
      json.object().text("id", id).list("values").endList().endObject();
    }
    json.endList().endObject();
  }

  @Override
  public String toString() {
    return "EmailResponse[" + fileIds.size() + " files]";
  }
}
