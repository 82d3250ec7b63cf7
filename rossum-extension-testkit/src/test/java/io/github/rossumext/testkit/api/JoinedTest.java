package io.github.rossumext.testkit.api;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.HookEvent.INVOCATION_MANUAL;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTING;
import static io.github.rossumext.payload.AnnotationStatus.POSTPONED;
import static io.github.rossumext.payload.AnnotationStatus.REVIEWING;
import static io.github.rossumext.payload.AnnotationStatus.TO_REVIEW;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.payload.HookAction.STARTED;
import static io.github.rossumext.payload.HookAction.USER_UPDATE;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.JsonResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stub that joined a simulator: call-backs and the document, clients and the hooks. */
class JoinedTest {
  private static final Secret SECRET = Secret.of("joined");
  private static final long INVOICE = 4310220117L;
  private static final String PATH = "/v1/annotations/" + INVOICE;

  private final RossumApiStub api = RossumApiStub.create();
  private final List<String> seen = new ArrayList<>();
  private final List<HookEndpoint> endpoints = new ArrayList<>();

  @AfterEach
  void close() {
    endpoints.forEach(HookEndpoint::close);
    api.close();
  }

  private static Client client(HookContext context) {
    return new Client(
        context.baseUrl().orElseThrow(), "Bearer " + context.token().orElseThrow().reveal());
  }

  private RossumSimulator joined(HookEndpoint.Builder builder) {
    return joined(builder, hook -> hook);
  }

  private RossumSimulator joined(
      HookEndpoint.Builder builder, Function<SimulatedHook, SimulatedHook> change) {
    HookEndpoint endpoint = builder.secret(SECRET).build();
    endpoints.add(endpoint);
    RossumSimulator rossum =
        RossumSimulator.of(change.apply(SimulatedHook.of(endpoint, SECRET)))
            .open(Fixtures.extractedInvoice());
    api.join(rossum);
    return rossum;
  }

  private static HookEndpoint.Builder rule(HookAction action, ContentRule rule) {
    return HookEndpoint.builder().on(ANNOTATION_CONTENT.only(action), ContentRules.of(rule));
  }

  private static List<String> events(RossumSimulator rossum) {
    return rossum.exchanges().stream().map(Exchange::eventAndAction).toList();
  }

