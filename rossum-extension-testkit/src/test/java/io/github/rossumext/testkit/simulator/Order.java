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

  /** A simulator of an extension that always sends this response. */
  static RossumSimulator simulator(String json) {
    return simulator(StubTransport.responding(json));
  }

  static RossumSimulator simulator(Transport extension) {
    return RossumSimulator.of(SimulatedHook.of(extension, SECRET)).open(request());
  }

  /** A response with these operations, written with single quotes. */
  static String operations(String operations) {
    return quoted("{'operations':[" + operations + "]}");
  }

  static String quoted(String json) {
    return json.replace('\'', '"');
  }

  /** The document after these operations at {@code initialize}. */
  static RossumSimulator after(String operations) {
    RossumSimulator rossum = simulator(operations(operations));
    rossum.initialize();
    return rossum;
  }
}
