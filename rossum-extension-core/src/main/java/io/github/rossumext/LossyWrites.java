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
   * The write throws {@link LossyWriteException}, and the request fails. Some losses are found only
   * after the last rule. No failure policy hides a loss, nor does a rule that catches the
   * exception. For tests and development.
   */
  REFUSE,
  /** The default. The write is left out and logged, and the rest of the response is kept. */
  DROP_AND_LOG
}
