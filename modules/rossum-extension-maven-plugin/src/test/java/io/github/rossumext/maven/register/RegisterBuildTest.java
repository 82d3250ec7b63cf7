package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.maven.MavenBuild;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The goals as a user calls them: Maven builds a project, and Rossum is the stub. */
@Tag("maven")
class RegisterBuildTest extends RegisterTest {
  @BeforeAll
  static void prepare() {
    MavenBuild.prepare();
  }

  @BeforeEach
  void writeBuild() {
    writeProject();
    write("pom.xml", MavenBuild.pom("org.example:vendor", ""));
    write(
        "src/main/java/org/example/Rule.java",
        "package org.example;\n\nclass Rule {\n  String field() {\n    return \"order_id\";\n  }\n}\n");
  }

  private Map<String, String> variables() {
    project("test"); // a new token
    return variables;
  }

  /** Runs goals in the environment {@code test}; the output is searched for secrets. */
  private String maven(boolean isSuccess, String... goals) {
    List<String> arguments = new ArrayList<>(List.of(goals));
    arguments.add("-Drossum.env=test");
    MavenBuild.Result result =
        MavenBuild.run(directory, variables(), arguments.toArray(String[]::new));
    output.append(result.output());
    assertThat(result.isSuccess()).as(result.output()).isEqualTo(isSuccess);
    return result.output();
  }

  @Test
  void planApplyAndApplyAgain() {
    assertThat(maven(true, "rossum:plan", "rossum:apply"))
        .contains(
            "[INFO] Hook \"Vendor matching\" (new)",
            "[INFO] Nothing was changed. The goal apply does exactly this.",
            "[INFO] Applied: Hook \"Vendor matching\" (new).");
    assertThat(hook().at("/metadata/rossum_extension/project").asText())
        .isEqualTo("org.example:vendor");
    String state = read("rossum/state/test.json");

    assertThat(maven(true, "rossum:apply")).contains("Nothing to apply.");
    assertThat(read("rossum/state/test.json")).isEqualTo(state);
    assertThat(changes()).containsExactly("POST /v1/hooks");
  }

  @Test
  void aSchemaThatLosesValuesNeedsTheirIds() {
    String schema = api.get("/v1/schemas/33810").text();
    write("rossum/schema.json", schema.replace("\"id\":\"order_id\"", "\"id\":\"order_number\""));

    assertThat(maven(false, "rossum:plan", "rossum:apply"))
        .contains(
            "order_id: goes, with its values.",
            "(LOSES DATA, touches rules)",
            "Nothing was applied. If that is what you want, add -Drossum.acceptLoss=order_id.");
    assertThat(changes()).isEmpty();

    maven(true, "rossum:apply", "-Drossum.acceptLoss=order_id");
    assertThat(api.get("/v1/schemas/33810").text()).contains("order_number");
  }

  @Test
  void planReadsTheClassesThatExist_andApplyRefusesCodeThatDoesNotFit() {
    write(
        "pom.xml",
        MavenBuild.pom(
            "org.example:vendor",
            """
            <plugin>
              <groupId>io.github.rossumext</groupId>
              <artifactId>rossum-extension-maven-plugin</artifactId>
              <configuration>
                <package>org.example.schema</package>
              </configuration>
              <executions>
                <execution>
                  <goals>
                    <goal>generate</goal>
                  </goals>
                </execution>
              </executions>
            </plugin>
            """));
    writeRule("ORDER_ID");
    String schema = api.get("/v1/schemas/33810").text();
    write("rossum/schema.json", schema);
    maven(true, "process-classes");
    write("rossum/schema.json", schema.replace("\"id\":\"order_id\"", "\"id\":\"order_number\""));

    // The code does not compile now, but its classes have the old id.
    assertThat(maven(true, "rossum:plan"))
        .contains("order_id: goes, with its values.", "(LOSES DATA, touches rules)");
    assertThat(maven(false, "rossum:apply", "-Drossum.acceptLoss=order_id"))
        .contains("cannot find symbol", "ORDER_ID");
    assertThat(changes()).isEmpty();
    assertThat(maven(true, "rossum:plan"))
        .contains("no compiled class", "so not every change that touches rules is known.");

    // Now other fields touch rules than the plan said. It is still the same plan.
    writeRule("ORDER_NUMBER");
    assertThat(maven(true, "rossum:apply", "-Drossum.acceptLoss=order_id"))
        .contains("order_number: new datapoint of type string (addition, touches rules)")
        .contains("Applied: Schema ");
  }

  private void writeRule(String constant) {
    write(
        "src/main/java/org/example/Rule.java",
        """
        package org.example;

        import org.example.schema.Fields;

        class Rule {
          String field() {
            return Fields.%s;
          }
        }
        """
            .formatted(constant));
  }

  @Test
  void aMistakeIsExplainedWithoutAStackTrace() {
    write("rossum/hook.json", HOOK.replace("annotation_content.updated", "annotation_content.up"));
    assertThat(maven(false, "rossum:apply"))
        .contains("is not a valid choice", "Not applied: Hook \"Vendor matching\" (new).")
        .doesNotContain("at io.github.rossumext");
  }

  @Test
  void verifySaysThatRossumReachesTheExtension() {
    try (LiveExtension extension = new LiveExtension(content -> {}, SECRET)) {
      writeEnvironment("test", extension.url());
      run(apply());
      // The goal's own part of the longest log has no secret, either.
      assertThat(maven(true, "-X", "rossum:verify"))
          .contains("Rossum reaches the extension, and the extension accepts its requests.");
    }
  }

  @Test
  void devPutsBackAtItsEndAndTheNextGoalsSeeAKilledOne() throws Exception {
    run(apply());
    String url = "https://tunnel.example/rossum";

    Process ended = dev(url);
    ended.destroy(); // as Ctrl+C does
    ended.waitFor();
    assertThat(url()).isEqualTo("https://hooks.example/rossum");
    assertThat(read("target/dev.log")).contains("(801) calls https://hooks.example/rossum again.");

    dev(url).destroyForcibly().waitFor();
    assertThat(url()).isEqualTo(url);
    assertThat(maven(false, "rossum:apply"))
        .contains(
            "is running or did not end: hook 801 calls " + url, "apply with -Drossum.restore");
    assertThat(maven(true, "rossum:dev", "-Drossum.restore"))
        .contains("calls https://hooks.example/rossum again.");
    assertThat(run(plan())).endsWith("Nothing to apply.\n");
  }

  private String url() {
    return hook().at("/config/url").asText();
  }

  /** Starts a session, and waits until the hook calls the URL. */
  private Process dev(String url) throws IOException, InterruptedException {
    write("target/dev.log", "");
    Process process =
        MavenBuild.command(
                directory, variables(), "rossum:dev", "-Drossum.url=" + url, "-Drossum.env=test")
            .redirectOutput(directory.resolve("target/dev.log").toFile())
            .start();
    while (!url().equals(url)) {
      assertThat(process.isAlive()).as(read("target/dev.log")).isTrue();
      Thread.sleep(100);
    }
    return process;
  }
}
