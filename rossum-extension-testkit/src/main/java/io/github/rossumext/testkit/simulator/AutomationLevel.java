package io.github.rossumext.testkit.simulator;

/**
 * What a queue automates.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#what-rossum-does-with-a-response">The
 *     protocol: what Rossum does with a response</a>
 */
public enum AutomationLevel {
  /** Nothing: every document is seen by a user. */
  NEVER,
  /** Documents without errors, each field of which has a validation source. */
  CONFIDENT,
  /**
   * Documents without errors. An error on a field that is not required clears the field, and the
   * document is validated again.
   */
  ALWAYS
}
