package io.github.rossumext.client;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.testkit.api.ApiExchange;
import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calls that have no type of their own, and what goes wrong with them. */
class RossumClientTest extends StubTest {
  @Test
  void theHeadersSayWhoAsksAndForWhat() {
    try (FakeApi server = new FakeApi()) {
      TestClients.of(server).get("/v1/queues/8198");

      FakeApi.Request request = server.lastRequest();
      assertThat(request).hasToString("GET /api/v1/queues/8198");
      assertThat(request.header("Authorization")).isEqualTo("Bearer " + TestClients.TOKEN);
      assertThat(request.header("Accept")).isEqualTo("application/json");
    }
  }

  @Test
  void returnsTheJsonAsItCame() {
    api.respond("GET", "/v1/queues/8198", 200, Map.of("id", 8198, "new_key", true));

    assertThat(rossum.get("/v1/queues/8198").find("new_key").flatMap(RawJson::scalar))
        .contains("true");
  }

  @Test
  void writesTheQuery() {
    api.add("queues", Map.of("id", 8198, "url", url("queues/8198")));
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("status", List.of("to_review", "postponed"));
    query.put("queue", new ResourceUrl("https://us.api.rossum.ai/v1/queues/8198"));
    query.put("search", "Müller & Söhne");

    rossum.get("/v1/annotations?ordering=id", query);

    assertThat(last().query())
        .isEqualTo(
            "ordering=id&status=to_review%2Cpostponed&queue=8198&search=M%C3%BCller+%26+S%C3%B6hne");
  }

  record Invitation(String emailAddress, ResourceUrl group) {}

  @Test
  void postsARecord() {
    api.respond("POST", "/v1/users", 201, Map.of("id", 1));

    rossum.post("/v1/users", new Invitation("jane@example.com", rossum.url("groups", 3)));

    assertThat(last().header("Content-Type")).isEqualTo("application/json");
    assertThat(lastBody()).isEqualTo("{'email_address':'jane@example.com','group':'@groups/3'}");
  }

  @Test
  void sendsTextsAsRossumCanStoreThem() {
    rossum.patch("/v1/queues/19055", Map.of("name", "a\u0000b"));
    assertThat(lastBody()).isEqualTo("{'name':'ab'}");

    api.respond("PUT", "/v1/queues/19055", 200, Map.of());
    rossum.put("/v1/queues/19055", RawJson.of("{\"name\": \"\\u0000c\"}"));
    assertThat(lastBody()).isEqualTo("{'name': 'c'}");
  }

  @Test
  void returnsNullForAResponseWithoutBody() {
    rossum.annotations().start(invoice.id());

    assertThat(rossum.post(path("/confirm"), Map.of()).isNull()).isTrue();
    assertThat(api).lastExchange().hasStatus(204);
  }

  @ParameterizedTest
  @CsvSource({
    "400, RossumApiException",
    "401, Unauthorized",
    "403, Forbidden",
    "404, NotFound",
    "405, RossumApiException",
    "409, Conflict",
    "412, RossumApiException",
    "413, RossumApiException",
    "429, Throttled",
    "500, Unavailable",
    "502, Unavailable",
    "503, Unavailable",
    "504, Unavailable",
    "302, RossumApiException",
  })
  void eachFailureHasItsException(int status, String type) {
    api.next(Collections.nCopies(4, Fault.status(status)).toArray(Fault[]::new));

    assertThatThrownBy(() -> rossum.post("/v1/annotations/7/confirm?x=secret", Map.of()))
        .isInstanceOfSatisfying(
            RossumApiException.class,
            e -> {
              assertThat(e.getClass().getSimpleName()).isEqualTo(type);
              assertThat(e.status()).hasValue(status);
              assertThat(e.method()).isEqualTo("POST");
              assertThat(e.path()).isEqualTo("/v1/annotations/7/confirm");
              assertThat(e.detail()).contains("The stub was told to fail.");
              assertThat(e)
                  .hasMessageStartingWith(
                      "POST /v1/annotations/7/confirm: Rossum responded with " + status)
                  .hasMessageEndingWith("The stub was told to fail.")
                  .hasMessageNotContaining("secret");
            });
  }

  @Test
  void anErrorNamesTheFields() {
    api.respond(
        "POST",
        "/v1/uploads",
        400,
        RawJson.of(
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
    api.respond(
        "POST",
        "/v1/uploads",
        400,
        RawJson.of(
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
    api.respond("GET", "/v1/annotations", 400, List.of("Invalid page."));

    assertThatThrownBy(() -> rossum.get("/v1/annotations"))
        .isInstanceOfSatisfying(
            RossumApiException.class, e -> assertThat(e.detail()).contains("Invalid page."));
  }

  @Test
  void noTextShowsTheTokenOrABody() {
    api.next(Fault.html(502));

    assertThatThrownBy(() -> rossum.post("/v1/users", Map.of("password", "hidden")))
        .hasMessageStartingWith(
            "POST /v1/users: Rossum responded with 502. The body is not JSON (text/html, ")
        .hasMessageNotContaining("nginx")
        .hasMessageNotContaining("hidden");
    assertThat(rossum).hasToString("RossumClient[" + api.baseUrl() + "]");
  }

  @Test
  void aTokenThatIsNotAHeaderIsRefusedUnseen() {
    String base = api.baseUrl().toString();

    assertThatThrownBy(() -> RossumClient.of(base, Secret.of("hid\r\nden")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A token must consist of printable ASCII characters without blanks.");
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (RossumApiStub other = RossumApiStub.create()) {
      api.next(Fault.redirect(URI.create(other.baseUrl() + "/api/v1/queues/1")));

      assertThatThrownBy(() -> rossum.get("/v1/queues/19055"))
          .hasMessageContaining("302. Redirects are not followed.");
      assertThat(other.exchanges()).extracting(ApiExchange::methodAndPath).isEmpty();
    }
  }
}
