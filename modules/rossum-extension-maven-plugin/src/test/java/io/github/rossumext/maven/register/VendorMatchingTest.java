package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.maven.project.Goal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The README of the example vendor-matching says what each step prints. This is where its texts
 * come from: the goals with the files of the example.
 */
class VendorMatchingTest extends RegisterTest {
  private static final Path EXAMPLE = Path.of("../../examples/vendor-matching").toAbsolutePath();
  private static final String PROJECT = "io.github.rossumext:vendor-matching";
  private static final String TUNNEL = "https://YOUR-TUNNEL.ngrok-free.app/vendor_matching";

  @BeforeEach
  void copyExample() throws IOException {
    for (String file : List.of("rossum/hook.json", "rossum/schema.json")) {
      write(file, Files.readString(EXAMPLE.resolve(file)));
    }
    Path classes = directory.resolve("target/classes");
    Files.createDirectories(classes);
    try (InputStream in = Rules.class.getResourceAsStream("VendorMatchingTest$Rules.class")) {
      Files.write(classes.resolve("VendorMatchingTest$Rules.class"), in.readAllBytes());
    }
    String schema =
        api.add(
                "schemas",
                Map.of(
                    "id",
                    5120,
                    "url",
                    api.baseUrl() + "/api/v1/schemas/5120",
                    "name",
                    "Test schema",
                    "content",
                    List.of(section())))
            .uri();
    String queue =
        api.add(
                "queues",
                Map.of(
                    "id",
                    8198,
                    "url",
                    api.baseUrl() + "/api/v1/queues/8198",
                    "name",
                    "Invoices for tests",
                    "schema",
                    schema))
            .uri();
    variables.put("QUEUE_URL", queue);
    variables.put("ROSSUM_URL", api.baseUrl().toString());
    variables.put("EXTENSION_URL", TUNNEL);
  }

  /** The ids that the rules of the example have. */
  static final class Rules {
    static List<String> ids() {
      return List.of("invoice_id", "order_id", "vendor_name", "vendor");
    }
  }

  private static Map<String, Object> section() {
    return Map.of(
        "id", "basic_info",
        "category", "section",
        "label", "Basic information",
        "children", List.of(field("invoice_id"), field("amount_total")));
  }

  private static Map<String, Object> field(String id) {
    return Map.of("id", id, "category", "datapoint", "type", "string", "label", id);
  }

  /** Checks that the README shows what a goal prints. */
  private void isInReadme(String printed) throws IOException {
    String shown = printed.replace(api.baseUrl().toString(), "https://YOUR-DOMAIN.rossum.app");
    List<String> lines = new ArrayList<>();
    Files.readAllLines(EXAMPLE.resolve("README.md"))
        .forEach(line -> lines.add(line.stripTrailing()));
    for (String line : shown.lines().toList()) {
      assertThat(lines).as(shown).contains("[INFO] " + line);
    }
  }

  @Test
  void theTestQueueIsPlannedAndApplied() throws IOException {
    String plan = run("default", Registration.plan(PROJECT, ""));
    isInReadme(plan);
    String ids = "amount_total,basic_info";
    assertThatThrownBy(() -> run("default", apply(""))).hasMessageContaining("acceptLoss=" + ids);
    assertThat(Files.readString(EXAMPLE.resolve("README.md"))).contains("acceptLoss=" + ids);
    String applied = run("default", apply(ids));
    assertThat(applied).startsWith(plan.substring(0, plan.indexOf("Nothing")));
    isInReadme(run("default", apply("")));
    assertThat(applied)
        .endsWith("Applied: Schema \"Test schema\" (5120), Hook \"Vendor matching\" (new).\n");
    isInReadme(applied.substring(applied.indexOf("Applied")));
  }

  private static Goal apply(String ids) {
    return Registration.apply(PROJECT, "", ids, false);
  }
}
