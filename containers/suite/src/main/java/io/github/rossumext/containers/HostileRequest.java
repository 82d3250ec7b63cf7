package io.github.rossumext.containers;

import io.github.rossumext.testkit.internal.RawConnection.Response;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * A hostile request and the statuses that it may get.
 *
 * @param name the name of the defect
 * @param request the bytes to send, after which the client ends its output
 * @param reachesTheExtension whether every container passes it to the extension
 * @param statuses the statuses that the response may have, and {@link Response#CLOSED} if the
 *     connection may close without a response
 */
record HostileRequest(
    String name, Wire request, boolean reachesTheExtension, Set<Integer> statuses) {
  /** Returns a request that reaches the extension in every container and gets this status. */
  static HostileRequest responded(String name, Wire request, int status) {
    return new HostileRequest(name, request, true, Set.of(status));
  }

  /**
   * Returns a request that each container handles in its own way.
   *
   * @param statuses the statuses of the tested containers
   */
  static HostileRequest leftToTheContainer(String name, Wire request, Integer... statuses) {
    return new HostileRequest(name, request, false, new TreeSet<>(Arrays.asList(statuses)));
  }

  @Override
  public String toString() {
    return name + " -> " + statuses;
  }
}
