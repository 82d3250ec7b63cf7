package io.github.rossumext.testkit.jqwik;

import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * A value that knows simpler ones.
 *
 * @param value the value
 * @param simpler the values that are simpler, the boldest first; each has a smaller size
 * @param size how far the value is from the simplest
 */
record Simplified<T>(T value, Function<T, Stream<T>> simpler, Function<T, ShrinkingDistance> size)
    implements Shrinkable<T> {
  @Override
  public Stream<Shrinkable<T>> shrink() {
    return simpler.apply(value).map(other -> new Simplified<>(other, simpler, size));
  }

  @Override
  public ShrinkingDistance distance() {
    return size.apply(value);
  }
}
