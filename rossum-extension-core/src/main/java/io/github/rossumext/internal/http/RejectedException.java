package io.github.rossumext.internal.http;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.internal.help.Size;
import io.github.rossumext.listener.HookRejection.Reason;

/**
 * The rejection of a request before any handler: the text for the log, and the response to the
 * client.
 */
public final class RejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The response if the extension is overloaded. */
  public static final EndpointResponse BUSY =
      later("The extension has too much to do at the moment. Please try again.");

  private static final EndpointResponse CLOSED =
      later("The extension is being restarted. Please try again.");

  private static final EndpointResponse UNAUTHORIZED =
      EndpointResponse.error(401, "The signature of the request was not accepted.");

  private final Reason reason;
  private final String hint;
  private final transient EndpointResponse response;

  /**
   * Creates a rejection. @param reason the reason for the listeners
   *
   * @param why the text for the log, without anything of the body
   * @param response the response to the client
   */
  public RejectedException(Reason reason, String why, EndpointResponse response) {
    this(reason, why, "", response);
  }

  private RejectedException(Reason reason, String why, String hint, EndpointResponse response) {
    super(why, null, false, false);
    this.reason = reason;
    this.hint = hint;
    this.response = response;
  }

  /**
   * Returns a rejection because of the signature.
   *
   * @param found the result of the check
   * @param hint what to check on both sides
   */
  public static RejectedException signature(String found, String hint) {
    return new RejectedException(
        Reason.SIGNATURE, "signature " + found, HelpTopic.STATUS_401.explain(hint), UNAUTHORIZED);
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
        "method " + Printable.ascii(method),
        EndpointResponse.error(405, "The extension accepts requests by POST.")
            .withHeader("Allow", "GET, HEAD, POST"));
  }

  static RejectedException contentType(String type) {
    return new RejectedException(
        Reason.TRANSPORT,
        "content type " + (type.isEmpty() ? "missing" : Printable.ascii(type)),
        EndpointResponse.error(415, "The extension accepts requests of type application/json."));
  }

  static RejectedException contentEncoding(String encoding) {
    String named = Printable.ascii(encoding);
    return new RejectedException(
        Reason.TRANSPORT,
        "content encoding " + named,
        EndpointResponse.error(
            415,
            "The extension accepts requests without content encoding, but this one is encoded by "
                + named
                + "."));
  }

  static RejectedException tooLarge(long bytes, int limit) {
    return tooLarge(Size.found(bytes) + ", limit " + Size.limit(limit), limit);
  }

  static RejectedException tooLarge(int limit) {
    return tooLarge("more than " + Size.limit(limit), limit);
  }

  private static RejectedException tooLarge(String size, int limit) {
    return new RejectedException(
        Reason.SIZE,
        "body too large, " + size,
        EndpointResponse.error(
            413,
            "The document is too large for the extension, which accepts requests of up to "
                + Size.limit(limit)
                + "."));
  }

  static RejectedException tooSlow(long count, long seconds) {
    return new RejectedException(
        Reason.TRANSPORT,
        "body too slow, " + count + " bytes in " + seconds + " s",
        EndpointResponse.error(408, "The request arrives too slowly."));
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

  /** Returns what to check; "" if the reason says it. */
  String hint() {
    return hint;
  }

  Reason reason() {
    return reason;
  }

  EndpointResponse response() {
    return response;
  }
}
