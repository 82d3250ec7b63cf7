package io.github.rossumext.testkit.assertions;

import io.github.rossumext.response.EmailResponse.OriginalSender;
import io.github.rossumext.testkit.simulator.FileDecision;
import io.github.rossumext.testkit.simulator.ImportDecision;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.List;
import java.util.stream.Stream;

/**
 * Assertions on what becomes of the files of an e-mail or upload; those on messages are about those
 * of all files. Begin with {@link RossumAssertions#assertThat(ImportDecision)}. Not thread-safe.
 */
public final class ImportAssert extends MessagesAssert<ImportAssert, ImportDecision> {
  ImportAssert(ImportDecision actual) {
    super(actual, ImportAssert.class);
  }

  /** The files of these names become documents, and no others; those that were added last. */
  public ImportAssert imports(String... names) {
    return checkEqual("imported", List.of(names), actual.imported());
  }

  /** No file becomes a document. */
  public ImportAssert importsNothing() {
    return imports();
  }

  /**
   * Goes on with a file.
   *
   * @param name its name; its id or the URL of its document will do, too
   * @throws IllegalArgumentException if there is no such file; the message names those there are
   */
  public FileAssert file(String name) {
    return new FileAssert(actual.file(name), actual.exchanges());
  }

  /** The extension says that this address wrote the e-mail in truth. */
  public ImportAssert hasOriginalSender(String address) {
    String known = actual.originalSender().map(OriginalSender::email).orElse("");
    return check(
        known.equals(address),
        "original sender '" + address + "'",
        known.isEmpty() ? "no original sender" : "original sender '" + known + "'");
  }

  /** There is nothing in the responses that Rossum would reject or ignore. */
  public ImportAssert hasNoProblems() {
    return check(actual.problems().isEmpty(), "no problems", count(actual.problems(), "problem"));
  }

  private List<FileDecision> files() {
    return Stream.concat(actual.files().stream(), actual.additionalFiles().stream()).toList();
  }

  @Override
  List<ShownMessage> said() {
    return files().stream().flatMap(file -> file.messages().stream()).toList();
  }

  @Override
  Story story() {
    return new Story("The files", actual.exchanges())
        .beside("file", files())
        .beside("message", said())
        .beside("problem", actual.problems());
  }
}
