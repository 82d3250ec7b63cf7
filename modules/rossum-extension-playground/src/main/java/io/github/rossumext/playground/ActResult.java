package io.github.rossumext.playground;

import java.util.List;

/**
 * How an act of the user ended.
 *
 * @param refusals the reasons why it, or a part of it, was not done; empty if it was done
 */
record ActResult(List<String> refusals) {
  static final ActResult DONE = new ActResult(List.of());

  ActResult {
    refusals = List.copyOf(refusals);
  }

  static ActResult refused(String reason) {
    return new ActResult(List.of(reason));
  }
}
