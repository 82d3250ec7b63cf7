package io.github.rossumext.snippets;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.testkit.simulator.DeliveryFault.NODE_KILLED_AFTER;
import static io.github.rossumext.testkit.simulator.DeliveryFault.RESPONSE_LOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.IfUnknown;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.testkit.simulator.SimulatedNodes;
import io.github.rossumext.testkit.simulator.VirtualClock;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The examples in the Javadoc of deliveries. */
class DeliverySnippetsTest {
  private static final Secret SECRET = Secret.of("made-up");
  private static final Fixture EXPORTED = Fixtures.invoice().with(EXPORT);

  private final List<String> booked = new ArrayList<>();

  /** The other system. */
  private interface Erp {
    void book(ContentPayload invoice, String idempotencyKey);
  }

  private final Erp erp = (invoice, idempotencyKey) -> booked.add(idempotencyKey);

  // @start region="once"
  HookEndpoint endpoint(Secret secret) {
    return HookEndpoint.builder()
        .secret(secret)
        .on(ANNOTATION_CONTENT.only(EXPORT), this::book)
        .once(ANNOTATION_CONTENT.only(EXPORT)) // if the outcome is unknown: REFUSE
        .build();
  }

  // @end

  // @start region="key"
  ContentResponse book(ContentPayload invoice, HookContext context) {
    erp.book(invoice, context.deliveryKey());
    return ContentResponse.empty();
  }

  // @end

  // @start region="later"
  HookEndpoint nightly(Secret secret, URI publicUrl) { // https://extension.example.com/rossum
    return HookEndpoint.builder()
        .secret(secret)
        .listen(INVOCATION_SCHEDULED, (call, context) -> importMasterData(context.remaining()))
        .later(INVOCATION_SCHEDULED, publicUrl, Duration.ofMinutes(30)) // = max_polling_time_s
        .build();
  }

  // @end

  private void importMasterData(Duration most) {
    booked.add("imported within " + most.toMinutes() + " minutes");
  }

  @Test
  void aNightlyImportHasHalfAnHour() {
    EndpointRequest call =
        SignedRequest.of(Fixtures.invocationScheduled(), SECRET).toEndpointRequest();
    URI publicUrl = URI.create("https://extension.example.com/rossum");
    try (HookEndpoint endpoint = nightly(SECRET, publicUrl)) {
      assertThat(endpoint.handle(call).status()).isEqualTo(200);
    }

    assertThat(booked).hasSize(1).first().asString().startsWith("imported within ");
  }

  // @start region="listener"
  static final class JobLog implements HookListener {
    final List<String> lost = new CopyOnWriteArrayList<>();

    @Override
    public void deliveryLost(String deliveryKey) {
      lost.add(deliveryKey); // look into the other system, which knows the key
    }
  }

  // @end

  // @start region="settings"
  HookEndpoint.Builder withTimes(HookEndpoint.Builder endpoint) {
    return endpoint.deliveries(
        DeliverySettings.defaults()
            .withBodyTime(Duration.ofMinutes(10))
            .withCloseTime(Duration.ofMinutes(1)));
  }

  // @end

  // @start region="store"
  HookEndpoint.Builder withStore(HookEndpoint.Builder endpoint) {
    return endpoint
        .store(InMemoryDeliveryStore.of(1_000, Clock.systemUTC()))
        .once(ANNOTATION_CONTENT.only(EXPORT), IfUnknown.RUN_AGAIN); // the ERP honours the key
  }

  // @end

  @Test
  void storeAndTimesCanBeSet() {
    JobLog jobs = new JobLog();
    HookEndpoint.Builder builder =
        HookEndpoint.builder()
            .secret(SECRET)
            .on(ANNOTATION_CONTENT.only(EXPORT), this::book)
            .listener(jobs);
    EndpointRequest export =
        SignedRequest.of(Fixtures.invoice().with(EXPORT), SECRET).toEndpointRequest();
    try (HookEndpoint endpoint = withStore(withTimes(builder)).build()) {
      endpoint.handle(export);
      endpoint.handle(export);
    }

    assertThat(booked).hasSize(1);
    assertThat(jobs.lost).isEmpty();
  }

  @Test
  void aRepeatedExportBooksOnce() {
    EndpointRequest export =
        SignedRequest.of(Fixtures.invoice().with(EXPORT), SECRET).toEndpointRequest();
    try (HookEndpoint endpoint = endpoint(SECRET)) {
      assertThat(endpoint.handle(export).status()).isEqualTo(200);
      assertThat(endpoint.handle(export).status()).isEqualTo(200);
    }

    assertThat(booked).hasSize(1);
  }

  // @start region="nodes"
  @Test
  void theErpHasOneBookingAlthoughANodeIsKilled() {
    VirtualClock clock = VirtualClock.create();
    try (SimulatedNodes nodes = SimulatedNodes.of(clock, store -> node(store, clock))) {
      RossumSimulator rossum =
          RossumSimulator.of(SimulatedHook.of(nodes, SECRET)).clock(clock).open(EXPORTED);
      rossum.deliveryFaults(ANNOTATION_CONTENT.only(EXPORT), List.of(NODE_KILLED_AFTER));

      assertThat(rossum.export().status()).isEqualTo(AnnotationStatus.EXPORTED);
    }
    assertThat(booked).hasSize(2); // two runs with one key, which the ERP recognises
    assertThat(Set.copyOf(booked)).hasSize(1);
  }

  private HookEndpoint node(DeliveryStore store, VirtualClock clock) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(ANNOTATION_CONTENT.only(EXPORT), this::book)
        .once(ANNOTATION_CONTENT.only(EXPORT), IfUnknown.RUN_AGAIN)
        .store(store)
        .clock(clock)
        .build();
  }

  // @end

  @Test
  void aLostResponseDoesNotBookTwice() {
    try (HookEndpoint endpoint = endpoint(SECRET)) {
      RossumSimulator rossum = RossumSimulator.of(endpoint, SECRET).open(EXPORTED);
      // @start region="faults"
      rossum.deliveryFaults(
          ANNOTATION_CONTENT.only(EXPORT),
          List.of(RESPONSE_LOST, RESPONSE_LOST)); // the third attempt goes well
      rossum.export();
      // @end

      assertThat(rossum.status()).isEqualTo(AnnotationStatus.EXPORTED);
    }
    assertThat(booked).hasSize(1);
  }
}
