package io.github.rossumext.playground;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.nio.file.Path;
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
  private static final String VARIABLE = "ROSSUM_HOOK_SECRET";

  static Subject of(RossumSimulator rossum) {
    return new Subject(rossum, null, null, null);
  }

  static Subject of(HookEndpoint endpoint, Secret secret) {
    RossumSimulator rossum = RossumSimulator.of(endpoint, secret);
    return new Subject(rossum, stub(rossum), null, null);
  }

  /**
   * Loads the extension of a factory.
   *
   * @param compared the directory of what its builds are compared by; null if there is none
   */
  static Subject of(Class<?> factory, Secret secret, @Nullable Path compared) {
    Reload reload = Reload.of(factory);
    RossumSimulator rossum = RossumSimulator.of(reload.endpoint(), secret);
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
