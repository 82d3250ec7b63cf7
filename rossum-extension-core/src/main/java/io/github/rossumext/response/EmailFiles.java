package io.github.rossumext.response;

import io.github.rossumext.internal.access.Access;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.value.RawJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The ids of the files of an e-mail, as a response lists them. */
final class EmailFiles {
  private static final Function<String, PayloadException> PAYLOAD_EXCEPTION =
      Access.way(String.class, PayloadException.class);

  private EmailFiles() {}

  /**
   * Returns the ids of the files that pass the test. It throws if a file cannot be listed: any
   * error is better than a response that drops a file which nobody wanted to drop.
   */
  static List<String> ids(EmailPayload email, Predicate<EmailFile> test) {
    List<EmailFile> files = email.files();
    Optional<RawJson> list = email.find("files").filter(RawJson::isList);
    if (list.isEmpty() || list.orElseThrow().elements().size() != files.size()) {
      throw PAYLOAD_EXCEPTION.apply(
          "The e-mail came without a list of its files, so that no response can keep them.");
    }
    return files.stream().filter(test).map(EmailFiles::id).distinct().toList();
  }

  private static String id(EmailFile file) {
    if (file.id().isBlank()) {
      throw PAYLOAD_EXCEPTION.apply(
          "A file of the e-mail has no id, so that no response can keep it.");
    }
    return file.id();
  }
}
