package io.github.rossumext;

/**
 * What happens to a write that Rossum would silently lose, such as a value over 1500 characters or
 * outside the options of the field.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#responses-to-content-events">The
 *     protocol: responses to content events</a>
 */
public enum LossyWrites {
  /**
   * The write throws {@link LossyWriteException}, and the request fails, whatever the rule does
   * with the exception and whatever the failure policy is: for tests and development.
   */
  REFUSE,
  /** The write is left out and logged, the rest of the response is kept. The default. */
  DROP_AND_LOG
}
