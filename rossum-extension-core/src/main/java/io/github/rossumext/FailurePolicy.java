package io.github.rossumext;

/**
 * What it means when a handler or rule fails with anything but a {@link UserMessageException} or
 * {@link SettingsException}. Statuses follow Rossum's retry rules (protocol §1).
 */
public enum FailurePolicy {
  /**
   * The user is told, with the request id and without the exception's text: status 500, which
   * Rossum tries again unless a user is waiting. The default.
   */
  TELL_USER,
  /** As {@link #TELL_USER}, but the status is 503 where no user is waiting. */
  RETRY,
  /**
   * The failure is logged and the answer has no opinion: nothing is changed or said; of an e-mail,
   * every file is imported. A failing rule takes its own edits back; those of others stay.
   */
  FAIL_OPEN
}
