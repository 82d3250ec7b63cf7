package io.github.rossumext.playground;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The document of the playground: the simulator that holds it, and what the pages see of it. Acts
 * wait for each other. What is seen does not wait: it is the view after the last act. Thread-safe.
 */
final class LiveDocument {
  private static final String RELOAD = "reload";

  private final List<PlaygroundDocument> documents;
  private final Subject subject;
  private final LogLines log = LogLines.start();
  private final Pulse pulse = new Pulse();
  // Fair, so that requests come in the order of the acts.
  private final ReentrantLock turn = new ReentrantLock(true);
  // The turn guards these.
  private final RossumSimulator rossum;
  private Keys keys = new Keys();
  private int opened;
  private int current;

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

  /** Returns the image of a page, from 1; empty if the document does not bring it. */
  Optional<Path> page(int number) {
    List<Path> pages = document.pages();
    return number < 1 || number > pages.size()
        ? Optional.empty()
        : Optional.of(pages.get(number - 1));
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
      return ActResult.refused(String.valueOf(e.getMessage()));
    }
  }

  /** Opens the document that is open, as it was at first. */
  ActResult startOver() {
    return open(document, current);
  }

  private ActResult open(PlaygroundDocument next, int index) {
    return done(
        "open",
        true,
        () -> {
          rossum.open(next.fixture());
          keys = new Keys();
          opened++;
          current = index;
          document = next;
          arrive(next);
          return ActResult.DONE;
        });
  }

  /** Lets happen what happens in Rossum until a user sees the document. */
  private void arrive(PlaygroundDocument next) {
    HookAction action = next.fixture().payload(ContentPayload.class).action();
    if (action.equals(HookAction.INITIALIZE)) {
      rossum.initialize();
      Acts.exportIfConfirmed(rossum);
      if (!rossum.isAutomated()) {
        rossum.start();
      }
    } else if (action.equals(HookAction.STARTED)) {
      rossum.start();
    } else {
      rossum.deliver(next.fixture());
    }
  }

  /** Does what a user does, after the acts before it. */
  ActResult act(String name, Act act) {
    return done(name, false, () -> act.on(rossum, keys));
  }

  /** Changes which build of the extension responds, after the acts before it. */
  void reload(Consumer<RossumSimulator> change) {
    done(
        RELOAD,
        false,
        () -> {
          change.accept(rossum);
          return ActResult.DONE;
        });
  }

  /** Returns what loads the extension again; empty if the endpoint was passed in. */
  Optional<Reload> builds() {
    return Optional.ofNullable(subject.reload());
  }

  /** Returns what compares builds; empty if the playground was not opened for it. */
  Optional<PageComparison> comparison() {
    return Optional.ofNullable(subject.comparison());
  }

  private interface Work {
    ActResult run();
  }

  private ActResult done(String name, boolean isOpening, Work work) {
    turn.lock();
    try {
      int before = rossum.exchanges().size();
      pulse.busy(name);
      ActResult result = ActResult.DONE;
      try {
        result = inLoaderOfExtension(work);
      } catch (IllegalArgumentException | IllegalStateException e) {
        result = ActResult.refused(String.valueOf(e.getMessage()));
      } finally {
        int exchanges = rossum.exchanges().size() - before;
        if (exchanges > 0 || isOpening) {
          lastExchanges = exchanges;
        }
        pulse.idle(publish(name, isOpening));
      }
      return result;
    } finally {
      turn.unlock();
    }
  }

  /** Threads of an extension look for its classes in the class loader of the thread. */
  private ActResult inLoaderOfExtension(Work work) {
    Reload reload = subject.reload();
    if (reload == null) {
      return work.run();
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(reload.loader());
    try {
      return work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Shows the document as it is now, and returns the version of the view. */
  private long publish(String act, boolean isOpening) {
    View last = view;
    Reload reload = subject.reload();
    Head head =
        new Head(
            documents.stream().map(PlaygroundDocument::name).toList(),
            current,
            document.name(),
            document.pages().size(),
            lastExchanges,
            reload == null ? null : reload.state().json(act.equals(RELOAD)));
    long version = last == null ? 1 : last.version() + 1;
    view = ViewReader.read(rossum, keys, isOpening ? null : last, opened, version, head);
    return version;
  }

  void awaitEnd() throws InterruptedException {
    pulse.awaitEnd();
  }

  /** Ends: pages and those who wait for the end are told. */
  void end() {
    pulse.end();
    log.close();
    subject.close();
  }
}
