package io.github.rossumext.testkit.simulator;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.testkit.SignedRequest;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The way to an endpoint in the same process, which another build may take the place of. Requests
 * that are kept, such as those to deliver again, reach the new one. Thread-safe.
 */
final class Deployment implements Transport {
  private record Build(Transport way, Set<String> handled) {}

  private volatile Build build;

  private Deployment(Build build) {
    this.build = build;
  }

  static Deployment of(HookEndpoint endpoint) {
    return new Deployment(build(endpoint));
  }

  private static Build build(HookEndpoint endpoint) {
    return new Build(Transport.of(endpoint), handledBy(endpoint));
  }

  void replaceBy(HookEndpoint endpoint) {
    build = build(endpoint);
  }

  /** Returns the events and actions that the endpoint handles now. */
  Set<String> handled() {
    return build.handled();
  }

  static Set<String> handledBy(HookEndpoint endpoint) {
    Set<String> handled = new LinkedHashSet<>();
    for (HookEvent<?, ?> event : endpoint.events()) {
      if (event.actions().isEmpty()) {
        handled.add(event.event());
      }
      event.actions().forEach(action -> handled.add(event.event() + "." + action.value()));
    }
    return handled;
  }

  @Override
  public WireResponse send(SignedRequest request, Duration timeout, DeliveryFault fault) {
    return build.way().send(request, timeout, fault);
  }

  @Override
  public WireResponse poll(String location, Duration timeout) {
    return build.way().poll(location, timeout);
  }

  @Override
  public int runningJobs() {
    return build.way().runningJobs();
  }
}
