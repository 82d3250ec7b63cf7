package io.github.rossumext.client;

import static io.github.rossumext.client.FakeApi.json;
import static io.github.rossumext.client.FakeApi.response;
import static io.github.rossumext.client.FakeApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calls that have no type of their own. */
class RossumClientTest {
  private final FakeApi api = new FakeApi();
  private final RossumClient rossum = TestClients.of(api);

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void getsWithTheTokenAndReturnsTheJson() {
    api.answer(json("{\"id\": 8198, \"new_key\": true}"));

    RawJson queue = rossum.get("/v1/queues/8198");

    assertThat(queue.find("new_key").flatMap(RawJson::scalar)).contains("true");
    assertThat(api.lastRequest().target()).isEqualTo("/api/v1/queues/8198");
    assertThat(api.lastRequest().header("Authorization")).isEqualTo("Bearer " + TestClients.TOKEN);
    assertThat(api.lastRequest().header("Accept")).isEqualTo("application/json");
  }

  @Test
  void writesTheQuery() {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("status", List.of("to_review", "postponed"));
    query.put("queue", new ResourceUrl("https://us.api.rossum.ai/v1/queues/8198"));
    query.put("search", "Müller & Söhne");

    rossum.get("/v1/annotations?ordering=id", query);

    assertThat(api.lastRequest().query())
        .isEqualTo(
            "ordering=id&status=to_review%2Cpostponed&queue=8198&search=M%C3%BCller+%26+S%C3%B6hne");
  }

  record Invitation(String emailAddress, ResourceUrl group) {}

  @Test
  void postsARecord() {
    api.answer(status(201, "{\"id\": 1}"));

    rossum.post("/v1/users", new Invitation("jane@example.com", rossum.url("groups", 3)));

    assertThat(api.lastRequest().method()).isEqualTo("POST");
    assertThat(api.lastRequest().header("Content-Type")).isEqualTo("application/json");
    assertThat(api.lastRequest().text())
        .isEqualTo(
            "{\"email_address\":\"jane@example.com\",\"group\":\""
                + api.url()
                + "/api/v1/groups/3\"}");
  }

  @Test
  void sendsTextsAsRossumCanStoreThem() {
    rossum.patch("/v1/queues/1", Map.of("name", "a\u0000b"));
    rossum.put("/v1/queues/1", RawJson.of("{\"name\": \"\\u0000c\"}"));

    assertThat(api.requests()).extracting(FakeApi.Request::method).containsExactly("PATCH", "PUT");
    assertThat(api.requests())
        .extracting(FakeApi.Request::text)
        .containsExactly("{\"name\":\"ab\"}", "{\"name\": \"c\"}");
  }

  @Test
  void returnsNullForAResponseWithoutBody() {
    api.answer(response(204, "", ""), response(204, "", ""));

    assertThat(rossum.post("/v1/labels/apply", Map.of()).isNull()).isTrue();
    rossum.delete("/v1/labels/7");

    assertThat(api.lastRequest()).hasToString("DELETE /api/v1/labels/7");
  }

  @ParameterizedTest
  @CsvSource({
    "400, RossumApiException",
    "401, Unauthorized",
    "403, Forbidden",
    "404, NotFound",
    "405, RossumApiException",
    "409, Conflict",
    "413, RossumApiException",
    "429, Throttled",
    "500, Unavailable",
    "502, Unavailable",
    "503, Unavailable",
    "504, Unavailable",
    "302, RossumApiException",
  })
  void eachFailureHasItsException(int status, String type) {
    api.otherwise(request -> status(status, "{\"detail\": \"Not today.\"}"));

    assertThatThrownBy(() -> rossum.post("/v1/annotations/7/confirm?x=secret", Map.of()))
        .isInstanceOfSatisfying(
            RossumApiException.class,
            e -> {
              assertThat(e.getClass().getSimpleName()).isEqualTo(type);
              assertThat(e.status()).hasValue(status);
              assertThat(e.method()).isEqualTo("POST");
              assertThat(e.path()).isEqualTo("/v1/annotations/7/confirm");
              assertThat(e.detail()).contains("Not today.");
              assertThat(e)
                  .hasMessageStartingWith(
                      "POST /v1/annotations/7/confirm: Rossum responded with " + status)
                  .hasMessageEndingWith("Not today.")
                  .hasMessageNotContaining("secret");
            });
  }

  @Test
  void anErrorNamesTheFields() {
    api.answer(
        status(
            400,
            "{\"queue\": [\"This field is required.\"], \"documents\": [{}, {\"pages\": [\"Empty.\","
                + " \"Wrong.\"]}], \"non_field_errors\": [\"Both.\"]}"));

    assertThatThrownBy(() -> rossum.post("/v1/uploads", Map.of()))
        .isInstanceOfSatisfying(
            RossumApiException.class,
            e -> {
              assertThat(e.detail()).contains("Both.");
              assertThat(e.fieldErrors())
                  .containsOnly(
                      Map.entry("queue", List.of("This field is required.")),
                      Map.entry("documents[1].pages", List.of("Empty.", "Wrong.")));
            })
        .hasMessage(
            "POST /v1/uploads: Rossum responded with 400. It does not accept the request. Detail:"
                + " Both. queue: This field is required. documents[1].pages: Empty. Wrong.");
  }

  @Test
  void anErrorOfAnyLengthStaysShort() {
    api.answer(
        status(
            400,
            "[" + "{\"a\": [\"x\", \"y\"]},".repeat(10_000) + "\"" + "z".repeat(9_000) + "\"]"));

    assertThatThrownBy(() -> rossum.post("/v1/uploads", Map.of()))
        .isInstanceOfSatisfying(
            RossumApiException.class,
            e -> {
              assertThat(e.fieldErrors()).hasSizeLessThanOrEqualTo(50);
              assertThat(e.getMessage()).hasSizeLessThanOrEqualTo(1_000);
            });
  }

  @Test
  void anErrorMayBeABareList() {
    api.answer(status(400, "[\"Invalid page.\"]"));

    assertThatThrownBy(() -> rossum.get("/v1/annotations"))
        .isInstanceOfSatisfying(
            RossumApiException.class, e -> assertThat(e.detail()).contains("Invalid page."));
  }

  @Test
  void noTextShowsTheTokenOrABody() {
    api.otherwise(request -> response(502, "Content-Type: text/html", "<html>hidden</html>"));

    assertThatThrownBy(() -> rossum.post("/v1/users", Map.of("password", "hidden")))
        .hasMessage(
            "POST /v1/users: Rossum responded with 502. The body is not JSON (text/html, 19"
                + " bytes).");
    assertThat(rossum).hasToString("RossumClient[" + api.url() + "]");
  }

  @Test
  void aTokenThatIsNotAHeaderIsRefusedUnseen() {
    assertThatThrownBy(() -> RossumClient.withToken(api.url(), Secret.of("hid\r\nden")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A token must consist of printable ASCII characters without blanks.");
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (FakeApi other = new FakeApi()) {
      api.answer(response(302, "Location: " + other.url() + "/v1/queues/1", ""));

      assertThatThrownBy(() -> rossum.get("/v1/queues/1"))
          .hasMessageContaining("302. Redirects are not followed.");
      assertThat(other.requests()).isEmpty();
    }
  }
}
