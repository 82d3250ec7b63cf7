package io.github.rossumext.examples.vendormatching;

import io.github.rossumext.HookEndpoint;
import org.eclipse.jetty.util.component.LifeCycle;

/** Closes the endpoint before the server stops, so that what is running is answered. */
record ClosingAtTheEnd(HookEndpoint endpoint) implements LifeCycle.Listener {
  @Override
  public void lifeCycleStopping(LifeCycle server) {
    endpoint.close();
  }
}
