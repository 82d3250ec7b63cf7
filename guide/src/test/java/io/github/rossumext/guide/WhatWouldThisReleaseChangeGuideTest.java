package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.playground.Compare;
import io.github.rossumext.playground.Playground;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.recording.RequestRecorder;
import io.github.rossumext.value.Secret;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/what-would-this-release-change.md. */
@Timeout(120)
class WhatWouldThisReleaseChangeGuideTest {
  private static final Secret SECRET = Secret.of("a-secret-for-the-guide");

  @TempDir Path folder;

  /** The factory of the page, without the environment. */
  static final class Factory implements Supplier<HookEndpoint> {
    @Override
    public HookEndpoint get() {
      return HookEndpoint.builder()
          .secret(SECRET)
          .on(ANNOTATION_CONTENT, ContentRules.of(content -> {}))
          .build();
    }
  }

  // docs: record-the-queue
  static HookEndpoint recording(Secret secret, ContentRule rule, Path recorded) {
    return HookEndpoint.builder()
        .secret(secret)
        .on(ANNOTATION_CONTENT, ContentRules.of(rule))
        .listener(RequestRecorder.of(recorded).withMaxRequests(500))
        .build();
  }

  // end

  // docs: compare-builds-on-the-page
  static Playground open(
      Class<? extends Supplier<HookEndpoint>> factory, Secret secret, Path recorded) {
    return Playground.builder(factory, secret).comparing(recorded).open();
  }

  // end

  private Path record() throws IOException {
    Path recorded = folder.resolve("recorded");
    try (HookEndpoint endpoint = recording(SECRET, content -> {}, recorded)) {
      for (Fixture request :
          List.of(
              Fixtures.invoiceWithSchema(),
              Fixtures.invoiceWithSchema().withField("order_id", "4711").withEdited("order_id"),
              Fixtures.invoiceWithSchema().withEdited("notes"))) {
        endpoint.handle(SignedRequest.of(request, SECRET).toEndpointRequest());
      }
    }
    return recorded;
  }

  /** Compiles an extension with this rule into a folder. */
  private Path build(String name, String rule) throws IOException {
    Path source = folder.resolve(name + "/com/example/Factory.java");
    Files.createDirectories(Objects.requireNonNull(source.getParent()));
    Files.writeString(
        source,
        """
        package com.example;
        import io.github.rossumext.*;
        import io.github.rossumext.rules.*;
        import io.github.rossumext.value.*;
        public final class Factory implements java.util.function.Supplier<HookEndpoint> {
          @Override public HookEndpoint get() {
            return HookEndpoint.builder()
                .secret(Secret.fromEnv("ROSSUM_HOOK_SECRET"))
                .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(content -> { %s }))
                .build();
          }
        }
        """
            .formatted(rule));
    String path = System.getProperty("java.class.path");
    Path classes = folder.resolve(name);
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    path,
                    source.toString()))
        .isZero();
    return classes;
  }

  private int compare(Path output, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder.resolve("now") + File.pathSeparator + System.getProperty("java.class.path"),
                Compare.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder program = new ProcessBuilder(command);
    program.environment().put("ROSSUM_HOOK_SECRET", SECRET.reveal());
    program.redirectOutput(output.toFile());
    program.redirectError(folder.resolve("log.txt").toFile());
    Process process = program.start();
    try {
      assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static final String NEW_RULE =
      """
      if (!content.field("order_id").text().matches("[0-9]{6}")) {
        content.field("order_id").error("The order number must have six digits.");
      }
      """;

  private static String text(String name) {
    return Guide.blocks("text").stream()
        .filter(block -> block.name().equals(name))
        .findFirst()
        .orElseThrow()
        .code();
  }

  @Test
  void theOutputIsThatOfThePage() throws Exception {
    build("now", NEW_RULE);
    Path recorded = record();
    Path output = folder.resolve("output.txt");
    Path before = build("before", "");
    String[] arguments = {
      "com.example.Factory",
      recorded.toString(),
      "--before",
      before.toString(),
      "--approved",
      folder.resolve("approved-differences.txt").toString()
    };

    assertThat(compare(output, arguments)).isEqualTo(1);
    assertThat(output).hasContent(text("differences"));

    List<String> approving = new ArrayList<>(List.of(arguments));
    approving.add("--approve");
    assertThat(compare(output, approving.toArray(String[]::new))).isZero();
    assertThat(compare(output, arguments)).isZero();
  }

  @Test
  void whatFailsInBothBuildsIsTold() throws Exception {
    String broken = "throw new IllegalStateException(\"The price list is missing.\");";
    build("now", broken);
    Path recorded = folder.resolve("recorded");
    try (HookEndpoint endpoint = recording(SECRET, content -> {}, recorded)) {
      endpoint.handle(SignedRequest.of(Fixtures.invoiceWithSchema(), SECRET).toEndpointRequest());
    }
    Path output = folder.resolve("output.txt");

    int status =
        compare(
            output,
            "com.example.Factory",
            recorded.toString(),
            "--before",
            build("before", broken).toString());

    assertThat(output).hasContent(text("fails-in-both-builds"));
    assertThat(status).isEqualTo(1);
  }

  @Test
  void thePageComparesBuilds() {
    try (Playground playground = open(Factory.class, SECRET, folder)) {
      assertThat(playground.url().getPort()).isPositive();
    }
  }
}
