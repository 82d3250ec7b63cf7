package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.HookEvent;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.RawJson;
import java.util.List;

/** A client of the API invokes the hook, and gets its response. */
record InvokeAct() implements EventAct {
  private static final String ARGUMENTS = "arguments";

  @Override
  public String name() {
    return "send_manual";
  }

  @Override
  public List<String> parts() {
    return List.of(ARGUMENTS);
  }

  @Override
  public void checkParts(Act act) {
    invocation(act);
  }

  private static JsonNode given(Act act) {
    JsonNode given = act.arguments().path(ARGUMENTS);
    return given.isMissingNode() ? Json.object() : given;
  }

  /** Throws if the client gives no object, or a key of Rossum's own. */
  private static Fixture invocation(Act act) {
    return Fixtures.invocationManual().withArguments(RawJson.of(given(act).toString()));
  }

  @Override
  public HookEvent<?, ?> event(Act act) {
    return HookEvent.INVOCATION_MANUAL;
  }

  @Override
  public List<String> send(RossumSimulator rossum, Act act, ObjectNode report) {
    if (report.path("isHandled").asBoolean()) {
      Exchange exchange = rossum.invoke(rossum.toSameHook(invocation(act)));
      report.put("response", exchange.responseWithoutSecrets());
    }
    return List.of();
  }

  @Override
  public JavaStep sendInJava(Act act) {
    return new JavaStep(
        "invoke(rossum.toSameHook(Fixtures.invocationManual().withArguments(RawJson.of("
            + JavaText.literal(given(act).toString())
            + "))))",
        false,
        List.of(Fixtures.class.getName(), RawJson.class.getName()));
  }
}
