package io.github.rossumext.testkit.simulator;

/**
 * The documents that a queue automates.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#what-rossum-does-with-a-response">The
 *     protocol: what Rossum does with a response</a>
 */
public enum AutomationLevel {
  /** None: a user sees every document. */
  NEVER,
  /** Documents without errors in which each field has a validation source. */
  CONFIDENT,
  /**
   * Documents without errors. An error on a field that is not required clears the field, and the
   * document is validated again.
   */
  ALWAYS
}
