package io.github.rossumext;

import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.UnknownPayload;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was registered for which event and action; the narrowest registration wins. */
final class Registrations<T> {
  private static final String EVERY_ACTION = "*";

  private final Map<HookEvent<?, ?>, T> registered = new LinkedHashMap<>();
  private final Map<String, Map<String, Entry<T>>> byEvent = new HashMap<>();

  private record Entry<T>(HookEvent<?, ?> key, T value) {
    int breadth() {
      return key.actions().isEmpty() ? Integer.MAX_VALUE : key.actions().size();
    }
  }

  /**
   * Registers something.
   *
   * @throws IllegalStateException if the call cannot tell which of two registrations is meant
   */
  void add(HookEvent<?, ?> key, T value) {
    registered.put(key, value);
    Map<String, Entry<T>> byAction = byEvent.computeIfAbsent(key.event(), event -> new HashMap<>());
    Entry<T> entry = new Entry<>(key, value);
    if (key.actions().isEmpty()) {
      add(byAction, EVERY_ACTION, entry);
    }
    for (HookAction action : key.actions()) {
      add(byAction, action.value(), entry);
    }
  }

  private void add(Map<String, Entry<T>> byAction, String action, Entry<T> entry) {
    Entry<T> known = byAction.get(action);
    if (known != null && known.breadth() == entry.breadth()) {
      throw new IllegalStateException(
          "Registered twice: " + known.key() + " and " + entry.key() + ". Narrow one of them.");
    }
    if (known == null || entry.breadth() < known.breadth()) {
      byAction.put(action, entry);
    }
  }

  /** What is registered for a call. */
  Optional<T> find(HookPayload payload) {
    Entry<T> entry = find(payload.event(), payload.action().value());
    if (entry == null && payload instanceof UnknownPayload) {
      entry = find(HookEvent.ANY, EVERY_ACTION);
    }
    return Optional.ofNullable(entry).map(Entry::value);
  }

  private @Nullable Entry<T> find(String event, String action) {
    Map<String, Entry<T>> byAction = byEvent.get(event);
    if (byAction == null) {
      return null;
    }
    Entry<T> entry = byAction.get(action);
    return entry == null ? byAction.get(EVERY_ACTION) : entry;
  }

  Set<HookEvent<?, ?>> keys() {
    return registered.keySet();
  }
}
