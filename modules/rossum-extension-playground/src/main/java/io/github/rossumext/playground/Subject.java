package io.github.rossumext.playground;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a playground shows: a simulator with its extension.
 *
 * @param api the stub of Rossum's API that is closed with the playground; null if it is the
 *     author's
 * @param reload what loads the extension again; null if it was passed in
 */
record Subject(RossumSimulator rossum, @Nullable RossumApiStub api, @Nullable Reload reload) {
  private static final String VARIABLE = "ROSSUM_HOOK_SECRET";

  static Subject of(RossumSimulator rossum) {
    return new Subject(rossum, null, null);
  }

  static Subject of(HookEndpoint endpoint, Secret secret) {
    return of(endpoint, secret, null);
  }

  static Subject of(Class<?> factory, Secret secret) {
    Reload reload = Reload.of(factory);
    return of(reload.endpoint(), secret, reload);
  }

  private static Subject of(HookEndpoint endpoint, Secret secret, @Nullable Reload reload) {
    RossumSimulator rossum = RossumSimulator.of(endpoint, secret);
    // An extension that calls Rossum back finds Rossum's API.
    return new Subject(rossum, RossumApiStub.create().join(rossum), reload);
  }

  /** Returns the secret that a factory without a secret of its own takes. */
  static Secret secretOfEnvironment() {
    return Secret.fromEnv(VARIABLE);
  }

  /** Closes what belongs to the playground. */
  void close() {
    if (reload != null) {
      reload.close();
    }
    if (api != null) {
      api.close();
    }
  }
}
