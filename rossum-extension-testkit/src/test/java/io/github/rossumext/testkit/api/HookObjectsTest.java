package io.github.rossumext.testkit.api;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hooks and schemas that a program creates and changes, and the calls that try a hook. */
class HookObjectsTest extends StubTest {
  private static final String SECRET = "s3cret-config";

  private Client.Reply created(String name, String more) {
    return created(name, "https://hooks.example/x", more);
  }

  private Client.Reply created(String name, String url, String more) {
    return client.post(
        "/v1/hooks",
        "{\"name\":\""
            + name
            + "\",\"events\":[\"annotation_content.initialize\",\"invocation.scheduled\"],"
            + "\"config\":{\"url\":\""
            + url
            + "\",\"secret\":\""
            + SECRET
            + "\"}"
            + more
            + "}");
  }

  @Test
  void eachChangeHasATimeAndAUser() {
    Client.Reply made = created("Checks", "");
    assertThat(made.at("/created_at")).isEqualTo(made.at("/modified_at")).isNotEmpty();
    assertThat(made.at("/modified_by")).isEqualTo(url("users/1"));
    String before = made.at("/modified_at");
    for (int i = 0; i < 3; i++) {
      client.patch(made.at("/url"), "{\"active\":" + (i % 2 == 0) + "}");
      String after = client.get(made.at("/url")).at("/modified_at");
      assertThat(after).isGreaterThan(before);
      before = after;
    }
    assertThat(client.get(made.at("/url")).at("/created_at")).isEqualTo(made.at("/created_at"));
  }

  @Test
  void theResponseToAChangeLacksKeysThatAGetShows() {
    String hook = created("Checks", "").at("/url");
    JsonNode changed = client.patch(hook, "{\"active\":false}").json();
    assertThat(changed.has("modified_at")).isFalse();
    assertThat(client.get(hook).json().has("modified_at")).isTrue();

    String schema = HOST + "/schemas/33810";
    String path = "/v1/schemas/33810";
    assertThat(client.patch(path, "{\"name\":\"Invoices\"}").json().has("queues")).isFalse();
    assertThat(client.get(path).at("/queues/0")).isEqualTo(HOST + "/queues/19055");
    assertThat(client.get(path).at("/url")).isEqualTo(schema);
  }

  @Test
  void whoSendsTheTimeOfAnOlderStateGets412() {
    Client.Reply made = created("Checks", "");
    String stale = "{\"active\":false,\"modified_at\":\"" + made.at("/modified_at") + "\"}";
    assertThat(client.patch(made.at("/url"), stale).status()).isEqualTo(200);
    assertThat(client.patch(made.at("/url"), stale).status()).isEqualTo(412);
  }

  @Test
  void clientsSendAConfigWithoutWhatTheyDoNotSee() {
    Client.Reply made = created("Checks", "");
    client.patch(made.at("/url"), "{\"config\":{\"url\":\"https://hooks.example/y\"}}");
    assertThat(client.get(made.at("/url")).at("/config/url")).isEqualTo("https://hooks.example/y");
    assertThat(client.get(made.at("/url")).text()).doesNotContain("s3cret");
  }

  @Test
  void aConfigIsReplacedAsAWhole() {
    String hook = created("Checks", "").at("/url");
    client.patch(hook, "{\"config\":{\"url\":\"https://hooks.example/y\",\"timeout_s\":5}}");
    client.patch(hook, "{\"config\":{\"url\":\"https://hooks.example/y\"}}");
    assertThat(client.get(hook).json().path("config").has("timeout_s")).isFalse();
  }

