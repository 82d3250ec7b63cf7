package io.github.rossumext;

import static java.util.stream.Collectors.joining;

import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.IfUnknown;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import io.github.rossumext.internal.delivery.Plan;
import io.github.rossumext.internal.delivery.Plan.Later;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.internal.help.SteadyClock;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which events are handled once, and how. Immutable and thread-safe. */
final class DeliveryPlans {
  /** How long Rossum polls, unless a hook says otherwise. */
  static final Duration DEFAULT_POLLING_TIME = Duration.ofMinutes(5);

  private static final Duration LONGEST_POLLING_TIME = Duration.ofHours(1);

  private final Registrations<IfUnknown> once;
  private final Registrations<Later> later;

  private DeliveryPlans(Registrations<IfUnknown> once, Registrations<Later> later) {
    this.once = once;
    this.later = later;
  }

  /** Returns whether each event is handled each time. */
  boolean isEmpty() {
    return once.registered().isEmpty() && !hasLater();
  }

  /** Returns whether there is an event whose response Rossum may fetch later. */
  boolean hasLater() {
    return !later.registered().isEmpty();
  }

  /** Returns how the event of a request is delivered; null if it is handled each time. */
  @Nullable Plan find(HookPayload payload) {
    return plan(once.find(payload).orElse(null), later.find(payload).orElse(null));
  }

  /** Returns how an event with this action is delivered; null if it is handled each time. */
  @Nullable Plan find(String event, HookAction action) {
    return plan(once.find(event, action).orElse(null), later.find(event, action).orElse(null));
  }

  private static @Nullable Plan plan(@Nullable IfUnknown ifUnknown, @Nullable Later fetched) {
    if (ifUnknown == null && fetched == null) {
      return null;
    }
    return new Plan(ifUnknown == null ? IfUnknown.RUN_AGAIN : ifUnknown, fetched);
  }

  /** What an author has declared. Not thread-safe. */
  static final class Declared {
    private final List<Registrations.Entry<IfUnknown>> once = new ArrayList<>();
    private final List<Registrations.Entry<Later>> later = new ArrayList<>();
    private @Nullable DeliveryStore store;
    private DeliverySettings settings = DeliverySettings.defaults();

    void once(HookEvent<?, ?> event, IfUnknown ifUnknown) {
      once.add(new Registrations.Entry<>(event, ifUnknown));
    }

