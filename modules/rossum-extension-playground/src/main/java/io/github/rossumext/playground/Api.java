package io.github.rossumext.playground;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.github.rossumext.testkit.simulator.Exchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the page asks of the server. Thread-safe. */
final class Api {
  /** The path of the stream of changes, which an {@code EventSource} reads. */
  static final String EVENTS = "/api/events";

  /** Pasted documents are large. */
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  /** After this time without news, a line without a meaning finds out whether the page is gone. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private static final Pattern NUMBERED =
      Pattern.compile("/api/(exchanges|pages|calls)/(\\d{1,9})(?:/([a-z]+))?");
  private static final Pattern KNOWN_VIEW =
      Pattern.compile("document=(\\d{1,9})&version=(\\d{1,18})");
  private static final String JSON = "application/json";

  /** The user has looked at the failed test. */
  private static final String DONE = "done";

  private final LiveDocument document;
  private final CompareApi compare;
  private final ScenarioDesk desk;
  private final Phaser watchers = new Phaser(1);

  Api(LiveDocument document, ScenarioDesk desk) {
    this.document = document;
    this.desk = desk;
    this.compare = new CompareApi(document.subject().comparison());
  }

  void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean isPost = exchange.getRequestMethod().equals("POST");
    Matcher numbered = NUMBERED.matcher(path);
    if (path.equals(CompareApi.PATH)) {
      compare.handle(exchange);
    } else if (path.startsWith(ScenarioDesk.PATH)) {
      desk.handle(exchange, document);
    } else if (isPost && path.equals("/api/act")) {
      act(exchange);
    } else if (isPost) {
      PageServer.respond(exchange, 404, "The playground does not know this act.");
    } else if (!exchange.getRequestMethod().equals("GET")) {
      PageServer.respond(exchange, 405, "Only GET and POST are known.");
    } else if (path.equals("/api/view")) {
      view(exchange);
    } else if (path.equals(EVENTS)) {
      events(exchange);
    } else if (numbered.matches()) {
      numbered(exchange, numbered);
    } else {
      PageServer.respond(exchange, 404, "There is nothing here.");
    }
  }

  /** Does an act, and responds with its refusals and what changed for the page. */
  private void act(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      PageServer.respond(exchange, 413, "That is over 64 MB.");
      return;
    }
    JsonNode json = Json.find(new String(body, StandardCharsets.UTF_8)).orElseGet(Json::object);
    Optional<ActResult> result = act(json);
    if (result.isEmpty()) {
      PageServer.respond(exchange, 400, "The playground does not know this act.");
      return;
    }
    ObjectNode response = Json.object();
    response.putArray("refusals").addAll(texts(result.get().refusals()));
    PageServer.respond(exchange, 200, JSON, Json.bytes(response));
    if (json.path("act").asText().equals(DONE)) {
      exchange.close(); // before the server ends
      document.pulse().end();
    }
  }

  private static List<JsonNode> texts(List<String> texts) {
    ObjectNode node = Json.object();
    return texts.stream().<JsonNode>map(node::textNode).toList();
  }

  private Optional<ActResult> act(JsonNode json) {
    String name = json.path("act").asText();
    return switch (name) {
      case "open" ->
          json.path("index").canConvertToInt() && isDocument(json.path("index").asInt())
              ? Optional.of(document.open(json.path("index").asInt()))
              : Optional.empty();
      case "paste" -> Optional.of(document.openPasted(json.path("text").asText()));
      case "startOver" -> Optional.of(document.startOver());
      case DONE ->
          document.view().head().has("failedTest") ? Optional.of(ActResult.DONE) : Optional.empty();
      case "goTo" -> Optional.of(document.goTo(json.path("position").asInt(-1)));
      case "load" -> Optional.of(desk.open(json, document));
      case "reload" -> Optional.ofNullable(document.subject().reload()).map(Reload::again);
      default -> Acts.find(name).map(kind -> document.act(kind, json));
    };
  }

  private boolean isDocument(int index) {
    return index >= 0 && index < document.view().head().path("documents").size();
  }

  /** Responds with the view, or with what a page that knows an earlier one does not know. */
  private void view(HttpExchange exchange) throws IOException {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    Matcher known = KNOWN_VIEW.matcher(query);
    boolean isKnown = known.matches();
    exchange.getResponseHeaders().set("Content-Type", JSON);
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16);
        JsonGenerator json = Json.writer(out)) {
      document
          .view()
          .write(
              json,
              isKnown ? Integer.parseInt(known.group(1)) : 0,
              isKnown ? Long.parseLong(known.group(2)) : 0);
    }
  }

  /** Waits until each page knows that the playground has ended, but not long. */
  void awaitFarewells() {
    try {
      watchers.awaitAdvanceInterruptibly(watchers.arrive(), FAREWELL.toMillis(), MILLISECONDS);
    } catch (TimeoutException e) {
      // A page does not read: its connection is closed all the same.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void events(HttpExchange exchange) throws IOException {
    watchers.register();
    try (exchange) {
      watch(exchange);
    } finally {
      watchers.arriveAndDeregister();
    }
  }

  /** Tells a page each change, until the page or the playground ends. */
  private void watch(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    try {
      Pulse.Beat told = document.pulse().last();
      tell(out, told);
      while (!told.isEnd()) {
        Pulse.Beat next = document.pulse().after(told, HEARTBEAT);
        if (next.equals(told)) {
          out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
          out.flush();
        } else {
          tell(out, next);
        }
        told = next;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server stops
    }
  }

  private static void tell(OutputStream out, Pulse.Beat beat) throws IOException {
    ObjectNode json = Json.object();
    json.put("version", beat.version());
    json.put("busy", beat.busy());
    json.put("isEnd", beat.isEnd());
    out.write("data: ".getBytes(StandardCharsets.UTF_8));
    out.write(Json.bytes(json));
    out.write("\n\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void numbered(HttpExchange exchange, Matcher path) throws IOException {
    int number = Integer.parseInt(path.group(2));
    if (path.group(1).equals("pages") && path.group(3) == null) {
      page(exchange, number);
      return;
    }
    View view = document.view();
    if (path.group(1).equals("calls") && path.group(3) == null && number < view.calls().size()) {
      ObjectNode detail = CallJson.detail(view.calls().get(number), view.exchanges());
      PageServer.respond(exchange, 200, JSON, Json.bytes(detail));
      return;
    }
    List<Exchange> all = view.exchanges();
    if (path.group(1).equals("exchanges") && number < all.size()) {
      Exchange one = all.get(number);
      if (path.group(3) == null) {
        byte[] detail = Json.bytes(ExchangeJson.detail(number, one, document.log()));
        PageServer.respond(exchange, 200, JSON, detail);
        return;
      }
      Optional<String> copy = Copies.of(path.group(3), number, one);
      if (copy.isPresent()) {
        PageServer.respond(exchange, 200, copy.get());
        return;
      }
    }
    PageServer.respond(exchange, 404, "There is nothing here.");
  }

  private void page(HttpExchange exchange, int number) throws IOException {
    Path image = document.document().page(number).orElse(null);
    if (image == null) {
      PageServer.respond(exchange, 404, "The document does not bring this page.");
      return;
    }
    String type = image.toString().endsWith(".png") ? "image/png" : "image/jpeg";
    PageServer.respond(exchange, 200, type, Files.readAllBytes(image));
  }
}
