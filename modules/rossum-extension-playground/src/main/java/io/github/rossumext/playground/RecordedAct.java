package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A request that somebody has, such as a recorded one, is sent as it is. */
record RecordedAct() implements EventAct {
  private static final String REQUEST = "request";

  @Override
  public String name() {
    return "send_request";
  }

  @Override
  public List<String> parts() {
    return List.of(REQUEST);
  }

  @Override
  public void checkParts(Act act) {
    event(act);
  }

  private static Fixture request(Act act) {
    try {
      return Fixture.of(act.text(REQUEST).getBytes(StandardCharsets.UTF_8));
    } catch (PayloadException e) {
      throw new IllegalArgumentException("This is not a request of Rossum: " + e.getMessage(), e);
    }
  }

  @Override
  public HookEvent<?, ?> event(Act act) {
    return OtherEvents.of(request(act));
  }

  @Override
  public List<String> send(RossumSimulator rossum, Act act, ObjectNode report) {
    OtherEvents.send(rossum, request(act), report);
    return List.of();
  }

  @Override
  public JavaStep sendInJava(Act act) {
    return new JavaStep(
        OtherEvents.methodFor(request(act))
            + "(Fixture.of("
            + JavaText.literal(act.text(REQUEST))
            + ".getBytes(StandardCharsets.UTF_8)))",
        false,
        List.of(Fixture.class.getName(), StandardCharsets.class.getName()));
  }
}
