package io.github.rossumext.spring;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliveryStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The health of the endpoint and its store, for the two places where Spring Boot has its types.
 *
 * @param isOpen whether the endpoint handles requests
 * @param storeFailure why the store cannot be used; null if it can
 * @param details what is shown to those who may see it
 */
record EndpointHealth(
    boolean isOpen, @Nullable Exception storeFailure, Map<String, Object> details) {
  static EndpointHealth of(HookEndpoint endpoint, @Nullable DeliveryStore store) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("endpoint", endpoint.isClosed() ? "closed" : "open");
    details.put("runningJobs", endpoint.runningJobs());
    Exception failure = null;
    if (store != null) {
      try {
        var unused = store.find("health");
        details.put("store", "reached");
      } catch (Exception e) {
        failure = e;
        details.put("store", "not reached");
      }
    }
    return new EndpointHealth(!endpoint.isClosed(), failure, details);
  }

  /** Calls the one that fits: a store that cannot be used counts more than a closed endpoint. */
  void tell(Consumer<Exception> down, Runnable up, Runnable outOfService) {
    if (storeFailure != null) {
      down.accept(storeFailure);
    } else if (isOpen) {
      up.run();
    } else {
      outOfService.run();
    }
  }
}
