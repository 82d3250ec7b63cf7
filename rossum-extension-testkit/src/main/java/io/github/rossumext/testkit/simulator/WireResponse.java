package io.github.rossumext.testkit.simulator;

import io.github.rossumext.exchange.EndpointResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back over the wire, or why nothing did.
 *
 * @param received the response; null if there was none
 * @param failure why there was no response; {@code ""} if there was one
 * @param losses what the endpoint left out or refused because Rossum would lose it; empty if the
 *     endpoint is in another process
 * @param thrown what the handler threw; null if it threw nothing, or is in another process
 * @param isLost whether a fault of the test lost it
 */
record WireResponse(
    @Nullable EndpointResponse received,
    String failure,
    List<String> losses,
    @Nullable Throwable thrown,
    boolean isLost) {
  static WireResponse of(EndpointResponse response) {
    return of(response, List.of(), null);
  }

  static WireResponse of(
      EndpointResponse response, List<String> losses, @Nullable Throwable thrown) {
    return new WireResponse(response, "", losses, thrown, false);
  }

  /** Creates a response. Headers that were not sent are {@code ""}. */
  static WireResponse of(int status, String contentType, String location, byte[] body) {
    return of(
        EndpointResponse.of(
            status, Map.of("Content-Type", contentType, "Location", location), body));
  }

  static WireResponse failed(String why) {
    return new WireResponse(null, why, List.of(), null, false);
  }

  /** Returns what Rossum gets of a response that a fault of the test loses. */
  static WireResponse lost(DeliveryFault fault) {
    return new WireResponse(null, fault.described(), List.of(), null, true);
  }

  boolean isReceived() {
    return received != null;
  }

  boolean isSuccess() {
    return status() >= 200 && status() < 300;
  }

  /** Returns the HTTP status; 0 if there was no response. */
  int status() {
    return received == null ? 0 : received.status();
  }

  /** Returns the status, or the reason why the response has none. */
  String outcome() {
    return isReceived() ? String.valueOf(status()) : failure;
  }

  /** Returns a header, by its name without regard to case; {@code ""} if it was not sent. */
  String header(String name) {
    if (received == null) {
      return "";
    }
    return received.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  byte[] body() {
    return received == null ? new byte[0] : received.body();
  }
}
