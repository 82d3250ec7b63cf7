package com.acme.rossum;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.playground.Playground;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;
import java.util.function.Supplier;

/**
 * Opens Rossum's validation screen with the rules behind it. The script {@code playground} starts
 * it. It is a factory, so that the playground makes the endpoint again after you compiled a change.
 */
public final class ExtensionPlayground implements Supplier<HookEndpoint> {
  static final Secret SECRET = Secret.of("only-in-this-process-0123456789abc");

  @Override
  public HookEndpoint get() {
    return Extension.endpoint(SECRET);
  }

  public static void main(String[] args) throws Exception {
    try (Playground playground =
        Playground.builder(ExtensionPlayground.class, SECRET)
            .document(Fixtures.invoiceWithSchema())
            .open()) {
      playground.await(); // prints the URL, and waits until you end the program
    }
  }
}
