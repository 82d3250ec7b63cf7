package io.github.rossumext.internal.delivery;

import io.github.rossumext.delivery.IfUnknown;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint delivers an event. Immutable and thread-safe.
 *
 * @param ifUnknown what a repeat means if the outcome of the last run is unknown
 * @param later how Rossum fetches a response that takes long; null if it waits for each response
 */
public record Plan(IfUnknown ifUnknown, @Nullable Later later) {
  /**
   * How Rossum fetches a response that takes long.
   *
   * @param publicUrl the URL of the hook as Rossum sees it
   * @param pollingTime how long Rossum asks for the response
   */
  public record Later(URI publicUrl, Duration pollingTime) {}
}
