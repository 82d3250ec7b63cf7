package io.github.rossumext.internal.check;

import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports a loss in the way that the endpoint of a request wants: as an exception or as a line of
 * the log. The context of a request knows that way and does not show it to authors; it leaves the
 * door here. Thread-safe.
 */
public final class LossReporter {
  // Written once, when the class of the contexts is initialized, and so before a context exists.
  private static volatile @Nullable BiConsumer<Object, String> door;

  private LossReporter() {}

  /** Says how a context of this type reports a loss. */
  public static <C> void open(Class<C> contexts, BiConsumer<C, String> report) {
    door = (context, loss) -> report.accept(contexts.cast(context), loss);
  }

  /**
   * Reports a loss.
   *
   * @param context the context of the request
   * @param loss what would be lost and why, without any value of the document
   */
  public static void report(Object context, String loss) {
    Objects.requireNonNull(door, "door").accept(context, loss);
  }
}
