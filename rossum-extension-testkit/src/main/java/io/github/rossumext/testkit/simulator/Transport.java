package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.SignedRequest;
import java.time.Duration;

/** The way to an extension. */
interface Transport {
  /** Delivers a request; a failure is a response too. */
  WireResponse send(SignedRequest request, Duration timeout);

  /** Asks the place that a response 202 named. */
  WireResponse poll(String location, Duration timeout);
}
