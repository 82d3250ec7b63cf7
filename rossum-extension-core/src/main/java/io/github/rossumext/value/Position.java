package io.github.rossumext.value;

import java.util.List;

/**
 * A rectangle on a page, in the page's pixels from its upper left corner. Immutable and
 * thread-safe.
 *
 * @param left the left edge
 * @param top the upper edge
 * @param right the right edge
 * @param bottom the lower edge
 */
public record Position(double left, double top, double right, double bottom) {
  /** Creates a rectangle. Its edges must be finite numbers. */
  public Position {
    if (!Double.isFinite(left)
        || !Double.isFinite(top)
        || !Double.isFinite(right)
        || !Double.isFinite(bottom)) {
      throw new IllegalArgumentException(
          "The edges of a position must be finite numbers, but were "
              + List.of(left, top, right, bottom)
              + ".");
    }
  }
}
