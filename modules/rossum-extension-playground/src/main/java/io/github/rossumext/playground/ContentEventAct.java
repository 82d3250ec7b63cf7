package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;

/** An event about the content of the document as it is now, whose status stays. */
record ContentEventAct() implements EventAct {
  static final String ACTION = "action";

  /** Those that need no ids of edited fields. */
  static final List<HookAction> ACTIONS =
      List.of(
          HookAction.INITIALIZE,
          HookAction.STARTED,
          HookAction.USER_UPDATE,
          HookAction.CONFIRM,
          HookAction.EXPORT);

  @Override
  public String name() {
    return "send_content";
  }

  @Override
  public List<String> parts() {
    return List.of(ACTION);
  }

  @Override
  public void checkParts(Act act) {
    action(act);
  }

  private static HookAction action(Act act) {
    HookAction action = new HookAction(act.text(ACTION));
    if (!ACTIONS.contains(action)) {
      throw new IllegalArgumentException(
          "Expected one of the actions " + ACTIONS + ", but found '" + action + "'.");
    }
    return action;
  }

  @Override
  public HookEvent<?, ?> event(Act act) {
    return HookEvent.ANNOTATION_CONTENT.only(action(act));
  }

  @Override
  public List<String> send(RossumSimulator rossum, Act act, ObjectNode report) {
    return rossum.deliver(action(act)).refusals();
  }

  @Override
  public JavaStep sendInJava(Act act) {
    return new JavaStep(
        "deliver(new HookAction(\"" + action(act).value() + "\"))",
        true,
        List.of(HookAction.class.getName()));
  }
}
