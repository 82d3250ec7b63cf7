package io.github.rossumext;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.UnknownPayload;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was registered for which event and action; the narrowest registration wins. */
final class Registrations<T> {
  private static final String EVERY_ACTION = "*";

  private final Map<HookEvent<?, ?>, T> registered = new LinkedHashMap<>();
  private final Map<String, Map<String, Entry<T>>> byEvent = new HashMap<>();

  record Entry<T>(HookEvent<?, ?> key, T value) {
    Entry {
      Objects.requireNonNull(key, "event");
      Objects.requireNonNull(value, "what is registered for it");
    }

    int breadth() {
      return key.actions().isEmpty() ? Integer.MAX_VALUE : key.actions().size();
    }
  }

  /**
   * The table of these registrations, whose order does not matter.
   *
   * @throws IllegalStateException if a request could not tell which of two registrations is meant
   */
  Registrations(List<Entry<T>> entries) {
    for (Entry<T> entry : entries) {
      if (registered.put(entry.key(), entry.value()) != null) {
        throw twice(entry, entry);
      }
    }
    // The narrow ones first: wider ones may overlap where a narrower one decides.
    entries.stream().sorted(Comparator.comparingInt(Entry::breadth)).forEach(this::add);
  }

  private void add(Entry<T> entry) {
    HookEvent<?, ?> key = entry.key();
    Map<String, Entry<T>> byAction = byEvent.computeIfAbsent(key.event(), event -> new HashMap<>());
    if (key.actions().isEmpty()) {
      add(byAction, EVERY_ACTION, entry);
    }
    for (HookAction action : key.actions()) {
      add(byAction, action.value(), entry);
    }
  }

  private void add(Map<String, Entry<T>> byAction, String action, Entry<T> entry) {
    Entry<T> known = byAction.putIfAbsent(action, entry);
    if (known != null && known.breadth() == entry.breadth()) {
      throw twice(known, entry);
    }
  }

  private static IllegalStateException twice(Entry<?> one, Entry<?> other) {
    return new IllegalStateException(
        HelpTopic.REGISTERED_TWICE.explain(
            "Registered twice: " + one.key() + " and " + other.key() + ". Narrow one of them."));
  }

  /** Returns what is registered for a request. */
  Optional<T> find(HookPayload payload) {
    Entry<T> entry = find(payload.event(), payload.action().value());
    if (entry == null && payload instanceof UnknownPayload) {
      entry = find(HookEvent.ANY, EVERY_ACTION);
    }
    return Optional.ofNullable(entry).map(Entry::value);
  }

  /** Returns what is registered for an event of this name with this action. */
  Optional<T> find(String event, HookAction action) {
    return Optional.ofNullable(find(event, action.value())).map(Entry::value);
  }

  private @Nullable Entry<T> find(String event, String action) {
    Map<String, Entry<T>> byAction = byEvent.get(event);
    if (byAction == null) {
      return null;
    }
    Entry<T> entry = byAction.get(action);
    return entry == null ? byAction.get(EVERY_ACTION) : entry;
  }

  /** Returns what was registered, in its order. */
  Map<HookEvent<?, ?>, T> registered() {
    return Collections.unmodifiableMap(registered);
  }
}
