package io.github.rossumext.spring;

import io.github.rossumext.HookEndpoint;
import org.springframework.context.SmartLifecycle;

/**
 * Closes the endpoint after the web server has let its requests end, and before it stops. So
 * running jobs can still use every bean: the store and its data source are destroyed later.
 */
final class EndpointShutdown implements SmartLifecycle {
  /** Between two phases of Spring Boot's: the graceful shutdown, and the stop of the server. */
  static final int PHASE = DEFAULT_PHASE - 1024 - 512;

  private final HookEndpoint endpoint;
  private volatile boolean isRunning;

  EndpointShutdown(HookEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void start() {
    isRunning = true;
  }

  @Override
  public void stop() {
    endpoint.close();
    isRunning = false;
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  /**
   * Returns false. Spring 7 pauses the contexts of tests that wait for their turn, and a closed
   * endpoint does not open again. Spring 6 does not have this method.
   */
  @SuppressWarnings("MissingOverride")
  public boolean isPauseable() {
    return false;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
