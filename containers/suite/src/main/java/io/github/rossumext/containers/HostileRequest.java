package io.github.rossumext.containers;

import io.github.rossumext.testkit.internal.RawConnection.Response;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request that nobody means well with, and what must come of it.
 *
 * @param name what is wrong with it
 * @param request what is sent; then the client says that nothing more will come
 * @param reachesTheExtension whether every container hands it to the extension
 * @param statuses the statuses that the response may have; {@link Response#CLOSED} if the
 *     connection may be closed without a response
 */
record HostileRequest(
    String name, Wire request, boolean reachesTheExtension, Set<Integer> statuses) {
  /** A request that reaches the extension in every container and gets this status. */
  static HostileRequest responded(String name, Wire request, int status) {
    return new HostileRequest(name, request, true, Set.of(status));
  }

  /**
   * A request about which the containers decide, each in its own way.
   *
   * @param statuses what the containers that we know do
   */
  static HostileRequest leftToTheContainer(String name, Wire request, Integer... statuses) {
    return new HostileRequest(name, request, false, new TreeSet<>(Arrays.asList(statuses)));
  }

  @Override
  public String toString() {
    return name + " -> " + statuses;
  }
}
