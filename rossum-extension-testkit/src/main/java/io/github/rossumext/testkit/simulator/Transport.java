package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.SignedRequest;
import java.time.Duration;

/** The way to an extension. */
interface Transport {
  /** Delivers a request; a failure is a reply too. */
  Reply send(SignedRequest request, Duration timeout);

  /** Asks the place that an answer 202 named (protocol §1). */
  Reply poll(String location, Duration timeout);
}
