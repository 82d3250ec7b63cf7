package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.api.ApiExchange;
import io.github.rossumext.testkit.simulator.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A call-back of the extension that the API stub has answered, as the inspector shows it. The
 * journal does not keep the token. Bodies are without the secrets of the request during which the
 * extension called.
 */
final class CallJson {
  /** The number of call-backs that the page gets, and of characters of a body. */
  private static final int MOST = 100;

  private static final int MOST_CHARACTERS = 100_000;

  private CallJson() {}

  /** Returns the last call-backs, each with the number of the exchange that it belongs to. */
  static ArrayNode list(List<ApiExchange> calls, List<Exchange> exchanges) {
    ArrayNode list = Json.object().putArray("calls");
    for (int i = Math.max(0, calls.size() - MOST); i < calls.size(); i++) {
      list.add(summary(i, calls.get(i), exchanges));
    }
    return list;
  }

  private static ObjectNode summary(int number, ApiExchange call, List<Exchange> exchanges) {
    int around = around(call, exchanges);
    ObjectNode json = Json.object();
    json.put("number", number);
    json.put("exchange", around);
    json.put("isLate", around >= 0 && call.receivedAt().isAfter(exchanges.get(around).endedAt()));
    json.put("method", call.method());
    json.put("path", clean(call.path(), around, exchanges));
    json.put("query", clean(call.query(), around, exchanges));
    json.put("status", call.status().orElse(0));
    json.put("milliseconds", call.duration().toMillis());
    json.put("responseBytes", call.responseBody().length);
    json.put("fault", call.fault());
    return json;
  }

  /** Returns the bodies. */
  static ObjectNode detail(ApiExchange call, List<Exchange> exchanges) {
    ObjectNode json = Json.object();
    json.put("request", body(call, call.requestBody(), exchanges));
    json.put("response", body(call, call.responseBody(), exchanges));
    return json;
  }

  private static String body(ApiExchange call, byte[] body, List<Exchange> exchanges) {
    if (body.length == 0) {
      return "";
    }
    if (call.isAboutSecrets()) {
      return "Left out, because it may hold a password, a token or the secrets of a hook.";
    }
    Optional<JsonNode> json = Json.find(new String(body, StandardCharsets.UTF_8));
    if (json.isEmpty()) {
      return body.length + " bytes that are not JSON";
    }
    String text = clean(json.get().toPrettyString(), around(call, exchanges), exchanges);
    return text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, MOST_CHARACTERS)
            + "\n… "
            + (text.length() - MOST_CHARACTERS)
            + " characters more";
  }

  private static String clean(String text, int around, List<Exchange> exchanges) {
    return around < 0 ? text : exchanges.get(around).withoutSecrets(text);
  }

  /** Returns the number of the last exchange that had begun when the extension called; or -1. */
  private static int around(ApiExchange call, List<Exchange> exchanges) {
    int last = -1;
    for (int i = 0; i < exchanges.size(); i++) {
      Exchange exchange = exchanges.get(i);
      boolean hasBegun = !exchange.sentAt().isAfter(call.receivedAt());
      // Exchanges are in the order in which they ended: one may be within another.
      if (hasBegun && (last < 0 || !exchange.sentAt().isBefore(exchanges.get(last).sentAt()))) {
        last = i;
      }
    }
    return last;
  }
}
