package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.simulator.AppliedOperation;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.FieldChange;
import io.github.rossumext.testkit.simulator.Poll;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.List;
import java.util.function.UnaryOperator;

/** An exchange as the inspector shows it, without token and secrets. */
final class ExchangeJson {
  /** The number of characters of a body, and of entries in a list, that a page can show. */
  private static final int MOST_CHARACTERS = 200_000;

  private static final int MOST_ENTRIES = 500;

  private ExchangeJson() {}

  /**
   * Returns the line in the list.
   *
   * @param number its index among all exchanges
   */
  static ObjectNode summary(int number, Exchange exchange, UnaryOperator<String> withoutSecrets) {
    ObjectNode json = Json.object();
    json.put("number", number);
    json.put("event", exchange.eventAndAction());
    json.put("hook", exchange.hook());
    json.put("cause", withoutSecrets.apply(exchange.cause()));
    json.put("attempt", exchange.attempt());
    exchange.status().ifPresent(status -> json.put("status", status));
    json.put("isSuccess", exchange.isSuccess());
    if (exchange.exception().isPresent() || !exchange.isSuccess()) {
      json.put("failure", failure(exchange));
    }
    ArrayNode polls = json.putArray("polls");
    for (Poll poll : exchange.polls()) {
      ObjectNode line = polls.addObject();
      line.put("after", poll.after().toSeconds());
      poll.status().ifPresent(status -> line.put("status", status));
      line.put("milliseconds", poll.duration().toMillis());
      line.put("responseBytes", poll.responseSizeInBytes());
    }
    json.put("milliseconds", exchange.duration().toMillis());
    json.put("requestBytes", exchange.requestSizeInBytes());
    json.put("responseBytes", exchange.responseSizeInBytes());
    json.put("changes", exchange.changes().size());
    json.put("messages", exchange.messages().size());
    json.put("problems", exchange.problems().size());
    json.put("hasException", exchange.exception().isPresent());
    return json;
  }

  /** Returns in a sentence why an exchange failed. */
  static String failure(Exchange exchange) {
    return exchange
        .exception()
        .map(thrown -> exchange.withoutSecrets(StackTraces.inOneLine(thrown)))
        .orElseGet(
            () ->
                exchange.problems().stream()
                    .filter(problem -> problem.kind() == Problem.Kind.REQUEST)
                    .map(problem -> exchange.withoutSecrets(problem.text()))
                    .findFirst()
                    .map(text -> text + meaningOf(exchange.status().orElse(0)))
                    .orElseGet(() -> lost(exchange.failure())));
  }

  /** Returns what a status means that needs an explanation; {@code ""} for others. */
  private static String meaningOf(int status) {
    return status == 401
        ? " The endpoint does not know the secret that the playground signs with. Give both the"
            + " same secret."
        : "";
  }

  /** Returns why a request got no response because of a delivery fault. */
  private static String lost(String why) {
    return why.isEmpty()
        ? "The request failed."
        : "No response: " + why.replace("as the delivery fault says", "as you asked") + ".";
  }

  /** Returns whether the extension failed: it is not to blame for a response that got lost. */
  static boolean isFailed(Exchange exchange) {
    boolean isLost = !exchange.failure().isEmpty() && exchange.problems().isEmpty();
    return exchange.exception().isPresent() || (!exchange.isSuccess() && !isLost);
  }

  /** Returns everything about an exchange. */
  static ObjectNode detail(int number, Exchange exchange, LogLines log) {
    ObjectNode json = summary(number, exchange, exchange::withoutSecrets);
    json.put("request", cut(exchange.requestWithoutSecrets()));
    json.put("response", cut(exchange.responseWithoutSecrets()));
    exchange
        .exception()
        .ifPresent(
            thrown -> json.put("exception", exchange.withoutSecrets(StackTraces.of(thrown))));
    changes(json.putArray("changed"), exchange);
    ArrayNode operations = json.putArray("operations");
    for (AppliedOperation operation : start(exchange.operations())) {
      operations
          .addObject()
          .put("op", operation.op())
          .put("path", operation.path())
          .put("json", exchange.withoutSecrets(operation.json().text()));
    }
    ArrayNode messages = json.putArray("said");
    for (ShownMessage message : start(exchange.messages())) {
      messages
          .addObject()
          .put("type", message.type().value())
          .put("path", message.path())
          .put("text", exchange.withoutSecrets(message.text()));
    }
    blockers(json.putArray("blockers"), exchange);
    ArrayNode problems = json.putArray("refused");
    start(exchange.problems())
        .forEach(problem -> problems.add(exchange.withoutSecrets(problem.toString())));
    json.put("logIsKnown", log.isKnown());
    ArrayNode lines = json.putArray("log");
    log.between(exchange.sentAt(), exchange.endedAt())
        .forEach(line -> lines.add(exchange.withoutSecrets(line)));
    return json;
  }

  private static void changes(ArrayNode changes, Exchange exchange) {
    for (FieldChange change : start(exchange.changes())) {
      changes
          .addObject()
          .put("path", change.path())
          .put("part", change.part())
          .put("before", exchange.withoutSecrets(change.before()))
          .put("after", exchange.withoutSecrets(change.after()));
    }
  }

  private static void blockers(ArrayNode blockers, Exchange exchange) {
    JsonNode said =
        Json.find(exchange.response())
            .map(response -> response.path("automation_blockers"))
            .orElseGet(Json::object);
    for (JsonNode blocker : said) {
      blockers.add(exchange.withoutSecrets(blocker.path("content").asText()));
    }
  }

  private static <T> List<T> start(List<T> list) {
    return list.subList(0, Math.min(list.size(), MOST_ENTRIES));
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, MOST_CHARACTERS)
            + "\n… "
            + (text.length() - MOST_CHARACTERS)
            + " characters more: copy it as a fixture.";
  }
}