    void later(HookEvent<?, ?> event, URI publicUrl, Duration pollingTime) {
      Objects.requireNonNull(publicUrl, "publicUrl");
      Objects.requireNonNull(pollingTime, "pollingTime");
      later.add(new Registrations.Entry<>(event, new Later(publicUrl, pollingTime)));
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
     * @throws IllegalStateException if an event cannot be handled once or later; the message names
     *     it and says what to write instead
     */
    DeliveryPlans plans(Registrations<HookHandler<?, ?>> handlers, Timeouts timeouts) {
      once.forEach(entry -> require(new Declaration("once", entry.key()), handlers));
      requireDifferent("once", once);
      for (Registrations.Entry<Later> entry : later) {
        Declaration declared = new Declaration("later", entry.key());
        require(declared, handlers);
        declared.requireKnown();
        declared.requirePublic(entry.value().publicUrl());
        declared.requirePolled(entry.value().pollingTime());
        declared.requireQuick(settings.quickTime(), timeouts.of(entry.key()));
      }
      requireDifferent("later", later);
      return new DeliveryPlans(new Registrations<>(once), new Registrations<>(later));
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
          throw refused(
              new Declaration(method, entry.key()) + " is declared twice. Remove one of the two.");
        }
        known.add(entry.key());
      }
    }
  }

  private static IllegalStateException refused(String why) {
    return new IllegalStateException(HelpTopic.ONCE_OR_LATER_REFUSED.explain(why));
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
        throw refused(
            this
                + " cannot work: the caller of the hook waits for the response, and Rossum does not"
                + " repeat the request. Remove it. For work without a caller, use"
                + " INVOCATION_SCHEDULED.");
      }
      throw refused(
          this
              + " cannot work: a user waits for the response to "
              + String.join(", ", awaited.stream().map(HookAction::value).toList())
              + ", and Rossum does not repeat such a request. "
              + instead(awaited));
    }

    private String instead(List<HookAction> awaited) {
      String left = withoutUser(awaited);
      return left.isEmpty()
          ? "Remove it. Among the actions of the event, only initialize and export are repeated."
          : "Write "
              + method
              + "(ANNOTATION_CONTENT.only("
              + left
              + ")"
              + (method.equals("later") ? ", publicUrl" : "")
              + ").";
    }

    private String withoutUser(List<HookAction> awaited) {
      return Timeouts.actions(event).stream()
          .filter(action -> !awaited.contains(action))
          .map(action -> action.value().toUpperCase(Locale.ROOT))
          .collect(joining(", "));
    }

    void requireAHandler(Registrations<HookHandler<?, ?>> handlers) {
      for (HookAction action : Timeouts.actions(event)) {
        boolean isHandled =
            handlers.find(event.event(), action).isPresent()
                || (event.isUnknown() && handlers.registered().containsKey(HookEvent.UNKNOWN));
        if (!isHandled) {
          throw refused(
              this
                  + " has no effect: "
                  + (event.actions().size() > 1 ? "the action " + action + " of " : "")
                  + "the event has no handler. Register one with on(…), or remove it.");
        }
      }
    }

    void requireKnown() {
      if (event.isUnknown()) {
        throw refused(
            this
                + " cannot work: this version of the library does not know the event, so nobody"
                + " knows whether Rossum polls for its response. Write once(…) instead.");
      }
    }

    void requirePublic(URI url) {
      String host = url.getHost() == null ? "" : url.getHost();
      boolean isSafe =
          "https".equalsIgnoreCase(url.getScheme())
              || ("http".equalsIgnoreCase(url.getScheme())
                  && host.matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]"));
      if (!isSafe || host.isEmpty() || url.getUserInfo() != null || url.getFragment() != null) {
        throw refused(
            this
                + " needs the https URL of the hook as Rossum sees it, without user and fragment,"
                + " such as https://extension.example.com/rossum, but got "
                + (url.getUserInfo() == null ? Printable.name(url.toString()) : "one with a user")
                + ".");
      }
      if (hasOwnParameter(url)) {
        throw refused(
            this
                + " needs the URL of the hook without the parameter delivery, which the library"
                + " adds for polls. Remove it from the URL.");
      }
    }

    private static boolean hasOwnParameter(URI url) {
      return url.getRawQuery() != null && url.getRawQuery().matches("(.*&)?delivery(=.*)?(&.*)?");
    }

    void requirePolled(Duration time) {
      if (time.isNegative() || time.isZero()) {
        throw refused(
            this + " needs a polling time that is positive, but got " + seconds(time) + ".");
      }
      if (time.compareTo(LONGEST_POLLING_TIME) > 0) {
        throw refused(
            this
                + " needs a polling time of at most 3600 s, because Rossum does not poll longer,"
                + " but got "
                + seconds(time)
                + ". Hand over longer work to another system.");
      }
      if (time.compareTo(DEFAULT_POLLING_TIME) > 0 && !hasMaxPollingTime()) {
        throw refused(
            this
                + " needs a polling time of at most 300 s, because this event has no"
                + " max_polling_time_s, but got "
                + seconds(time)
                + ". Write later(event, publicUrl).");
      }
    }

    private static String seconds(Duration time) {
      BigDecimal seconds =
          BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
      return seconds.stripTrailingZeros().toPlainString() + " s";
    }

    private boolean hasMaxPollingTime() {
      return event.equals(HookEvent.UPLOAD_CREATED)
          || event.equals(HookEvent.INVOCATION_SCHEDULED)
          || event.equals(HookEvent.ANNOTATION_CONTENT.only(HookAction.EXPORT));
    }

    void requireQuick(Duration quick, Duration timeout) {
      boolean isChosen = !quick.equals(DeliverySettings.defaults().quickTime());
      if (isChosen && quick.compareTo(timeout) >= 0) {
        throw refused(
            this
                + " cannot wait for a quickTime of "
                + seconds(quick)
                + ", because the timeout of the event is "
                + seconds(timeout)
                + ". Set a shorter quickTime, or a longer timeout(event, …).");
      }
    }

    @Override
    public String toString() {
      return method + "(" + event + ")";
    }
  }
}
