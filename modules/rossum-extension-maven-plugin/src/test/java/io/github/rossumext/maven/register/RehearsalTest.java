package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.api.StubbedAnnotation;
import org.junit.jupiter.api.Test;

/** The goals without Rossum: a stub with a document of the project's own schema. */
class RehearsalTest extends RegisterTest {
  private static final String SCHEMA =
      """
      [{"category": "section", "id": "basic_info", "label": "Basic information", "children": [
        {"category": "datapoint", "id": "date_due", "label": "Due date", "type": "date"}]}]
      """;

  @Test
  void planApplyVerifyAndASchemaChange() {
    StubbedAnnotation document = api.add(DocumentBuilder.of(SCHEMA).build());
    JsonNode annotation = json(document.raw().text());
    try (LiveExtension extension = new LiveExtension(content -> {}, SECRET)) {
      writeProject();
      write("rossum/schema.json", SCHEMA);
      write(
          "rossum/env/test.properties",
          "ROSSUM_URL=%s\nINVOICES=%s\nSCHEMA_URL=%s\nEXTENSION_URL=%s\n"
              .formatted(
                  api.baseUrl(),
                  annotation.path("queue").asText(),
                  annotation.path("schema").asText(),
                  extension.url()));
      assertThat(extension.url()).startsWith("http://127.0.0.1:");
      assertThat(run(plan())).contains(": no change", "(new)");
      run(apply());
      assertThat(run(Registration.verify("org.example:vendor", "")))
          .contains("Rossum reaches the extension");

      write("rossum/schema.json", SCHEMA.replace("Due date", "Due"));
      assertThat(run(apply())).contains("Applied: Schema ");
      assertThat(run(plan())).endsWith("Nothing to apply.\n");
    }
  }
}