  @Test
  void hooksDoNotRunInACircle() {
    String first = created("First", "").at("/url");
    String second = created("Second", ",\"run_after\":[\"" + first + "\"]").at("/url");
    String third = created("Third", ",\"run_after\":[\"" + second + "\"]").at("/url");
    for (String after : List.of(first, second, third)) {
      Client.Reply reply = client.patch(first, "{\"run_after\":[\"" + after + "\"]}");
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.at("/run_after/0")).isEqualTo("The hooks would run in a circle.");
    }
    assertThat(client.patch(third, "{\"run_after\":[\"" + first + "\"]}").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"tolerance\":\"0.01\"} | settings.tolerance is not of type \"number\".",
        "{} | 'tolerance' is a required property.",
        "{\"tolerance\":-1} | settings.tolerance is less than the minimum of 0.",
        "{\"tolerance\":1,\"x\":1} | Additional properties are not allowed ('x' was unexpected).",
        "{\"tolerance\":1,\"mode\":\"c\"} | settings.mode is not one of [\"a\",\"b\"].",
        "{\"tolerance\":1,\"ids\":[\"a\",7]} | settings.ids[1] is not of type \"string\".",
        "[] | Value must be a dictionary.",
      })
  void settingsFollowTheirSchema(String settings, String problem) {
    Client.Reply reply = created("Checks", SETTINGS_SCHEMA + ",\"settings\":" + settings);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/settings/0")).isEqualTo(problem);
  }

  private static final String SETTINGS_SCHEMA =
      ",\"settings_schema\":{\"type\":\"object\",\"required\":[\"tolerance\"],"
          + "\"additionalProperties\":false,\"properties\":{"
          + "\"tolerance\":{\"type\":\"number\",\"minimum\":0},"
          + "\"mode\":{\"type\":\"string\",\"enum\":[\"a\",\"b\"]},"
          + "\"ids\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}}";

  @Test
  void legalSettingsAreStored() {
    Client.Reply reply =
        created("Checks", SETTINGS_SCHEMA + ",\"settings\":{\"tolerance\":0.01,\"ids\":[\"a\"]}");
    assertThat(reply.status()).isEqualTo(201);
    assertThat(
            client.patch(reply.at("/url"), "{\"settings\":{\"tolerance\":true}}").at("/settings/0"))
        .isEqualTo("settings.tolerance is not of type \"number\".");
    assertThat(api.problems()).isEmpty();
    created("Other", ",\"settings_schema\":{\"oneOf\":[]}");
    assertThat(api.problems()).singleElement().asString().contains("oneOf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"queues\":[19055]",
        "\"run_after\":[801]",
        "\"token_owner\":1",
        "\"token_owner\":\"https://papierhaus.rossum.example/api/v1/users/77\"",
      })
  void idsInsteadOfUrlsAreRefused(String wrong) {
    assertThat(client.patch(created("Checks", "").at("/url"), "{" + wrong + "}").status())
        .isEqualTo(400);
  }

  @Test
  void aPrivateHookStaysPrivateAndItsUrlHidden() {
    String hook = created("Checks", "").at("/url");
    String secret = "\"private\":true,\"secret\":\"" + SECRET + "\"";
    client.patch(hook, "{\"config\":{\"url\":\"https://hooks.example/x\"," + secret + "}}");
    assertThat(client.get(hook).text()).doesNotContain("hooks.example");
    assertThat(client.patch(hook, "{\"config\":{\"url\":\"https://other.example/x\"}}").status())
        .isEqualTo(400);
  }

  @Test
  void aQueueCountsItsAnnotations() {
    assertThat(client.get("/v1/queues/19055").json().path("counts").toString())
        .isEqualTo("{\"to_review\":1}");
  }

  /** A server with an endpoint that knows this secret. */
  private static HttpServer serving(String secret, List<String> seen) {
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(Secret.of(secret))
            .on(
                ANNOTATION_CONTENT,
                ContentRules.of(content -> content.field("order_id").set("450018")))
            .listen(
                INVOCATION_SCHEDULED, (call, context) -> seen.add(context.secret("erp").reveal()))
            .build();
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/hook",
          exchange -> {
            EndpointResponse response =
                endpoint.handle(
                    EndpointRequest.of(
                        exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(response.status(), response.body().length);
            exchange.getResponseBody().write(response.body());
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String hookOf(HttpServer server) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    return created("Checks", url, ",\"secrets\":{\"erp\":\"s3cret-erp\"}").at("/url");
  }

  private String payload(String hook, String event, String more) {
    return client.post(hook + "/generate_payload", "{" + event + more + "}").text();
  }

  private static final String INITIALIZE =
      "\"event\":\"annotation_content\",\"action\":\"initialize\"";
  private static final String SCHEDULED = "\"event\":\"invocation\",\"action\":\"scheduled\"";

  @Test
  void aHookIsTestedAtItsUrl() {
    List<String> seen = new ArrayList<>();
    HttpServer server = serving(SECRET, seen);
    try {
      String hook = hookOf(server);
      String annotation = ",\"annotation\":\"" + api.annotation(INVOICE).url() + "\"";
      String content = payload(hook, INITIALIZE, annotation);
      assertThat(client.post(hook + "/test", "{\"payload\":" + content + "}").json().toString())
          .contains("450018");

      String scheduled = payload(hook, SCHEDULED, "");
      assertThat(scheduled).doesNotContain("s3cret");
      client.post(hook + "/test", "{\"payload\":" + scheduled + "}");
      assertThat(seen).containsExactly("s3cret-erp");

      String id = hook.substring(hook.lastIndexOf('/') + 1);
      JsonNode log = client.get("/v1/hooks/logs?hook=" + id).json().at("/results/0");
      assertThat(client.get("/v1/hooks/logs?hook=7").json().path("results")).isEmpty();
      assertThat(log.path("status").asText()).isEqualTo("completed");
      assertThat(log.path("event").asText()).isEqualTo("invocation");
      assertThat(Instant.parse(log.path("end").asText()))
          .isAfterOrEqualTo(Instant.parse(log.path("start").asText()));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void theLogSaysWhyATestFailed() {
    HttpServer server = serving("another secret", new ArrayList<>());
    String hook = hookOf(server);
    String scheduled = payload(hook, SCHEDULED, "");
    Client.Reply reply = client.post(hook + "/test", "{\"payload\":" + scheduled + "}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/detail")).isEqualTo("The hook responded with the status 401.");
    assertThat(client.get("/v1/hooks/logs").at("/results/0/status_code")).isEqualTo("401");

    server.stop(0);
    assertThat(client.post(hook + "/test", "{\"payload\":" + scheduled + "}").at("/detail"))
        .isEqualTo("The hook did not respond.");
    assertThat(client.get("/v1/hooks/logs").json().at("/results/0").has("status_code")).isFalse();
    assertThat(payload(hook, "\"event\":\"annotation_content\",\"action\":\"x\"", ""))
        .contains("annotation_content.x");
  }
}
