package io.github.rossumext.examples.vendormatching;

import io.github.rossumext.HookEndpoint;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * A listener that closes the endpoint before the server stops, so that running requests get a
 * response.
 */
record ClosingAtTheEnd(HookEndpoint endpoint) implements LifeCycle.Listener {
  @Override
  public void lifeCycleStopping(LifeCycle server) {
    endpoint.close();
  }
}
