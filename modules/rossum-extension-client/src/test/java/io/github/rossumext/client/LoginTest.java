package io.github.rossumext.client;

import static io.github.rossumext.client.FakeApi.json;
import static io.github.rossumext.client.FakeApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.client.FakeApi.Request;
import io.github.rossumext.value.Secret;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A program of one's own: it logs in, and again when its token is over. */
class LoginTest {
  private static final Secret PASSWORD = Secret.of("hidden");

  private final FakeApi api = new FakeApi();
  private final AtomicInteger logins = new AtomicInteger();
  private final AtomicInteger valid = new AtomicInteger(1);

  LoginTest() {
    api.otherwise(
        request -> {
          if (request.path().equals("/api/v1/auth/login")) {
            return json("{\"key\": \"token-" + logins.incrementAndGet() + "\", \"domain\": \"x\"}");
          }
          boolean isValid = request.header("Authorization").equals("Bearer token-" + valid.get());
          return isValid ? json("{}") : status(401, "{\"detail\": \"Invalid token.\"}");
        });
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void logsInAtOnceAndKeepsTheToken() {
    RossumClient rossum = RossumClient.login(api.url(), "jane@example.com", PASSWORD);
    Request login = api.lastRequest();
    rossum.get("/v1/queues/1");
    rossum.get("/v1/queues/2");

    assertThat(login).hasToString("POST /api/v1/auth/login");
    assertThat(login.text())
        .contains("\"username\":\"jane@example.com\"", "\"password\":\"hidden\"");
    assertThat(login.headers()).doesNotContainKey("authorization");
    assertThat(logins).hasValue(1);
  }

  @Test
  void logsInAgainOnceWhenTheTokenIsOver() {
    RossumClient rossum = RossumClient.login(api.url(), "jane@example.com", PASSWORD);
    valid.set(2);

    rossum.post("/v1/emails/send", Map.of());

    assertThat(api.requests())
        .map(Object::toString)
        .containsExactly(
            "POST /api/v1/auth/login",
            "POST /api/v1/emails/send",
            "POST /api/v1/auth/login",
            "POST /api/v1/emails/send");
  }

  @Test
  void givesUpIfTheNewTokenIsRefusedToo() {
    RossumClient rossum = RossumClient.login(api.url(), "jane@example.com", PASSWORD);
    valid.set(99);

    assertThatThrownBy(() -> rossum.get("/v1/queues/1"))
        .isInstanceOf(RossumApiException.Unauthorized.class);
    assertThat(logins).hasValue(2);
  }

  @Test
  void manyThreadsLogInOnce() {
    RossumClient rossum = RossumClient.login(api.url(), "jane@example.com", PASSWORD);
    valid.set(2);

    List<CompletableFuture<Void>> calls =
        Stream.generate(() -> CompletableFuture.runAsync(() -> rossum.get("/v1/queues/1")))
            .limit(5)
            .toList();
    calls.forEach(CompletableFuture::join);

    assertThat(logins).hasValue(2);
  }

  @Test
  void aWrongPasswordShowsAtOnceAndNowhere() {
    api.otherwise(
        request ->
            status(401, "{\"non_field_errors\": [\"Unable to log in with these credentials.\"]}"));

    assertThatThrownBy(() -> RossumClient.login(api.url(), "jane@example.com", PASSWORD))
        .isInstanceOf(RossumApiException.Unauthorized.class)
        .hasMessageContaining("POST /v1/auth/login: Rossum responded with 401.")
        .hasMessageContaining("Unable to log in")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void aResponseWithoutATokenIsAnError() {
    api.otherwise(request -> json("{\"key\": \"\"}"));

    assertThatThrownBy(() -> RossumClient.login(api.url(), "jane@example.com", PASSWORD))
        .hasMessage("POST /v1/auth/login: Rossum responded with 200, but without a \"key\".");
  }

  @Test
  void aTokenOfOnesOwnIsNotRenewed() {
    RossumClient rossum = RossumClient.withToken(api.url(), Secret.of("token-0"));

    assertThatThrownBy(() -> rossum.get("/v1/queues/1"))
        .isInstanceOf(RossumApiException.Unauthorized.class)
        .hasMessageContaining("The token is over, wrong or missing. Detail: Invalid token.");
    assertThat(api.requests()).hasSize(1);
  }
}
