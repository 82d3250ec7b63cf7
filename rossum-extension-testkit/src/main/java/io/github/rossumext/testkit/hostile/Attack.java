package io.github.rossumext.testkit.hostile;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One case: a request and the responses that it may get.
 *
 * @param group the group of the case
 * @param name the name of the defect
 * @param request the request to send
 * @param statuses the statuses that the response may have
 * @param needsWire whether it needs a wire
 * @param check returns the defect of the response's body; {@code ""} if it has none
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
