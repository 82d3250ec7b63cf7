package io.github.rossumext.testkit.simulator;

import java.util.OptionalInt;

/**
 * What Rossum would reject, ignore or lose of a response or of what a user did. Immutable and
 * thread-safe.
 *
 * @param kind what it is about
 * @param event the event of the request, such as {@code annotation_content.updated}; what was done,
 *     such as {@code edit}, if it is about no request
 * @param operation the place of the operation in the response, from 0; empty if it is not about one
 * @param text what is wrong and what became of it, in a sentence; it may quote values of the
 *     document
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
    /** The request failed: no response, too late, or a status other than 2xx. */
    REQUEST,
    /** The response as a whole does not follow the protocol. */
    RESPONSE,
    /** An operation; unless the text says otherwise, it was not applied. */
    OPERATION,
    /** A message, which is not shown, or not as it was sent. */
    MESSAGE,
    /** An automation blocker, which blocks nothing. */
    BLOCKER,
    /** A file of an e-mail or upload, its values or messages. */
    FILE,
    /** What a user was not allowed to do. */
    USER,
    /** The schema, which the simulator cannot follow. */
    SCHEMA
  }

  /** Event, place and text. */
  @Override
  public String toString() {
    return event
        + (operation.isPresent() ? ", operation " + operation.getAsInt() : "")
        + ": "
        + text;
  }
}
