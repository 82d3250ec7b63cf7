package io.github.rossumext.testkit.assertions;

import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.FileDecision;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.List;

/**
 * Assertions on what happens to one file of an e-mail or upload. Start with {@link
 * ImportAssert#file} or {@link RossumAssertions#assertThat(FileDecision)}. Not thread-safe.
 */
public final class FileAssert extends MessagesAssert<FileAssert, FileDecision> {
  private final List<Exchange> exchanges;
  private final boolean isAlone;

  FileAssert(FileDecision actual) {
    this(actual, List.of(), true);
  }

  FileAssert(FileDecision actual, List<Exchange> exchanges) {
    this(actual, exchanges, false);
  }

  /**
   * Creates assertions on a file.
   *
   * @param isAlone whether the exchanges are unknown
   */
  private FileAssert(FileDecision actual, List<Exchange> exchanges, boolean isAlone) {
    super(actual, FileAssert.class);
    this.exchanges = exchanges;
    this.isAlone = isAlone;
  }

  /** Asserts that the file becomes a document. */
  public FileAssert isImported() {
    return check(actual.isImported(), "imported", "not imported");
  }

  /** Asserts that the import of the file fails ({@code failed_import}). */
  public FileAssert isFailed() {
    return check(actual.isFailed(), "failed", actual.isImported() ? "imported" : "not imported");
  }

  /** Asserts that the file does not become a document. */
  public FileAssert isNotImported() {
    return check(!actual.isImported(), "not imported", "imported");
  }

  /**
   * Asserts that the document of the file starts with this value.
   *
   * @param id the id of the value, such as {@code email:order_id}
   */
  public FileAssert hasValue(String id, String value) {
    String known = actual.values().get(id);
    return check(
        value.equals(known),
        id + " '" + value + "'",
        known == null ? "no " + id : id + " '" + known + "'");
  }

  /** Asserts that the document of the file starts without values. */
  public FileAssert hasNoValues() {
    return check(actual.values().isEmpty(), "no values", actual.values().toString());
  }

  @Override
  List<ShownMessage> said() {
    return actual.messages();
  }

  @Override
  String silence() {
    return isAlone ? "" : OutcomeAssert.silence(exchanges);
  }

  @Override
  Story story() {
    return new Story("File '" + actual.name() + "'", exchanges)
        .with("the file", actual)
        .with("value", actual.values().entrySet())
        .with("message", actual.messages());
  }
}
