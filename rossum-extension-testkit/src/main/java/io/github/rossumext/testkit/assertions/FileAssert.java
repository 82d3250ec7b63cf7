package io.github.rossumext.testkit.assertions;

import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.FileDecision;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.List;

/**
 * Assertions on what becomes of one file of an e-mail or upload. Begin with {@link
 * ImportAssert#file} or {@link RossumAssertions#assertThat(FileDecision)}. Not thread-safe.
 */
public final class FileAssert extends MessagesAssert<FileAssert, FileDecision> {
  private final List<Exchange> calls;

  FileAssert(FileDecision actual) {
    this(actual, List.of());
  }

  FileAssert(FileDecision actual, List<Exchange> calls) {
    super(actual, FileAssert.class);
    this.calls = calls;
  }

  /** It becomes a document. */
  public FileAssert isImported() {
    return check(actual.isImported(), "imported", "not imported");
  }

  /** It does not become a document. */
  public FileAssert isNotImported() {
    return check(!actual.isImported(), "not imported", "imported");
  }

  /**
   * Its document starts with this value.
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

  /** Its document starts without values. */
  public FileAssert hasNoValues() {
    return check(actual.values().isEmpty(), "no values", actual.values().toString());
  }

  @Override
  List<ShownMessage> said() {
    return actual.messages();
  }

  @Override
  Story story() {
    return new Story("File '" + actual.name() + "'", calls)
        .beside("the file", actual)
        .beside("value", actual.values().entrySet())
        .beside("message", actual.messages());
  }
}
