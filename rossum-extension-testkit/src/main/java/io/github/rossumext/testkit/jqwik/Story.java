package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.internal.help.QuietLog;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A conversation that runs step by step, and is shown if a law is broken. */
final class Story {
  private final RossumSimulator rossum;
  private final Conversation conversation;
  private final int before;
  private final List<Step> done = new ArrayList<>();
  private final List<String> also = new ArrayList<>();

  Story(RossumSimulator rossum, Conversation conversation) {
    this.rossum = rossum;
    this.conversation = conversation;
    this.before = rossum.exchanges().size();
  }

  void run(Consumer<Outcome> check) {
    QuietLog.during(() -> runAll(check));
  }

  private void runAll(Consumer<Outcome> check) {
    rossum.open(conversation.document());
    List<Outcome> outcomes = new ArrayList<>();
    for (Step step : conversation.all()) {
      Optional<Outcome> outcome = step.in(rossum);
      if (outcome.isPresent()) {
        done.add(step);
        also.clear();
        outcomes.add(outcome.get());
        check.accept(outcome.get());
      }
    }
    Reached.add(conversation, outcomes);
    requireTried();
  }

  private void requireTried() {
    List<Exchange> tried =
        said().stream()
            .filter(one -> one.eventAndAction().startsWith("annotation_content."))
            .toList();
    if (tried.isEmpty()) {
      throw error(
          "The extension got no request about content, so the law was not tried. Register it for"
              + " actions of annotation_content.",
          null);
    }
    if (tried.stream().noneMatch(Exchange::isSuccess)) {
      throw error("All requests about content failed, so the law was not tried.", null);
    }
  }

  /** Adds the code of a step that a law adds to the conversation. */
  void also(String code) {
    also.add(code);
  }

  AssertionError error(String why, @Nullable Throwable cause) {
    StringBuilder story = new StringBuilder(why);
    story.append("\n\nThis repeats it:\n\n").append(indented(conversation.code(done)));
    also.forEach(code -> story.append("\n  ").append(code));
    story.append("\n\nWhat was said:\n");
    for (Exchange exchange : said()) {
      story.append('\n').append(indented(exchange.describe().stripTrailing()));
    }
    return new AssertionError(story.append('\n').toString(), cause);
  }

  /** Returns the exchanges, of each request the last attempt. */
  private List<Exchange> said() {
    List<Exchange> all = rossum.exchanges().subList(before, rossum.exchanges().size());
    List<Exchange> last = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i + 1 == all.size() || all.get(i + 1).attempt() <= all.get(i).attempt()) {
        last.add(all.get(i));
      }
    }
    return last;
  }

  private static String indented(String text) {
    return "  " + text.replace("\n", "\n  ");
  }
}
