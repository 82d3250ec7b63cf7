package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.client.RossumClient;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.hook.HookFile;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Secret;
import io.github.rossumext.value.Tolerance;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the page about the Maven plugin. */
class RegisterGuideTest {
  record ApSettings(Tolerance tolerance) {}

  // docs: endpoint-factory
  public static final class Extension implements Supplier<HookEndpoint> {
    @Override
    public HookEndpoint get() {
      return endpoint(Secret.fromEnv("ROSSUM_HOOK_SECRET"));
    }

    static HookEndpoint endpoint(Secret secret) {
      return HookEndpoint.builder()
          .secret(secret)
          .on(ANNOTATION_CONTENT, ContentRules.of(content -> {}))
          .build();
    }
  }

  // end

  // docs: hook-file-test
  static void theHookFitsTheCode(Path directory) {
    HookEndpoint endpoint = Extension.endpoint(Secret.of("any, for a test"));
    HookFile hook =
        HookFile.of(directory.resolve("rossum/hook.json"))
            .withSchema(directory.resolve("rossum/schema.json"))
            .withSettings(ApSettings.class);
    assertThat(hook).fits(endpoint);
  }

  // end

  static final class Rehearsal {
    // docs: rehearsal
    /** Plays Rossum until you press Enter. */
    public static void main(String[] args) throws IOException {
      try (RossumApiStub rossum = RossumApiStub.create()) {
        System.out.println(start(rossum, Path.of("rossum/schema.json")));
        System.in.read();
      }
    }

    static String start(RossumApiStub rossum, Path schema) throws IOException {
      RawJson document = rossum.add(DocumentBuilder.of(schema).build()).raw();
      ResourceUrl user = rossum.add("users", Map.of("username", "rehearsal@acme.example"));
      return """
          export ROSSUM_TOKEN=%s

          ROSSUM_URL=%s
          QUEUE_URL=%s
          SCHEMA_URL=%s
          TOKEN_OWNER_URL=%s
          """
          .formatted(
              rossum.token().reveal(),
              rossum.baseUrl(),
              document.find("queue").flatMap(RawJson::scalar).orElseThrow(),
              document.find("schema").flatMap(RawJson::scalar).orElseThrow(),
              user.uri());
    }
    // end
  }

  @Test
  void theRehearsalHasWhatTheGoalsNeed(@TempDir Path directory) throws Exception {
    Path schema = directory.resolve("schema.json");
    Files.writeString(schema, Guide.json("schema-file"));

    try (RossumApiStub rossum = RossumApiStub.create()) {
      Properties printed = new Properties();
      printed.load(new StringReader(Rehearsal.start(rossum, schema).replace("export ", "")));
      RossumClient client =
          RossumClient.of(
              printed.getProperty("ROSSUM_URL"), Secret.of(printed.getProperty("ROSSUM_TOKEN")));

      // As apply does it: the schema is changed, and the hook is created.
      long id = new ResourceUrl(printed.getProperty("SCHEMA_URL")).id().orElseThrow();
      assertThat(client.schemas().get(id).raw().text()).contains("date_due");
      client.schemas().patch(id, RawJson.of(Guide.json("schema-file").replace("date_due", "due")));
      assertThat(client.schemas().get(id).raw().text()).doesNotContain("date_due");
      client
          .hooks()
          .create(
              Map.of(
                  "name",
                  "Rehearsal",
                  "queues",
                  List.of(printed.getProperty("QUEUE_URL")),
                  "token_owner",
                  printed.getProperty("TOKEN_OWNER_URL"),
                  "events",
                  List.of("annotation_content.initialize"),
                  "config",
                  Map.of("url", "http://127.0.0.1:8080/rossum")));
    }
  }

  @Test
  void theFileOfThePageFitsTheCode(@TempDir Path directory) throws Exception {
    Files.createDirectories(directory.resolve("rossum"));
    Files.writeString(directory.resolve("rossum/hook.json"), Guide.json("hook-file"));
    Files.writeString(
        directory.resolve("rossum/schema.json"),
        """
        [{"category": "section", "id": "amounts", "label": "Amounts", "children": [
          {"category": "datapoint", "id": "amount_total", "label": "Total", "type": "number"}]}]
        """);

    theHookFitsTheCode(directory);
  }

  @Test
  void anEventThatNobodyHandlesDoesNotFit(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("hook.json");
    Files.writeString(
        file,
        Guide.json("hook-file").replace("annotation_content.updated", "annotation_status.changed"));

    try (HookEndpoint endpoint = Extension.endpoint(Secret.of("any, for a test"))) {
      assertThatThrownBy(() -> assertThat(HookFile.of(file)).fits(endpoint))
          .hasMessageContaining("The code does not handle 'annotation_status.changed'");
    }
  }
}
