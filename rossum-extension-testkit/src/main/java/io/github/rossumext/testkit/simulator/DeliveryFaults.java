package io.github.rossumext.testkit.simulator;

import io.github.rossumext.HookEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the next attempts to deliver a request, by event. Not thread-safe. */
final class DeliveryFaults {
  private final Map<HookEvent<?, ?>, Deque<DeliveryFault>> left = new LinkedHashMap<>();

  private boolean isSeen;

  void set(HookEvent<?, ?> event, List<DeliveryFault> faults) {
    left.put(event, new ArrayDeque<>(faults));
    isSeen = false;
  }

  /** Returns those that no attempt has met, and remembers that somebody looked at them. */
  List<DeliveryFault> left() {
    isSeen = true;
    return unmet();
  }

  /** Returns those that no attempt has met, if nobody looked at them. */
  List<DeliveryFault> unseen() {
    return isSeen ? List.of() : unmet();
  }

  private List<DeliveryFault> unmet() {
    return left.values().stream()
        .flatMap(Deque::stream)
        .filter(fault -> fault != DeliveryFault.NONE)
        .toList();
  }

  /** Takes what goes wrong with the next attempt. */
  DeliveryFault next(EventKind kind) {
    for (Map.Entry<HookEvent<?, ?>, Deque<DeliveryFault>> entry : left.entrySet()) {
      if (isOf(entry.getKey(), kind)) {
        @Nullable DeliveryFault fault = entry.getValue().poll();
        if (fault != null) {
          return fault;
        }
      }
    }
    return DeliveryFault.NONE;
  }

  private static boolean isOf(HookEvent<?, ?> event, EventKind kind) {
    return event.event().equals(kind.event())
        && (event.actions().isEmpty() || event.actions().contains(kind.action()));
  }
}
