package io.github.rossumext.testkit.simulator;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import io.github.rossumext.testkit.SignedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Two nodes of an extension with one store, as behind a load balancer. The attempts of requests,
 * and the polls, go to the two in turn. If a {@link DeliveryFault} kills a node, a new one takes
 * its place at once. The store outlives the nodes.
 *
 * {@snippet class="io.github.rossumext.snippets.DeliverySnippetsTest" region="nodes"}
 *
 * <p>If a node waits for a run of a killed node, the time passes on the clock after which it
 * notices it. A run that is alive gives its signs of life by the clock, too.
 *
 * <p>For the thread that uses the simulator. Close it after the test: that interrupts the jobs that
 * still run.
 */
public final class SimulatedNodes implements AutoCloseable {
  private static final int NODES = 2;
  private static final int MOST_DELIVERIES = 10_000;

  private final SharedStore store;
  private final Function<DeliveryStore, HookEndpoint> start;
  private final List<Node> nodes = new ArrayList<>();
  private int requests;

  private record Node(HookEndpoint endpoint, SharedStore.Way store) {}

  private SimulatedNodes(SharedStore store, Function<DeliveryStore, HookEndpoint> start) {
    this.store = store;
    this.start = start;
    for (int i = 0; i < NODES; i++) {
      nodes.add(node());
    }
  }

  /**
   * Starts two nodes with a store in memory, which plays a database.
   *
   * @param clock the clock of the nodes and of the simulator
   * @param start starts an endpoint with the clock, and with the store that it gets
   */
  public static SimulatedNodes of(VirtualClock clock, Function<DeliveryStore, HookEndpoint> start) {
    return of(clock, InMemoryDeliveryStore.of(MOST_DELIVERIES, clock), start);
  }

  /**
   * Starts two nodes with this store. A database tells ages by a clock of its own, which the
   * virtual clock does not move.
   *
   * @param clock the clock of the nodes and of the simulator
   * @param start starts an endpoint with the clock, and with the store that it gets
   */
  public static SimulatedNodes of(
      VirtualClock clock, DeliveryStore store, Function<DeliveryStore, HookEndpoint> start) {
    return new SimulatedNodes(
        new SharedStore(Objects.requireNonNull(store, "store"), clock),
        Objects.requireNonNull(start, "start"));
  }

  private Node node() {
    SharedStore.Way way = store.new Way();
    return new Node(start.apply(way), way);
  }

  /** Returns the endpoints of the nodes that are up. */
  public List<HookEndpoint> endpoints() {
    return nodes.stream().map(Node::endpoint).toList();
  }

  /** Closes the nodes. Handlers that still run are interrupted at once. */
  @Override
  public void close() {
    nodes.forEach(node -> closeAtOnce(node.endpoint()));
  }

  /** Closes an endpoint without waiting for its handlers. */
  private static void closeAtOnce(HookEndpoint endpoint) {
    boolean wasInterrupted = Thread.interrupted();
    Thread.currentThread().interrupt(); // so that close() does not wait
    try {
      endpoint.close();
    } finally {
      if (!wasInterrupted) {
        Thread.interrupted();
      }
    }
  }

  /** Returns how many nodes there are, and nothing of their requests. */
  @Override
  public String toString() {
    return "SimulatedNodes[" + nodes.size() + "]";
  }

  /** Returns the way to the nodes. */
  Transport transport() {
    return new Transport() {
      @Override
      public WireResponse send(SignedRequest request, Duration timeout, DeliveryFault fault) {
        return SimulatedNodes.this.send(request, timeout, fault);
      }

      @Override
      public WireResponse poll(String location, Duration timeout) {
        return polled(location);
      }

      @Override
      public int runningJobs() {
        return endpoints().stream().mapToInt(HookEndpoint::runningJobs).sum();
      }
    };
  }

  private WireResponse send(SignedRequest request, Duration timeout, DeliveryFault fault) {
    int first = requests++ % NODES;
    int second = requests % NODES;
    WireResponse response =
        Transport.arriving(
            fault,
            () -> send(first, request, timeout, fault),
            () -> send(second, request, timeout, DeliveryFault.NONE));
    if (fault.killsNode()) {
      Node killed = nodes.set(first, node());
      killed.store().cut();
      closeAtOnce(killed.endpoint());
      return response.withJob(null);
    }
    return response;
  }

  private WireResponse send(
      int index, SignedRequest request, Duration timeout, DeliveryFault fault) {
    Node node = nodes.get(index);
    node.store().fault(fault);
    try {
      WireResponse response =
          Transport.of(node.endpoint()).send(request, timeout, DeliveryFault.NONE);
      if (fault.isOfStore() && !node.store().isAsked()) {
        throw new IllegalStateException(
            fault
                + " did not happen, because the endpoint did not ask its store. Declare the event"
                + " with once(…) or later(…), and give the endpoint the store.");
      }
      return response;
    } finally {
      node.store().fault(DeliveryFault.NONE);
    }
  }

  private WireResponse polled(String location) {
    Node node = nodes.get(requests++ % NODES);
    node.store().isPolled(true);
    try {
      return Transport.of(node.endpoint()).poll(location, Duration.ZERO);
    } finally {
      node.store().isPolled(false);
    }
  }
}
