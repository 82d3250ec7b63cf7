package io.github.rossumext.containers;

import java.util.Set;

/** What every Tomcat does, embedded, with a WAR or in Spring Boot. */
public interface TomcatContainer extends Container {
  /** Tomcat takes these for signs that it has lost its place in the connection, and says so. */
  @Override
  default boolean keepsAfter(int status) {
    return !Set.of(400, 408, 411, 413, 414, 500, 501, 503).contains(status);
  }

  /** Unless {@code continueResponseTiming="onRead"} is set. */
  @Override
  default boolean continuesAtOnce() {
    return true;
  }
}
