package io.github.rossumext.testkit.simulator;

import static io.github.rossumext.FailurePolicy.RETRY;
import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.IfUnknown;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** What an author writes about an export, whatever happens. */
class OneBookingProperties {
  private static final Secret SECRET = Secret.of("simulated");
  private static final HookEvent<?, ?> EVENT = ANNOTATION_CONTENT.only(EXPORT);

  /** How the ERP responds to one request. */
  enum ErpFault {
    NONE,
    DOWN,
    RESPONSE_LOST
  }

  /** An ERP that may recognise the key of a booking. */
  private static final class Erp {
    private final boolean isKeyHonoured;
    private final Deque<ErpFault> faults;
    private final List<String> bookings = new ArrayList<>();

    Erp(boolean isKeyHonoured, List<ErpFault> faults) {
      this.isKeyHonoured = isKeyHonoured;
      this.faults = new ArrayDeque<>(faults);
    }

    synchronized void book(String key) throws IOException {
      ErpFault fault = faults.isEmpty() ? ErpFault.NONE : faults.remove();
      if (fault == ErpFault.DOWN) {
        throw new IOException("down");
      }
      if (!isKeyHonoured || !bookings.contains(key)) {
        bookings.add(key);
      }
      if (fault == ErpFault.RESPONSE_LOST) {
        throw new IOException("no response");
      }
    }
  }

  private static HookEndpoint.Builder endpoint(
      Erp erp, VirtualClock clock, DeliveryStore store, IfUnknown ifUnknown) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .clock(clock)
        .store(store)
        .on(
            ANNOTATION_CONTENT.only(EXPORT),
            (invoice, context) -> {
              erp.book(context.deliveryKey());
              return ContentResponse.empty();
            })
        .once(EVENT, ifUnknown);
  }

  private static RossumSimulator rossum(
      SimulatedNodes nodes, VirtualClock clock, boolean isSameId, List<DeliveryFault> faults) {
    SimulatedHook hook = SimulatedHook.of(nodes, SECRET);
    return RossumSimulator.of(isSameId ? hook.withSameRequestId() : hook)
        .clock(clock)
        .open(Fixtures.invoice().with(EXPORT))
        .deliveryFaults(EVENT, faults);
  }

  @Property(tries = 150)
  void anErpThatRecognisesTheKeyHasAtMostOneBookingAndExactlyOneOnceAllIsWell(
      @ForAll @Size(max = 7) List<DeliveryFault> faults,
      @ForAll @Size(max = 4) List<ErpFault> erpFaults,
      @ForAll boolean isSameId) {
    Erp erp = new Erp(true, erpFaults);
    VirtualClock clock = VirtualClock.create();
    try (SimulatedNodes nodes =
        SimulatedNodes.of(
            clock,
            store ->
                endpoint(erp, clock, store, IfUnknown.RUN_AGAIN).onFailure(EVENT, RETRY).build())) {
      RossumSimulator rossum = rossum(nodes, clock, isSameId, faults);
      rossum.export();
      rossum.deliverAgain();
      assertThat(erp.bookings).hasSizeLessThanOrEqualTo(1);

      erp.faults.clear();
      rossum.deliveryFaults(EVENT, List.of()).deliverAgain();
      assertThat(rossum.status()).isEqualTo(AnnotationStatus.EXPORTED);
      assertThat(erp.bookings).hasSize(1);
    }
  }

  @Property(tries = 150)
  void anErpThatDoesNotHasAtMostOneBookingUnderRefuse(
      @ForAll @Size(max = 7) List<DeliveryFault> faults,
      @ForAll @Size(max = 4) List<ErpFault> erpFaults,
      @ForAll boolean isSameId) {
    Erp erp = new Erp(false, erpFaults);
    VirtualClock clock = VirtualClock.create();
    try (SimulatedNodes nodes =
        SimulatedNodes.of(clock, store -> endpoint(erp, clock, store, IfUnknown.REFUSE).build())) {
      RossumSimulator rossum = rossum(nodes, clock, isSameId, faults);
      rossum.export();
      rossum.deliverAgain();

      assertThat(erp.bookings).hasSizeLessThanOrEqualTo(1);
    }
  }
}
