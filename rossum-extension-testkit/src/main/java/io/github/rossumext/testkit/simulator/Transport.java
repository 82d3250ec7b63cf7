package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.SignedRequest;
import java.time.Duration;

/** The connection to an extension. */
interface Transport {
  /** Delivers a request. A failure is a response, too. */
  WireResponse send(SignedRequest request, Duration timeout);

  /** Polls the URL that a response 202 named. */
  WireResponse poll(String location, Duration timeout);
}
