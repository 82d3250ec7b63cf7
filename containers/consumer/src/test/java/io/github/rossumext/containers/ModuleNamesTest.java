package io.github.rossumext.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A project can name each published module in its {@code module-info.java}. */
class ModuleNamesTest {
  private static final Path JARS = Path.of(System.getProperty("jars"));

  @TempDir Path project;

  @ParameterizedTest
  @CsvSource({
    "io.github.rossumext, HookEndpoint",
    "io.github.rossumext.servlet, RossumHookServlet",
    "io.github.rossumext.testkit, Fixtures",
    "io.github.rossumext.client, RossumClient",
    "io.github.rossumext.jdbc, JdbcDeliveryStore",
    "io.github.rossumext.playground, Playground",
    "io.github.rossumext.spring, HookEndpointCustomizer",
  })
  void compilesAndRunsWithOneModule(String module, String type) throws Exception {
    Path moduleInfo = project.resolve("module-info.java");
    Path program = project.resolve("Program.java");
    Path classes = project.resolve("classes");
    Files.writeString(
        moduleInfo, "/** Ours. */ module com.acme { requires %s; }".formatted(module));
    Files.writeString(
        program,
        """
        package com.acme;
        class Program {
          public static void main(String[] arguments) {
            System.out.println(%s.%s.class.getModule());
          }
        }
        """
            .formatted(module, type));

    Jdk.compile(
        classes,
        List.of("--module-path", JARS.toString(), moduleInfo.toString(), program.toString()));
    String output =
        Jdk.java(
            "--module-path",
            classes + File.pathSeparator + JARS,
            "--module",
            "com.acme/com.acme.Program");

    assertThat(output).isEqualTo("module " + module + System.lineSeparator());
  }

  @Test
  void theCoreNeedsJacksonAndSlf4jOnly() {
    Configuration modules =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(JARS), ModuleFinder.of(), Set.of("io.github.rossumext"));

    assertThat(modules.modules().stream().map(ResolvedModule::name))
        .containsExactlyInAnyOrder(
            "com.fasterxml.jackson.annotation",
            "com.fasterxml.jackson.core",
            "com.fasterxml.jackson.databind",
            "com.fasterxml.jackson.datatype.jsr310",
            "io.github.rossumext",
            "org.slf4j");
  }

  @Test
  void noUserNeedsTheAnnotationsOfNullness() throws Exception {
    try (Stream<Path> jars = Files.list(JARS)) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .noneMatch(name -> name.startsWith("jspecify"))
          .anyMatch(name -> name.startsWith("rossum-extension-core"));
    }
  }
}
