package io.github.rossumext.testkit.hostile;

import java.io.IOException;

/** The extension that gets the requests. */
interface Target {
  /** Sends a request as it is. */
  HostileResponse send(Attempt request) throws IOException;

  /** Returns whether requests go over a wire. */
  boolean isWire();
}
