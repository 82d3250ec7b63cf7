package io.github.rossumext;

import io.github.rossumext.internal.check.ResponseCheck.LossReporter;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.Binding;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.help.OncePerHook;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.internal.help.UnreadKey;
import io.github.rossumext.internal.http.ExceptionTexts;
import io.github.rossumext.internal.http.RuleProgress;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The context of a request: the settings and secrets of its hook, and the time that is left.
 * Thread-safe; it prints no setting and no secret.
 */
public final class HookContext {
  private static final Function<RawJson, Binding> BINDING =
      Access.way(RawJson.class, Binding.class);

  static {
    Access.open(HookContext.class, LossReporter.class, context -> context.losses);
    Access.open(HookContext.class, ExceptionTexts.class, context -> context.texts);
    Access.open(HookContext.class, RuleProgress.class, context -> context.rules);
    Access.open(HookContext.class, OncePerHook.OfHook.class, context -> context::isFirstReport);
  }

  private final HookPayload payload;
  private final String requestId;
  private final Clock clock;
  private final Instant deadline;
  private final ReportedLosses losses;
  private final ExceptionTexts texts;
  private final OncePerHook reported;
  private final RulePolicies rules = new RulePolicies();
  private volatile @Nullable String deliveryKey;

  /**
   * Creates a context for a request.
   *
   * @param deadline the time by which the response must be sent, by the clock
   * @param reported the mistakes that the endpoint has reported
   */
  HookContext(
      HookPayload payload,
      Clock clock,
      Instant deadline,
      LossyWrites lossyWrites,
      ExceptionTexts texts,
      OncePerHook reported) {
    this.payload = payload;
    this.requestId =
        payload
            .requestId()
            .filter(id -> !id.isEmpty() && Printable.word(id).equals(id))
            .orElseGet(() -> UUID.randomUUID().toString());
    this.clock = clock;
    this.deadline = deadline;
    this.losses = new ReportedLosses(lossyWrites, requestId);
    this.texts = texts;
    this.reported = reported;
  }

  /**
   * Returns a context for tests of handlers and rules, and for rules in programs of your own. It
   * has 29 seconds left and a delivery key, lossy writes throw, and the log shows the texts of
   * exceptions. Use a new context for each request: after a lossy write, its request has failed.
   */
  public static HookContext of(HookPayload payload) {
    Clock clock = Clock.systemUTC();
    Instant deadline = clock.instant().plus(Timeouts.DEFAULT);
    HookContext context =
        new HookContext(
            payload, clock, deadline, LossyWrites.REFUSE, ExceptionTexts.SHOWN, new OncePerHook());
    context.deliveryKey = UUID.randomUUID().toString().replace("-", "");
    return context;
  }

  /**
   * Returns the id of the request. If Rossum sent no id, or an id with blanks, quotes or characters
   * that are not printable ASCII, the library makes a new id.
   */
  public String requestId() {
    return requestId;
  }

  /**
   * Returns the key of this delivery: a random text of 32 hexadecimal digits. It is the same for
   * every repeat of the request, and for every run of the handler. Send it to the other system as
   * {@code Idempotency-Key}, so that it recognises a run that it has already seen. A user who
   * exports again after a failure makes a new delivery, with a new key.
   *
   * {@snippet class="io.github.rossumext.snippets.DeliverySnippetsTest" region="key"}
   *
   * @throws IllegalStateException if the endpoint does not handle the event once: see {@link
   *     HookEndpoint.Builder#once(HookEvent, HookEvent[])} and {@link
   *     HookEndpoint.Builder#later(HookEvent, URI)}
   */
  public String deliveryKey() {
    String key = deliveryKey;
    if (key == null) {
      throw Mistake.ofState(
          HelpTopic.NO_DELIVERY_KEY.explain(
              "The event "
                  + Printable.word(payload.eventAndAction())
                  + " has no delivery key, because the endpoint may handle it more than once. Declare"
                  + " it with once(…) or later(…) when you build the endpoint."));
    }
    return key;
  }

  /** Gives it the key of its delivery. */
  void deliveryKey(String key) {
    this.deliveryKey = key;
  }

  /** Returns the action of the request, such as {@code initialize}. */
  public HookAction action() {
    return payload.action();
  }

