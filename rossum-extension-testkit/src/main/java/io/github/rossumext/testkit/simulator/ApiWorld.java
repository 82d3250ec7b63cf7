package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.Turn;
import io.github.rossumext.testkit.internal.api.ApiResponse;
import io.github.rossumext.testkit.internal.api.LiveAnnotation;
import io.github.rossumext.testkit.internal.api.LiveHook;
import io.github.rossumext.testkit.internal.api.Note;
import io.github.rossumext.testkit.internal.api.World;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The simulator as the API stub sees it. */
final class ApiWorld implements World {
  private final Session session;
  private final IdentityHashMap<OpenDocument, LiveAnnotation> known = new IdentityHashMap<>();

  ApiWorld(Session session) {
    this.session = session;
  }

  /** Returns a world without hooks, for a stub that is on its own. */
  static ApiWorld of(VirtualClock clock) {
    Session session = new Session();
    session.clock(clock);
    return new ApiWorld(session);
  }

  @Override
  public Turn turn() {
    return session.traffic().turn();
  }

  @Override
  public Clock clock() {
    return session.clock();
  }

  @Override
  public void pass(Duration time) {
    session.clock().advance(time);
  }

  @Override
  public List<LiveAnnotation> documents() {
    return session.traffic().documents().stream().map(this::live).toList();
  }

  private LiveAnnotation live(OpenDocument document) {
    return known.computeIfAbsent(document, added -> new ApiDocument(session, added));
  }

  @Override
  public LiveAnnotation add(String name, byte[] request) {
    OpenDocument document = OpenDocument.of(name, request, null);
    session.traffic().add(document);
    return live(document);
  }

  @Override
  public List<LiveHook> hooks() {
    return session.hooks().stream().map(hook -> (LiveHook) new Hook(session, hook)).toList();
  }

  @Override
  public LiveHook webhook(ObjectNode row, ObjectNode secrets) {
    JsonNode config = row.path("config");
    Map<String, String> texts = new LinkedHashMap<>();
    secrets.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
    SimulatedHook hook =
        SimulatedHook.of(
                URI.create(config.path("url").asText()),
                // Without a secret, no extension accepts a signature.
                Secret.of(config.path("secret").asText(UUID.randomUUID().toString())))
            .withName(row.path("name").asText())
            .withEvents(texts(row.path("events")))
            .withSideloads(texts(row.path("sideload")))
            .withSettings(RawJson.of(Json.text(row.path("settings"))))
            .withSecrets(texts);
    return new Hook(session, hook);
  }

  private static String[] texts(JsonNode list) {
    List<String> all = new ArrayList<>();
    list.forEach(each -> all.add(each.asText()));
    return all.toArray(String[]::new);
  }

  @Override
  public List<ObjectNode> logs() {
    return session.exchanges().stream().map(ApiMessages::log).toList();
  }

  @Override
  public void note(Note note) {
    Problem problem = Problem.of(Problem.Kind.API, note.source(), note.text());
    session.add(
        note.operation().isPresent()
            ? problem.withOperation(note.operation().getAsInt())
            : problem);
  }

  @Override
  public void connect(Callbacks callbacks) {
    session.traffic().connect(callbacks);
  }

  @Override
  public Optional<Callbacks> callbacks() {
    return session.traffic().api();
  }

  private record Hook(Session session, SimulatedHook hook) implements LiveHook {
    @Override
    public String name() {
      return hook.name();
    }

    @Override
    public boolean receives(String event, String action) {
      return hook.receives(event, new HookAction(action), null);
    }

    @Override
    public Optional<ObjectNode> payload(String event, String action, LiveAnnotation about) {
      if (!(about instanceof ApiDocument document)) {
        return Optional.empty();
      }
      return document.payload(hook, event, action);
    }

    @Override
    public ApiResponse invoke(ObjectNode arguments) {
      return response(session.step(() -> session.invoke(hook, arguments)));
    }

    @Override
    public Optional<ApiResponse> test(String event, String action, ObjectNode request) {
      return EventKind.find(event, new HookAction(action))
          .map(kind -> response(session.step(() -> session.test(hook, kind, request))));
    }

    private static ApiResponse response(Exchange exchange) {
      return ApiResponse.bytes(
          exchange.status().orElse(0),
          "application/json",
          exchange.response().getBytes(StandardCharsets.UTF_8));
    }
  }
}
