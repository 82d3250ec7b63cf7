package io.github.rossumext;

/**
 * What it means when a handler or rule fails with anything but a {@link UserMessageException} or
 * {@link SettingsException}. Statuses follow Rossum's retry rules.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#time-repeats-order">The
 *     protocol: time, repeats, order</a>
 */
public enum FailurePolicy {
  /**
   * Status 500 and a message with the request id, without the exception's text. Rossum tries again
   * unless a user is waiting. The default.
   */
  TELL_USER,
  /** As {@link #TELL_USER}, but the status is 503 if no user is waiting. */
  RETRY,
  /**
   * The failure is logged and the response has no opinion: no operation, no message; of an e-mail,
   * every file is imported. A failing rule takes its own edits back; those of others stay.
   */
  FAIL_OPEN
}
