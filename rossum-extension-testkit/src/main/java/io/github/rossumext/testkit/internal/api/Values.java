package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiPredicate;

/** Compares the values of fields, as orders and queries do. */
final class Values {
  private Values() {}

  /** Compares numbers as numbers, and anything else as text. */
  static int compare(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? one.decimalValue().compareTo(other.decimalValue())
        : one.asText("").compareTo(other.asText(""));
  }

  /**
   * Returns whether a value is one of a list.
   *
   * @param isSame whether the value is the same as an element; each language of queries has its own
   */
  static boolean isAmong(
      JsonNode value, JsonNode list, BiPredicate<? super JsonNode, ? super JsonNode> isSame) {
    for (JsonNode one : list) {
      if (isSame.test(value, one)) {
        return true;
      }
    }
    return false;
  }
}
