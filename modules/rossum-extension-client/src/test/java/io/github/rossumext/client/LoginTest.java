package io.github.rossumext.client;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Secret;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A program of one's own: it logs in, and again when its token is over. */
class LoginTest extends StubTest {
  private static final Secret PASSWORD = Secret.of("hidden");
  private static final String LOGIN = "POST /v1/auth/login";

  private RossumClient login() {
    api.user("jane@example.com", PASSWORD);
    return RossumClient.login(api.baseUrl().toString(), "jane@example.com", PASSWORD);
  }

  private void expire() {
    api.clock().advance(Duration.ofHours(163));
  }

  private int logins() {
    return Collections.frequency(requests(), LOGIN);
  }

  @Test
  void logsInAtOnceAndKeepsTheToken() {
    RossumClient client = login();
    assertThat(api).hasRequests(LOGIN);
    assertThat(last().requestJson().find("username")).contains(RawJson.of("\"jane@example.com\""));

    client.get("/v1/queues/19055");
    client.get("/v1/queues/19055");

    assertThat(logins()).isEqualTo(1);
  }

  @Test
  void theLoginHasNoToken() {
    try (FakeApi server = new FakeApi().respond(FakeApi.json("{\"key\": \"token\"}"))) {
      RossumClient.login(server.url(), "jane@example.com", PASSWORD);

      assertThat(server.lastRequest().headers()).doesNotContainKey("authorization");
    }
  }

  @Test
  void logsInAgainOnceWhenTheTokenIsOver() {
    RossumClient client = login();
    expire();

    client.labels().create(Map.of("name", "urgent"));

    assertThat(api).hasRequests(LOGIN, "POST /v1/labels", LOGIN, "POST /v1/labels");
    assertThat(rossumHas("labels")).isEqualTo(1);
  }

  private int rossumHas(String type) {
    return api.get("/v1/" + type).find("results").orElseThrow().elements().size();
  }

  @Test
  void givesUpIfTheNewTokenIsRefusedToo() {
    RossumClient client = login();
    api.next(
        Fault.status(401).on("GET /v1/queues/19055"), Fault.status(401).on("GET /v1/queues/19055"));

    assertThatThrownBy(() -> client.get("/v1/queues/19055"))
        .isInstanceOf(RossumApiException.Unauthorized.class);
    assertThat(logins()).isEqualTo(2);
  }

  @Test
  void manyThreadsLogInOnce() {
    RossumClient client = login();
    expire();

    List<CompletableFuture<Void>> calls =
        Stream.generate(() -> CompletableFuture.runAsync(() -> client.get("/v1/queues/19055")))
            .limit(5)
            .toList();
    calls.forEach(CompletableFuture::join);

    assertThat(logins()).isEqualTo(2);
  }

  @Test
  void aWrongPasswordShowsAtOnceAndNowhere() {
    assertThatThrownBy(
            () ->
                RossumClient.login(
                    api.baseUrl().toString(), "jane@example.com", Secret.of("hidden")))
        .isInstanceOf(RossumApiException.class)
        .hasMessageContaining("POST /v1/auth/login: Rossum responded with 400.")
        .hasMessageContaining("Unable to log in")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void aLoginThatIsRefusedIsUnauthorized() {
    api.next(Fault.status(401));

    assertThatThrownBy(this::login).isInstanceOf(RossumApiException.Unauthorized.class);
    assertThat(logins()).isEqualTo(1);
  }

  @Test
  void aResponseWithoutATokenIsAnError() {
    api.next(Fault.cutJson());
    assertThatThrownBy(this::login).hasMessageContaining("the body is not JSON");

    try (FakeApi server = new FakeApi().respond(FakeApi.json("{\"key\": \"\"}"))) {
      assertThatThrownBy(() -> RossumClient.login(server.url(), "jane@example.com", PASSWORD))
          .hasMessage("POST /v1/auth/login: Rossum responded with 200, but without a \"key\".");
    }
  }

  @Test
  void aTokenOfOnesOwnIsNotRenewed() {
    RossumClient client =
        RossumClient.of(api.baseUrl().toString(), api.token(Duration.ofMinutes(10)));
    client.get("/v1/queues/19055");
    api.clock().advance(Duration.ofMinutes(10));

    assertThatThrownBy(() -> client.get("/v1/queues/19055"))
        .isInstanceOf(RossumApiException.Unauthorized.class)
        .hasMessageContaining("The token is over, wrong or missing. Detail: Invalid token.");
    assertThat(requests()).hasSize(2);
  }
}
