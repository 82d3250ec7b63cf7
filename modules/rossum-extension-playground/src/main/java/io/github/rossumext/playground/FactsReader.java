package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.api.ApiExchange;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.Blocker;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.FileDecision;
import io.github.rossumext.testkit.simulator.ImportDecision;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.value.Option;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what two builds of an extension are compared by, without secrets and without the ids of
 * requests. Not thread-safe.
 */
final class FactsReader {
  /** Where a stub listens, which differs each time. */
  private static final Pattern STUB = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  /** How the library names a request to a user. Each request has another id. */
  private static final Pattern REQUEST = Pattern.compile("\\(request [0-9a-f-]{36}\\)");

  private final RossumSimulator rossum;
  private final int callsBefore;
  private final Facts facts = new Facts();

  private FactsReader(RossumSimulator rossum) {
    this(rossum, 0);
  }

  private FactsReader(RossumSimulator rossum, int callsBefore) {
    this.rossum = rossum;
    this.callsBefore = callsBefore;
  }

  /** Returns the facts of the open document, and those of all exchanges that are remembered. */
  static Facts ofDocument(RossumSimulator rossum) {
    FactsReader reader = new FactsReader(rossum);
    reader.document();
    return reader.facts;
  }

  /** Returns what a user sees of the open document. */
  static Facts ofScreen(RossumSimulator rossum) {
    FactsReader reader = new FactsReader(rossum);
    reader.screen();
    return reader.facts;
  }

  private void screen() {
    add("status", "", rossum.status().value());
    rossum.fields().forEach(this::field);
    for (ShownMessage message : rossum.messages()) {
      add("message", message.path(), message.type() + ": " + message.text());
    }
  }

  private void document() {
    screen();
    automation();
    problems();
    responses(rossum.exchanges());
  }

  /**
   * Returns the facts of the open document after an act, and whether the act was done.
   *
   * @param callsBefore how often the extension had called Rossum before the act
   */
  static Facts afterAct(RossumSimulator rossum, ActResult result, int callsBefore) {
    FactsReader reader = new FactsReader(rossum, callsBefore);
    result.refusals().forEach(reason -> reader.add("refused", "", reason));
    reader.document();
    return reader.facts;
  }

  /** Returns the facts of an import. */
  static Facts ofImport(RossumSimulator rossum, ImportDecision decision) {
    FactsReader reader = new FactsReader(rossum);
    Stream.concat(decision.files().stream(), decision.additionalFiles().stream())
        .forEach(reader::file);
    decision.originalSender().ifPresent(sender -> reader.add("sender", "", sender.toString()));
    reader.problems();
    reader.responses(decision.exchanges());
    return reader.facts;
  }

  /** Returns the facts of exchanges that change no document: the whole responses. */
  static Facts ofResponses(RossumSimulator rossum, List<Exchange> exchanges) {
    FactsReader reader = new FactsReader(rossum);
    reader.responses(exchanges);
    exchanges.forEach(one -> reader.body(one));
    return reader.facts;
  }

  private void add(String kind, String path, String text) {
    facts.add(kind, path, REQUEST.matcher(rossum.withoutSecrets(text)).replaceAll("(request …)"));
  }

  private void field(SimulatedField field) {
    String path = field.path();
    if (!field.isButton()) {
      add("field", path, field.text());
    }
    if (field.isHidden()) {
      add("hidden", path, "hidden");
    }
    if (!field.options().isEmpty()) {
      add("options", path, options(field.options()));
    }
    if (!field.validationSources().isEmpty()) {
      add("validated by", path, field.validationSources().toString());
    }
  }

  private static String options(List<Option> options) {
    return options.stream()
        .map(option -> option.value() + " " + option.label())
        .collect(Collectors.joining(", "));
  }

  /** A document of one level is automated at the levels after it, too. */
  private void automation() {
    boolean isConfident = rossum.automation(AutomationLevel.CONFIDENT).isAutomated();
    boolean isAlways = rossum.automation(AutomationLevel.ALWAYS).isAutomated();
    add("automation", "", isConfident ? "confident" : isAlways ? "always" : "never");
    for (Blocker blocker : rossum.automation(AutomationLevel.CONFIDENT).blockers()) {
      add("blocker", blocker.path(), blocker.type() + ": " + blocker.text());
    }
  }

  private void problems() {
    rossum.problems().forEach(one -> add("problem", "", one.toString()));
  }

  private void responses(List<Exchange> exchanges) {
    String last = "";
    for (Exchange exchange : exchanges) {
      String status =
          exchange.status().isPresent() ? String.valueOf(exchange.status().getAsInt()) : "none";
      // One that is repeated in vain is told once.
      if (exchange.attempt() == 1 || !status.equals(last)) {
        add(Facts.RESPONSE, exchange.eventAndAction(), status);
        exchange
            .exception()
            .ifPresent(
                thrown -> // lines of code differ between builds that do the same
                add(Facts.EXCEPTION, exchange.eventAndAction(), StackTraces.withoutPlace(thrown)));
      }
      last = status;
    }
    RossumApiStub.exchangesOf(rossum).stream().skip(callsBefore).forEach(this::call);
  }

  /** A call that changes something at Rossum. */
  private void call(ApiExchange call) {
    if (!call.method().equals("GET")) {
      String body = new String(call.requestBody(), StandardCharsets.UTF_8);
      String text =
          call.isAboutSecrets()
              ? "left out, because it may hold a secret"
              : Json.find(body)
                  .map(JsonNode::toString)
                  .orElse(call.requestBody().length + " bytes that are not JSON");
      add("call", call.methodAndPath(), STUB.matcher(text).replaceAll(""));
    }
  }

  private void body(Exchange exchange) {
    String response = exchange.response();
    JsonNode json = Json.find(response).orElse(null);
    if (json == null) {
      add("body", "", response);
    } else {
      values("", json);
    }
  }

  /** Each value of the response by its pointer, so that the order of keys does not matter. */
  private void values(String pointer, JsonNode json) {
    if (json.isContainerNode() && !json.isEmpty()) {
      if (json.isArray()) {
        for (int i = 0; i < json.size(); i++) {
          values(pointer + "/" + i, json.get(i));
        }
      } else {
        json.properties().forEach(one -> values(pointer + "/" + one.getKey(), one.getValue()));
      }
    } else {
      add("body", pointer, json.toString());
    }
  }

  private void file(FileDecision file) {
    add("file", file.name(), file.isFailed() ? "failed" : file.isImported() ? "imported" : "no");
    new TreeMap<>(file.values())
        .forEach((id, value) -> add("value", file.name() + " " + id, value));
    file.messages()
        .forEach(message -> add("message", file.name(), message.type() + ": " + message.text()));
  }
}
