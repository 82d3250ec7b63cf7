package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.time.Duration;
import java.util.List;

/** Time passes on the clock of the simulator. */
record PassTimeAct() implements ActKind {
  private static final String SECONDS = "seconds";

  /** A year: the clock does not go back, so a slip of the keyboard must not take it far. */
  private static final long MOST = 366L * 24 * 60 * 60;

  @Override
  public String name() {
    return "pass_time";
  }

  @Override
  public List<String> arguments() {
    return List.of(SECONDS);
  }

  @Override
  public void check(Act act) {
    seconds(act);
  }

  private static long seconds(Act act) {
    JsonNode seconds = act.arguments().path(SECONDS);
    if (!seconds.canConvertToLong() || seconds.asLong() < 1 || seconds.asLong() > MOST) {
      throw new IllegalArgumentException(
          "The time must be from 1 second to 366 days, but was "
              + (seconds.isMissingNode() ? "not given" : seconds)
              + ".");
    }
    return seconds.asLong();
  }

  @Override
  public ActResult run(RossumSimulator rossum, Act act) {
    rossum.clock().advance(Duration.ofSeconds(seconds(act)));
    return ActResult.DONE;
  }

  @Override
  public String inWords(Act act) {
    return "Let " + seconds(act) + " s pass";
  }

  @Override
  public JavaStep inJava(Act act) {
    return new JavaStep(
        "rossum.clock().advance(Duration.ofSeconds(" + seconds(act) + "))",
        false,
        List.of(Duration.class.getName()));
  }
}