  /** Returns whether a user is waiting for the response. */
  public boolean isInteractive() {
    return payload.isInteractive();
  }

  /**
   * Returns the time by which the response must be sent: 29 seconds after the request arrived,
   * unless the endpoint has another timeout for the event. If a user or the caller of the hook
   * waits, it is at most 29 seconds after the arrival. If Rossum may fetch the response later, it
   * is the end of the polling time.
   */
  public Instant deadline() {
    return deadline;
  }

  /** Returns the time until {@link #deadline()}; never negative. */
  public Duration remaining() {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** The losses of the request so far. */
  ReportedLosses losses() {
    return losses;
  }

  /** The policies of the rules that have begun. */
  RulePolicies rules() {
    return rules;
  }

  private <T> T bound(
      String root, RawJson json, Class<?> type, BiFunction<Binding, Consumer<UnreadKey>, T> way) {
    try {
      return way.apply(
          BINDING.apply(json), unread -> unread.report(this::isFirstReport, root, type));
    } catch (BindingException e) {
      throw new SettingsException(root, e);
    }
  }

  private boolean isFirstReport(String kind, String name) {
    return reported.isFirst(payload.hook().map(ResourceUrl::uri).orElse(""), kind, name);
  }

  /**
   * Returns the settings of the hook as your record. Each component of the record must have a key
   * in the settings, unless it is an {@code Optional}. A key matches a component without regard to
   * case, {@code _} and {@code -}. If a key looks like a misspelt component, the log has one line
   * about it for each hook.
   *
   * @throws SettingsException if they do not fit; the message names the path and what was expected
   * @throws IllegalStateException if the package of the record is not open to Jackson; the message
   *     has the line to add to {@code module-info.java}
   */
  public <T> T settings(Class<T> type) {
    return bound("settings", payload.settings(), type, (json, unread) -> json.as(type, unread));
  }

  /**
   * Returns the settings of the hook, with these defaults for what is missing: the settings of a
   * new hook are <code>{}</code>. Keys match as those of {@link #settings(Class)}.
   *
   * @throws SettingsException if they do not fit; the message names the path and what was expected
   * @throws IllegalStateException if the package of the record is not open to Jackson; the message
   *     has the line to add to {@code module-info.java}
   */
  public <T> T settings(T defaults) {
    return bound(
        "settings",
        payload.settings(),
        defaults.getClass(),
        (json, unread) -> json.over(defaults, unread));
  }

  /**
   * Returns a secret of the hook.
   *
   * @throws SettingsException if it is missing or blank; the message names it
   */
  public Secret secret(String name) {
    return payload.secret(name).orElseThrow(() -> noSecret(name));
  }

  private SettingsException noSecret(String name) {
    if (!payload.secrets().isObject()) {
      return new SettingsException("secrets: expected an object");
    }
    boolean isText =
        payload
            .secrets()
            .find(name)
            .filter(value -> !value.isObject() && !value.isList())
            .isPresent();
    boolean isThere = payload.secrets().find(name).isPresent();
    return new SettingsException(
        "secrets." + name + (isText || !isThere ? ": missing" : ": expected a text"));
  }

  /**
   * Returns the secrets of the hook as your record.
   *
   * @throws SettingsException if they do not fit; the message names the path and shows no value
   * @throws IllegalStateException if the package of the record is not open to Jackson; the message
   *     has the line to add to {@code module-info.java}
   */
  public <T> T secrets(Class<T> type) {
    return bound("secrets", payload.secrets(), type, (json, unread) -> json.as(type, unread));
  }

  /**
   * Returns the root of the Rossum environment, for your calls to its API.
   *
   * @see <a
   *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#calls-to-rossum">The
   *     protocol: calls to Rossum</a>
   */
  public Optional<URI> baseUrl() {
    return payload.baseUrl();
  }

  /** Returns the token for these API calls. Send it to the host of {@link #baseUrl()} only. */
  public Optional<Secret> token() {
    return payload.token();
  }

  /** Returns the event and the request id. */
  @Override
  public String toString() {
    return "HookContext[" + Printable.word(payload.eventAndAction()) + ", " + requestId + "]";
  }
}
