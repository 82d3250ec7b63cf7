package io.github.rossumext.testkit.assertions;

import io.github.rossumext.response.AdditionalFile;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.EmailResponse.OriginalSender;
import java.util.List;

/**
 * Assertions on a response to an e-mail, as the handler returned it. Start with {@link
 * RossumAssertions#assertThat(EmailResponse)}. Not thread-safe.
 */
public final class EmailResponseAssert extends RossumAssert<EmailResponseAssert, EmailResponse> {
  EmailResponseAssert(EmailResponse actual) {
    super(actual, EmailResponseAssert.class);
  }

  /** Asserts that exactly the files with these ids become documents, in this order. */
  public EmailResponseAssert imports(String... fileIds) {
    return checkEqual("files", List.of(fileIds), actual.fileIds());
  }

  /** Asserts that no file of the e-mail becomes a document. */
  public EmailResponseAssert importsNothing() {
    return imports();
  }

  /**
   * Asserts that the response gives the file this value.
   *
   * @param fileId the id of the file
   * @param id the id of the value, such as {@code email:order_id}
   */
  public EmailResponseAssert hasValue(String fileId, String id, String value) {
    String known = actual.values(fileId).get(id);
    return check(
        value.equals(known),
        id + " '" + value + "' on file " + fileId,
        known == null ? "no " + id : id + " '" + known + "'");
  }

  /** Asserts that the response adds exactly the documents with these URLs, in this order. */
  public EmailResponseAssert adds(String... documents) {
    return checkEqual(
        "additional files",
        List.of(documents),
        actual.additionalFiles().stream()
            .map(AdditionalFile::document)
            .map(document -> document.uri())
            .toList());
  }

  /**
   * Asserts that the response names this address as the original sender.
   *
   * @throws IllegalArgumentException if the address is empty
   */
  public EmailResponseAssert hasOriginalSender(String address) {
    requirePart(address);
    String known = actual.originalSender().map(OriginalSender::email).orElse("");
    return check(
        known.equals(address),
        "original sender '" + address + "'",
        known.isEmpty() ? "no original sender" : "original sender '" + known + "'");
  }

  @Override
  Story story() {
    return new Story("The response", List.of()).with("the response", Story.text(actual.toJson()));
  }
}
