package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.simulator.DeliveryFault;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of act that sends one event, as Rossum or a client of its API does. What came of it is in
 * the report of the result: the page shows it beside the event.
 */
interface EventAct extends ActKind {
  /** Returns the event with one action. */
  HookEvent<?, ?> event(Act act);

  /**
   * Sends it, and adds to the report what Rossum makes of the response.
   *
   * @return the reasons why it, or a part of it, was not done
   */
  List<String> send(RossumSimulator rossum, Act act, ObjectNode report);

  /** Returns the names of the arguments of this event. */
  List<String> parts();

  /** Throws if they are not as this kind needs them. */
  void checkParts(Act act);

  /** Returns the Java that sends it, as calls of the simulator. */
  JavaStep sendInJava(Act act);

  /** Returns the event with its action, such as {@code email.received}. */
  static String nameOf(HookEvent<?, ?> event) {
    return event.event() + "." + actionOf(event).value();
  }

  private static HookAction actionOf(HookEvent<?, ?> event) {
    return event.actions().iterator().next();
  }

  @Override
  default List<String> arguments() {
    List<String> all = new ArrayList<>(parts());
    all.add(Delivery.ARGUMENT);
    return all;
  }

  @Override
  default void check(Act act) {
    Delivery.of(act);
    checkParts(act);
  }

  @Override
  default ActResult run(RossumSimulator rossum, Act act) {
    HookEvent<?, ?> event = event(act);
    DeliveryFault fault = Delivery.of(act);
    int before = rossum.exchanges().size();
    ObjectNode report = Json.object();
    report.put("act", name());
    report.put("event", nameOf(event));
    boolean isHandled = rossum.hasReceiver(event.event(), actionOf(event));
    report.put("isHandled", isHandled);
    if (isHandled && fault != DeliveryFault.NONE) {
      report.put(Delivery.ARGUMENT, Delivery.name(fault));
    }
    List<String> refusals = new ArrayList<>();
    Delivery.during(rossum, event, fault, () -> refusals.addAll(send(rossum, act, report)));
    ArrayNode numbers = report.putArray("exchanges");
    for (int i = before; i < rossum.exchanges().size(); i++) {
      numbers.add(i);
    }
    return new ActResult(refusals, true).withReport(report);
  }

  @Override
  default String inWords(Act act) {
    return "Send " + nameOf(event(act)) + Delivery.inWords(Delivery.of(act));
  }

  @Override
  default JavaStep inJava(Act act) {
    DeliveryFault fault = Delivery.of(act);
    JavaStep step = sendInJava(act);
    List<String> imports = new ArrayList<>(step.imports());
    imports.addAll(Delivery.imports(fault));
    return new JavaStep(
        "rossum." + Delivery.inJava(eventInJava(act), fault) + step.expression(),
        step.isOutcome(),
        imports);
  }

  /** Returns the event as Java names it. */
  private String eventInJava(Act act) {
    HookEvent<?, ?> event = event(act);
    return switch (event.event()) {
      case "annotation_content" ->
          "HookEvent.ANNOTATION_CONTENT.only(new HookAction(\"" + actionOf(event).value() + "\"))";
      case "annotation_status" -> "HookEvent.ANNOTATION_STATUS";
      case "email" -> "HookEvent.EMAIL_RECEIVED";
      case "upload" -> "HookEvent.UPLOAD_CREATED";
      default ->
          actionOf(event).equals(HookAction.MANUAL)
              ? "HookEvent.INVOCATION_MANUAL"
              : "HookEvent.INVOCATION_SCHEDULED";
    };
  }
}
