package io.github.rossumext.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookContext;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README shows the code that is compiled and run here. */
class ReadmeTest {
  private static final Secret SECRET = Secret.of("made-up");

  @ParameterizedTest
  @ValueSource(strings = {"MyExtension.java", "DueDateRule.java"})
  void showsTheCodeThatIsTested(String file) throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/io/github/rossumext/readme").resolve(file));
    String shown = source.substring(source.indexOf("\n\n") + 2);

    assertThat(Files.readString(Path.of("../README.md"))).contains("```java\n" + shown + "```\n");
  }

  @Test
  void namesTheVersionsThatAreTested() throws IOException {
    String pom = Files.readString(Path.of("../pom.xml"));

    assertThat(Files.readString(Path.of("../README.md")))
        .contains(":jetty-ee10-servlet:" + property(pom, "jetty.version") + "`")
        .contains(":logback-classic:" + property(pom, "logback.version") + "`");
  }

  @Test
  void theTemplateHasTheVersionsThatAreTested() throws IOException {
    String pom = Files.readString(Path.of("../pom.xml"));
    String template = Files.readString(Path.of("../examples/template/pom.xml"));

    assertThat(Stream.of("jetty", "logback", "junit", "assertj"))
        .allSatisfy(
            library ->
                assertThat(template)
                    .contains("<version>" + property(pom, library + ".version") + "</version>"));
  }

  @Test
  void theTemplateHasTheSchemaOfItsDocuments() throws IOException {
    String schema = Files.readString(Path.of("../examples/template/rossum/schema.json"));

    assertThat(schema)
        .isEqualToNormalizingNewlines(
            Files.readString(
                Path.of(
                    "../rossum-extension-testkit/src/main/resources/io/github/rossumext/testkit",
                    "invoice-schema.json")));
  }

  @Test
  void theTemplateIsInstalledWithTheSameCommand() throws IOException {
    String command =
        Files.readAllLines(Path.of("../README.md")).stream()
            .filter(line -> line.startsWith("mvn -B -ntp install "))
            .findFirst()
            .orElseThrow();

    assertThat(Files.readString(Path.of("../examples/template/README.md"))).contains(command);
  }

  private static String property(String pom, String name) {
    return pom.split("<" + name + ">", 2)[1].split("<", 2)[0];
  }

  @Test
  void isShort() throws IOException {
    assertThat(Files.readAllLines(Path.of("../README.md"))).hasSizeLessThan(150);
  }

  @Test
  void theExtensionWarnsOfAnOrderNumberThatDoesNotHaveSixDigits() {
    byte[] request =
        request("{\"id\":5483409761,\"schema_id\":\"order_id\",\"content\":{\"value\":\"12\"}}");

    assertThat(
            new String(
                MyExtension.endpoint(SECRET)
                    .handle(SignedRequest.of(request, SECRET).toEndpointRequest())
                    .body(),
                StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"messages\":[{\"type\":\"warning\","
                + "\"content\":\"The order number must have six digits.\",\"id\":5483409761}]}");
  }

  @Test
  void theRuleFillsAnEmptyDueDate() {
    byte[] request =
        request(
            "{\"id\":5483409761,\"schema_id\":\"date_issue\","
                + "\"content\":{\"value\":\"1/31/2026\",\"normalized_value\":\"2026-01-31\"}},"
                + "{\"id\":5483409762,\"schema_id\":\"date_due\",\"content\":{\"value\":\"\"}}");
    ContentPayload payload = (ContentPayload) HookPayload.of(request);
    ContentEditor content = ContentEditor.of(payload, HookContext.of(payload));

    new DueDateRule().apply(content);

    assertThat(content.date("date_due").value()).isEqualTo("2026-03-02");
  }

  private static byte[] request(String datapoints) {
    return ("{\"event\":\"annotation_content\",\"action\":\"initialize\",\"annotation\":{\"content\":["
            + "{\"id\":5483409760,\"schema_id\":\"section\",\"children\":["
            + datapoints
            + "]}]}}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
