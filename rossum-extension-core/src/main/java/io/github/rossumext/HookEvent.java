package io.github.rossumext;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.ManualPayload;
import io.github.rossumext.payload.ScheduledPayload;
import io.github.rossumext.payload.StatusPayload;
import io.github.rossumext.payload.UnknownPayload;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.response.JsonResponse;
import io.github.rossumext.response.NoResponse;
import io.github.rossumext.response.UploadResponse;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An event that a handler can be registered for. Its types tie the payload of the event to the
 * response that Rossum reads.
 *
 * {@snippet class="io.github.rossumext.snippets.EndpointSnippetsTest" region="event"}
 *
 * <p>Immutable and thread-safe.
 *
 * @param <P> the payload of the event
 * @param <R> the response to it
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#events">The
 *     protocol: events</a>
 */
public final class HookEvent<P extends HookPayload, R extends HookResponse> {
  /** {@code annotation_content}, all actions; {@link #only} narrows them. */
  public static final HookEvent<ContentPayload, ContentResponse> ANNOTATION_CONTENT =
      new HookEvent<>("annotation_content", Set.of());

  /** {@code annotation_status.changed}. */
  public static final HookEvent<StatusPayload, NoResponse> ANNOTATION_STATUS =
      new HookEvent<>("annotation_status", Set.of());

  /** {@code email.received}. */
  public static final HookEvent<EmailPayload, EmailResponse> EMAIL_RECEIVED =
      new HookEvent<>("email", Set.of(HookAction.RECEIVED));

  /** {@code upload.created}. */
  public static final HookEvent<UploadPayload, UploadResponse> UPLOAD_CREATED =
      new HookEvent<>("upload", Set.of(HookAction.CREATED));

  /** {@code invocation.scheduled}. */
  public static final HookEvent<ScheduledPayload, NoResponse> INVOCATION_SCHEDULED =
      new HookEvent<>("invocation", Set.of(HookAction.SCHEDULED));

  /** {@code invocation.manual}. */
  public static final HookEvent<ManualPayload, JsonResponse> INVOCATION_MANUAL =
      new HookEvent<>("invocation", Set.of(HookAction.MANUAL));

  static final String ANY = "*";

  /** Every event that this version of the library does not know. */
  public static final HookEvent<UnknownPayload, JsonResponse> UNKNOWN =
      new HookEvent<>(ANY, Set.of());

  private static final List<HookEvent<?, ?>> TYPED =
      List.of(
          ANNOTATION_CONTENT,
          ANNOTATION_STATUS,
          EMAIL_RECEIVED,
          UPLOAD_CREATED,
          INVOCATION_SCHEDULED,
          INVOCATION_MANUAL);

  private final String event;
  private final Set<HookAction> actions;

  private HookEvent(String event, Set<HookAction> actions) {
    this.event = event;
    this.actions = Collections.unmodifiableSet(actions);
  }

  /**
   * Returns an event that this version of the library does not know.
   *
   * @throws IllegalArgumentException if this version knows the event; the message says what to use
   */
  public static HookEvent<UnknownPayload, JsonResponse> other(String event, String action) {
    HookAction wanted = new HookAction(action);
    for (HookEvent<?, ?> typed : TYPED) {
      if (typed.event.equals(event)
          && (typed.actions.isEmpty() || typed.actions.contains(wanted))) {
        throw new IllegalArgumentException(
            event
                + "."
                + action
                + " is a known event. Use HookEvent."
                + typed.constant(wanted)
                + ".");
      }
    }
    return new HookEvent<>(event, Set.of(wanted));
  }

  /**
   * Returns the event, narrowed to these actions. If several handlers fit a request, only the
   * narrowest one is called: the one with the fewest actions, and last the one for all actions.
   *
   * @throws IllegalArgumentException if the event does not have one of the actions
   */
  public HookEvent<P, R> only(HookAction first, HookAction... more) {
    Set<HookAction> narrowed = new LinkedHashSet<>();
    narrowed.add(first);
    narrowed.addAll(List.of(more));
    if (event.equals(ANY) || (!actions.isEmpty() && !actions.containsAll(narrowed))) {
      throw new IllegalArgumentException(
          event.equals(ANY)
              ? "HookEvent.UNKNOWN cannot be narrowed. Use HookEvent.other(event, action)."
              : event
                  + " has only the actions "
                  + actions
                  + ", but was narrowed to "
                  + narrowed
                  + ".");
    }
    return new HookEvent<>(event, narrowed);
  }

  /** Returns whether this version of the library does not know the event. */
  boolean isUnknown() {
    return TYPED.stream()
        .noneMatch(
            typed ->
                typed.event.equals(event)
                    && (typed.actions.isEmpty() || typed.actions.containsAll(actions)));
  }

  /** Returns the event as Rossum writes it; {@code *} for {@link #UNKNOWN}. */
  public String event() {
    return event;
  }

  /** Returns the actions in the order in which they were given; an empty set means all actions. */
  public Set<HookAction> actions() {
    return actions;
  }

  private String constant(HookAction action) {
    String name = toString().replace('.', '_').toUpperCase(Locale.ROOT);
    return actions.isEmpty() ? name + ".only(new HookAction(\"" + action + "\"))" : name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HookEvent<?, ?> that
        && event.equals(that.event)
        && actions.equals(that.actions);
  }

  @Override
  public int hashCode() {
    return 31 * event.hashCode() + actions.hashCode();
  }

  /** Returns the event with its actions, as Rossum writes them in a hook. */
  @Override
  public String toString() {
    if (event.equals(ANY)) {
      return "any other event";
    }
    if (actions.isEmpty()) {
      return event;
    }
    return String.join(", ", actions.stream().map(action -> event + "." + action).toList());
  }
}
