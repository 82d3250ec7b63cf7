package io.github.rossumext.containers;

import java.util.Set;

class TrafficTest extends TrafficSuite {
  @Override
  protected Container start() {
    return SpringBoot.start();
  }

  /** Tomcat takes these for signs that it has lost its place in the connection, and says so. */
  @Override
  protected boolean keepsAfter(int status) {
    return !Set.of(400, 408, 411, 413, 414, 500, 501, 503).contains(status);
  }

  /** Unless {@code continueResponseTiming="onRead"} is set. */
  @Override
  protected boolean continuesAtOnce() {
    return true;
  }
}
