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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An extension as it is registered with Rossum: its address, events, settings, secrets and retries.
 * Immutable; each {@code with…} method returns a changed copy.
 *
 * <p>A hook gets these events, unless you call {@link #withEvents}:
 *
 * <ul>
 *   <li>an endpoint in the same process gets the events that it handles
 *   <li>a URL gets all events, but not the status of the open document
 *   <li>{@code user_update} comes for clicks and for validations without a change. It comes
 *       together with {@code started} or {@code updated} only if the endpoint does not handle that
 *       one, or if you call {@link #withUserUpdate}
 * </ul>
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#the-hook">The
 *     protocol: the hook</a>
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#time-repeats-order">The
 *     protocol: time, repeats, order</a>
 */
public final class SimulatedHook {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration DEFAULT_POLLING = Duration.ofMinutes(5);
  private static final Duration MOST_POLLING = Duration.ofHours(1);
  private static final Duration LONGEST_TOKEN = Duration.ofHours(2);
  private static final int MOST_RETRIES = 4;
  private static final Secret RULES = Secret.of("invented for the test of rules");

  private final Transport transport;
  private final RequestSigner signer;
  private final Set<String> handled;
  // Written by with(…) only, before another object sees the hook.
  private String name = "the extension";
  private @Nullable Set<String> events;
  private boolean twins;
  private @Nullable RawJson settings;
  private @Nullable RawJson secrets;
  private @Nullable Set<String> sideloads;
  private int retries = MOST_RETRIES;
  private boolean retriesAnyNon2xx;
  private boolean keepsRequestId;
  private Duration timeout = PATIENCE;
  private Duration maxPolling = DEFAULT_POLLING;
  private boolean retriesAfterPolling = true;
  private @Nullable Duration tokenLifetime;

  private SimulatedHook(Transport transport, RequestSigner signer, Set<String> handled) {
    this.transport = transport;
    this.signer = signer;
    this.handled = handled;
  }

  /**
   * Returns a hook for rules. They run in an endpoint of their own, which refuses lossy writes and
   * logs the texts of exceptions.
   */
  public static SimulatedHook of(ContentRules rules) {
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(RULES)
            .lossyWrites(LossyWrites.REFUSE)
            .logExceptionTexts()
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
    return new SimulatedHook(Deployment.of(endpoint), signer, Set.of());
  }

  /** Returns a hook for several nodes of an extension, with the events that they handle. */
  public static SimulatedHook of(SimulatedNodes nodes, Secret secret) {
    return new SimulatedHook(
        nodes.transport(),
        RequestSigner.of(secret),
        Deployment.handledBy(nodes.endpoints().get(0)));
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
    copy.keepsRequestId = keepsRequestId;
    copy.timeout = timeout;
    copy.maxPolling = maxPolling;
    copy.retriesAfterPolling = retriesAfterPolling;
    copy.tokenLifetime = tokenLifetime;
    change.accept(copy);
    return copy;
  }

  /** Returns a copy with this name, which the exchanges have. */
  public SimulatedHook withName(String name) {
    return with(hook -> hook.name = name);
  }

  /**
   * Returns a copy that is registered for exactly these events. With both {@code updated} and
   * {@code user_update}, it gets two requests for an edit, as from Rossum.
   *
   * @param names events with their actions, such as {@code annotation_content.initialize}
   * @throws IllegalArgumentException if an event has no action
   */
  public SimulatedHook withEvents(String... names) {
    for (String name : names) {
      int dot = name.indexOf('.');
      if (dot <= 0 || dot == name.length() - 1) {
        throw new IllegalArgumentException(
            "Expected an event with its action, but found '"
                + name
                + "'. Add the action, such as annotation_content.initialize.");
      }
    }
    return with(hook -> hook.events = Set.of(names));
  }

  /**
   * Returns a copy that also gets {@code user_update} with each {@code started} and {@code
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
   * Returns a copy that gets these sideloads and no others. {@code schemas} holds the schema that
   * the simulator knows. Without this call, the hook gets the sideloads of the fixture.
   *
   * @see <a
   *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#sideloads-and-the-schema">The
   *     protocol: sideloads and the schema</a>
   */
  public SimulatedHook withSideloads(String... lists) {
    return with(hook -> hook.sideloads = Set.of(lists));
  }

  /**
   * Returns a copy with this {@code retry_count}, which counts for requests that no user waits for.
   *
   * @throws IllegalArgumentException if it is not from 0 to 4
   */
  public SimulatedHook withRetryCount(int retries) {
    if (retries < 0 || retries > MOST_RETRIES) {
      throw new IllegalArgumentException(
          "retry_count must be from 0 to 4, but was " + retries + ".");
    }
    return with(hook -> hook.retries = retries);
  }

  /**
   * Returns a copy with {@code retry_on_any_non_2xx}: Rossum repeats a request after any failure
   * status.
   */
  public SimulatedHook withRetryOnAnyNon2xx() {
    return with(hook -> hook.retriesAnyNon2xx = true);
  }

  /**
   * Returns a copy whose repeated requests have the {@code request_id} of the first one. Without
   * this call, each has an id of its own, because Rossum does not document which is the case.
   */
  public SimulatedHook withSameRequestId() {
    return with(hook -> hook.keepsRequestId = true);
  }

  /**
   * Returns a copy with this {@code timeout_s}, which counts for requests that no user waits for.
   * If a user waits, it is 30 seconds. A response is late if the time passes on the simulator's
   * clock or for real, such as while you debug. An endpoint in the same process is not interrupted.
   *
   * @throws IllegalArgumentException if it is not from 0 to 60 seconds
   */
  public SimulatedHook withTimeout(Duration limit) {
    if (limit.isNegative() || limit.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "timeout_s must be from 0 to 60 seconds, but was " + limit + ".");
    }
    return with(hook -> hook.timeout = limit);
  }

  /**
   * Returns a copy with this {@code max_polling_time_s}, which counts for {@code upload.created},
   * {@code invocation.scheduled} and {@code annotation_content.export} only.
   *
   * @throws IllegalArgumentException if it is not from 0 to 1 hour
   */
  public SimulatedHook withMaxPollingTime(Duration limit) {
    if (limit.isNegative() || limit.compareTo(MOST_POLLING) > 0) {
      throw new IllegalArgumentException(
          "max_polling_time_s must be from 0 to 1 hour, but was " + limit + ".");
    }
    return with(hook -> hook.maxPolling = limit);
  }

  /**
   * Returns a copy with {@code retry_after_polling_failure} false, which counts for {@code
   * upload.created}, {@code invocation.scheduled} and {@code annotation_content.export} only.
   */
  public SimulatedHook withoutRetryAfterPolling() {
    return with(hook -> hook.retriesAfterPolling = false);
  }

  /**
   * Returns a copy with this {@code token_lifetime_s}: the token of a request to this hook is valid
   * for this time, also after the response. Without this call, it is valid for 10 minutes or until
   * the response, whichever comes first. It counts if an API stub joined the simulator.
   *
   * @throws IllegalArgumentException if it is not from 0 to 7200 seconds
   */
  public SimulatedHook withTokenLifetime(Duration limit) {
    if (limit.isNegative() || limit.compareTo(LONGEST_TOKEN) > 0) {
      throw new IllegalArgumentException(
          "token_lifetime_s must be from 0 to 7200 seconds, but was " + limit + ".");
    }
    return with(hook -> hook.tokenLifetime = limit);
  }

  /** Returns the name that the exchanges have. */
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

  /** Returns how long its tokens are valid; empty if only until the response. */
  Optional<Duration> tokenLifetime() {
    return Optional.ofNullable(tokenLifetime);
  }

  boolean retriesAnyNon2xx() {
    return retriesAnyNon2xx;
  }

  boolean keepsRequestId() {
    return keepsRequestId;
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
   * Returns whether the hook gets an event.
   *
   * @param twin the action that comes together with {@code user_update}; null if this comes alone
   */
  boolean receives(String event, HookAction action, @Nullable HookAction twin) {
    if (events != null) {
      return events.contains(event + "." + action);
    }
    return handles(event, action) && (twin == null || twins || !handles(event, twin));
  }

  /** Returns whether the hook gets the status of the open document. */
  boolean receivesStatus() {
    EventKind kind = EventKind.statusChanged();
    return !(events == null && handled().isEmpty()) && receives(kind.event(), kind.action(), null);
  }

  private boolean handles(String event, HookAction action) {
    Set<String> all = handled();
    return all.isEmpty() || all.contains(event) || all.contains(event + "." + action);
  }

  private Set<String> handled() {
    return transport instanceof Deployment deployment ? deployment.handled() : handled;
  }

  /** Returns the name, and nothing of secret and settings. */
  @Override
  public String toString() {
    return "SimulatedHook[" + name + "]";
  }
}
