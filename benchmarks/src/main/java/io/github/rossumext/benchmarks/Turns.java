package io.github.rossumext.benchmarks;

/**
 * A measurement of our service and one of the other. They take turns in going first, so that a
 * slower machine slows both.
 */
record Turns<T>(T ours, T theirs) {
  /** Measures one service. */
  @FunctionalInterface
  interface Measurement<S, T> {
    T of(S service) throws Exception;
  }

  /** Measures both; the round decides which goes first. */
  static <S, T> Turns<T> take(int round, S ours, S theirs, Measurement<S, T> measurement)
      throws Exception {
    if (round % 2 == 0) {
      T first = measurement.of(ours);
      return new Turns<>(first, measurement.of(theirs));
    }
    T first = measurement.of(theirs);
    return new Turns<>(measurement.of(ours), first);
  }
}
