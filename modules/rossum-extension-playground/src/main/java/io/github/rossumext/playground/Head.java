package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.simulator.Automation;
import io.github.rossumext.testkit.simulator.Blocker;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedMultivalue;
import io.github.rossumext.testkit.simulator.SimulatedNode;
import io.github.rossumext.testkit.simulator.SimulatedSection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The small parts of the view: what is around the fields. Lists are cut, because a table may have
 * thousands of errors.
 *
 * @param documents the names of the documents that the page offers
 * @param current the index of the open one; -1 if it was pasted
 * @param pages the number of page images
 * @param newExchanges how many exchanges the last act led to that led to any
 * @param build which build of the extension responds; null if it was passed in
 * @param scenario what was done so far
 * @param failedTest the test that failed with the document; null if none did
 */
record Head(
    List<String> documents,
    int current,
    String name,
    int pages,
    int newExchanges,
    @Nullable ObjectNode build,
    ObjectNode scenario,
    @Nullable FailedTestText failedTest) {
  private static final int MOST = 100;

  ObjectNode read(RossumSimulator rossum, Keys keys) {
    AnnotationStatus status = rossum.status();
    ObjectNode head = Json.object();
    head.put("name", name);
    head.put("fileName", rossum.withoutSecrets(rossum.fileName().orElse("")));
    ArrayNode names = head.putArray("documents");
    documents.forEach(names::add);
    head.put("current", current);
    head.put("pages", pages);
    head.put("status", status.value());
    head.put("isEditable", status.equals(AnnotationStatus.REVIEWING));
    if (build != null) {
      head.set("build", build);
    }
    messages(head, rossum, keys);
    automation(head.putObject("automation"), rossum, keys);
    problems(head, rossum);
    List<Exchange> exchanges = rossum.exchanges();
    exchanges(head, exchanges, rossum);
    head.put("exchangeCount", exchanges.size());
    head.set("handled", EventActs.handled(rossum));
    head.put("clock", rossum.clock().instant().toString());
    failures(head.putArray("failures"), exchanges);
    sums(head.putObject("sums"), rossum, keys);
    head.set("scenario", scenario);
    if (failedTest != null) {
      head.putObject("failedTest")
          .put("name", failedTest.name())
          .put("text", rossum.withoutSecrets(failedTest.text()));
    }
    return head;
  }

  private static void messages(ObjectNode head, RossumSimulator rossum, Keys keys) {
    ArrayNode banner = head.putArray("banner");
    ArrayNode errors = head.putArray("errors");
    int count = 0;
    for (ShownMessage message : rossum.messages()) {
      if (message.datapointId().isEmpty() && banner.size() < MOST) {
        banner
            .addObject()
            .put("type", message.type().value())
            .put("markup", rossum.withoutSecrets(message.markup()));
      }
      if (message.isError() && count++ < MOST) {
        errors
            .addObject()
            .put("key", key(message.datapointId(), keys))
            .put("text", rossum.withoutSecrets(message.text()));
      }
    }
    head.put("errorCount", count);
  }

  private static int key(OptionalLong id, Keys keys) {
    return id.isPresent() ? keys.of(id.getAsLong()) : 0;
  }

  private static void automation(ObjectNode json, RossumSimulator rossum, Keys keys) {
    Automation automation = rossum.automation();
    json.put("level", automation.level().name().toLowerCase(Locale.ROOT));
    json.put("wouldBe", automation.isAutomated());
    json.put("was", rossum.isAutomated());
    json.put("count", automation.blockers().size());
    ArrayNode blockers = json.putArray("blockers");
    for (Blocker blocker : automation.blockers()) {
      if (blockers.size() < MOST) {
        blockers
            .addObject()
            .put("type", blocker.type().value())
            .put("key", key(blocker.datapointId(), keys))
            .put("path", blocker.path())
            .put("text", rossum.withoutSecrets(blocker.text()));
      }
    }
  }

  private static void problems(ObjectNode head, RossumSimulator rossum) {
    List<Problem> all = rossum.problems();
    head.put("problemCount", all.size());
    ArrayNode problems = head.putArray("problems");
    for (Problem problem : all.subList(Math.max(0, all.size() - MOST), all.size())) {
      problems
          .addObject()
          .put("kind", problem.kind().name().toLowerCase(Locale.ROOT))
          .put("source", problem.source())
          .put("text", rossum.withoutSecrets(problem.text()));
    }
  }

  private static void exchanges(ObjectNode head, List<Exchange> all, RossumSimulator rossum) {
    ArrayNode exchanges = head.putArray("exchanges");
    for (int i = Math.max(0, all.size() - MOST); i < all.size(); i++) {
      exchanges.add(ExchangeJson.summary(i, all.get(i), rossum::withoutSecrets));
    }
  }

  /** What failed in the last act that led to a request, so that the author sees it at once. */
  private void failures(ArrayNode failures, List<Exchange> all) {
    for (int i = Math.max(0, all.size() - newExchanges); i < all.size(); i++) {
      Exchange exchange = all.get(i);
      if (ExchangeJson.isFailed(exchange)) {
        failures.addObject().put("exchange", i).put("text", ExchangeJson.failure(exchange));
      }
    }
  }

  private static void sums(ObjectNode sums, RossumSimulator rossum, Keys keys) {
    for (SimulatedSection section : rossum.sections()) {
      for (SimulatedNode node : section.children()) {
        if (node instanceof SimulatedMultivalue table && table.isTable()) {
          ObjectNode columns = Json.object();
          table
              .columns()
              .forEach(column -> table.sum(column).ifPresent(sum -> columns.put(column, sum)));
          if (!columns.isEmpty()) {
            sums.set(String.valueOf(keys.of(table.id())), columns);
          }
        }
      }
    }
  }
}
