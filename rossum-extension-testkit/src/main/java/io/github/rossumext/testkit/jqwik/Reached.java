package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.JqwikException;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * The count of what the conversations of a property reached. jqwik reports how far they got. Not
 * thread-safe.
 */
final class Reached {
  private static final String CONTENT = "annotation_content.";
  private static final String REPORT = "furthest step of a conversation";

  private final Map<String, Integer> conversationsByAction = new HashMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final Map<String, Integer> furthest = new TreeMap<>();
  private @Nullable Conversation last;

  /** Adds a conversation to the counts of the property that runs; does nothing outside of jqwik. */
  static void add(Conversation conversation, List<Outcome> outcomes) {
    try {
      Reached reached = ofProperty();
      // Several laws run the same conversation.
      if (reached.last != conversation) {
        reached.last = conversation;
        Statistics.label(REPORT).collect(reached.add(outcomes));
      }
    } catch (JqwikException e) {
      // A conversation that runs in a test of another framework has no property to be counted for.
    }
  }

  /** Returns the counts of the property that runs. */
  static Reached ofProperty() {
    return Store.getOrCreate(Reached.class, Lifespan.PROPERTY, Reached::new).get();
  }

  /** Adds a conversation and returns its furthest step. */
  String add(List<Outcome> outcomes) {
    Set<String> actions = new HashSet<>();
    for (Outcome outcome : outcomes) {
      if (outcome.step().equals("click") && outcome.isAccepted()) {
        actions.add("click");
      }
      for (Exchange exchange : outcome.exchanges()) {
        if (exchange.eventAndAction().startsWith(CONTENT)) {
          actions.add(exchange.eventAndAction().substring(CONTENT.length()));
        }
      }
      if (outcome.step().equals("confirm")) {
        outcome.refusals().forEach(reason -> refusals.merge(reason, 1, Integer::sum));
      }
    }
    actions.forEach(action -> conversationsByAction.merge(action, 1, Integer::sum));
    String step = furthest(outcomes);
    furthest.merge(step, 1, Integer::sum);
    return step;
  }

  private static String furthest(List<Outcome> outcomes) {
    if (isDone(outcomes, "export")) {
      return "export";
    } else if (isDone(outcomes, "confirm")) {
      return "confirm";
    } else if (outcomes.stream().anyMatch(outcome -> outcome.step().equals("confirm"))) {
      return "confirm refused";
    }
    return outcomes.size() > 1 ? "review" : "initialize";
  }

  private static boolean isDone(List<Outcome> outcomes, String action) {
    return outcomes.stream()
        .anyMatch(outcome -> outcome.step().equals(action) && outcome.isAccepted());
  }

  /** Returns the number of conversations that sent a request with this action. */
  int conversations(String action) {
    return conversationsByAction.getOrDefault(action, 0);
  }

  /** Returns how far the conversations got, and what kept most of them from being confirmed. */
  String describe() {
    int all = furthest.values().stream().mapToInt(Integer::intValue).sum();
    StringBuilder text = new StringBuilder("The furthest steps of " + all + " conversations:");
    furthest.forEach((step, count) -> text.append("\n  ").append(step).append(": ").append(count));
    if (!refusals.isEmpty()) {
      text.append("\nWhat most often refused to confirm:");
      refusals.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .limit(3)
          .forEach(
              entry ->
                  text.append("\n  ")
                      .append(entry.getValue())
                      .append(" times: ")
                      .append(entry.getKey()));
    }
    return text.toString();
  }
}
