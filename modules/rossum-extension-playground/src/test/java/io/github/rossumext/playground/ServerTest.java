package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server, as HTTP clients see it. */
class ServerTest {
  private final Playground playground =
      Playground.open(TestExtension.endpoint(), TestExtension.SECRET, TestExtension.invoice());
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    playground.close();
  }

  private String token() {
    return playground.url().getFragment();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(playground.url().resolve(path))
        .header("X-Playground-Token", token());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode view(String query) throws IOException, InterruptedException {
    return Json.find(send(request("/api/view" + query)).body()).orElseThrow();
  }

  private JsonNode act(String json) throws IOException, InterruptedException {
    HttpRequest.Builder post = request("/api/act").POST(HttpRequest.BodyPublishers.ofString(json));
    return Json.find(send(post).body()).orElseThrow();
  }

  /** Returns the status of a request that a client of the JDK would not send. */
  private int raw(String path, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), playground.url().getPort())) {
      String head =
          "GET "
              + path
              + " HTTP/1.1\r\n"
              + String.join("\r\n", headers)
              + "\r\nConnection: close\r\n\r\n";
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.flush();
      InputStream in = socket.getInputStream();
      String line =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
      return Integer.parseInt(line.split(" ", -1)[1]);
    }
  }

  private String host() {
    return "Host: 127.0.0.1:" + playground.url().getPort();
  }

  @Test
  void eachResponseSaysWhatThePageMayDo() throws Exception {
    for (String path : new String[] {"/", "/main.js", "/api/view", "/nothing"}) {
      HttpResponse<String> response = send(request(path));

      assertThat(response.headers().firstValue("Content-Security-Policy"))
          .contains(
              "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
      assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(response.headers().map()).doesNotContainKey("set-cookie");
    }
  }

  @Test
  void thePageHasNoScriptOrStyleOfItsOwn() throws Exception {
    String page = send(request("/")).body();

    assertThat(page).doesNotContain("style=", "<style", "importmap", "onload", "http");
    assertThat(page.split("<script", -1)).hasSize(4);
    assertThat(page.split("<script src=", -1)).hasSize(4);
    try (Stream<Path> modules =
        Files.list(Path.of("src/main/resources/io/github/rossumext/playground/page"))) {
      assertThat(modules.map(file -> String.valueOf(file.getFileName())))
          .filteredOn(file -> file.endsWith(".js"))
          .allSatisfy(file -> assertThat(page).contains("\"" + file + "\""));
    }
    assertThat(send(request("/preact.js")).body()).contains("preact");
    assertThat(send(request("/preact-hooks.js")).body()).contains("preactHooks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/view", "/api/events", "/api/exchanges/0", "/api/nothing"})
  void withoutTheTokenNothingIsTold(String path) throws Exception {
    assertThat(raw(path, host())).isEqualTo(401);
    assertThat(raw(path, host(), "X-Playground-Token: guessed")).isEqualTo(401);
    assertThat(raw(path + "?token=guessed", host())).isEqualTo(401);
  }

  @Test
  void onlyAnEventSourceMayHaveTheTokenInTheUrl() throws Exception {
    for (String path : new String[] {"/api/view", "/api/exchanges/0", "/api/nothing"}) {
      assertThat(raw(path + "?token=" + token(), host())).as(path).isEqualTo(401);
    }
    assertThat(raw("/api/events?token=" + token(), host())).isEqualTo(200);
  }

  @Test
  void theTokenIsLongAndNew() {
    try (Playground other =
        Playground.open(TestExtension.endpoint(), TestExtension.SECRET, TestExtension.invoice())) {
      assertThat(other.url().getFragment()).hasSizeGreaterThan(40).isNotEqualTo(token());
      assertThat(other.toString()).doesNotContain(other.url().getFragment());
    }
  }

  @ParameterizedTest
  @CsvSource({"evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", "''"})
  void anotherHostIsRefused(String host) throws Exception {
    assertThat(raw("/", "Host: " + host)).isIn(400, 403);
    assertThat(raw("/api/view", "Host: " + host, "X-Playground-Token: " + token())).isIn(400, 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "https://127.0.0.1", "http://localhost:1"})
  void anotherOriginIsRefused(String origin) throws Exception {
    String sent = "X-Playground-Token: " + token();

    assertThat(raw("/api/view", host(), sent, "Origin: " + origin)).isEqualTo(403);
    assertThat(raw("/api/view", host(), sent, "Origin: http://" + host().substring(6)))
        .isEqualTo(200);
  }

  @Test
  void onlyTheLoopbackAddressIsListenedOn() throws Exception {
    for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(one.getInetAddresses())) {
        if (!address.isLoopbackAddress() && address.getAddress().length == 4) {
          assertThatThrownBy(() -> new Socket(address, playground.url().getPort()).close())
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../Playground.class",
        "/%2e%2e/Playground.class",
        "/page/index.html",
        "/index.html.bak",
        "/main.JS"
      })
  void noOtherFileIsServed(String path) throws Exception {
    assertThat(raw(path, host())).isIn(400, 404);
  }

  @Test
  void aPageThatKnowsAVersionGetsWhatIsNew() throws Exception {
    JsonNode whole = view("");
    int document = whole.path("document").asInt();
    int key = keyOf(whole, "order_id");
    assertThat(whole.path("fields").size()).isGreaterThan(50);

    assertThat(act("{\"act\":\"edit\",\"key\":" + key + ",\"text\":\"12\"}").path("refusals"))
        .isEmpty();
    JsonNode news = view("?document=" + document + "&version=" + whole.path("version").asLong());

    assertThat(news.path("whole").asBoolean()).isFalse();
    assertThat(news.has("structure")).isFalse();
    assertThat(news.path("multivalues")).isEmpty();
    assertThat(news.path("fields")).hasSize(1);
    assertThat(news.path("fields").path(0).path(1).asText()).isEqualTo("12");
    assertThat(news.path("fields").path(0).path(2).asText()).isEqualTo("warning");
  }

  /** Returns the key of the order number. */
  private static int keyOf(JsonNode view, String start) {
    for (JsonNode section : view.path("structure").path("sections")) {
      for (JsonNode child : section.path("children")) {
        if (child.path("schemaId").asText().startsWith(start)) {
          return child.path("key").asInt();
        }
      }
    }
    throw new AssertionError(start);
  }

  @Test
  void whatIsNoActIsRefused() throws Exception {
    assertThat(
            send(request("/api/act").POST(HttpRequest.BodyPublishers.ofString("{}"))).statusCode())
        .isEqualTo(400);
    assertThat(
            send(request("/api/act").POST(HttpRequest.BodyPublishers.ofString("not JSON")))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            act("{\"act\":\"edit\",\"key\":99999,\"text\":\"x\"}")
                .path("refusals")
                .path(0)
                .asText())
        .isEqualTo("It was removed from the document meanwhile.");
    assertThat(act("{\"act\":\"paste\",\"text\":\"not JSON\"}").path("refusals").path(0).asText())
        .isEqualTo("The text is not JSON.");
    assertThat(act("{\"act\":\"paste\",\"text\":\"{}\"}").path("refusals").path(0).asText())
        .isEqualTo("The text holds neither a request of annotation_content nor a schema.");
    assertThat(
            send(request("/api/act")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"act\":\"open\",\"index\":7}")))
                .statusCode())
        .isEqualTo(400);
  }

  private String refusalOfPasted(String text) throws Exception {
    JsonNode act = Json.object().put("act", "paste").put("text", text);
    return act(act.toString()).path("refusals").path(0).asText();
  }

  @Test
  void aPastedRequestThatIsNotAsRossumSendsItIsRefused() throws Exception {
    String request =
        """
        {"event": "annotation_content", "action": "initialize", "annotation": {"content": [
          {"id": null, "category": "section", "schema_id": "s", "children": []}]}}""";

    assertThat(refusalOfPasted(request)).contains("the id of a node is not a number");
  }

  @Test
  void aLongTextCanBePasted() throws Exception {
    assertThat(refusalOfPasted("x".repeat(21_000_000))).isEqualTo("The text is not JSON.");
  }

  @Test
  void whatFailedIsShownUntilTheNextRequest() throws Exception {
    JsonNode whole = view("");
    act("{\"act\":\"edit\",\"key\":" + keyOf(whole, "notes") + ",\"text\":\"boom\"}");
    act("{\"act\":\"visit\",\"key\":" + keyOf(whole, "order_id") + "}");

    assertThat(view("").path("head").path("failures").path(0).path("text").asText())
        .contains("The price list is broken.");

    act("{\"act\":\"edit\",\"key\":" + keyOf(whole, "notes") + ",\"text\":\"quiet\"}");

    assertThat(view("").path("head").path("failures")).isEmpty();
  }

  @Test
  void secretsAndTokensDoNotLeave() throws Exception {
    JsonNode whole = view("");
    act("{\"act\":\"edit\",\"key\":" + keyOf(whole, "notes") + ",\"text\":\"log\"}");
    int last = playground.exchanges().size() - 1;
    String password = "fixture-password-Zx81";
    assertThat(playground.exchanges().get(last).request()).contains(password);

    for (String path :
        new String[] {
          "/api/view",
          "/api/exchanges/" + last,
          "/api/exchanges/" + last + "/curl",
          "/api/exchanges/" + last + "/fixture",
          "/api/exchanges/" + last + "/junit"
        }) {
      String body = send(request(path)).body();
      assertThat(body).as(path).isNotEmpty().doesNotContain(password, "svc-invoices");
      String token =
          Json.read(playground.exchanges().get(last).request())
              .path("rossum_authorization_token")
              .asText();
      assertThat(token).hasSizeGreaterThan(10);
      assertThat(body).as(path).doesNotContain(token);
    }
    assertThat(send(request("/api/exchanges/" + last)).body())
        .contains("Looked at the notes with removed");
  }

  @Test
  void theLogLinesOfARequestAreThoseOfNoOther() throws Exception {
    JsonNode whole = view("");
    act("{\"act\":\"edit\",\"key\":" + keyOf(whole, "notes") + ",\"text\":\"log\"}");
    act("{\"act\":\"edit\",\"key\":" + keyOf(whole, "notes") + ",\"text\":\"quiet\"}");
    int last = playground.exchanges().size() - 1;

    assertThat(send(request("/api/exchanges/" + (last - 1))).body())
        .contains("Looked at the notes");
    assertThat(send(request("/api/exchanges/" + last)).body())
        .doesNotContain("Looked at the notes")
        .contains("\"log\":[\"INFO");
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    assertThatThrownBy(
            () ->
                Playground.builder(TestExtension.endpoint(), TestExtension.SECRET)
                    .port(playground.url().getPort())
                    .open())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Choose a port that is free.");
    assertThatThrownBy(
            () -> Playground.builder(TestExtension.endpoint(), TestExtension.SECRET).port(70000))
        .hasMessage("The port must be from 0 to 65535, but was 70000.");
  }

  @Test
  void theUrlIsOfTheLoopbackAddress() {
    URI url = playground.url();

    assertThat(url.getHost()).isEqualTo("127.0.0.1");
    assertThat(url.getPath()).isEqualTo("/");
    assertThat(url.getQuery()).isNull();
  }
}
