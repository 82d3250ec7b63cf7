package com.acme.rossum;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.playground.Playground;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;

/**
 * Opens Rossum's validation screen with the rules behind it. The script {@code playground} starts
 * it.
 */
final class ExtensionPlayground {
  private ExtensionPlayground() {}

  public static void main(String[] args) throws Exception {
    Secret secret = Secret.of("only-in-this-process");
    try (HookEndpoint endpoint = Extension.endpoint(secret);
        Playground playground = Playground.open(endpoint, secret, Fixtures.invoiceWithSchema())) {
      playground.await(); // prints the URL, and waits until you end the program
    }
  }
}
