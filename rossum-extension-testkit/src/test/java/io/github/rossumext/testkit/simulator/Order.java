package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A small document with a schema, one field of every kind: see {@code order.json}. */
final class Order {
  static final Secret SECRET = Secret.of("simulated");

  private Order() {}

  static byte[] request() {
    try (InputStream file = Order.class.getResourceAsStream("order.json")) {
      return Objects.requireNonNull(file, "order.json").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] requestWithoutSchema() {
    ObjectNode request = Json.object(request());
    request.remove("schemas");
    return Json.bytes(request);
  }

  /** A simulator of an extension that always responses this. */
  static RossumSimulator answeredBy(String json) {
    return answeredBy(StubTransport.answering(json));
  }

  static RossumSimulator answeredBy(Transport extension) {
    return RossumSimulator.of(SimulatedHook.of(extension, SECRET)).open(request());
  }

  /** The response with these operations, in which quotes are single. */
  static String operations(String operations) {
    return quoted("{'operations':[" + operations + "]}");
  }

  static String quoted(String json) {
    return json.replace('\'', '"');
  }

  /** What becomes of the document after these operations at {@code initialize}. */
  static RossumSimulator after(String operations) {
    RossumSimulator rossum = answeredBy(operations(operations));
    rossum.initialize();
    return rossum;
  }
}
