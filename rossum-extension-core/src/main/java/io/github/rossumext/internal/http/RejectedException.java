package io.github.rossumext.internal.http;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.listener.HookRejection.Reason;

/** A request that no handler sees: what the log says about it, and what the client gets. */
public final class RejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The response if there is too much to do. */
  public static final EndpointResponse BUSY =
      later("The extension has too much to do at the moment. Please try again.");

  private static final EndpointResponse CLOSED =
      later("The extension is being restarted. Please try again.");

  private final Reason reason;
  private final transient EndpointResponse response;

  /**
   * A rejection.
   *
   * @param reason what the listeners get
   * @param why what the log says; nothing of the body
   * @param response what the client gets
   */
  public RejectedException(Reason reason, String why, EndpointResponse response) {
    super(why, null, false, false);
    this.reason = reason;
    this.response = response;
  }

  private static EndpointResponse later(String text) {
    return EndpointResponse.error(503, text).withHeader("Retry-After", "1");
  }

  static RejectedException overloaded(String why) {
    return new RejectedException(Reason.OVERLOAD, why, BUSY);
  }

  static RejectedException closed() {
    return new RejectedException(Reason.CLOSED, "the endpoint is closed", CLOSED);
  }

  static RejectedException method(String method) {
    return new RejectedException(
        Reason.TRANSPORT,
        "method " + LogLine.text(method),
        EndpointResponse.error(405, "The extension accepts requests by POST.")
            .withHeader("Allow", "GET, HEAD, POST"));
  }

  static RejectedException contentType(String type) {
    return new RejectedException(
        Reason.TRANSPORT,
        "content type " + (type.isEmpty() ? "missing" : LogLine.text(type)),
        EndpointResponse.error(415, "The extension accepts requests of type application/json."));
  }

  static RejectedException contentEncoding(String encoding) {
    String named = LogLine.text(encoding);
    return new RejectedException(
        Reason.TRANSPORT,
        "content encoding " + named,
        EndpointResponse.error(
            415,
            "The extension accepts requests without content encoding, but this one is encoded by "
                + named
                + "."));
  }

  static RejectedException tooLarge(String size, int limit) {
    return new RejectedException(
        Reason.SIZE,
        "body too large, " + size,
        EndpointResponse.error(
            413,
            "The document is too large for the extension, which accepts requests of up to "
                + limit
                + " bytes."));
  }

  static RejectedException brokenOff(String where) {
    return new RejectedException(
        Reason.TRANSPORT,
        "body broken off" + where,
        EndpointResponse.error(400, "The request broke off before its end."));
  }

  static RejectedException alreadyRead() {
    return new RejectedException(
        Reason.TRANSPORT,
        "body already read by a filter, so the signature cannot be verified: exclude the path of the"
            + " extension from filters that call getReader(), getParameter() or read the input stream",
        EndpointResponse.error(500, "The extension is not configured correctly: see its log."));
  }

  Reason reason() {
    return reason;
  }

  EndpointResponse response() {
    return response;
  }
}
