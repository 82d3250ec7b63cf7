package io.github.rossumext.internal.check;

/**
 * Reports a loss in the way that the endpoint of a request wants: as an exception or as a line of
 * the log. The context of a request opens the way to its reporter, and does not show it to authors.
 */
@FunctionalInterface
public interface LossReporter {
  /**
   * Reports a loss.
   *
   * @param loss what would be lost and why, without any value of the document
   */
  void report(String loss);
}
