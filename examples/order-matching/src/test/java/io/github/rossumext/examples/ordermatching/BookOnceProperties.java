package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.FailurePolicy.TELL_USER;
import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.delivery.IfUnknown.RUN_AGAIN;
import static io.github.rossumext.examples.ordermatching.Documents.invoice;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.examples.ordermatching.TestErp.Fault;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.simulator.DeliveryFault;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.testkit.simulator.SimulatedNodes;
import io.github.rossumext.testkit.simulator.VirtualClock;
import io.github.rossumext.value.Secret;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Two nodes book at the ERP, whatever goes wrong on the way and there, in whatever order. */
class BookOnceProperties {
  private static final Secret SECRET = Secret.of("a-secret-for-the-tests");
  private static final TestErp ERP = TestErp.start();

  @AfterContainer
  static void stop() {
    ERP.close();
  }

  private static RestClient.Builder client() {
    HttpClient http = HttpClient.newHttpClient();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(Duration.ofMillis(500));
    return RestClient.builder().baseUrl(ERP.url()).requestFactory(requests);
  }

  /** A node as application.properties makes it, without Spring, which would take its time. */
  private static HookEndpoint node(DeliveryStore store, VirtualClock clock) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(ANNOTATION_CONTENT.only(EXPORT), ContentRules.of(new BookingRule(client())))
        .once(ANNOTATION_CONTENT.only(EXPORT), RUN_AGAIN)
        .onFailure(ANNOTATION_CONTENT.only(EXPORT), TELL_USER)
        .store(store)
        .clock(clock)
        .build();
  }

  @Property(tries = 40)
  void theErpHasAtMostOneBookingAndExactlyOneOnceAllIsWell(
      @ForAll @Size(max = 6) List<DeliveryFault> faults,
      @ForAll @Size(max = 3) List<Fault> erpFaults) {
    ERP.clear();
    VirtualClock clock = VirtualClock.create();
    try (SimulatedNodes nodes = SimulatedNodes.of(clock, store -> node(store, clock))) {
      RossumSimulator rossum =
          RossumSimulator.of(SimulatedHook.of(nodes, SECRET))
              .clock(clock)
              .open(invoice().with(EXPORT));
      ERP.next(erpFaults.stream().filter(fault -> fault != Fault.REFUSED).toList());

      rossum.deliveryFaults(ANNOTATION_CONTENT.only(EXPORT), faults).export();
      assertThat(ERP.bookings()).hasSizeLessThanOrEqualTo(1);

      ERP.next(List.of());
      rossum.deliveryFaults(ANNOTATION_CONTENT.only(EXPORT), List.of()).deliverAgain();
      assertThat(rossum.status()).isEqualTo(AnnotationStatus.EXPORTED);
      assertThat(ERP.bookings()).hasSize(1);
    }
  }
}
