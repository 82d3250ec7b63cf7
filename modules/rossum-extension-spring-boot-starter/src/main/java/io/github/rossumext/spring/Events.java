package io.github.rossumext.spring;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static io.github.rossumext.HookEvent.INVOCATION_MANUAL;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static io.github.rossumext.HookEvent.UNKNOWN;
import static io.github.rossumext.HookEvent.UPLOAD_CREATED;

import io.github.rossumext.HookEvent;
import io.github.rossumext.internal.help.Nearest;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.ContentResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events that a property can name. */
final class Events {
  /** In the order of the components of {@link EventTimeouts} and {@link EventPolicies}. */
  private static final List<HookEvent<?, ?>> NAMED =
      List.of(
          ANNOTATION_CONTENT,
          ANNOTATION_CONTENT.only(HookAction.INITIALIZE),
          ANNOTATION_CONTENT.only(HookAction.STARTED),
          ANNOTATION_CONTENT.only(HookAction.USER_UPDATE),
          ANNOTATION_CONTENT.only(HookAction.UPDATED),
          ANNOTATION_CONTENT.only(HookAction.CONFIRM),
          ANNOTATION_CONTENT.only(HookAction.EXPORT),
          ANNOTATION_STATUS,
          EMAIL_RECEIVED,
          UPLOAD_CREATED,
          INVOCATION_SCHEDULED,
          INVOCATION_MANUAL,
          UNKNOWN);

  private Events() {}

  /**
   * Returns the values that are set, by their events.
   *
   * @param values one for each named event, in their order; null if it is not set
   */
  @SafeVarargs
  static <T> Map<HookEvent<?, ?>, T> thoseSet(@Nullable T... values) {
    Map<HookEvent<?, ?>, T> set = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      T value = values[i];
      if (value != null) {
        set.put(NAMED.get(i), value);
      }
    }
    return set;
  }

  /**
   * Returns the event of a property, such as {@code annotation_content.export}.
   *
   * @throws StartFailure if the name is not that of an event
   */
  static HookEvent<?, ?> named(String property, String name) {
    String wanted = name.strip();
    for (HookEvent<?, ?> event : NAMED) {
      if (!event.equals(UNKNOWN) && event.toString().equals(wanted)) {
        return event;
      }
    }
    if (wanted.equals("annotation_status.changed")) {
      return ANNOTATION_STATUS;
    }
    List<String> known =
        NAMED.stream().filter(event -> !event.equals(UNKNOWN)).map(HookEvent::toString).toList();
    throw new StartFailure(
        "The property " + property + " names the event '" + wanted + "', which does not exist.",
        Nearest.question(wanted, known, "")
            + " Write event and action, such as annotation_content.export. These can be named: "
            + String.join(", ", known)
            + ". For an event that is newer than the library, use a HookEndpointCustomizer bean.");
  }

  /**
   * Returns the events of a rule that is limited to actions.
   *
   * @throws StartFailure if there is no action, or one does not exist
   */
  static List<HookEvent<ContentPayload, ContentResponse>> ofRule(String bean, String... actions) {
    List<String> known =
        NAMED.stream()
            .filter(event -> event.event().equals(ANNOTATION_CONTENT.event()))
            .flatMap(event -> event.actions().stream())
            .map(HookAction::value)
            .toList();
    List<HookEvent<ContentPayload, ContentResponse>> events = new ArrayList<>();
    for (String action : actions) {
      if (!known.contains(action)) {
        throw new StartFailure(
            "The rule '" + bean + "' is @OnlyAt(\"" + action + "\"), which is not an action.",
            Nearest.question(action, known, "")
                + " The actions of annotation_content are "
                + String.join(", ", known)
                + ". For one that is newer than the library, use an EventHandler bean.");
      }
      events.add(ANNOTATION_CONTENT.only(new HookAction(action)));
    }
    if (events.isEmpty()) {
      throw new StartFailure(
          "The rule '" + bean + "' is @OnlyAt() without an action, so it would never run.",
          "Name an action, such as @OnlyAt(\"export\"), or remove the annotation.");
    }
    return events;
  }
}
