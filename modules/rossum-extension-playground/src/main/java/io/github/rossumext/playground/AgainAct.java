package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * The last request of an event arrives a second time, as Rossum delivers it again if it got no
 * response. An event for which a user waits is not delivered again: it is a new request with the
 * document as it is now.
 */
record AgainAct() implements ActKind {
  private static final String EVENT = "event";
  private static final String CONTENT = "annotation_content.";

  /** The events about content that no user waits for. */
  private static final Set<String> REPEATED = Set.of(CONTENT + "initialize", CONTENT + "export");

  @Override
  public String name() {
    return "again";
  }

  @Override
  public List<String> arguments() {
    return List.of(EVENT);
  }

  @Override
  public ActResult run(RossumSimulator rossum, Act act) {
    String event = act.text(EVENT);
    Exchange first = last(rossum, event);
    int before = rossum.exchanges().size();
    ObjectNode report = Json.object();
    report.put("act", name());
    report.put("event", event);
    report.put("isHandled", true);
    List<String> refusals = send(rossum, event, first, report);
    List<Exchange> all = rossum.exchanges();
    ArrayNode numbers = report.putArray("exchanges");
    for (int i = before; i < all.size(); i++) {
      numbers.add(i);
    }
    if (all.size() > before) {
      report.put("isSame", last(rossum, event).response().equals(first.response()));
    }
    return new ActResult(refusals, true).withReport(report);
  }

  private static List<String> send(
      RossumSimulator rossum, String event, Exchange first, ObjectNode report) {
    if (!event.startsWith(CONTENT)) {
      byte[] body = first.request().getBytes(StandardCharsets.UTF_8);
      OtherEvents.send(rossum, Fixture.of(body), report);
      return List.of();
    }
    String latest =
        rossum.exchanges().stream()
            .map(Exchange::eventAndAction)
            .filter(name -> name.startsWith(CONTENT))
            .reduce((one, next) -> next)
            .orElse("");
    if (!latest.equals(event)) {
      throw new IllegalArgumentException(
          "After " + event + ", the document was validated by " + latest + ". Send a new request.");
    }
    boolean isRepeated = REPEATED.contains(event);
    report.put("isNew", !isRepeated);
    Outcome outcome = isRepeated ? rossum.deliverAgain() : rossum.repeat();
    return outcome.refusals();
  }

  private static Exchange last(RossumSimulator rossum, String event) {
    return rossum.exchanges().stream()
        .filter(exchange -> exchange.eventAndAction().equals(event))
        .reduce((one, next) -> next)
        .orElseThrow(
            () -> new IllegalArgumentException("No request of " + event + " was sent yet."));
  }

  @Override
  public String inWords(Act act) {
    return "Deliver " + act.text(EVENT) + " again";
  }

  @Override
  public JavaStep inJava(Act act) {
    String event = act.text(EVENT);
    if (event.startsWith(CONTENT)) {
      return JavaStep.outcome(REPEATED.contains(event) ? "deliverAgain()" : "repeat()");
    }
    String method =
        switch (event) {
          case "email.received" -> "receive";
          case "upload.created" -> "upload";
          case "invocation.scheduled" -> "schedule";
          case "invocation.manual" -> "invoke";
          default -> "changeStatus";
        };
    return new JavaStep(
        "rossum."
            + method
            + "(Fixture.of(rossum.exchanges().stream().filter(exchange -> "
            + "exchange.eventAndAction().equals("
            + JavaText.literal(event)
            + ")).reduce((one, next) -> next).orElseThrow()"
            + ".request().getBytes(StandardCharsets.UTF_8)))",
        false,
        List.of(Fixture.class.getName(), StandardCharsets.class.getName()));
  }
}
