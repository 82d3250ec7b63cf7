package io.github.rossumext.playground;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Call-backs of the extension as the page gets them, without what is secret. */
class CallsTest {
  private static final String SECRET_OF_ERP = "s3cret-of-the-erp";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final HookEndpoint endpoint =
      HookEndpoint.builder()
          .secret(TestExtension.SECRET)
          .on(ANNOTATION_CONTENT.only(STARTED), ContentRules.of(CallsTest::callBack))
          .build();
  private final Playground playground =
      Playground.open(
          endpoint, TestExtension.SECRET, TestExtension.invoice().withSecret("erp", SECRET_OF_ERP));

  @AfterEach
  void close() {
    playground.close();
    endpoint.close();
  }

  /** Writes a secret into a field, and logs in. */
  private static void callBack(ContentEditor content) throws IOException, InterruptedException {
    long annotation = content.payload().annotation().id().orElseThrow();
    long notes = content.field("notes").received().id();
    send(
        content.context(),
        "PATCH",
        "annotations/" + annotation + "/content/" + notes,
        "{\"content\":{\"value\":\"" + SECRET_OF_ERP + "\"}}");
    send(
        content.context(),
        "POST",
        "auth/login",
        "{\"username\":\"erp\",\"password\":\"invented-password\"}");
  }

  private static void send(HookContext context, String method, String path, String json)
      throws IOException, InterruptedException {
    URI url = context.baseUrl().orElseThrow().resolve("/api/v1/" + path);
    CLIENT.send(
        HttpRequest.newBuilder(url)
            .header("Authorization", "Bearer " + context.token().orElseThrow().reveal())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(playground.url().resolve(path))
            .header("X-Playground-Token", playground.url().getFragment())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void eachIsThatOfTheRequestDuringWhichItCame() throws Exception {
    JsonNode head = Json.find(get("/api/view").body()).orElseThrow().path("head");

    assertThat(head.path("callCount").asInt()).isEqualTo(2);
    JsonNode patch = head.path("calls").path(0);
    assertThat(patch.path("method").asText()).isEqualTo("PATCH");
    assertThat(patch.path("path").asText()).startsWith("/v1/annotations/").contains("/content/");
    assertThat(patch.path("status").asInt()).isEqualTo(200);
    assertThat(patch.path("isLate").asBoolean()).isFalse();
    assertThat(playground.exchanges().get(patch.path("exchange").asInt()).eventAndAction())
        .isEqualTo("annotation_content.started");
  }

  @Test
  void secretsAndTokensAreNotInTheBodies() throws Exception {
    String patch = get("/api/calls/0").body();
    String login = get("/api/calls/1").body();

    assertThat(patch).contains("value").doesNotContain(SECRET_OF_ERP);
    assertThat(login)
        .contains("Left out, because it may hold a password")
        .doesNotContain("invented-password");
    String sent = playground.exchanges().get(playground.exchanges().size() - 1).request();
    String token = sent.replaceAll("(?s).*\"rossum_authorization_token\":\"([^\"]+)\".*", "$1");
    assertThat(token).isNotEqualTo(sent);
    assertThat(patch + login + get("/api/view").body()).doesNotContain(token);
    assertThat(get("/api/calls/2").statusCode()).isEqualTo(404);
  }
}
