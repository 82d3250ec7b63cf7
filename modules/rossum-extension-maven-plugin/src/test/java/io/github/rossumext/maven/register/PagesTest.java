package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.payload.HookAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages of the guide show what the goals print. */
class PagesTest extends RegisterTest {
  private static String page(String name) throws IOException {
    return Files.readString(Path.of("../../docs").resolve(name));
  }

  private static void isShown(String page, String printed) {
    assertThat(printed.lines()).isNotEmpty().allSatisfy(line -> assertThat(page).contains(line));
  }

  @Test
  void aPlanLooksAsThePageShowsIt() throws IOException {
    writeProject();
    run(apply());
    write("rossum/hook.json", HOOK.replace("\"timeout_s\": 20", "\"timeout_s\": 30"));
    isShown(
        page("register.md"),
        run(plan()).replace(api.baseUrl().toString(), "https://acme-test.rossum.app"));
  }

  @Test
  void aVerificationLooksAsThePageShowsIt() throws IOException {
    try (LiveExtension extension =
        new LiveExtension(
            content -> {
              if (content.at(HookAction.INITIALIZE)) {
                content.field("order_id").set("450018");
              }
            },
            SECRET)) {
      writeProject();
      writeEnvironment("test", extension.url());
      run(apply());
      isShown(
          page("register.md").replaceAll("less than 0.1 s|0.3 s", "TIME"),
          run(Registration.verify("org.example:vendor", ""))
              .replace(extension.url(), "https://extension-test.acme.example/rossum")
              .replaceAll("less than 0.1 s|\\d+\\.\\d s", "TIME"));
    }
  }

  @Test
  void aRenamedFieldLooksAsThePageShowsIt() throws IOException {
    writeProject();
    String schema = api.get("/v1/schemas/33810").text();
    write("rossum/schema.json", schema.replace("\"id\":\"order_id\"", "\"id\":\"order_number\""));
    String plan = run(plan());
    String name = json(schema).path("name").asText();
    isShown(
        page("schema-changes.md"),
        plan.substring(plan.indexOf("Schema"), plan.indexOf("Hook"))
            .replace("\"" + name + "\"", "\"Invoices\"")
            .replaceAll("[a-z_]+/(order_)", "header/$1")
            .replaceAll("queue \"[^\"]*\"", "queue \"Invoices\"")
            .replace(": 1 annotation\n", ": 1204 annotations\n")
            .replaceAll("  ! the project has no compiled classes.*\n", "")
            .replace("(LOSES DATA)", "(LOSES DATA, touches rules)"));
  }
}
