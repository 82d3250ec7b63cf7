package io.github.rossumext.testkit.simulator;

/** The response from the wire, or the reason why there is none. */
final class WireResponse {
  private static final byte[] NOTHING = {};

  private final int status;
  private final String contentType;
  private final String location;
  private final byte[] body;
  private final String failure;

  private WireResponse(
      int status, String contentType, String location, byte[] body, String failure) {
    this.status = status;
    this.contentType = contentType;
    this.location = location;
    this.body = body;
    this.failure = failure;
  }

  /** Creates a response. Headers that were not sent are {@code ""}. */
  static WireResponse of(int status, String contentType, String location, byte[] body) {
    return new WireResponse(status, contentType, location, body, "");
  }

  static WireResponse json(int status, byte[] body) {
    return of(status, "application/json", "", body);
  }

  static WireResponse failed(String why) {
    return new WireResponse(0, "", "", NOTHING, why);
  }

  boolean isReceived() {
    return failure.isEmpty();
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Returns the HTTP status; 0 if there was no response. */
  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  String location() {
    return location;
  }

  byte[] body() {
    return body;
  }

  /** Returns why there was no response; {@code ""} if there was one. */
  String failure() {
    return failure;
  }
}
