package io.github.rossumext.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that opens no package, or only to one of the two modules that read its records. */
class ClosedModuleTest {
  private static final Path JARS = Path.of(System.getProperty("jars"));
  private static final String MODULE =
      """
      /** Ours. */
      module com.acme.rules {
        requires io.github.rossumext.testkit;
        %s
      }
      """;
  private static final String PROGRAM =
      """
      package com.acme.rules;

      import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;

      import io.github.rossumext.HookEndpoint;
      import io.github.rossumext.exchange.EndpointResponse;
      import io.github.rossumext.rules.ContentRules;
      import io.github.rossumext.rules.ContentRule;
      import io.github.rossumext.testkit.Fixtures;
      import io.github.rossumext.testkit.SignedRequest;
      import io.github.rossumext.value.Secret;
      import java.nio.charset.StandardCharsets;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;

      class Program {
        private static final Secret SECRET = Secret.of("closed");

        record Settings(Optional<String> code, List<Limit> limits) {}

        record Limit(int amount) {}

        record Document(String documentId) {}

        record Line(String itemCode) {}

        public record Wide(String code) {}

        public static void main(String[] arguments) {
          respond("settings", content -> content.settings(Settings.class));
          respond("defaults", content -> content.settings(new Settings(null, List.of())));
          respond("secrets", content -> content.context().secrets(Document.class));
          respond("wide", content -> content.settings(Wide.class));
          respond("document", content -> content.as(Document.class));
          respond("row", content -> content.table("line_items").append(new Line("A-1")));
        }

        private static void respond(String name, ContentRule rule) {
          HookEndpoint endpoint =
              HookEndpoint.builder()
                  .secret(SECRET)
                  .on(ANNOTATION_CONTENT, ContentRules.of(content -> run(name, rule, content)))
                  .build();
          EndpointResponse response =
              endpoint.handle(
                  SignedRequest.of(
                          Fixtures.invoiceWithSchema().withSettings(Map.of("limits", List.of())),
                          SECRET)
                      .toEndpointRequest());
          System.out.println(name + " gets " + response.status());
          System.out.println(new String(response.body(), StandardCharsets.UTF_8));
        }

        private static void run(
            String name, ContentRule rule, io.github.rossumext.rules.ContentEditor content)
            throws Exception {
          try {
            rule.apply(content);
          } catch (Exception e) {
            System.out.println(name + " throws " + e);
            throw e;
          }
        }
      }
      """;
  private static final String TO_JACKSON =
      "Add 'opens com.acme.rules to com.fasterxml.jackson.databind;' to the module-info.java of"
          + " com.acme.rules. See https://github.com/rossumext/rossum-extension/blob/main/docs/"
          + "troubleshooting.md#records-on-the-module-path";
  private static final String TO_CORE =
      TO_JACKSON.replace("com.fasterxml.jackson.databind", "io.github.rossumext");

  @TempDir private static Path project;
  private static String closed = "";

  @BeforeAll
  static void runTheClosedModule() throws Exception {
    closed = run("");
  }

  @Test
  void saysThatJacksonNeedsAnOpenPackageForSettingsAndSecrets() {
    String settings = "java.lang.IllegalStateException: Expected a type in an open package, found ";
    assertThat(closed)
        .contains("settings throws " + settings + "com.acme.rules.Program$Settings. " + TO_JACKSON)
        .contains("defaults throws " + settings + "com.acme.rules.Program$Settings. " + TO_JACKSON)
        .contains("secrets throws " + settings + "com.acme.rules.Program$Document. " + TO_JACKSON);
  }

  @Test
  void saysThatTheLibraryNeedsAnOpenPackageForDocumentsAndRows() {
    String document = "java.lang.IllegalStateException: Expected a type in an open package, found ";
    assertThat(closed)
        .contains("document throws " + document + "com.acme.rules.Program$Document. " + TO_CORE)
        .contains("row throws " + document + "com.acme.rules.Program$Line. " + TO_CORE);
  }

  @Test
  void isAFailureOfTheExtensionAndNotOfItsSettings() {
    assertThat(closed)
        .contains("settings gets 500", "defaults gets 500", "secrets gets 500")
        .contains("document gets 500", "row gets 500")
        .doesNotContain("The settings of the extension are not right");
  }

  @Test
  void blamesTheSettingsIfTheyDoNotFitAnOpenRecord() throws Exception {
    String open = run("opens com.acme.rules to com.fasterxml.jackson.databind;");

    assertThat(open)
        .contains("settings gets 200", "defaults gets 200")
        .contains("secrets throws io.github.rossumext.SettingsException: secrets.document_id")
        .contains("secrets gets 422", "document gets 500")
        .contains("document throws java.lang.IllegalStateException");
  }

  @Test
  void aPublicRecordInAnExportedPackageNeedsNoOpenPackage() throws Exception {
    String exported = run("exports com.acme.rules;");

    assertThat(exported)
        .contains("wide throws io.github.rossumext.SettingsException: settings.code: missing")
        .contains("wide gets 422", "settings gets 500");
  }

  private static String run(String directive) throws Exception {
    Path moduleInfo = project.resolve("module-info.java");
    Path program = project.resolve("Program.java");
    Path classes = Files.createTempDirectory(project, "classes");
    Files.writeString(moduleInfo, MODULE.formatted(directive));
    Files.writeString(program, PROGRAM);
    Jdk.compile(
        classes,
        List.of("--module-path", JARS.toString(), moduleInfo.toString(), program.toString()));
    return Jdk.java(
        "--module-path",
        classes + File.pathSeparator + JARS,
        "--module",
        "com.acme.rules/com.acme.rules.Program");
  }
}
