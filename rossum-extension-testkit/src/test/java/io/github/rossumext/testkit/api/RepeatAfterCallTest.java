package io.github.rossumext.testkit.api;

import static io.github.rossumext.FailurePolicy.RETRY;
import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.simulator.DeliveryFault;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.Secret;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A repeat says what the first request said, whatever the handler changed by calls meanwhile. */
class RepeatAfterCallTest {
  private static final Secret SECRET = Secret.of("repeated");
  private static final HookEvent<?, ?> EXPORTED = ANNOTATION_CONTENT.only(EXPORT);
  private static final String PATH = "/v1/annotations/4310220117";
  private static final String ANNOTATION = "https://papierhaus.rossum.example/api" + PATH;
  private static final Fixture CONFIRMED =
      Fixtures.invoiceWithSchema().withKey("annotation.status", "confirmed");

  /** What a handler does to Rossum's API before its response is lost. */
  enum Call {
    READ(client -> client.get("/v1/labels")),
    READ_THE_DOCUMENT(client -> client.get(PATH)),
    LABEL(
        client -> {
          String label = client.post("/v1/labels", "{\"name\": \"booked\"}").at("/url");
          client.post(
              "/v1/labels/apply",
              "{\"operations\": {\"add\": [\"%s\"]}, \"objects\": {\"annotations\": [\"%s\"]}}"
                  .formatted(label, ANNOTATION));
        }),
    METADATA(client -> client.patch(PATH, "{\"metadata\": {\"erp\": \"ERP-1\"}}")),
    CONTENT(
        client ->
            client.patch(
                PATH + "/content/5912004103", // the invoice number
                "{\"content\": {\"value\": \"ERP-1\"}}"));

    @SuppressWarnings("ImmutableEnumChecker") // the lambdas have no state
    private final Consumer<Client> work;

    Call(Consumer<Client> work) {
      this.work = work;
    }

    void by(HookContext context) {
      work.accept(
          new Client(
              context.baseUrl().orElseThrow(), "Bearer " + context.token().orElseThrow().reveal()));
    }
  }

  private final List<String> runs = new CopyOnWriteArrayList<>();

  private HookEndpoint calling(Call call) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(
            ANNOTATION_CONTENT.only(EXPORT),
            (invoice, context) -> {
              runs.add(context.deliveryKey());
              call.by(context);
              return ContentResponse.empty();
            })
        .once(EXPORTED)
        .onFailure(EXPORTED, RETRY)
        .build();
  }

  /** Returns a number that stands for all of the request except what differs in each. */
  private static int body(Exchange exchange) {
    return Json.object(exchange.request().getBytes(UTF_8))
        .without(List.of("request_id", "timestamp", "rossum_authorization_token"))
        .hashCode();
  }

  @ParameterizedTest
  @EnumSource
  void anExportWhoseResponseIsLostRunsOnce(Call call) {
    RossumSimulator rossum =
        RossumSimulator.of(SimulatedHook.of(calling(call), SECRET)).open(CONFIRMED);
    try (RossumApiStub api = RossumApiStub.create()) {
      api.join(rossum);

      rossum.deliveryFaults(EXPORTED, List.of(DeliveryFault.RESPONSE_LOST)).export();

      assertThat(rossum.exchanges()).hasSize(2);
      assertThat(rossum.exchanges().stream().map(RepeatAfterCallTest::body).distinct()).hasSize(1);
      assertThat(runs).hasSize(1);
      assertThat(api).hasNoProblems();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anExportThatIsDeliveredAgainRunsOnce(Call call) {
    RossumSimulator rossum =
        RossumSimulator.of(SimulatedHook.of(calling(call), SECRET)).open(CONFIRMED);
    try (RossumApiStub api = RossumApiStub.create()) {
      api.join(rossum);
      rossum.export();

      rossum.deliverAgain();

      assertThat(runs).hasSize(1);
    }
  }

  /** The user's own new export shows what the calls changed. */
  @Test
  void aSecondExportShowsTheChange() {
    RossumSimulator rossum =
        RossumSimulator.of(SimulatedHook.of(calling(Call.METADATA), SECRET)).open(CONFIRMED);
    try (RossumApiStub api = RossumApiStub.create()) {
      api.join(rossum);

      rossum.export();
      rossum.export();

      assertThat(rossum.exchanges().get(0).request()).doesNotContain("ERP-1");
      assertThat(rossum.exchanges().get(1).request()).contains("ERP-1");
      assertThat(runs).hasSize(2);
    }
  }

  @Test
  void aChangeOfTheStatusWhoseResponseIsLostIsHandledOnce() {
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(SECRET)
            .listen(
                ANNOTATION_STATUS,
                (change, context) -> {
                  runs.add(context.deliveryKey());
                  Call.LABEL.by(context);
                })
            .once(ANNOTATION_STATUS)
            .build();
    RossumSimulator rossum =
        RossumSimulator.of(SimulatedHook.of(endpoint, SECRET)).open(Fixtures.extractedInvoice());
    try (RossumApiStub api = RossumApiStub.create()) {
      api.join(rossum);

      rossum.deliveryFaults(ANNOTATION_STATUS, List.of(DeliveryFault.RESPONSE_LOST)).initialize();

      assertThat(rossum.exchanges()).hasSize(2);
      assertThat(runs).hasSize(1);
    }
  }

  /** Requests to hooks do not have it, as the samples of Rossum show. */
  @Test
  void aCallAddsNoAnnotationsToTheDocumentOfLaterRequests() {
    RossumSimulator rossum =
        RossumSimulator.of(SimulatedHook.of(calling(Call.READ_THE_DOCUMENT), SECRET))
            .open(CONFIRMED);
    try (RossumApiStub api = RossumApiStub.create()) {
      api.join(rossum);

      rossum.export();
      rossum.export();

      assertThat(rossum.exchanges().get(1).request()).doesNotContain("\"annotations\":");
    }
  }
}
