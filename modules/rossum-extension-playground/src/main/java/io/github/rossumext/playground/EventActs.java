package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;
import java.util.Map;

/** The acts of the panel with all events of the protocol. */
final class EventActs {
  private static final String CONTENT = "annotation_content";

  /** The actions of each event. */
  private static final List<Map.Entry<String, HookAction>> EVENTS =
      List.of(
          Map.entry(CONTENT, HookAction.INITIALIZE),
          Map.entry(CONTENT, HookAction.STARTED),
          Map.entry(CONTENT, HookAction.UPDATED),
          Map.entry(CONTENT, HookAction.USER_UPDATE),
          Map.entry(CONTENT, HookAction.CONFIRM),
          Map.entry(CONTENT, HookAction.EXPORT),
          Map.entry("annotation_status", HookAction.CHANGED),
          Map.entry("email", HookAction.RECEIVED),
          Map.entry("upload", HookAction.CREATED),
          Map.entry("invocation", HookAction.SCHEDULED),
          Map.entry("invocation", HookAction.MANUAL));

  private EventActs() {}

  static List<ActKind> all() {
    return List.of(
        new ContentEventAct(),
        new StatusEventAct(),
        new EmailAct(),
        new UploadAct(),
        new ScheduleAct(),
        new InvokeAct(),
        new RecordedAct(),
        new AgainAct(),
        new PassTimeAct());
  }

  /** Returns the events that the extension gets. */
  static ArrayNode handled(RossumSimulator rossum) {
    ArrayNode handled = Json.object().putArray("handled");
    EVENTS.stream()
        .filter(event -> rossum.hasReceiver(event.getKey(), event.getValue()))
        .forEach(event -> handled.add(event.getKey() + "." + event.getValue().value()));
    return handled;
  }
}
