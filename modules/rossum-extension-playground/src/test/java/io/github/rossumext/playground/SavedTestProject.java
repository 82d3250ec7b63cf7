package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.Fixture;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A project whose playground saves tests, which are compiled and run as a build does. */
final class SavedTestProject {
  private final Path folder;
  private final Project project;
  private String lastTest = "";

  private SavedTestProject(Path folder, Project project) {
    this.folder = folder;
    this.project = project;
  }

  static SavedTestProject withRule(Path folder, String rule) throws IOException {
    Project project = new Project(folder);
    project.rule(rule);
    project.factory(
        """
          return HookEndpoint.builder()
              .secret(SECRET)
              .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(new NotesRule()))
              .build();
        }
        static final Secret SECRET = Secret.of("%s");
        {
        """
            .formatted(TestExtension.SECRET.reveal()));
    Files.createDirectories(folder.resolve("src/test/java"));
    return new SavedTestProject(folder, project);
  }

  void rule(String body) throws IOException {
    project.rule(body);
  }

  Path sources() {
    return folder.resolve("src/test/java");
  }

  Path scenarios() {
    return folder.resolve("src/test/resources/scenarios");
  }

  Playground open() throws Exception {
    return open(TestExtension.invoice());
  }

  Playground open(Fixture document) throws Exception {
    return Playground.builder(project.factoryClass(), TestExtension.SECRET)
        .document(document)
        .scenarios(scenarios())
        .tests(sources())
        .open();
  }

  static String className(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Test";
  }

  private static JsonNode ask(Playground playground, String name) throws Exception {
    return ask(
        playground,
        Json.object()
            .put("do", "test")
            .put("name", name)
            .put("package", "com.example")
            .put("class", className(name)));
  }

  /** Sends what the page asks, and returns the response. */
  static JsonNode ask(Playground playground, JsonNode asked) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(playground.url().resolve("/api/scenario"))
            .header("X-Playground-Token", playground.url().getFragment())
            .POST(HttpRequest.BodyPublishers.ofString(asked.toString()))
            .build();
    String response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return Json.read(response);
  }

  /** Saves what was done as a test, and returns its source. */
  String save(Playground playground, String name) throws Exception {
    JsonNode response = ask(playground, name);
    assertThat(response.path("refusals")).isEmpty();
    Path file = sources().resolve("com/example/" + className(name) + ".java");
    assertThat(file).hasContent(response.path("source").asText());
    assertThat(response.path("test").asText()).isEqualTo(file.toString());
    return response.path("source").asText();
  }

  /** Saves what was done as a test, and returns what the page says of it. */
  List<String> notes(Playground playground, String name) throws Exception {
    List<String> notes = new ArrayList<>();
    ask(playground, name).path("notes").forEach(note -> notes.add(note.asText()));
    return notes;
  }

  /** Returns why a test is not saved. */
  String refusal(Playground playground, String name) throws Exception {
    return ask(playground, name).path("refusals").path(0).asText();
  }

  /** Compiles the test of a scenario as a build does. */
  void compile(String name) {
    lastTest = className(name);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-Xlint:all,-processing,-classfile,-path",
                "-Werror",
                "-d",
                project.testClasses().toString(),
                "-cp",
                project.testClasses()
                    + File.pathSeparator
                    + project.classes()
                    + File.pathSeparator
                    + TestClassPath.text(),
                sources().resolve("com/example/" + lastTest + ".java").toString());
    assertThat(result).isZero();
  }

  /** Runs the test, and returns why it failed; empty if it passed. */
  List<String> run() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = project.loader()) {
      Thread.currentThread().setContextClassLoader(loader);
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(selectClass(loader.loadClass("com.example." + lastTest)))
              .build();
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      LauncherFactory.create().execute(request, listener);
      assertThat(listener.getSummary().getTestsFoundCount()).isEqualTo(1);
      return listener.getSummary().getFailures().stream()
          .map(failure -> String.valueOf(failure.getException()))
          .toList();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
