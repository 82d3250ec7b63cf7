package io.github.rossumext;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of an endpoint, none of which can disturb an answer. Thread-safe. */
final class Listeners {
  private static final Logger LOG = LoggerFactory.getLogger(HookEndpoint.class);

  private final List<HookListener> listeners;

  Listeners(List<HookListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  boolean isEmpty() {
    return listeners.isEmpty();
  }

  void tell(Consumer<HookListener> what) {
    for (HookListener listener : listeners) {
      try {
        what.accept(listener);
      } catch (Throwable e) { // whatever it is, the answer goes out
        // Without the exception's text, which may quote the document.
        LOG.warn(
            "The listener {} failed: {}", listener.getClass().getName(), e.getClass().getName());
      }
    }
  }
}
