package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.internal.Json;
import java.util.ArrayList;
import java.util.List;

/** Requests that a fixture holds, and whose responses change nothing in Rossum. */
final class Deliveries {
  private Deliveries() {}

  /** The request of a fixture of this event. */
  static ObjectNode request(Fixture fixture, EventKind kind) {
    if (Json.find(fixture.bytes()) instanceof ObjectNode request
        && request.path("event").asText("").equals(kind.event())
        && request.path("action").asText("").equals(kind.action().value())) {
      return request;
    }
    throw new IllegalArgumentException(
        "The fixture '" + fixture.name() + "' is none of " + kind.name() + ".");
  }

  static List<Exchange> toAll(Session session, Fixture fixture, EventKind kind) {
    ObjectNode request = request(fixture, kind);
    List<Exchange> exchanges = new ArrayList<>();
    for (SimulatedHook hook : session.hooks().all()) {
      if (hook.receives(kind.event(), kind.action(), null)) {
        exchanges.addAll(deliver(session, hook, kind, request));
      }
    }
    return exchanges;
  }

  static Exchange toFirst(Session session, Fixture fixture, EventKind kind) {
    ObjectNode request = request(fixture, kind);
    for (SimulatedHook hook : session.hooks().all()) {
      if (hook.receives(kind.event(), kind.action(), null)) {
        return deliver(session, hook, kind, request).get(0);
      }
    }
    throw new IllegalStateException("No hook is registered for " + kind.name() + ".");
  }

  private static List<Exchange> deliver(
      Session session, SimulatedHook hook, EventKind kind, ObjectNode request) {
    return session.call(
        hook, kind, "", RequestWriter.other(request, hook), (response, problems) -> {});
  }
}
