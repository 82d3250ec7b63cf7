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
   * Rossum does not repeat the request, because an exception does not say what the handler did
   * before it.
   */
  TELL_USER,
  /**
   * The same as {@link #TELL_USER}, but the status is 503 if no user is waiting. If the endpoint
   * handles the event once, only this policy lets a repeat run the handler again. Otherwise both
   * policies let Rossum repeat the request.
   */
  RETRY,
  /**
   * The same as {@link #TELL_USER}, but the status is 422, also for a handler that does not return
   * in time. Rossum does not repeat the request after this status, unless the hook sets {@code
   * retry_on_any_non_2xx}. Use it for a handler that changes another system and must not do so
   * twice. For example, an export that fails moves the annotation to {@code failed_export} at once,
   * and books no second time.
   *
   * <p>If one rule fails with this policy, the whole request gets this status. If a rule that was
   * added with this policy has begun, every later failure of the request gets this status, too.
   * Only a failure with the policy {@link #FAIL_OPEN} does not.
   */
  NO_RETRY,
  /**
   * The failure is logged, and Rossum gets 200. If this is the policy of a rule or of its
   * exception, only the edits and messages of that rule are taken back. If it is the policy of the
   * event, the response changes nothing: it has no operation and no message; for an e-mail, it
   * lists every file.
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
