package io.github.rossumext.testkit.api;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.tuple;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.value.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may call: tokens, login, roles, unknown paths and the throttle. */
class AccessTest extends StubTest {
  @Test
  void aTokenIsAcceptedInBothForms() {
    Secret token = api.token();
    assertThat(new Client(api, "Bearer " + token.reveal()).get(PATH).status()).isEqualTo(200);
    assertThat(new Client(api, "Token " + token.reveal()).get(PATH).status()).isEqualTo(200);
  }

  @Test
  void anythingElseIsRefused() {
    for (String other : new String[] {"", "Bearer made-up", "Basic YTpi", "Bearer"}) {
      Client.Reply reply = new Client(api, other).get(PATH);
      assertThat(reply.status()).as(other).isEqualTo(401);
      assertThat(reply.at("/detail")).isEqualTo("Invalid token.");
    }
  }

  @Test
  void aTokenExpiresOnTheClock() {
    Client brief = new Client(api, api.token(Duration.ofMinutes(10)));
    api.clock().advance(Duration.ofMinutes(10).minusNanos(1));
    assertThat(brief.get(PATH).status()).isEqualTo(200);
    api.clock().advance(Duration.ofNanos(1));
    assertThat(brief.get(PATH).status()).isEqualTo(401);
    assertThat(client.get(PATH).status()).isEqualTo(200);
  }

  @Test
  void aUserLogsInAndOut() {
    api.user("erp", Secret.of("invented"));
    Client nobody = new Client(api, "");
    Client.Reply login =
        nobody.post("/v1/auth/login", "{\"username\":\"erp\",\"password\":\"invented\"}");
    assertThat(login.status()).isEqualTo(200);
    assertThat(login.at("/domain")).isNotEmpty();
    Client erp = new Client(api, "Bearer " + login.at("/key"));
    assertThat(erp.get("/v1/auth/user").at("/username")).isEqualTo("api");
    assertThat(erp.post("/v1/auth/logout", "").at("/detail")).isEqualTo("Successfully logged out.");
    assertThat(erp.get("/v1/auth/user").status()).isEqualTo(401);
  }

