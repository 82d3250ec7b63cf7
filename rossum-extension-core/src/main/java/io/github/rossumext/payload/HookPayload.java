package io.github.rossumext.payload;

import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A request that Rossum sent. Only event and action are guaranteed. Immutable and thread-safe.
 * {@link #toString()} shows nothing of the content; {@link #raw()} holds everything, secrets and
 * token included, so keep it out of logs.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#keys-of-every-request">The
 *     protocol: keys of every request</a>
 */
public abstract sealed class HookPayload extends JsonView
    permits AnnotationPayload,
        EmailPayload,
        UploadPayload,
        ScheduledPayload,
        ManualPayload,
        UnknownPayload {

  private final String event;
  private final HookAction action;

  HookPayload(PayloadReader reader) {
    super(reader.root());
    this.event = reader.event();
    this.action = reader.action();
  }

  /**
   * Returns the payload of this body. The bytes are not copied, so do not change them afterwards.
   *
   * @throws PayloadException if the body is not a payload of the protocol
   */
  public static HookPayload of(byte[] body) {
    return PayloadReader.read(body);
  }

  /** Returns the first half of the event, such as {@code annotation_content}. */
  public final String event() {
    return event;
  }

  /** Returns the second half of the event, such as {@code initialize}. */
  public final HookAction action() {
    return action;
  }

  /** Returns event and action as Rossum writes them in a hook, such as {@code upload.created}. */
  public final String eventAndAction() {
    return event + "." + action.value();
  }

  /** Returns the id of this request, which Rossum's hook log shows too. */
  public final Optional<String> requestId() {
    return text("request_id").filter(id -> !id.isBlank());
  }

  /** Returns when Rossum sent the request. */
  public final Optional<Instant> timestamp() {
    return instant("timestamp");
  }

  /** Returns the hook that the request is for. */
  public final Optional<ResourceUrl> hook() {
    return url("hook");
  }

  /**
   * Returns the settings of the hook as they came, usually an object; an empty object if it has
   * none.
   */
  public final RawJson settings() {
    return json("settings").orElse(RawJson.EMPTY_OBJECT);
  }

  /**
   * Returns the secrets of the hook, decrypted, usually an object; an empty object if it has none.
   */
  public final RawJson secrets() {
    return json("secrets").orElse(RawJson.EMPTY_OBJECT);
  }

  /** Returns a secret of the hook; empty if it is missing or blank. */
  public final Optional<Secret> secret(String name) {
    return secrets()
        .find(name)
        .flatMap(RawJson::scalar)
        .filter(text -> !text.isBlank())
        .map(Secret::of);
  }

  /** Returns the names of the hook's secrets. */
  public final Set<String> secretNames() {
    return secrets().keys();
  }

  /**
   * Returns the root of the Rossum environment, without {@code /api/v1}; empty in old payloads,
   * such as those of 2020.
   */
  public final Optional<URI> baseUrl() {
    try {
      return text("base_url").isPresent()
          ? Optional.of(new URI(text("base_url").orElseThrow()))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the token for Rossum's API, if the hook has a token owner.
   *
   * @see <a
   *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#calls-to-rossum">The
   *     protocol: calls to Rossum</a>
   */
  public final Optional<Secret> token() {
    return text("rossum_authorization_token").filter(token -> !token.isBlank()).map(Secret::of);
  }

  /**
   * Returns whether a user waits for the response.
   *
   * @see <a
   *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#events">The
   *     protocol: events</a>
   */
  public final boolean isInteractive() {
    return event.equals(PayloadReader.CONTENT)
        && !action.isOneOf(HookAction.INITIALIZE, HookAction.EXPORT);
  }

  /** Returns event, action and size; nothing of the content. */
  @Override
  public final String toString() {
    return Printable.word(eventAndAction()) + "[" + raw() + "]";
  }
}
