package io.github.rossumext.testkit.simulator;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.JsonResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an extension is registered with Rossum (protocol §5): where it is, which events it gets, its
 * settings and secrets, how it is retried. Immutable; the methods that change it give a new one.
 *
 * <p>Unless {@link #withEvents} says otherwise, an endpoint in process gets the events that it
 * handles, and a URL gets them all, but gets the status of the open document only if {@link
 * #withEvents} says so; {@code user_update} comes for clicks and for validations without a change,
 * but not as the twin of {@code started} and {@code updated} (protocol §1), unless it is the only
 * one of them that the endpoint handles.
 */
public final class SimulatedHook {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration DEFAULT_POLLING = Duration.ofMinutes(5);
  private static final Duration MOST_POLLING = Duration.ofHours(1);
  private static final int MOST_RETRIES = 4;
  private static final Secret RULES = Secret.of("made up for the test of rules");

  private final Transport transport;
  private final RequestSigner signer;
  private final Set<String> handled;
  // Written by with(…) only, before anybody else sees the hook.
  private String name = "the extension";
  private @Nullable Set<String> events;
  private boolean twins;
  private @Nullable RawJson settings;
  private @Nullable RawJson secrets;
  private @Nullable Set<String> sideloads;
  private int retries = MOST_RETRIES;
  private boolean retriesAnyNon2xx;
  private Duration timeout = PATIENCE;
  private Duration maxPolling = DEFAULT_POLLING;
  private boolean retriesAfterPolling = true;

  private SimulatedHook(Transport transport, RequestSigner signer, Set<String> handled) {
    this.transport = transport;
    this.signer = signer;
    this.handled = handled;
  }

  /**
   * Returns a hook for rules, in an endpoint of their own in the same process. The endpoint refuses
   * lossy writes.
   */
  public static SimulatedHook of(ContentRules rules) {
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(RULES)
            .lossyWrites(LossyWrites.REFUSE)
            .on(HookEvent.ANNOTATION_CONTENT, rules)
            .build();
    return of(endpoint, RULES);
  }

  /** Returns a hook for an endpoint in the same process, with the events that it handles. */
  public static SimulatedHook of(HookEndpoint endpoint, Secret secret) {
    return of(endpoint, RequestSigner.of(secret));
  }

  /** Returns a hook for an endpoint in the same process whose requests this signer signs. */
  public static SimulatedHook of(HookEndpoint endpoint, RequestSigner signer) {
    Set<String> handled = new LinkedHashSet<>();
    for (HookEvent<?, ?> event : endpoint.events()) {
      if (event.actions().isEmpty()) {
        handled.add(event.event());
      }
      event.actions().forEach(action -> handled.add(event.event() + "." + action.value()));
    }
    return new SimulatedHook(Transport.of(endpoint), signer, handled);
  }

  /** Returns a hook for an extension at this URL, with all events. */
  public static SimulatedHook of(URI url, Secret secret) {
    return of(url, RequestSigner.of(secret));
  }

  /** Returns a hook for an extension at this URL whose requests this signer signs. */
  public static SimulatedHook of(URI url, RequestSigner signer) {
    return new SimulatedHook(Transport.of(url), signer, Set.of());
  }

  static SimulatedHook of(Transport transport, Secret secret) {
    return new SimulatedHook(transport, RequestSigner.of(secret), Set.of());
  }

  private SimulatedHook with(Consumer<SimulatedHook> change) {
    SimulatedHook copy = new SimulatedHook(transport, signer, handled);
    copy.name = name;
    copy.events = events;
    copy.twins = twins;
    copy.settings = settings;
    copy.secrets = secrets;
    copy.sideloads = sideloads;
    copy.retries = retries;
    copy.retriesAnyNon2xx = retriesAnyNon2xx;
    copy.timeout = timeout;
    copy.maxPolling = maxPolling;
    copy.retriesAfterPolling = retriesAfterPolling;
    change.accept(copy);
    return copy;
  }

  /** Returns a copy with this name, which the conversation shows. */
  public SimulatedHook withName(String name) {
    return with(hook -> hook.name = name);
  }

  /**
   * Returns a copy that is registered for these events only, as Rossum has them: with both {@code
   * updated} and {@code user_update}, it gets two requests for an edit.
   *
   * @param names events with their actions, such as {@code annotation_content.initialize}
   * @throws IllegalArgumentException if one has no action
   */
  public SimulatedHook withEvents(String... names) {
    for (String name : names) {
      if (name.indexOf('.') < 0) {
        throw new IllegalArgumentException(
            "An event is registered with its action: " + name + ".initialize, for example.");
      }
    }
    return with(hook -> hook.events = Set.of(names));
  }

  /**
   * Returns a copy that gets {@code user_update}, too, with each {@code started} and {@code
   * updated}.
   */
  public SimulatedHook withUserUpdate() {
    return with(hook -> hook.twins = true);
  }

  /** Returns a copy with these settings, instead of those of the fixture. */
  public SimulatedHook withSettings(Object settings) {
    RawJson json = settings instanceof RawJson raw ? raw : JsonResponse.of(settings).json();
    return with(hook -> hook.settings = json);
  }

  /** Returns a copy with these secrets, instead of those of the fixture. */
  public SimulatedHook withSecrets(Map<String, String> secrets) {
    RawJson json = JsonResponse.of(secrets).json();
    return with(hook -> hook.secrets = json);
  }

  /**
   * Returns a copy with these sideloads and no others (protocol §3.7); the schema that the
   * simulator knows is sent under {@code schemas}. Without this, it gets the sideloads of the
   * fixture.
   */
  public SimulatedHook withSideloads(String... lists) {
    return with(hook -> hook.sideloads = Set.of(lists));
  }

  /**
   * Returns a copy with this {@code retry_count}, for events that no user waits for.
   *
   * @throws IllegalArgumentException if it is not from 0 to 4
   */
  public SimulatedHook withRetryCount(int retries) {
    if (retries < 0 || retries > MOST_RETRIES) {
      throw new IllegalArgumentException("Rossum retries 0 to 4 times, not " + retries + ".");
    }
    return with(hook -> hook.retries = retries);
  }

  /** Returns a copy with {@code retry_on_any_non_2xx}. */
  public SimulatedHook withRetryOnAnyNon2xx() {
    return with(hook -> hook.retriesAnyNon2xx = true);
  }

  /**
   * Returns a copy with this {@code timeout_s}, for events that no user waits for.
   *
   * @throws IllegalArgumentException if it is not from 0 to 60 seconds
   */
  public SimulatedHook withTimeout(Duration limit) {
    if (limit.isNegative() || limit.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("Rossum waits 0 to 60 seconds, not " + limit + ".");
    }
    return with(hook -> hook.timeout = limit);
  }

  /**
   * Returns a copy with this {@code max_polling_time_s}, which counts for {@code upload.created}
   * and {@code invocation.scheduled} only.
   *
   * @throws IllegalArgumentException if it is negative or more than an hour
   */
  public SimulatedHook withMaxPollingTime(Duration limit) {
    if (limit.isNegative() || limit.compareTo(MOST_POLLING) > 0) {
      throw new IllegalArgumentException("Rossum polls for up to an hour, not " + limit + ".");
    }
    return with(hook -> hook.maxPolling = limit);
  }

  /**
   * Returns a copy with {@code retry_after_polling_failure} false, which counts for {@code
   * upload.created} and {@code invocation.scheduled} only.
   */
  public SimulatedHook withoutRetryAfterPolling() {
    return with(hook -> hook.retriesAfterPolling = false);
  }

  /** The name that the conversation shows. */
  public String name() {
    return name;
  }

  Transport transport() {
    return transport;
  }

  RequestSigner signer() {
    return signer;
  }

  Optional<RawJson> settings() {
    return Optional.ofNullable(settings);
  }

  Optional<RawJson> secrets() {
    return Optional.ofNullable(secrets);
  }

  Optional<Set<String>> sideloads() {
    return Optional.ofNullable(sideloads);
  }

  int retries() {
    return retries;
  }

  boolean retriesAnyNon2xx() {
    return retriesAnyNon2xx;
  }

  Duration timeout(boolean isInteractive) {
    return isInteractive ? PATIENCE : timeout;
  }

  boolean retriesAfterPolling(EventKind kind) {
    return retriesAfterPolling || !kind.isPollingSettable();
  }

  Duration maxPolling(EventKind kind) {
    return kind.isPollingSettable() ? maxPolling : DEFAULT_POLLING;
  }

  /**
   * Whether it gets an event.
   *
   * @param twin the action beside which {@code user_update} comes; null if it comes alone
   */
  boolean receives(String event, HookAction action, @Nullable HookAction twin) {
    if (events != null) {
      return events.contains(event + "." + action);
    }
    return handles(event, action) && (twin == null || twins || !handles(event, twin));
  }

  /** Whether it gets the status of the open document. */
  boolean hearsOfStatus() {
    EventKind kind = EventKind.statusChanged();
    return !(events == null && handled.isEmpty()) && receives(kind.event(), kind.action(), null);
  }

  private boolean handles(String event, HookAction action) {
    return handled.isEmpty() || handled.contains(event) || handled.contains(event + "." + action);
  }

  /** The name; nothing of secret and settings. */
  @Override
  public String toString() {
    return "SimulatedHook[" + name + "]";
  }
}
