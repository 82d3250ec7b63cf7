package io.github.rossumext.testkit.simulator;

import java.util.OptionalInt;

/**
 * Something that Rossum would reject, ignore or lose of a response or of a user's action. Immutable
 * and thread-safe.
 *
 * @param kind what the problem is about
 * @param event the event of the request, such as {@code annotation_content.updated}; without a
 *     request, the action, such as {@code edit}
 * @param operation the index of the operation in the response, from 0; empty if the problem is not
 *     about an operation
 * @param text what is wrong and what Rossum does, in a sentence that may quote the document
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#responses">The
 *     protocol: responses</a>
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#what-rossum-does-with-a-response">The
 *     protocol: what Rossum does with a response</a>
 */
public record Problem(Kind kind, String event, OptionalInt operation, String text) {
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
    /** An action that the user is not allowed to do. */
    USER,
    /** A part of the schema that the simulator cannot read. */
    SCHEMA
  }

  /** Returns event, operation and text. */
  @Override
  public String toString() {
    return event
        + (operation.isPresent() ? ", operation " + operation.getAsInt() : "")
        + ": "
        + text;
  }
}
