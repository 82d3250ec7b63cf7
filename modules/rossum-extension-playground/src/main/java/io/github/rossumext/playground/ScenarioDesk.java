package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Saves and loads scenarios, and writes their tests. It writes below the folder of scenarios and
 * below the sources of the tests, and nowhere else. Thread-safe.
 *
 * @param folder the folder of the scenarios; null if there is none
 * @param sources the directory of the sources of the tests; null if there is none
 */
record ScenarioDesk(
    @Nullable ScenarioFolder folder, @Nullable Path sources, EndpointInTest endpoint) {
  static final String PATH = "/api/scenario";
  private static final String FILE = PATH + "/file";
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  /** Responds to what the page asks, whose path begins with {@link #PATH}. */
  void handle(HttpExchange exchange, LiveDocument document) throws IOException {
    boolean isPost = exchange.getRequestMethod().equals("POST");
    String path = exchange.getRequestURI().getPath();
    if (!isPost && path.equals(FILE)) {
      respond(exchange, ScenarioJson.whole(document.scenario()));
    } else if (path.equals(PATH)) {
      respond(exchange, Json.line(isPost ? done(exchange, document) : state(Json.object())));
    } else {
      PageServer.respond(exchange, 404, "There is nothing here.");
    }
  }

  private static void respond(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    PageServer.respond(exchange, 200, "application/json", body);
  }

  /** Adds where scenarios and tests are. */
  private ObjectNode state(ObjectNode json) throws IOException {
    ArrayNode names = json.putArray("names");
    if (folder != null) {
      json.put("folder", folder.path().toString());
      folder.names().forEach(names::add);
    }
    if (sources != null) {
      json.put("sources", sources.toString());
    }
    json.put("package", endpoint.packageName());
    json.put("isEndpointKnown", endpoint.isKnown());
    return json;
  }

  private ObjectNode done(HttpExchange exchange, LiveDocument document) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    JsonNode asked = Json.find(new String(body, StandardCharsets.UTF_8)).orElseGet(Json::object);
    ObjectNode response = Json.object();
    ArrayNode refusals = response.putArray("refusals");
    try {
      if (asked.path("do").asText().equals("test")) {
        test(asked, document, response);
      } else {
        save(asked.path("name").asText(), document.scenario(), isReplacing(asked), response);
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      refusals.add(String.valueOf(e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      refusals.add("It was not written: " + e);
    }
    return state(response);
  }

  private static boolean isReplacing(JsonNode asked) {
    return asked.path("replace").asBoolean();
  }

  private ScenarioFolder requireFolder() {
    if (folder == null) {
      throw new IllegalStateException(
          "There is no folder for scenarios, because there is no src/test here. Set one with"
              + " scenarios(…) of the builder.");
    }
    return folder;
  }

  private void save(String name, Scenario scenario, boolean isReplacing, ObjectNode response)
      throws IOException {
    requireNew(name, scenario, isReplacing, response);
    response.put("saved", requireFolder().save(name, scenario).toString());
  }

  private void requireNew(String name, Scenario scenario, boolean isReplacing, ObjectNode response)
      throws IOException {
    ScenarioFolder place = requireFolder();
    if (!isReplacing && place.has(name) && !place.has(name, scenario)) {
      response.put("exists", true);
      throw new IllegalStateException("There is a scenario '" + name + "' already.");
    }
  }

  /** Writes scenario and test, or only returns the source of the test. */
  private void test(JsonNode asked, LiveDocument document, ObjectNode response) throws IOException {
    ScenarioFolder place = requireFolder();
    String name = asked.path("name").asText();
    boolean isReplacing = isReplacing(asked);
    EndpointInTest tested = endpointOf(asked);
    String chosen = asked.path("package").asText();
    String inPackage = chosen.isEmpty() && !endpoint.isKnown() ? tested.packageName() : chosen;
    TestClass test = new TestClass(inPackage, asked.path("class").asText(), tested);
    Path file = sources == null ? null : sources.resolve(test.file());
    if (file != null && !isReplacing && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      response.put("exists", true);
      throw new IllegalStateException("There is a file " + file + " already.");
    }
    Scenario scenario = document.scenario();
    requireNew(name, scenario, isReplacing, response);
    Path fixture = place.path().resolve(name).resolve(ScenarioFolder.DOCUMENT);
    Rehearsal rehearsal = document.rehearse(scenario);
    TestLines lines = TestLines.of(rehearsal, fixture.toString().replace('\\', '/'));
    String source = test.source(name, lines, document.subject().isCalledBack());
    response.put("saved", place.save(name, scenario).toString());
    response.put("source", source);
    notes(rehearsal, tested, response.putArray("notes"));
    if (file != null) {
      write(file, source);
      response.put("test", file.toString());
    }
  }

  /** What the author should know of the test that was written. */
  private static void notes(Rehearsal rehearsal, EndpointInTest tested, ArrayNode notes) {
    List<Difference> all = rehearsal.notAsOnTheScreen();
    if (!all.isEmpty()) {
      notes.add(
          "Done once more without the secrets, the document is not as on the screen ("
              + all.get(0).line()
              + (all.size() == 1 ? "" : ", and " + (all.size() - 1) + " more")
              + "). The test asserts what it is then.");
    }
    if (tested.readsVariable()) {
      notes.add(
          "The test reads the secret from the variable "
              + Subject.VARIABLE
              + ". Without the variable it fails. A factory with its secret in a static field that"
              + " is not private needs none.");
    }
  }

  private EndpointInTest endpointOf(JsonNode asked) {
    String base = asked.path("base").asText();
    if (endpoint.isKnown() || base.isEmpty()) {
      return endpoint;
    }
    if (!TestClass.isName(base)) {
      throw new IllegalArgumentException(
          "Expected the full name of a class, such as com.example.ExtensionTest, but found '"
              + base
              + "'.");
    }
    return EndpointInTest.named(base);
  }

  /** Writes below the sources only: the names are checked, and no link leads elsewhere. */
  private void write(Path file, String source) throws IOException {
    Path root = Objects.requireNonNull(sources).toRealPath();
    Path around = Objects.requireNonNull(file.getParent());
    Files.createDirectories(around);
    if (!around.toRealPath().startsWith(root)
        || (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
            && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))) {
      throw new IllegalArgumentException(
          file + " leads out of " + sources + ". Choose another package or name.");
    }
    Files.writeString(file, source, StandardCharsets.UTF_8);
  }

  /**
   * Loads a scenario by name, or that of a file.
   *
   * @throws IllegalArgumentException if it is not one
   */
  Scenario load(JsonNode asked) throws IOException {
    return asked.has("text")
        ? ScenarioJson.read(asked.path("text").asText())
        : requireFolder().load(asked.path("name").asText());
  }

  /** Opens a scenario that the page asks for. */
  ActResult open(JsonNode asked, LiveDocument document) {
    try {
      Scenario scenario = load(asked);
      return document.open(new PlaygroundDocument(scenario.document(), List.of()), scenario);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return ActResult.misfit(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return ActResult.misfit("It was not read: " + e);
    }
  }
}
