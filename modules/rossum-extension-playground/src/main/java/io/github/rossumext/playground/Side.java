package io.github.rossumext.playground;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.ManualPayload;
import io.github.rossumext.payload.ScheduledPayload;
import io.github.rossumext.payload.StatusPayload;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One of the two builds of a comparison, with a simulator that sees one document after the other.
 * Not thread-safe.
 */
final class Side implements AutoCloseable {
  private final LoadedEndpoint extension;
  private final RossumSimulator rossum;
  private @Nullable RossumApiStub api;

  Side(LoadedEndpoint extension, Secret secret) {
    this.extension = extension;
    this.rossum = RossumSimulator.of(extension.endpoint(), secret);
  }

  /** Starts with a document: forgets the one before, and gets an API of its own. */
  void next() {
    RossumApiStub before = api;
    rossum.forget();
    api = RossumApiStub.create().join(rossum);
    if (before != null) {
      before.close();
    }
  }

  /** Returns what the build does with a request. */
  Facts facts(Fixture request) {
    return inItsLoader(() -> facts(rossum, request));
  }

  /** Opens the document of a scenario, and returns what can be seen of it. */
  Facts open(Scenario scenario) {
    return inItsLoader(
        () -> {
          ScenarioPlayer.open(scenario, rossum);
          return FactsReader.ofDocument(rossum);
        });
  }

  /** Does an act of a scenario, and returns what can be seen then. */
  Facts act(Act act) {
    return inItsLoader(
        () -> {
          rossum.forget(); // the exchanges of the act before
          int calls = RossumApiStub.exchangesOf(rossum).size();
          return FactsReader.afterAct(rossum, ScenarioPlayer.step(act, rossum), calls);
        });
  }

  private Facts inItsLoader(Supplier<Facts> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(extension.loader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Facts facts(RossumSimulator rossum, Fixture request) {
    HookPayload payload = request.payload();
    if (payload instanceof ContentPayload) {
      rossum.deliver(request);
      return FactsReader.ofDocument(rossum);
    }
    if (payload instanceof EmailPayload) {
      return FactsReader.ofImport(rossum, rossum.receive(request));
    }
    if (payload instanceof UploadPayload) {
      return FactsReader.ofImport(rossum, rossum.upload(request));
    }
    if (payload instanceof StatusPayload) {
      return FactsReader.ofResponses(rossum, rossum.changeStatus(request));
    }
    if (payload instanceof ScheduledPayload) {
      return FactsReader.ofResponses(rossum, rossum.schedule(request));
    }
    if (payload instanceof ManualPayload) {
      return FactsReader.ofResponses(rossum, invoke(rossum, request));
    }
    throw new IllegalArgumentException(
        "The event " + payload.event() + " is unknown: it cannot be compared.");
  }

  private static List<Exchange> invoke(RossumSimulator rossum, Fixture request) {
    try {
      return List.of(rossum.invoke(request));
    } catch (IllegalStateException e) {
      return List.of(); // the build has no handler for it
    }
  }

  @Override
  public void close() {
    extension.close();
    if (api != null) {
      api.close();
    }
  }
}
