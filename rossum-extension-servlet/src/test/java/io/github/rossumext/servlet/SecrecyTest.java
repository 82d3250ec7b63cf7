package io.github.rossumext.servlet;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.rossumext.FailureException;
import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookHandler;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRejection;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Every way in which a request can fail is taken with marked secrets, tokens, signatures and values
 * of the document; the marks are in no line of the log, in no response and in no {@code
 * toString()}. Of the library's types only {@code Option}, {@code Message} and {@code Html} print
 * their text, which is the author's.
 */
class SecrecyTest {
  private static final String MARK = "m4rk";
  private static final Secret SECRET = Secret.of("m4rk-hook-secret");
  private static final Fixture MARKED =
      Fixtures.invoice()
          .withField("vendor_name", "m4rk-vendor")
          .withField("line_items[0].item_description", "m4rk-cell")
          .withOptions("vendor", Option.of("m4rk-option", "m4rk-label"))
          .withSecret("erp_password", "m4rk-password")
          .withSettings("{\"tolerance\":\"m4rk-setting\"}")
          .withKey("rossum_authorization_token", "\"m4rk-token\"");

  private final Logger library = (Logger) LoggerFactory.getLogger("io.github.rossumext");
  private final Map<String, HttpResponse<String>> responses = new LinkedHashMap<>();
  private final Shown shown = new Shown();
  private LogCapture log;

  @BeforeEach
  void listen() {
    library.setLevel(Level.TRACE);
    log = new LogCapture();
  }

  @AfterEach
  void stopListening() {
    log.close();
    library.setLevel(null);
  }

  record Settings(BigDecimal tolerance) {}

  record Secrets(int erpPassword) {}

  /** Keeps what every object that it is given says of itself, and what those in it say. */
  private static final class Shown implements HookListener {
    final List<String> texts = new CopyOnWriteArrayList<>();

    void show(Object shown) {
      texts.add(shown.getClass().getName() + ": " + shown);
    }

    @Override
    public void received(HookRequest request) {
      show(request);
      show(request.payload());
      show(request.payload().raw());
      show(request.payload().settings());
      show(request.payload().secrets());
      request.payload().token().ifPresent(this::show);
    }

    @Override
    public void responded(HookRequest request, HookResult result) {
      show(result);
      result.response().ifPresent(this::show);
    }

    @Override
    public void failed(HookRequest request, HookResult result, Throwable failure) {
      show(result);
    }

    @Override
    public void rejected(HookRejection rejection) {
      show(rejection);
    }
  }

  private List<HookHandler<ContentPayload, ContentResponse>> handlers() {
    Exception quoting =
        new IOException("m4rk-text", new IllegalStateException("m4rk-cause", new Error("m4rk")));
    quoting.addSuppressed(new IOException("m4rk-suppressed"));
    return List.of(
        this::showing,
        (payload, context) -> {
          throw quoting;
        },
        (payload, context) -> {
          throw new FailureException(FailurePolicy.RETRY, quoting);
        },
        (payload, context) -> {
          throw new FailureException(FailurePolicy.FAIL_OPEN, quoting);
        },
        (payload, context) -> {
          throw new StackOverflowError(payload.raw().text());
        },
        (payload, context) -> {
          context.settings(Settings.class);
          return ContentResponse.empty();
        },
        (payload, context) -> {
          context.secrets(Secrets.class);
          return ContentResponse.empty();
        },
        (payload, context) -> {
          context.secret("m1ssing");
          return ContentResponse.empty();
        },
        (payload, context) -> {
          payload.raw().as(Secrets[].class);
          return ContentResponse.empty();
        },
        ContentRules.of(content -> content.field("vendor_nam").text()),
        ContentRules.of(content -> content.number("vendor_name").value()),
        ContentRules.of(content -> content.field("vendor").set("m4rk-other")),
        ContentRules.of(content -> content.date("vendor_name").value()),
        ContentRules.of(content -> content.field("notes").set("m4rk".repeat(400))),
        ContentRules.of(content -> content.as(Secrets.class)),
        (payload, context) -> {
          Thread.sleep(60_000);
          return ContentResponse.empty();
        });
  }

  private ContentResponse showing(ContentPayload payload, HookContext context) {
    shown.show(context);
    shown.show(context.secret("erp_password"));
    shown.show(payload.annotation());
    payload.document().ifPresent(shown::show);
    ContentEditor content = ContentEditor.of(payload, context);
    shown.show(content);
    shown.show(content.field("vendor_name"));
    shown.show(content.field("vendor"));
    shown.show(content.table("line_items"));
    content.table("line_items").forEach(shown::show);
    shown.show(content.table("line_items").column("item_description"));
    shown.show(content.field("vendor_name").set("m4rk-written").info("m4rk-said"));
    ContentResponse response = content.response();
    shown.show(response);
    response.operations().forEach(shown::show);
    shown.show(payload.content());
    payload.content().sections().forEach(shown::show);
    payload.content().bySchemaId("vendor_name").forEach(shown::show);
    return ContentResponse.empty();
  }

