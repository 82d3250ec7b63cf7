package io.github.rossumext.testkit.jqwik;

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
 * A document and what is done with it: {@code initialize}, then what a user does. It prints itself
 * as the code that repeats it. Immutable and thread-safe.
 *
 * @see RossumArbitraries#conversations
 */
public final class Conversation {
  private final @Nullable Sketch sketch;
  private final List<Step> steps;
  // Made when it is asked for: most simpler conversations are never held.
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

  /** The document as it begins. */
  public Fixture document() {
    Fixture known = document;
    if (known == null) {
      known = Objects.requireNonNull(sketch, "sketch").fixture();
      document = known;
    }
    return known;
  }

  /** What is done after {@code initialize}. */
  public List<Step> steps() {
    return steps;
  }

  /**
   * Opens the document and does everything.
   *
   * @return what became of it; nothing for what the document had no row or value for
   */
  public List<Outcome> in(RossumSimulator rossum) {
    rossum.open(document());
    List<Outcome> outcomes = new ArrayList<>();
    all().forEach(step -> step.in(rossum).ifPresent(outcomes::add));
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

  /** The code that repeats it. */
  @Override
  public String toString() {
    return code(all());
  }

  /** The code that repeats the document and these steps. */
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
