package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The document of the playground: the simulator that holds it, and what the pages see of it. Acts
 * wait for each other. What is seen does not wait: it is the view after the last act. Thread-safe.
 */
final class LiveDocument {
  private static final String RELOAD = "reload";
  private static final String GONE = "It was removed from the document meanwhile.";

  private final List<PlaygroundDocument> documents;
  private final Subject subject;
  private final LogLines log = LogLines.start();
  private final Pulse pulse = new Pulse();
  // Fair, so that requests come in the order of the acts.
  private final ReentrantLock turn = new ReentrantLock(true);
  // The turn guards these.
  private final RossumSimulator rossum;
  private Keys keys = new Keys();
  private Script script;
  private int opened;
  private int current;

  /** The test that failed with this document; null if none did. */
  private @Nullable FailedTestText failedTest;

  /** Whether the document was opened, or opened again, in this turn. */
  private boolean isReopened;

  /** How many exchanges there were before the last act. */
  private int exchangesBefore;

  /** How many exchanges the last act led to that led to any. */
  private int lastExchanges;

  private volatile PlaygroundDocument document;
  private volatile @Nullable View view;

  /** Creates a document that is not open yet. */
  LiveDocument(Subject subject, List<PlaygroundDocument> documents) {
    this.subject = subject;
    this.rossum = subject.rossum();
    this.documents = documents;
    this.document = documents.get(0);
    this.script = new Script(new Scenario(document.fixture(), rossum.queue(), List.of()));
  }

  Pulse pulse() {
    return pulse;
  }

  LogLines log() {
    return log;
  }

  /** Returns what the pages see. */
  View view() {
    return Objects.requireNonNull(view, "opened before the server starts");
  }

  /** Returns the open document as it was at first. */
  PlaygroundDocument document() {
    return document;
  }

  /** Returns the keys of the open document, for the thread that does the acts. */
  Keys keys() {
    return keys;
  }

  /** Returns the open document and all acts, without secrets. */
  Scenario scenario() {
    turn.lock();
    try {
      return HookSettings.in(script.scenario(), rossum.exchanges())
          .withoutSecrets(rossum::withoutSecrets);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Plays a scenario as a test will, and returns to where the document is.
   *
   * @param scenario the script without secrets
   * @throws IllegalStateException if an act does not fit the document then
   */
  Rehearsal rehearse(Scenario scenario) {
    AtomicReference<Rehearsal> rehearsal = new AtomicReference<>();
    ActResult result =
        done(
            "rehearsal",
            () -> {
              int position = script.position();
              try {
                forwardTo(script.size());
                rehearsal.set(Rehearsal.of(scenario, rossum));
              } finally {
                reopen();
                forwardTo(position);
              }
              return ActResult.DONE;
            });
    Rehearsal found = rehearsal.get();
    if (found == null) {
      throw new IllegalStateException(String.join(" ", result.refusals()));
    }
    return found;
  }

  /** Returns the extension, and what belongs to it. */
  Subject subject() {
    return subject;
  }

  /** Shows the document that the simulator has open. */
  void show(FailedTestText failed) {
    done(
        "open",
        () -> {
          failedTest = failed;
          opened++;
          isReopened = true;
          return ActResult.DONE;
        });
  }

  /** Opens one of the documents. */
  ActResult open(int index) {
    return open(documents.get(index), index);
  }

  /** Opens the document of a pasted text. */
  ActResult openPasted(String text) {
    try {
      return open(DocumentFiles.pasted(text), -1);
    } catch (IllegalArgumentException | PayloadException e) {
      return ActResult.misfit(String.valueOf(e.getMessage()));
    }
  }

  /** Opens the document that is open, as it was at first. */
  ActResult startOver() {
    return open(document, current);
  }

  private ActResult open(PlaygroundDocument next, int index) {
    return open(next, index, new Scenario(next.fixture(), rossum.queue(), List.of()));
  }

  /** Opens the document of a scenario, and does its acts. */
  ActResult open(PlaygroundDocument next, Scenario scenario) {
    return open(next, -1, scenario);
  }

  private ActResult open(PlaygroundDocument next, int index, Scenario scenario) {
    return done(
        "open",
        () -> {
          current = index;
          document = next;
          script = new Script(scenario);
          reopen();
          return forwardTo(scenario.acts().size());
        });
  }

  private void reopen() {
    keys = new Keys();
    opened++;
    isReopened = true;
    countFromHere();
    script.reopen(rossum);
  }

  /** Does what a user does, after the acts before it. */
  ActResult act(ActKind kind, JsonNode asked) {
    return done(
        kind.name(),
        () -> kind.asked(asked, rossum, keys).map(this::record).orElse(ActResult.misfit(GONE)));
  }

  ActResult act(Act act) {
    return done(act.name(), () -> record(act));
  }

  /** Does an act and keeps it. Rossum exports a confirmed document by itself. */
  private ActResult record(Act act) {
    ActResult result = script.add(act, rossum);
    if (act.kind() == Acts.CONFIRM && ScenarioPlayer.isToBeExported(rossum)) {
      script.add(Act.of(Acts.EXPORT), rossum);
    }
    return result;
  }

  /**
   * Goes to a step of the script: forward by doing acts, back by opening the document again and
   * doing the acts before.
   *
   * @param position the number of acts that are done then
   */
  ActResult goTo(int position) {
    return done(
        "step",
        () -> {
          if (position < 0 || position > script.size()) {
            return ActResult.misfit("There is no step " + position + ".");
          }
          if (position < script.position()) {
            reopen();
          }
          return forwardTo(position);
        });
  }

  private ActResult forwardTo(int position) {
    while (script.position() < position) {
      countFromHere();
      ActResult result = script.forward(rossum);
      if (!result.fits()) {
        return result;
      }
    }
    return ActResult.DONE;
  }

  /** Changes which build of the extension responds, after the acts before it. */
  void reload(Consumer<RossumSimulator> change) {
    done(
        RELOAD,
        () -> {
          change.accept(rossum);
          return ActResult.DONE;
        });
  }

  private ActResult done(String name, Supplier<ActResult> work) {
    turn.lock();
    try {
      countFromHere();
      isReopened = false;
      pulse.busy(name);
      ActResult result = ActResult.DONE;
      try {
        result = subject.inLoader(work);
      } catch (IllegalArgumentException | IllegalStateException e) {
        result = ActResult.misfit(String.valueOf(e.getMessage()));
      } finally {
        int exchanges = rossum.exchanges().size() - exchangesBefore;
        if (exchanges > 0 || isReopened) {
          lastExchanges = exchanges;
        }
        pulse.idle(publish(name));
      }
      return result;
    } finally {
      turn.unlock();
    }
  }

  /** Lets what is sent from now on count as that of the last act. */
  private void countFromHere() {
    exchangesBefore = rossum.exchanges().size();
  }

  /** Shows the document as it is now, and returns the version of the view. */
  private long publish(String act) {
    View last = view;
    Reload reload = subject.reload();
    Head head =
        new Head(
            documents.stream().map(PlaygroundDocument::name).toList(),
            current,
            document.name(),
            document.pages().size(),
            lastExchanges,
            reload == null ? null : reload.state().json(act.equals(RELOAD)),
            script.json(rossum),
            failedTest);
    long version = last == null ? 1 : last.version() + 1;
    view = ViewReader.read(rossum, keys, isReopened ? null : last, opened, version, head);
    return version;
  }

  /** Ends: pages and those who wait for the end are told. */
  void end() {
    pulse.end();
    log.close();
    subject.close();
  }
}
