package io.github.rossumext.testkit.assertions;

import io.github.rossumext.response.EmailResponse.OriginalSender;
import io.github.rossumext.testkit.simulator.FileDecision;
import io.github.rossumext.testkit.simulator.ImportDecision;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.List;
import java.util.stream.Stream;

/**
 * Assertions on what happens to the files of an e-mail or upload. Those on messages are about all
 * files. Start with {@link RossumAssertions#assertThat(ImportDecision)}. Not thread-safe.
 */
public final class ImportAssert extends MessagesAssert<ImportAssert, ImportDecision> {
  ImportAssert(ImportDecision actual) {
    super(actual, ImportAssert.class);
  }

  /**
   * Asserts that exactly the files with these names become documents: first those of the request,
   * in its order, then those that hooks added.
   */
  public ImportAssert imports(String... names) {
    return checkEqual("imported", List.of(names), actual.importedFiles());
  }

  /** Asserts that no file becomes a document. */
  public ImportAssert importsNothing() {
    return imports();
  }

  /**
   * Returns assertions on a file.
   *
   * @param name the name of the file, its id, or the URL of its document
   * @throws IllegalArgumentException if the request has no such file; the message names the files
   */
  public FileAssert file(String name) {
    return new FileAssert(actual.file(name), actual.exchanges());
  }

  /**
   * Asserts that the latest hook that named an original sender named this address.
   *
   * @throws IllegalArgumentException if the address is empty
   */
  public ImportAssert hasOriginalSender(String address) {
    requirePart(address);
    String known = actual.originalSender().map(OriginalSender::email).orElse("");
    return check(
        known.equals(address),
        "original sender '" + address + "'",
        known.isEmpty() ? "no original sender" : "original sender '" + known + "'");
  }

  /**
   * Asserts that the responses have nothing that Rossum would reject or ignore. Fails if no request
   * was sent.
   */
  public ImportAssert hasNoProblems() {
    check(!actual.exchanges().isEmpty(), "no problems", "no request");
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
  String silence() {
    return OutcomeAssert.silence(actual.exchanges());
  }

  @Override
  Story story() {
    return new Story("The files", actual.exchanges())
        .with("file", files())
        .with("message", said())
        .with("problem", actual.problems());
  }
}
