package io.github.rossumext.testkit.simulator;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Something that Rossum would reject, ignore or lose of a response or of a user's step. Immutable
 * and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#responses">The
 *     protocol: responses</a>
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#what-rossum-does-with-a-response">The
 *     protocol: what Rossum does with a response</a>
 */
public final class Problem {
  /** What a problem is about. */
  public enum Kind {
    /** A request failed: no response, a late response, or a status other than 2xx. */
    REQUEST,
    /** A response that does not follow the protocol as a whole. */
    RESPONSE,
    /** An operation, which was not applied unless the text says otherwise. */
    OPERATION,
    /** A message, which is not shown as it was sent. */
    MESSAGE,
    /** An automation blocker, which has no effect. */
    BLOCKER,
    /** A file of an e-mail or upload, its values or messages. */
    FILE,
    /**
     * A write that Rossum would lose. An endpoint in the same process has left it out, or refused
     * it.
     */
    LOSS,
    /** An action that the user is not allowed to do. */
    USER,
    /** A part of the schema that the simulator cannot read. */
    SCHEMA,
    /**
     * A request to the API stub: an unknown path, or something that Rossum would ignore or lose.
     */
    API
  }

  private final Kind kind;
  private final String source;
  private final OptionalInt operation;
  private final String text;

  private Problem(Kind kind, String source, OptionalInt operation, String text) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.source = Objects.requireNonNull(source, "source");
    this.operation = operation;
    this.text = Objects.requireNonNull(text, "text");
  }

  /**
   * Returns a problem that is not about an operation.
   *
   * @param kind what the problem is about
   * @param source see {@link #source()}
   * @param text what is wrong and what Rossum does, in a sentence
   */
  public static Problem of(Kind kind, String source, String text) {
    return new Problem(kind, source, OptionalInt.empty(), text);
  }

  /** Returns a copy that is about the operation with this index in the response, from 0. */
  public Problem withOperation(int index) {
    return new Problem(kind, source, OptionalInt.of(index), text);
  }

  /** Returns what the problem is about. */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the event and action of the request, such as {@code annotation_content.updated}. For a
   * problem without a request, returns the user's step, such as {@code edit}.
   */
  public String source() {
    return source;
  }

  /**
   * Returns the index of the operation in the response, from 0; empty if the problem is not about
   * an operation.
   */
  public OptionalInt operation() {
    return operation;
  }

  /** Returns what is wrong and what Rossum does, in a sentence that may quote the document. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Problem that
        && kind == that.kind
        && source.equals(that.source)
        && operation.equals(that.operation)
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, source, operation, text);
  }

  /** Returns source, operation and text. */
  @Override
  public String toString() {
    return source
        + (operation.isPresent() ? ", operation " + operation.getAsInt() : "")
        + ": "
        + text;
  }
}
