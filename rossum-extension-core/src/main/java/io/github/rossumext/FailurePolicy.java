package io.github.rossumext;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.http.RuleFailure;

/**
 * What a failure of a handler or rule means for the response. It does not apply to a {@link
 * UserMessageException} that somebody reads, or to a {@link SettingsException}. The statuses follow
 * Rossum's retry rules.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#time-repeats-order">The
 *     protocol: time, repeats, order</a>
 */
public enum FailurePolicy {
  /**
   * The default. The status is 500, or 503 if the handler does not return in time and no user is
   * waiting. The message has the request id and not the exception's text. Rossum repeats the
   * request if no user is waiting. If the endpoint handles the event once, the status is 422 and
   * Rossum does not repeat the request, because an exception says nothing about what the handler
   * did before it.
   */
  TELL_USER,
  /**
   * The same as {@link #TELL_USER}, but the status is 503 if no user is waiting. Rossum repeats the
   * request after both statuses. If the endpoint handles the event once, only this policy lets a
   * repeat run the handler again.
   */
  RETRY,
  /**
   * The same as {@link #TELL_USER}, but the status is 422, also for a handler that does not return
   * in time. Rossum does not repeat the request after it, unless the hook sets {@code
   * retry_on_any_non_2xx}. It suits a handler that changes another system, such as an export that
   * books: after one request, the annotation moves to {@code failed_export}. If one rule fails with
   * this policy, the whole request gets this status. If a rule that was added with this policy has
   * begun, every later failure of the request gets this status, too. Only a failure with the policy
   * {@link #FAIL_OPEN} does not.
   */
  NO_RETRY,
  /**
   * The failure is logged, and the response has no opinion: no operation and no message; for an
   * e-mail, it lists every file. If this is the policy of a rule or of its exception, only the
   * edits and messages of that rule are taken back. If it is the policy of the event, the edits and
   * messages of all rules are taken back.
   */
  FAIL_OPEN;

  static {
    Access.open(
        FailurePolicy.class,
        RuleFailure.class,
        policy ->
            thrown ->
                new FailureException(
                    policy, thrown, thrown instanceof FailureException own && own.isExpected()));
  }
}
