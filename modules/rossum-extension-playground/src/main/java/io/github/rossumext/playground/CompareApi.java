package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the page asks about comparisons. Thread-safe. */
final class CompareApi {
  static final String PATH = "/api/compare";
  private static final String JSON = "application/json";
  private static final int MOST_BYTES = 10_000;

  private final @Nullable PageComparison comparison;

  /**
   * Creates it.
   *
   * @param comparison null if the playground was not opened for it
   */
  CompareApi(@Nullable PageComparison comparison) {
    this.comparison = comparison;
  }

  /** Responds with the choices and the last comparison; to POST, after starting or stopping one. */
  void handle(HttpExchange exchange) throws IOException {
    ObjectNode response = Json.object();
    if (comparison != null) {
      if (exchange.getRequestMethod().equals("POST")) {
        act(exchange, comparison, response);
      }
      response.setAll(comparison.json());
    }
    PageServer.respond(exchange, 200, JSON, Json.bytes(response));
  }

  private static void act(HttpExchange exchange, PageComparison comparison, ObjectNode response)
      throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    JsonNode json = Json.find(new String(body, StandardCharsets.UTF_8)).orElseGet(Json::object);
    if (json.path("stop").asBoolean()) {
      comparison.stop();
    } else {
      comparison
          .start(json.path("folder").asText(), json.path("with").asInt())
          .forEach(response.putArray("refusals")::add);
    }
  }
}
