package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.HookEvent;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;

/** The cron of the hook is due. */
record ScheduleAct() implements EventAct {
  @Override
  public String name() {
    return "send_scheduled";
  }

  @Override
  public List<String> parts() {
    return List.of();
  }

  @Override
  public void checkParts(Act act) {
    // It has none.
  }

  @Override
  public HookEvent<?, ?> event(Act act) {
    return HookEvent.INVOCATION_SCHEDULED;
  }

  @Override
  public List<String> send(RossumSimulator rossum, Act act, ObjectNode report) {
    rossum.schedule(rossum.toSameHook(Fixtures.invocationScheduled()));
    return List.of();
  }

  @Override
  public JavaStep sendInJava(Act act) {
    return new JavaStep(
        "schedule(rossum.toSameHook(Fixtures.invocationScheduled()))",
        false,
        List.of(Fixtures.class.getName()));
  }
}
