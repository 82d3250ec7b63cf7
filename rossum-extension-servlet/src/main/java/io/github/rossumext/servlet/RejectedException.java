package io.github.rossumext.servlet;

import io.github.rossumext.EndpointResponse;
import io.github.rossumext.HookRejection;

/** A request that never reaches the endpoint: what the log says of it, and what the caller gets. */
final class RejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final HookRejection.Reason reason;
  private final transient EndpointResponse answer;

  /**
   * A rejection.
   *
   * @param why what the log says; nothing of the body
   * @param reason what the listeners hear
   * @param answer what the caller gets
   */
  RejectedException(String why, HookRejection.Reason reason, EndpointResponse answer) {
    super(why, null, false, false);
    this.reason = reason;
    this.answer = answer;
  }

  /** A rejection of what HTTP itself carries: method, type, a body that broke off. */
  RejectedException(String why, EndpointResponse answer) {
    this(why, HookRejection.Reason.TRANSPORT, answer);
  }

  HookRejection.Reason reason() {
    return reason;
  }

  EndpointResponse answer() {
    return answer;
  }
}
