package io.github.rossumext.testkit.simulator;

/**
 * Something that goes wrong while Rossum delivers a request, for {@link
 * RossumSimulator#deliveryFaults}.
 *
 * <p>After a fault that loses the response, the simulator repeats the request if Rossum repeats
 * requests of the event, and the time of the request is not over. Rossum documents repeats after
 * some statuses only, so this is the stricter reading. A fault is not a problem of the extension,
 * so {@link RossumSimulator#problems()} does not have it.
 *
 * <p>The faults of a store and of a node need {@link SimulatedNodes}, and all of them except {@link
 * #NODE_KILLED_LATER} an event that the endpoint handles once or later.
 */
public enum DeliveryFault {
  /** Nothing goes wrong. */
  NONE,
  /** The request does not arrive. */
  REQUEST_LOST,
  /** The extension responds, and the response does not arrive. */
  RESPONSE_LOST,
  /**
   * The response arrives when Rossum no longer waits: the clock advances until then. A repeat gets
   * its own time.
   */
  RESPONSE_LATE,
  /**
   * The request arrives a second time, with the same {@code request_id}, after the first response.
   * Rossum gets the second response.
   */
  ARRIVES_TWICE,
  /**
   * The request arrives twice at the same moment: at two nodes, or twice at an endpoint that is the
   * only one. Rossum gets one of the two responses.
   */
  ARRIVES_TWICE_AT_ONCE,
  /** The store fails before the handler begins, so that it does not run. */
  STORE_FAILS_BEFORE,
  /**
   * The store fails after the handler, so that its response is not stored. If no handler runs, as
   * for a repeat, nothing goes wrong.
   */
  STORE_FAILS_AFTER,
  /** The node is killed before the handler begins. The store knows that the delivery runs. */
  NODE_KILLED_BEFORE,
  /**
   * The node is killed after the handler and before the response is stored. If no handler ends, as
   * for a repeat or for a job that goes on, it is killed before it can respond.
   */
  NODE_KILLED_AFTER,
  /**
   * The node responds and is then killed. If the response is 202, nobody goes on with the job. The
   * simulator cannot stop a handler: it interrupts it, and what the handler still does counts as
   * done before the end.
   */
  NODE_KILLED_LATER;

  boolean losesResponse() {
    return this == REQUEST_LOST
        || this == RESPONSE_LOST
        || this == RESPONSE_LATE
        || this == NODE_KILLED_BEFORE
        || this == NODE_KILLED_AFTER;
  }

  boolean isOfNode() {
    return compareTo(STORE_FAILS_BEFORE) >= 0;
  }

  /** Returns whether it can happen only if the endpoint asks its store. */
  boolean isOfStore() {
    return isOfNode() && this != NODE_KILLED_LATER;
  }

  boolean killsNode() {
    return compareTo(NODE_KILLED_BEFORE) >= 0;
  }

  /** Returns why Rossum got no response. */
  String described() {
    return switch (this) {
      case REQUEST_LOST -> "the request was lost, as the delivery fault says";
      case RESPONSE_LATE -> "the response was late, as the delivery fault says";
      case NODE_KILLED_BEFORE, NODE_KILLED_AFTER ->
          "the node was killed, as the delivery fault says";
      default -> "the response was lost, as the delivery fault says";
    };
  }
}
