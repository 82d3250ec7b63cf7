package io.github.rossumext;

import io.github.rossumext.internal.access.Access;
import io.github.rossumext.internal.check.LossReporter;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a handler knows beside the payload's own content: the hook's settings and secrets, and how
 * much time is left. Immutable and thread-safe; it prints no setting and no secret.
 */
public final class HookContext {
  private static final Logger LOG = LoggerFactory.getLogger(HookEndpoint.class);

  /** Rossum waits 30 s for an answer (protocol §1), of which its way back needs some. */
  static final Duration PATIENCE = Duration.ofSeconds(29);

  private static final int MAX_ID_LENGTH = 80;

  static {
    Access.open(HookContext.class, LossReporter.class, context -> context::reportLoss);
  }

  private final HookPayload payload;
  private final String requestId;
  private final Clock clock;
  private final Instant deadline;
  private final LossyWrites lossyWrites;

  HookContext(HookPayload payload, Clock clock, Instant received, LossyWrites lossyWrites) {
    this(payload, clock, received, PATIENCE, lossyWrites);
  }

  HookContext(
      HookPayload payload,
      Clock clock,
      Instant received,
      Duration patience,
      LossyWrites lossyWrites) {
    this.payload = payload;
    this.requestId =
        payload
            .requestId()
            .filter(HookContext::isOneWord)
            .orElseGet(() -> UUID.randomUUID().toString());
    this.clock = clock;
    this.deadline = received.plus(patience);
    this.lossyWrites = lossyWrites;
  }

  /** A context for a test of a handler or rule: the call has just arrived, lossy writes throw. */
  public static HookContext of(HookPayload payload) {
    Clock clock = Clock.systemUTC();
    return new HookContext(payload, clock, clock.instant(), LossyWrites.REFUSE);
  }

  // It is written into logs, where a line break would forge a line.
  private static boolean isOneWord(String id) {
    if (id.length() > MAX_ID_LENGTH) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) <= ' ' || id.charAt(i) >= 127) {
        return false;
      }
    }
    return true;
  }

  /**
   * The id of the call, a printable word; one of our own where Rossum sent none, or something else.
   */
  public String requestId() {
    return requestId;
  }

  /** The action of the call, such as {@code initialize}. */
  public HookAction action() {
    return payload.action();
  }

  /** Whether a user is waiting for the answer. */
  public boolean isInteractive() {
    return payload.isInteractive();
  }

  /**
   * When the answer must have left: 29 seconds after the call arrived, unless the endpoint says
   * something else.
   */
  public Instant deadline() {
    return deadline;
  }

  /** The time until {@link #deadline()}; never negative. */
  public Duration remaining() {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Reports a part of a response that Rossum would silently lose.
   *
   * @param loss what would be lost and why, without any value of the document
   * @throws LossyWriteException under {@link LossyWrites#REFUSE}; else the loss is logged
   */
  void reportLoss(String loss) {
    LossyWriteException lost = new LossyWriteException(loss);
    if (lossyWrites == LossyWrites.REFUSE) {
      throw lost;
    }
    // The exception's own text: no schema id in it can forge a line.
    LOG.warn("Rossum would lose part of the answer: {} (request {})", lost.problem(), requestId);
  }

  /**
   * The settings of the hook as a record of the author's, each component of which must be there.
   *
   * @throws SettingsException if they do not fit; the message names the path and what was expected
   */
  public <T> T settings(Class<T> type) {
    try {
      return payload.settings().as(type);
    } catch (BindingException e) {
      throw new SettingsException("settings", e);
    }
  }

  /**
   * The settings of the hook laid over these defaults: settings are often <code>{}</code>.
   *
   * @throws SettingsException if they do not fit; the message names the path and what was expected
   */
  public <T> T settings(T defaults) {
    try {
      return payload.settings().over(defaults);
    } catch (BindingException e) {
      throw new SettingsException("settings", e);
    }
  }

  /**
   * A secret of the hook.
   *
   * @throws SettingsException if it is missing or blank; the message names it
   */
  public Secret secret(String name) {
    return payload
        .secret(name)
        .orElseThrow(() -> new SettingsException("secrets." + name + ": expected a text"));
  }

  /**
   * The secrets of the hook as a record of the author's.
   *
   * @throws SettingsException if they do not fit; the message names the path and shows no value
   */
  public <T> T secrets(Class<T> type) {
    try {
      return payload.secrets().as(type);
    } catch (BindingException e) {
      throw new SettingsException("secrets", e);
    }
  }

  /** The root of the Rossum environment, for calls of the author's own (protocol §6). */
  public Optional<URI> baseUrl() {
    return payload.baseUrl();
  }

  /** The token for such calls; send it to the host of {@link #baseUrl()} only. */
  public Optional<Secret> token() {
    return payload.token();
  }

  /** Event and request id. */
  @Override
  public String toString() {
    return "HookContext[" + payload.eventAndAction() + ", " + requestId + "]";
  }
}
