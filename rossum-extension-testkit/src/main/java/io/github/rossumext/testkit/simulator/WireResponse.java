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
 * @param job what the endpoint tells about a handler that goes on without the request; null if none
 *     does, or if the endpoint is in another process
 * @param isOfFailedJob whether Rossum takes it for a success, and the handler failed
 */
record WireResponse(
    @Nullable EndpointResponse received,
    String failure,
    List<String> losses,
    @Nullable Throwable thrown,
    boolean isLost,
    @Nullable Observer job,
    boolean isOfFailedJob) {
  static WireResponse of(EndpointResponse response) {
    return new WireResponse(response, "", List.of(), null, false, null, false);
  }

  /** Creates a response of an endpoint in the same process. */
  static WireResponse of(EndpointResponse response, Observer observer) {
    return new WireResponse(
        response,
        "",
        observer.losses(),
        observer.thrown(),
        false,
        observer.isJob() ? observer : null,
        false);
  }

  /** Creates a response. Headers that were not sent are {@code ""}. */
  static WireResponse of(int status, String contentType, String location, byte[] body) {
    return of(
        EndpointResponse.of(
            status, Map.of("Content-Type", contentType, "Location", location), body));
  }

  static WireResponse failed(String why) {
    return new WireResponse(null, why, List.of(), null, false, null, false);
  }

  /** Returns what Rossum gets of a response that a fault of the test loses. */
  static WireResponse lost(DeliveryFault fault) {
    return new WireResponse(null, fault.described(), List.of(), null, true, null, false);
  }

  /** Returns a copy with this job; null if there is none, or if its node is killed. */
  WireResponse withJob(@Nullable Observer other) {
    return new WireResponse(received, failure, losses, thrown, isLost, other, isOfFailedJob);
  }

  /** Returns a copy that tells how its job failed. Under {@code FAIL_OPEN} that is a success. */
  WireResponse ofFailedJob(Observer.JobFailure failed) {
    boolean isHidden = isSuccess() && (failed.status() < 200 || failed.status() >= 300);
    return new WireResponse(received, failure, losses, failed.thrown(), isLost, null, isHidden);
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
