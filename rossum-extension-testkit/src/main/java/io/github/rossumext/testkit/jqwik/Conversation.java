package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.internal.help.QuietLog;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;
import org.jspecify.annotations.Nullable;

/**
 * A document and its steps: {@code initialize}, then what a user does. {@link #toString} returns
 * the code that repeats it. Immutable and thread-safe.
 *
 * @see RossumArbitraries#conversations
 */
public final class Conversation {
  private final @Nullable Sketch sketch;
  private final List<Step> steps;
  // Made on first use, because most simpler conversations never run.
  private volatile @Nullable Fixture document;

  Conversation(Sketch sketch, List<Step> steps) {
    this(sketch, null, steps);
  }

  Conversation(Fixture document, List<Step> steps) {
    this(null, document, steps);
  }

  private Conversation(@Nullable Sketch sketch, @Nullable Fixture document, List<Step> steps) {
    this.sketch = sketch;
    this.document = document;
    this.steps = List.copyOf(steps);
  }

  /** Returns the document before the first step. */
  public Fixture document() {
    Fixture known = document;
    if (known == null) {
      known = Objects.requireNonNull(sketch, "sketch").fixture();
      document = known;
    }
    return known;
  }

  /** Returns the steps after {@code initialize}. */
  public List<Step> steps() {
    return steps;
  }

  /**
   * Opens the document and does all steps, {@code initialize} first.
   *
   * @return the outcomes of the steps, without those whose row or value the document does not have
   */
  public List<Outcome> in(RossumSimulator rossum) {
    rossum.open(document());
    List<Outcome> outcomes = new ArrayList<>();
    QuietLog.during(() -> all().forEach(step -> step.in(rossum).ifPresent(outcomes::add)));
    Reached.add(this, outcomes);
    return outcomes;
  }

  List<Step> all() {
    List<Step> all = new ArrayList<>(List.of(Step.INITIALIZE));
    all.addAll(steps);
    return all;
  }

  Stream<Conversation> simpler() {
    Stream<Conversation> fewer = Lists.shorter(steps).map(this::with);
    Stream<Conversation> smaller =
        sketch == null
            ? Stream.of()
            : Sketches.simpler(sketch).map(other -> new Conversation(other, steps));
    Stream<Conversation> easier = Lists.withOneChanged(steps, Step::simpler).map(this::with);
    return Stream.of(fewer, smaller, easier).flatMap(conversations -> conversations);
  }

  private Conversation with(List<Step> other) {
    return new Conversation(sketch, document, other);
  }

  ShrinkingDistance size() {
    ShrinkingDistance size = ShrinkingDistance.of(steps.size());
    ShrinkingDistance all = ShrinkingDistance.of(0, 0);
    for (Step step : steps) {
      all = all.plus(step.size());
    }
    return size.append(all).append(sketch == null ? ShrinkingDistance.of(0) : sketch.size());
  }

  /** Returns the code that repeats the conversation. */
  @Override
  public String toString() {
    return code(all());
  }

  /** Returns the code that repeats the document and these steps. */
  String code(List<Step> some) {
    StringBuilder code = new StringBuilder("rossum.open(");
    if (sketch == null) {
      code.append(document().name());
    } else {
      code.append("\n    ").append(sketch.code().replace("\n", "\n    "));
    }
    code.append(");");
    some.forEach(step -> code.append('\n').append(step));
    return code.toString();
  }
}
