package io.github.rossumext;

import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.IfUnknown;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import io.github.rossumext.internal.delivery.Plan;
import io.github.rossumext.internal.help.SteadyClock;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which events are handled once, and how. Immutable and thread-safe. */
final class DeliveryPlans {
  private final Registrations<IfUnknown> once;

  private DeliveryPlans(Registrations<IfUnknown> once) {
    this.once = once;
  }

  /** Returns how the event of a request is delivered; null if it is handled each time. */
  @Nullable Plan find(HookPayload payload) {
    return once.find(payload).map(Plan::new).orElse(null);
  }

  /** What an author has declared. Not thread-safe. */
  static final class Declared {
    private final List<Registrations.Entry<IfUnknown>> once = new ArrayList<>();
    private @Nullable DeliveryStore store;
    private DeliverySettings settings = DeliverySettings.defaults();

    void once(HookEvent<?, ?> event, IfUnknown ifUnknown) {
      once.add(new Registrations.Entry<>(event, ifUnknown));
    }

    void store(DeliveryStore given) {
      this.store = Objects.requireNonNull(given, "store");
    }

    void settings(DeliverySettings given) {
      this.settings = Objects.requireNonNull(given, "settings");
    }

    DeliverySettings settings() {
      return settings;
    }

    DeliveryStore store(Clock clock) {
      return store == null
          ? InMemoryDeliveryStore.of(
              InMemoryDeliveryStore.DEFAULT_MAX_DELIVERIES, SteadyClock.inPlaceOfTheSystems(clock))
          : store;
    }

    /**
     * Returns the plans.
     *
     * @throws IllegalStateException if an event cannot be handled once; the message names it and
     *     says what to write instead
     */
    DeliveryPlans plans(Registrations<HookHandler<?, ?>> handlers) {
      once.forEach(entry -> require(new Declaration("once", entry.key()), handlers));
      requireDifferent("once", once);
      return new DeliveryPlans(new Registrations<>(once));
    }

    private static void require(Declaration declared, Registrations<HookHandler<?, ?>> handlers) {
      declared.requireThatNobodyWaits();
      declared.requireAHandler(handlers);
    }

    private static void requireDifferent(
        String method, List<? extends Registrations.Entry<?>> entries) {
      List<HookEvent<?, ?>> known = new ArrayList<>();
      for (Registrations.Entry<?> entry : entries) {
        if (known.contains(entry.key())) {
          throw new IllegalStateException(
              new Declaration(method, entry.key()) + " is declared twice. Remove one of the two.");
        }
        known.add(entry.key());
      }
    }
  }

  /** One declaration, as the author wrote it. */
  private record Declaration(String method, HookEvent<?, ?> event) {
    void requireThatNobodyWaits() {
      List<HookAction> awaited =
          Timeouts.actions(event).stream()
              .filter(action -> Timeouts.isAwaited(event.event(), action))
              .toList();
      if (awaited.isEmpty()) {
        return;
      }
      if (event.equals(HookEvent.INVOCATION_MANUAL)) {
        throw new IllegalStateException(
            this
                + " cannot work: the caller of the hook waits for the response, and Rossum does not"
                + " repeat the request. Remove it. For work without a caller, use"
                + " INVOCATION_SCHEDULED.");
      }
      throw new IllegalStateException(
          this
              + " cannot work: a user waits for the response to "
              + String.join(", ", awaited.stream().map(HookAction::value).toList())
              + ", and Rossum does not repeat such a request. Write "
              + method
              + "(ANNOTATION_CONTENT.only("
              + withoutUser(awaited)
              + ")).");
    }

    private String withoutUser(List<HookAction> awaited) {
      List<String> left =
          Timeouts.actions(event).stream()
              .filter(action -> !awaited.contains(action))
              .map(action -> action.value().toUpperCase(Locale.ROOT))
              .toList();
      return left.isEmpty() ? "EXPORT" : String.join(", ", left);
    }

    void requireAHandler(Registrations<HookHandler<?, ?>> handlers) {
      for (HookAction action : Timeouts.actions(event)) {
        boolean isHandled =
            handlers.find(event.event(), action).isPresent()
                || (event.isUnknown() && handlers.registered().containsKey(HookEvent.UNKNOWN));
        if (!isHandled) {
          throw new IllegalStateException(
              this
                  + " has no effect: "
                  + (event.actions().size() > 1 ? "the action " + action + " of " : "")
                  + "the event has no handler. Register one with on(…), or remove it.");
        }
      }
    }

    @Override
    public String toString() {
      return method + "(" + event + ")";
    }
  }
}
