package io.github.rossumext.testkit.hostile;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One case: what is sent, and what may come of it.
 *
 * @param group what it is about
 * @param name what is wrong or odd
 * @param request what is sent
 * @param statuses the statuses that the response may have
 * @param needsWire whether it means something over a wire only
 * @param check what is wrong with the body of the response; {@code ""} if nothing
 */
record Attack(
    String group,
    String name,
    Attempt request,
    Set<Integer> statuses,
    boolean needsWire,
    Function<String, String> check) {
  static Attack of(String group, String name, Attempt request, Integer... statuses) {
    return new Attack(group, name, request, new TreeSet<>(Set.of(statuses)), false, body -> "");
  }

  Attack overAWire() {
    return new Attack(group, name, request, statuses, true, check);
  }

  Attack checked(Function<String, String> other) {
    return new Attack(group, name, request, statuses, needsWire, other);
  }
}
