package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;

/** The event of a change of the status, which does not happen to the document. */
record StatusEventAct() implements EventAct {
  private static final String FROM = "from";
  private static final String TO = "to";

  @Override
  public String name() {
    return "send_status";
  }

  @Override
  public List<String> parts() {
    return List.of(FROM, TO);
  }

  @Override
  public void checkParts(Act act) {
    status(act, FROM);
    status(act, TO);
  }

  private static AnnotationStatus status(Act act, String argument) {
    AnnotationStatus status = new AnnotationStatus(act.text(argument));
    if (!status.isKnown()) {
      throw new IllegalArgumentException("Rossum has no status '" + status + "'.");
    }
    return status;
  }

  @Override
  public HookEvent<?, ?> event(Act act) {
    return HookEvent.ANNOTATION_STATUS.only(HookAction.CHANGED);
  }

  @Override
  public List<String> send(RossumSimulator rossum, Act act, ObjectNode report) {
    rossum.changeStatus(status(act, FROM), status(act, TO));
    return List.of();
  }

  @Override
  public String inWords(Act act) {
    return EventAct.super.inWords(act) + " from " + act.text(FROM) + " to " + act.text(TO);
  }

  @Override
  public JavaStep sendInJava(Act act) {
    return new JavaStep(
        "changeStatus(" + inJava(status(act, FROM)) + ", " + inJava(status(act, TO)) + ")",
        false,
        List.of(AnnotationStatus.class.getName()));
  }

  private static String inJava(AnnotationStatus status) {
    return "new AnnotationStatus(\"" + status.value() + "\")";
  }
}