  private HookEndpoint.Builder endpoint() {
    return HookEndpoint.builder()
        .secret(SECRET)
        .listener(shown)
        .lossyWrites(LossyWrites.REFUSE)
        .handlersOnOwnThreads()
        .timeout(Duration.ofSeconds(3));
  }

  private void ask(String name, HookEndpoint endpoint, Ask ask) throws Exception {
    shown.show(endpoint);
    try (HookServer server = HookServer.start(endpoint)) {
      responses.put(name, ask.of(new Client(server)));
    }
    endpoint.close();
  }

  @FunctionalInterface
  private interface Ask {
    HttpResponse<String> of(Client client) throws Exception;
  }

  private void assertThatNothingIsShown() {
    String signature = RequestSigner.of(SECRET).sign(MARKED.body()).substring("sha256=".length());
    assertThat(log.lines()).isNotEmpty();
    assertThat(log.everything()).doesNotContain(MARK).doesNotContain(signature);
    assertThat(shown.texts).isNotEmpty().noneMatch(text -> text.contains(MARK));
    responses.forEach(
        (name, response) -> {
          assertThat(response.body()).as(name).doesNotContain(MARK).doesNotContain(signature);
          assertThat(response.headers().toString()).as(name).doesNotContain(MARK);
        });
  }

  @Test
  void whateverAHandlerDoes() throws Exception {
    List<HookHandler<ContentPayload, ContentResponse>> handlers = handlers();
    for (int i = 0; i < handlers.size(); i++) {
      ask(
          "handler " + i,
          endpoint().on(ANNOTATION_CONTENT, handlers.get(i)).build(),
          client -> client.post(SignedRequest.of(MARKED, SECRET)));
    }

    assertThat(responses.values()).filteredOn(response -> response.statusCode() == 200).hasSize(2);
    assertThatNothingIsShown();
  }

  @Test
  void whateverIsRejected() throws Exception {
    HookHandler<ContentPayload, ContentResponse> checked =
        ContentRules.of(content -> content.info("Checked."));
    byte[] body = MARKED.body();
    String json = MARKED.json();
    List<byte[]> broken = new ArrayList<>();
    for (String part : new String[] {"m4rk-vendor", "m4rk-token", "m4rk-password"}) {
      broken.add(json.substring(0, json.indexOf(part) + part.length()).getBytes(UTF_8));
    }
    broken.add(json.replace("\"event\"", "m4rk").getBytes(UTF_8));
    broken.add("\"m4rk\"".getBytes(UTF_8));
    for (int i = 0; i < broken.size(); i++) {
      byte[] sent = broken.get(i);
      ask(
          "broken " + i,
          endpoint().on(ANNOTATION_CONTENT, checked).build(),
          client -> client.post(SignedRequest.of(sent, SECRET)));
    }
    ask(
        "wrong secret",
        endpoint().on(ANNOTATION_CONTENT, checked).build(),
        client -> client.post(SignedRequest.of(MARKED, Secret.of("another"))));
    ask(
        "too large",
        endpoint().maxBodyBytes(100).on(ANNOTATION_CONTENT, checked).build(),
        client -> client.post(SignedRequest.of(MARKED, SECRET)));
    ask(
        "no room",
        endpoint().maxBytesInFlight(100).on(ANNOTATION_CONTENT, checked).build(),
        client -> client.post(SignedRequest.of(MARKED, SECRET)));
    ask(
        "wrong type",
        endpoint().on(ANNOTATION_CONTENT, checked).build(),
        client ->
            client.send("POST", BodyPublishers.ofByteArray(body), "Content-Type", "text/plain"));
    ask(
        "wrong method",
        endpoint().on(ANNOTATION_CONTENT, checked).build(),
        client -> client.send("PUT", BodyPublishers.ofByteArray(body)));
    HookEndpoint closed = endpoint().on(ANNOTATION_CONTENT, checked).build();
    closed.close();
    ask("closed", closed, client -> client.post(SignedRequest.of(MARKED, SECRET)));

    assertThat(responses.values()).allMatch(response -> response.statusCode() >= 400);
    assertThatNothingIsShown();
  }

  @Test
  void whateverAListenerThrows() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    HookListener telling =
        new HookListener() {
          @Override
          public void received(HookRequest request) {
            heard.countDown();
            throw new IllegalStateException(request.payload().raw().text());
          }
        };
    ask(
        "listener",
        endpoint().listener(telling).on(ANNOTATION_CONTENT, ContentRules.of()).build(),
        client -> client.post(SignedRequest.of(MARKED, SECRET)));

    assertThat(heard.await(1, TimeUnit.SECONDS)).isTrue();
    assertThatNothingIsShown();
  }
}
