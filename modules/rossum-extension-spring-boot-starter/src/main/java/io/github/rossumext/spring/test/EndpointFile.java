package io.github.rossumext.spring.test;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.internal.help.EndpointText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what the endpoint of a slice does to {@code target/rossum-endpoint.json}, so that the goal
 * {@code rossum:check} compares the hook with it and starts no application. It writes nothing
 * without the directory {@code target} of Maven.
 */
final class EndpointFile {
  private static final String NAME = "rossum-endpoint.json";

  private EndpointFile() {}

  static void write(HookEndpoint endpoint, Path target) {
    if (!Files.isDirectory(target)) {
      return;
    }
    try {
      Files.writeString(target.resolve(NAME), EndpointText.of(endpoint));
    } catch (IOException e) {
      throw new UncheckedIOException(target.resolve(NAME) + " cannot be written.", e);
    }
  }
}
