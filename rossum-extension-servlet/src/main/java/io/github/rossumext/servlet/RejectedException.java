package io.github.rossumext.servlet;

import io.github.rossumext.EndpointResponse;

/** A request that never reaches the endpoint: what the log says of it, and what the caller gets. */
final class RejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient EndpointResponse answer;

  /**
   * A rejection.
   *
   * @param why what the log says; nothing of the body
   * @param answer what the caller gets
   */
  RejectedException(String why, EndpointResponse answer) {
    super(why, null, false, false);
    this.answer = answer;
  }

  EndpointResponse answer() {
    return answer;
  }
}
