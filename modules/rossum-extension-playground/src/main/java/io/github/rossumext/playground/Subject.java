package io.github.rossumext.playground;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.Secret;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a playground shows: a simulator with its extension.
 *
 * @param api the stub of Rossum's API that is closed with the playground; null if it is the
 *     author's
 * @param reload what loads the extension again; null if it was passed in
 * @param comparison what compares its builds; null if there is nothing to compare them by
 */
record Subject(
    RossumSimulator rossum,
    @Nullable RossumApiStub api,
    @Nullable Reload reload,
    @Nullable PageComparison comparison) {
  /** The environment variable with the secret of a factory without one of its own. */
  static final String VARIABLE = "ROSSUM_HOOK_SECRET";

  static Subject of(RossumSimulator rossum) {
    return new Subject(rossum, null, null, null);
  }

  /**
   * Takes an endpoint.
   *
   * @param settings sets what differs from a hook without settings
   */
  static Subject of(HookEndpoint endpoint, Secret secret, UnaryOperator<SimulatedHook> settings) {
    RossumSimulator rossum = RossumSimulator.of(settings.apply(SimulatedHook.of(endpoint, secret)));
    return new Subject(rossum, stub(rossum), null, null);
  }

  /**
   * Loads the extension of a factory.
   *
   * @param settings sets what differs from a hook without settings
   * @param compared the directory of what its builds are compared by; null if there is none
   */
  static Subject of(
      Class<?> factory,
      Secret secret,
      UnaryOperator<SimulatedHook> settings,
      @Nullable Path compared) {
    Reload reload = Reload.of(factory);
    RossumSimulator rossum =
        RossumSimulator.of(settings.apply(SimulatedHook.of(reload.endpoint(), secret)));
    PageComparison comparison =
        compared == null ? null : new PageComparison(reload, secret, compared);
    return new Subject(rossum, stub(rossum), reload, comparison);
  }

  /** An extension that calls Rossum back finds Rossum's API. */
  private static RossumApiStub stub(RossumSimulator rossum) {
    return RossumApiStub.create().join(rossum);
  }

  /** Returns the secret that a factory without a secret of its own takes. */
  static Secret secretOfEnvironment() {
    return Secret.fromEnv(VARIABLE);
  }

  /** Returns whether the extension called Rossum's API, if the playground brought that along. */
  boolean isCalledBack() {
    return api != null && !api.exchanges().isEmpty();
  }

  /**
   * Does something in the class loader of the extension: its threads look for classes in the loader
   * of the thread that makes them.
   */
  <T> T inLoader(Supplier<T> work) {
    if (reload == null) {
      return work.get();
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(reload.loader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Closes what belongs to the playground. */
  void close() {
    if (comparison != null) {
      comparison.close();
    }
    if (reload != null) {
      reload.close();
    }
    if (api != null) {
      api.close();
    }
  }
}