  @Test
  void aCallBackChangesTheDocument() {
    RossumSimulator rossum =
        joined(
            rule(
                INITIALIZE,
                content -> {
                  long id = content.field("notes").received().id();
                  client(content.context())
                      .patch(PATH + "/content/" + id, "{\"content\":{\"value\":\"By the API.\"}}");
                }));
    rossum.initialize();
    assertThat(rossum.field("notes")).hasText("By the API.");
    Exchange initialize = rossum.exchanges().get(0);
    assertThat(RossumApiStub.exchangesOf(rossum))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.methodAndPath()).startsWith("PATCH " + PATH + "/content/");
              assertThat(call.receivedAt()).isBetween(initialize.sentAt(), initialize.endedAt());
              assertThat(call.duration()).isPositive();
            });
    assertThat(api).annotation(INVOICE).hasText("notes", "By the API.").hasStatus(TO_REVIEW);
    assertThat(rossum).hasNoProblems();
  }

  @Test
  void aCallBackSeesWhatTheUserDid() {
    RossumSimulator rossum =
        joined(
            rule(
                EXPORT,
                content -> seen.add(client(content.context()).get(PATH + "/content").text())));
    rossum.initialize();
    rossum.edit("notes", "By the user.");
    rossum.confirm();
    rossum.export();
    assertThat(seen).singleElement().asString().contains("By the user.");
  }

  @Test
  void aTokenIsValidUntilTheResponse() {
    List<Client> clients = new ArrayList<>();
    RossumSimulator rossum =
        joined(
            rule(
                INITIALIZE,
                content -> {
                  clients.add(client(content.context()));
                  seen.add(String.valueOf(clients.get(0).get(PATH).status()));
                }));
    rossum.initialize();
    assertThat(seen).containsExactly("200");
    assertThat(clients.get(0).get(PATH).status()).isEqualTo(401);
  }

  @Test
  void aHookMaySetHowLongItsTokensLive() {
    List<Client> clients = new ArrayList<>();
    RossumSimulator rossum =
        joined(
            rule(INITIALIZE, content -> clients.add(client(content.context()))),
            hook -> hook.withTokenLifetime(Duration.ofHours(1)));
    rossum.initialize();
    assertThat(clients.get(0).get(PATH).status()).isEqualTo(200);
    rossum.clock().advance(Duration.ofHours(1));
    assertThat(clients.get(0).get(PATH).status()).isEqualTo(401);
  }

  @Test
  void aStatusThatAClientChangesReachesTheHooks() {
    RossumSimulator rossum =
        joined(
            HookEndpoint.builder()
                .listen(
                    ANNOTATION_STATUS,
                    (change, context) ->
                        seen.add(change.annotation().status().orElseThrow().value())));
    rossum.initialize();
    new Client(api, api.token()).post(PATH + "/postpone", "");
    assertThat(seen).containsExactly("to_review", "postponed");
    assertThat(rossum).hasStatus(POSTPONED).hasNoProblems();
  }

  @Test
  void aStatusThatACallBackChangesReachesTheHooksAfterItsResponse() {
    RossumSimulator rossum =
        joined(
            rule(
                    EXPORT,
                    content -> {
                      client(content.context()).post("/v1/labels", "{\"name\":\"x\"}");
                      client(content.context()).patch(PATH, "{\"status\":\"exported\"}");
                      seen.add("response");
                    })
                .listen(
                    ANNOTATION_STATUS,
                    (change, context) ->
                        seen.add(change.annotation().status().orElseThrow().value())));
    rossum.initialize();
    rossum.confirm();
    seen.clear();
    rossum.export();
    assertThat(seen).containsExactly("response", "exported");
    assertThat(rossum.exchanges().get(rossum.exchanges().size() - 1).cause()).isEqualTo("exported");
  }

  @Test
  void aClientStartsValidatesAndConfirms() {
    RossumSimulator rossum =
        joined(
            HookEndpoint.builder()
                .on(
                    ANNOTATION_CONTENT.only(STARTED, USER_UPDATE),
                    ContentRules.of(
                        content -> {
                          seen.add(content.context().action().value());
                          content.field("notes").set("Validated.").warning("Look.");
                        })));
    rossum.initialize();
    Client client = new Client(api, api.token());
    assertThat(client.post(PATH + "/start", "").status()).isEqualTo(200);
    Client.Reply validated = client.post(PATH + "/content/validate", "");
    assertThat(seen).containsExactly("started", "user_update");
    assertThat(validated.at("/messages/0/content")).isEqualTo("Look.");
    assertThat(validated.at("/messages/0/type")).isEqualTo("warning");
    assertThat(validated.at("/messages/0/detail/hook_name")).isEqualTo("the extension");
    assertThat(validated.at("/messages/0/detail/is_exception")).isEqualTo("false");
    assertThat(client.post(PATH + "/confirm", "").status()).isEqualTo(204);
    assertThat(rossum).hasStatus(EXPORTING);
    assertThat(rossum.field("notes")).hasText("Validated.");
  }

  @Test
  void whoHasADocumentOpenKeepsIt() {
    RossumSimulator rossum = joined(rule(INITIALIZE, content -> {}));
    rossum.initialize();
    Client client = new Client(api, api.token());
    rossum.start();
    assertThat(client.post(PATH + "/start", "").status()).isEqualTo(409);
    rossum.cancel();
    assertThat(client.post(PATH + "/start", "").status()).isEqualTo(200);
    assertThat(rossum.edit("notes", "x")).isRefused();
    assertThat(rossum).hasStatus(REVIEWING).hasProblemContaining("a client of the API has it open");
  }

  @Test
  void anUnknownPathIsAProblemOfTheConversation() {
    RossumSimulator rossum =
        joined(rule(INITIALIZE, content -> client(content.context()).get("/v1/anotations")));
    rossum.initialize();
    assertThat(api.unseenProblems()).hasSize(1);
    assertThat(rossum).hasProblemContaining("does not have this path");
    assertThat(api.unseenProblems()).isEmpty();
  }

  @Test
  void callBacksThatNeverEndAreStopped() {
    RossumSimulator rossum =
        joined(
            rule(
                USER_UPDATE,
                content ->
                    seen.add(
                        String.valueOf(
                            client(content.context())
                                .post(PATH + "/content/validate", "")
                                .status()))));
    rossum.initialize();
    Client client = new Client(api, api.token());
    client.post(PATH + "/start", "");
    client.post(PATH + "/content/validate", "");
    assertThat(seen).contains("409");
  }

  @Test
  void anUploadOfAClientIsInitialized() {
    RossumSimulator rossum =
        joined(
            rule(INITIALIZE, content -> seen.add(content.payload().annotation().url().toString())));
    api.runningPolls(0);
    Client client = new Client(api, api.token());
    String task =
        client
            .send("POST", "/v1/uploads/a.pdf?queue=19055", "application/pdf", new byte[] {1})
            .at("/url");
    client.get(task + "?no_redirect=true");
    assertThat(seen).singleElement().asString().contains("/annotations/");
    assertThat(rossum.exchanges()).hasSize(1);
  }

  @Test
  void aHookIsInvokedAndItsLogsAreThere() {
    RossumSimulator rossum =
        joined(
            HookEndpoint.builder()
                .on(INVOCATION_MANUAL, (call, context) -> JsonResponse.of(Map.of("vendor", "17"))));
    Client client = new Client(api, api.token());
    String hook = client.get("/v1/hooks").at("/results/0/id");
    Client.Reply reply =
        client.post("/v1/hooks/" + hook + "/invoke", "{\"name\":\"ACME\",\"event\":\"x\"}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/vendor")).isEqualTo("17");
    assertThat(rossum.exchanges().get(0).request())
        .contains("\"name\":\"ACME\"")
        .contains("\"event\":\"invocation\"");
    Client.Reply logs = client.get("/v1/hooks/logs");
    assertThat(logs.at("/results/0/event")).isEqualTo("invocation");
    assertThat(logs.at("/results/0/status")).isEqualTo("completed");
  }

  @Test
  void aHookIsTestedWithAPayload() {
    RossumSimulator rossum =
        joined(rule(INITIALIZE, content -> content.field("order_id").set("450018")));
    Client client = new Client(api, api.token());
    String hook = "/v1/hooks/" + client.get("/v1/hooks").at("/results/0/id");
    String payload =
        client
            .post(
                hook + "/generate_payload",
                "{\"event\":\"annotation_content\",\"action\":\"initialize\",\"annotation\":\""
                    + api.annotation(INVOICE).url()
                    + "\"}")
            .text();

    Client.Reply reply = client.post(hook + "/test", "{\"payload\":" + payload + "}");

    assertThat(reply.at("/response/operations/0/value/content/value")).isEqualTo("450018");
    assertThat(api).annotation(INVOICE).hasText("order_id", "450017");
    assertThat(rossum.exchanges()).hasSize(1);
    assertThat(client.post(hook + "/test", "{\"payload\":{\"event\":\"x\"}}").at("/payload/0"))
        .isEqualTo("The event is unknown.");
    assertThat(client.post(hook + "/test", "{}").status()).isEqualTo(400);
  }

  @Test
  void aPayloadIsGeneratedWithoutSecrets() {
    joined(rule(INITIALIZE, content -> {}));
    Client client = new Client(api, api.token());
    String hook = client.get("/v1/hooks").at("/results/0/id");
    Client.Reply reply =
        client.post(
            "/v1/hooks/" + hook + "/generate_payload",
            "{\"event\":\"annotation_content\",\"action\":\"initialize\",\"annotation\":\""
                + api.annotation(INVOICE).url()
                + "\"}");
    assertThat(reply.at("/annotation/id")).isEqualTo(String.valueOf(INVOICE));
    assertThat(reply.json().path("secrets")).isEmpty();
    assertThat(client.post("/v1/hooks/" + hook + "/invoke", "{}").status()).isEqualTo(400);
  }

  @Test
  void eventsAreInOrder() {
    RossumSimulator rossum =
        joined(
            rule(INITIALIZE, content -> {})
                .listen(ANNOTATION_STATUS, (change, context) -> seen.add("status")));
    rossum.initialize();
    assertThat(events(rossum))
        .containsExactly("annotation_content.initialize", "annotation_status.changed");
  }

  @Test
  void aProblemOfACallBackIsUnseenUntilTheTestLooks() {
    RossumSimulator rossum =
        joined(rule(INITIALIZE, content -> client(content.context()).get("/v1/annotation/1")));
    rossum.initialize();

    assertThat(rossum.unseenProblems()).extracting(Problem::kind).containsExactly(Problem.Kind.API);
    assertThat(rossum.problems()).hasSize(1);
    assertThat(rossum.unseenProblems()).isEmpty();
  }

  @Test
  void aFailedRequestIsInTheLogsAndStaysUnseen() {
    RossumSimulator rossum =
        joined(
            rule(
                INITIALIZE,
                content -> {
                  throw new IllegalStateException("broken");
                }));
    rossum.initialize();
    Client.Reply logs = new Client(api, api.token()).get("/v1/hooks/logs");

    assertThat(logs.at("/results/0/status")).isEqualTo("failed");
    assertThat(logs.at("/results/0/log_level")).isEqualTo("ERROR");
    assertThat(logs.at("/results/0/message")).isEqualTo("Message failed");
    assertThat(logs.at("/results/0/status_code")).isEqualTo("500");
    assertThat(logs.at("/results/0/annotation_id")).isEqualTo(String.valueOf(INVOICE));
    assertThat(rossum.unseenFailures()).hasSize(1);
  }

  @Test
  void aValidationNamesWhatItChangedAndSaysEachMessageOnce() {
    RossumSimulator rossum =
        joined(
            HookEndpoint.builder()
                .on(
                    ANNOTATION_CONTENT.only(STARTED, USER_UPDATE),
                    ContentRules.of(
                        content -> content.field("notes").set("Validated.").warning("Look."))));
    rossum.initialize();
    Client client = new Client(api, api.token());
    client.post(PATH + "/start", "");
    client.patch(
        PATH + "/content/" + rossum.field("notes").id(), "{\"content\":{\"value\":\"x\"}}");

    Client.Reply validated = client.post(PATH + "/content/validate", "");

    assertThat(validated.json().path("messages")).hasSize(1);
    assertThat(validated.json().path("updated_datapoints").findValuesAsText("id"))
        .contains(String.valueOf(rossum.field("notes").id()));
  }
}
