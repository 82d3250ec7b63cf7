package io.github.rossumext.testkit.hostile;

import java.io.IOException;

/** What is attacked. */
interface Target {
  /** Sends a request as it is. */
  HostileResponse send(Attempt request) throws IOException;

  /** Whether requests go over a wire. */
  boolean isWire();
}