  @Test
  void aWrongPasswordAndALongLifetimeAreRefused() {
    api.user("erp", Secret.of("invented"));
    Client nobody = new Client(api, "");
    assertThat(
            nobody.post("/v1/auth/login", "{\"username\":\"erp\",\"password\":\"other\"}").status())
        .isEqualTo(400);
    Client.Reply tooLong =
        nobody.post(
            "/v1/auth/login",
            "{\"username\":\"erp\",\"password\":\"invented\",\"max_token_lifetime_s\":583201}");
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.json().has("max_token_lifetime_s")).isTrue();
    Client.Reply brief =
        nobody.post(
            "/v1/auth/login",
            "{\"username\":\"erp\",\"password\":\"invented\",\"max_token_lifetime_s\":5}");
    api.clock().advance(Duration.ofSeconds(5));
    assertThat(new Client(api, "Token " + brief.at("/key")).get(PATH).status()).isEqualTo(401);
  }

  @Test
  void aTokenIsExchanged() {
    Client.Reply reply = client.post("/v1/auth/token", "{\"scope\":\"approval\"}");
    assertThat(reply.at("/scope")).isEqualTo("approval");
    assertThat(new Client(api, "Bearer " + reply.at("/key")).get(PATH).status()).isEqualTo(200);
  }

  @Test
  void userNameAndPasswordAreForUploadsAndExportOnly() {
    api.user("erp", Secret.of("in:vented"));
    Client erp =
        new Client(
            api, "Basic " + Base64.getEncoder().encodeToString("erp:in:vented".getBytes(UTF_8)));
    assertThat(erp.get("/v1/queues/19055/export").status()).isEqualTo(200);
    assertThat(erp.get(PATH).status()).isEqualTo(401);
  }

  @Test
  void aReaderMayNotChange() {
    Client reader = new Client(api, api.readOnlyToken());
    assertThat(reader.get(PATH).status()).isEqualTo(200);
    assertThat(reader.post("/v1/annotations/search", "{\"query\":{}}").status()).isEqualTo(200);
    assertThat(reader.post(PATH + "/start", "").status()).isEqualTo(403);
    assertThat(api).annotation(INVOICE).hasStatus(AnnotationStatus.TO_REVIEW);
  }

  @Test
  void anUnknownObjectIsNotAProblem() {
    assertThat(client.get("/v1/annotations/1").at("/detail")).isEqualTo("Not found.");
    assertThat(client.get("/v1/annotations/0" + INVOICE).at("/detail")).isEqualTo("Not found.");
    assertThat(api).lastExchange().hasStatus(404);
    assertThat(api).hasNoProblems();
  }

  @Test
  void anUnknownPathIsAProblem() {
    assertThat(client.get("/v1/annotation/1").status()).isEqualTo(404);
    assertThat(client.get(api.baseUrl() + "/v1/annotations").status()).isEqualTo(404);
    assertThat(api.unseenProblems()).hasSize(2);
    assertThat(api.problems())
        .extracting(Problem::kind, Problem::source)
        .containsExactly(
            tuple(Problem.Kind.API, "GET /api/v1/annotation/1"),
            tuple(Problem.Kind.API, "GET /v1/annotations"));
    assertThat(api.unseenProblems()).isEmpty();
  }

  @Test
  void aWrongMethodIsAProblem() {
    Client.Reply reply = client.send("PUT", PATH, "{}");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("GET, PATCH");
    assertThat(api).hasProblemContaining("only for GET, PATCH");
  }

  @Test
  void aTestRespondsForAPathThatTheStubDoesNotHave() {
    api.respond("GET", "/v1/engines", 200, Map.of("results", List.of()));
    assertThat(client.get("/v1/engines?page_size=1").at("/results")).isEmpty();
    assertThat(new Client(api, "").get("/v1/engines").status()).isEqualTo(401);
    assertThat(api).hasNoProblems();
  }

  @Test
  void aBodyMustBeJson() {
    assertThat(client.send("POST", "/v1/labels", "text/plain", new byte[] {'x'}).status())
        .isEqualTo(415);
    assertThat(client.post("/v1/labels", "{\"name\":").status()).isEqualTo(400);
    assertThat(client.post("/v1/labels", "[]").json().has("non_field_errors")).isTrue();
  }

  @Test
  void theThrottleCountsPerTokenAndRefillsOnTheClock() {
    api.throttle(10, 2);
    Client other = new Client(api, api.token());
    assertThat(client.get(PATH).status()).isEqualTo(200);
    assertThat(client.get(PATH).status()).isEqualTo(200);
    Client.Reply third = client.get(PATH);
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.header("Retry-After")).isEqualTo("1");
    assertThat(other.get(PATH).status()).isEqualTo(200);
    api.clock().advance(Duration.ofMillis(100));
    assertThat(client.get(PATH).status()).isEqualTo(200);
    assertThat(client.get(PATH).status()).isEqualTo(429);
  }

  /** A client waits in real time, and nothing else advances the clock. */
  @Test
  void whoWaitsForRetryAfterPassesTheThrottle() throws InterruptedException {
    api.throttle(1, 1);
    assertThat(client.get(PATH).status()).isEqualTo(200);
    assertThat(client.get(PATH).status()).isEqualTo(429);
    Instant before = api.clock().instant();
    Thread.sleep(1_050);
    assertThat(client.get(PATH).status()).isEqualTo(200);
    assertThat(Duration.between(before, api.clock().instant())).isEqualTo(Duration.ofSeconds(1));
    assertThat(client.get(PATH).status()).isEqualTo(429);
  }

  @Test
  void aParameterThatNothingReadsIsAProblem() {
    assertThat(client.get(PATH + "?filds=id").status()).isEqualTo(200);
    assertThat(api).hasProblemContaining("does not know the parameter 'filds' of this request");
    client.get("/v1/labels?sideload=content");
    assertThat(api).hasProblemContaining("the parameter 'sideload'");
  }

  @Test
  void aListOfAnUnknownQueueOrStatusIsAProblem() {
    assertThat(client.get("/v1/annotations?queue=8198").status()).isEqualTo(200);
    assertThat(api).hasProblemContaining("does not have the queue 8198");
    client.get("/v1/annotations?status=to_reviw");
    assertThat(api).hasProblemContaining("does not document the status 'to_reviw'");
  }

  /** What Rossum has and the stub has not must not look as if it worked. */
  @Test
  void whatTheStubLeavesOutIsRefused() {
    long table = 5912004100L;
    String grid = PATH + "/content/" + table + "/grid_operations";
    assertThat(client.post(grid, "{\"operations\":[]}").status()).isEqualTo(404);
    assertThat(client.get("/v1/queues/19055/export?format=xlsx").status()).isEqualTo(400);
    assertThat(client.get("/v1/queues/19055/export?format=xml").status()).isEqualTo(400);
    assertThat(client.post(PATH + "/page_data/translate", "{}").status()).isEqualTo(404);
    assertThat(client.send(client.request(PATH).header("If-Match", "\"1\"").GET()).status())
        .isEqualTo(200);
    assertThat(api.problems())
        .extracting(Problem::text)
        .satisfiesExactly(
            text -> assertThat(text).contains("does not have this path").contains("respond(…)"),
            text -> assertThat(text).isEqualTo("The stub exports json and csv only."),
            text -> assertThat(text).isEqualTo("The stub exports json and csv only."),
            text -> assertThat(text).contains("does not have this path"),
            text -> assertThat(text).contains("If-Match"));
  }

  @Test
  void theJournalHasRequestsInTheirOrder() {
    client.get("/v1/annotations?fields=id");
    client.post("/v1/labels", "{\"name\":\"checked\"}");
    assertThat(api).hasRequests("GET /v1/annotations", "POST /v1/labels").hasNoProblems();
    assertThat(api.exchanges().get(0)).hasParameter("fields", "id").isSuccess();
    assertThat(api).lastExchange().hasRequestBody("{ \"name\" : \"checked\" }").hasStatus(201);
  }

  @Test
  void noTextHoldsATokenOrAPassword() {
    api.user("erp", Secret.of("invented-password"));
    Client.Reply login =
        new Client(api, "")
            .post("/v1/auth/login", "{\"username\":\"erp\",\"password\":\"invented-password\"}");
    new Client(api, "Bearer " + login.at("/key")).get(PATH);
    assertThat(api.describe() + api + api.exchanges())
        .contains("POST /v1/auth/login")
        .doesNotContain("invented-password")
        .doesNotContain(login.at("/key"));
    assertThat(api.exchanges()).allMatch(one -> one.header("Authorization").isEmpty());
  }
}
