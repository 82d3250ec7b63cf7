package io.github.rossumext.containers;

import java.util.Set;

/** The behaviour of every Tomcat: embedded, with a WAR, or in Spring Boot. */
public interface TomcatContainer extends Container {
  /**
   * Returns whether it keeps the connection: Tomcat closes it after these statuses, and says so.
   */
  @Override
  default boolean keepsAfter(int status) {
    return !Set.of(400, 408, 411, 413, 414, 500, 501, 503).contains(status);
  }

  /** Holds unless {@code continueResponseTiming="onRead"} is set. */
  @Override
  default boolean continuesAtOnce() {
    return true;
  }
}
