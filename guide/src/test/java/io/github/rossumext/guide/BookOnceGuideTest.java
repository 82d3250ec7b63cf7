package io.github.rossumext.guide;

import static io.github.rossumext.FailurePolicy.RETRY;
import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.delivery.IfUnknown.RUN_AGAIN;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;
import static io.github.rossumext.payload.AnnotationStatus.FAILED_EXPORT;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.testkit.simulator.DeliveryFault.NODE_KILLED_AFTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.jdbc.JdbcDeliveryStore;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.DeliveryFault;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.testkit.simulator.SimulatedNodes;
import io.github.rossumext.testkit.simulator.VirtualClock;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.h2.jdbcx.JdbcConnectionPool;

/** The code of docs/book-once.md. */
class BookOnceGuideTest {
  private static final Secret SECRET = Secret.of("made-up");

  /** An ERP that recognises the key of a booking. */
  private static final class Erp {
    /** The numbers of the booked invoices, by the keys of their bookings. */
    final Map<String, String> bookings = new LinkedHashMap<>();

    synchronized String book(String idempotencyKey, String number) throws IOException {
      if (number.isEmpty()) {
        throw new IOException("The ERP needs a number.");
      }
      bookings.putIfAbsent(idempotencyKey, number);
      return "ERP-" + number;
    }

    synchronized Optional<String> find(String supplier, String number) {
      return bookings.containsValue(number)
          ? Optional.of("ERP-" + number).filter(known -> !supplier.isEmpty())
          : Optional.empty();
    }
  }

  // docs: book-once
  static HookEndpoint.Builder exporting(HookEndpoint.Builder endpoint, Erp erp) {
    return endpoint
        .on(ANNOTATION_CONTENT.only(EXPORT), ContentRules.of(content -> book(content, erp)))
        .once(ANNOTATION_CONTENT.only(EXPORT), RUN_AGAIN) // the ERP recognises the key
        .onFailure(ANNOTATION_CONTENT.only(EXPORT), RETRY);
  }

  static void book(ContentEditor content, Erp erp) throws IOException {
    String key = content.context().deliveryKey(); // the same for every repeat
    content.field("notes").set(erp.book(key, content.field("invoice_id").text()));
  }

  // end

  // docs: book-what-is-not-booked
  static void bookUnlessBooked(ContentEditor content, Erp erp) throws IOException {
    Optional<String> known =
        erp.find(content.field("vendor").text(), content.field("invoice_id").text());
    if (known.isPresent()) {
      content.field("notes").set(known.get());
    } else {
      book(content, erp);
    }
  }

  // end

  // docs: book-at-most-once
  static HookEndpoint.Builder atMostOnce(HookEndpoint.Builder endpoint, ContentRule book) {
    return endpoint
        .on(ANNOTATION_CONTENT.only(EXPORT), ContentRules.of(book))
        .once(ANNOTATION_CONTENT.only(EXPORT)); // if nobody knows the outcome: REFUSE
  }

  // end

  // docs: remember-in-a-database
  static HookEndpoint.Builder remembering(HookEndpoint.Builder endpoint, DataSource pool)
      throws SQLException {
    JdbcDeliveryStore store = JdbcDeliveryStore.of(pool);
    store.createTable(); // or give its SQL file to your migration tool
    return endpoint.store(store);
  }

  // end

  // docs: test-book-once
  private static final Fixture CONFIRMED = Fixtures.invoice().with(EXPORT);

  @Property(tries = 50)
  void thereIsOneBookingWhateverHappens(@ForAll @Size(max = 5) List<DeliveryFault> faults) {
    Erp erp = new Erp();
    VirtualClock clock = VirtualClock.create();
    try (SimulatedNodes nodes = SimulatedNodes.of(clock, store -> node(erp, store, clock))) {
      RossumSimulator rossum =
          RossumSimulator.of(SimulatedHook.of(nodes, SECRET)).clock(clock).open(CONFIRMED);

      rossum.deliveryFaults(ANNOTATION_CONTENT.only(EXPORT), faults).export();
      assertThat(erp.bookings).hasSizeLessThanOrEqualTo(1);

      rossum.deliveryFaults(ANNOTATION_CONTENT.only(EXPORT), List.of()).deliverAgain();
      assertThat(rossum.status()).isEqualTo(EXPORTED);
      assertThat(erp.bookings).hasSize(1);
    }
  }

  private static HookEndpoint node(Erp erp, DeliveryStore store, VirtualClock clock) {
    return exporting(HookEndpoint.builder().secret(SECRET), erp).store(store).clock(clock).build();
  }

  // end

  @Example
  void aSecondExportOfAUserIsRecognisedByTheNumber() {
    Erp erp = new Erp();
    HookEndpoint.Builder builder =
        atMostOnce(Responses.endpoint(), content -> bookUnlessBooked(content, erp));
    try (HookEndpoint endpoint = builder.build()) {
      RossumSimulator rossum = RossumSimulator.of(endpoint, Responses.SECRET).open(CONFIRMED);
      rossum.export();
      rossum.export();

      assertThat(rossum.status()).isEqualTo(EXPORTED);
      assertThat(rossum.exchanges()).hasSize(2);
    }
    assertThat(erp.bookings).hasSize(1);
  }

  @Example
  void underRefuseTheUserReadsThatNobodyKnowsTheOutcome() {
    List<String> bookings = new ArrayList<>();
    VirtualClock clock = VirtualClock.create();
    try (SimulatedNodes nodes =
        SimulatedNodes.of(
            clock,
            store ->
                atMostOnce(
                        HookEndpoint.builder().secret(SECRET),
                        content -> bookings.add(content.field("invoice_id").text()))
                    .store(store)
                    .clock(clock)
                    .build())) {
      RossumSimulator rossum =
          RossumSimulator.of(SimulatedHook.of(nodes, SECRET)).clock(clock).open(CONFIRMED);

      rossum.deliveryFaults(ANNOTATION_CONTENT.only(EXPORT), List.of(NODE_KILLED_AFTER)).export();

      assertThat(rossum.status()).isEqualTo(FAILED_EXPORT);
      assertThat(rossum.exchanges().get(1).status()).hasValue(422);
    }
    assertThat(bookings).hasSize(1);
  }

  @Example
  void twoNodesShareADatabase() throws SQLException {
    Erp erp = new Erp();
    JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:book-once", "", "");
    try (HookEndpoint one = remembering(exporting(Responses.endpoint(), erp), pool).build();
        HookEndpoint other = remembering(exporting(Responses.endpoint(), erp), pool).build()) {
      RossumSimulator.of(one, Responses.SECRET).open(CONFIRMED).export();
      RossumSimulator.of(other, Responses.SECRET).open(CONFIRMED).export(); // the same request

      assertThat(erp.bookings).hasSize(1);
    } finally {
      pool.dispose();
    }
  }

  @Example
  void thePageNamesEachFault() {
    assertThat(Guide.text("docs/book-once.md"))
        .contains(Arrays.stream(DeliveryFault.values()).map(fault -> "`" + fault + "`").toList());
  }

  @Example
  void theTimesAreThoseThatThePageSays() {
    assertThat(DeliverySettings.defaults().bodyTime()).isEqualTo(Duration.ofMinutes(6));
    assertThat(DeliverySettings.defaults().keepTime()).isEqualTo(Duration.ofHours(24));
    assertThat(DeliverySettings.defaults().quickTime()).isEqualTo(Duration.ofSeconds(20));
    assertThat(DeliverySettings.defaults().closeTime()).isEqualTo(Duration.ofSeconds(30));
  }
}
