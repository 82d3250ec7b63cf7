package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.testkit.simulator.Blocker;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.FieldChange;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The law that a second request changes nothing. A request that arrives again must find nothing to
 * change, block automation for the same reasons, and say nothing new. What it no longer says may
 * have been about its own changes. From then on, nothing may differ. Not thread-safe.
 */
final class Idempotence {
  private static final Set<String> RETRIED = Set.of("initialize", "export");

  private final RossumSimulator rossum;
  private final Story story;

  Idempotence(RossumSimulator rossum, Story story) {
    this.rossum = rossum;
    this.story = story;
  }

  void check(Outcome first) {
    if (first.exchanges().stream().noneMatch(Idempotence::isContent)) {
      return;
    }
    boolean isRetried = RETRIED.contains(first.step());
    String what = isRetried ? "The request of " + first.step() : "A validation without a change";
    List<String> blockers = blockers();

    Outcome second = again(isRetried);
    requireNoChange(
        second,
        isRetried
            ? what + " changes more when it arrives again."
            : what + " changes the document.");
    if (isRetried) {
      requireSame("automation blockers", blockers, blockers(), what + " blocks automation");
      requireNothingNew(first, second, what);
    }

    blockers = blockers();
    Outcome third = again(isRetried);
    requireNoChange(third, what + " changes the document when it arrives once more.");
    requireSame("automation blockers", blockers, blockers(), what + " blocks automation");
    requireSame("messages", said(second), said(third), what + " shows messages");
  }

  private Outcome again(boolean isRetried) {
    story.also(isRetried ? "rossum.repeat();" : "rossum.validate();");
    return isRetried ? rossum.repeat() : rossum.validate();
  }

  private static boolean isContent(Exchange exchange) {
    return exchange.eventAndAction().startsWith("annotation_content.");
  }

  private void requireNoChange(Outcome again, String why) {
    List<FieldChange> changes =
        again.exchanges().stream().flatMap(exchange -> exchange.changes().stream()).toList();
    if (!changes.isEmpty()) {
      throw story.error(why, null);
    }
  }

  private void requireSame(String what, List<String> before, List<String> now, String does) {
    if (!before.equals(now)) {
      throw story.error(
          does + " differently the next time.\n  " + what + ": " + before + "\n  then: " + now,
          null);
    }
  }

  private void requireNothingNew(Outcome first, Outcome second, String what) {
    List<String> more = new ArrayList<>(said(second));
    said(first).forEach(more::remove);
    if (!more.isEmpty()) {
      throw story.error(what + " says something new when it arrives again: " + more, null);
    }
  }

  private List<String> blockers() {
    return rossum.blockers().stream()
        .filter(blocker -> blocker.type() == Blocker.Type.EXTENSION)
        .map(Blocker::toString)
        .sorted()
        .toList();
  }

  /** Returns the messages of the responses, with the ids of their fields. */
  private static List<String> said(Outcome outcome) {
    return outcome.exchanges().stream()
        // The message of a request that failed names the request.
        .filter(Exchange::isSuccess)
        .flatMap(exchange -> exchange.messages().stream())
        .map(Idempotence::said)
        .sorted()
        .toList();
  }

  private static String said(ShownMessage message) {
    return message.type()
        + (message.datapointId().isPresent()
            ? " on " + message.path() + " (" + message.datapointId().getAsLong() + ")"
            : "")
        + ": "
        + message.markup();
  }
}
