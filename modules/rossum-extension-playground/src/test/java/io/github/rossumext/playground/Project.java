package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A project of an author in a folder, which a test edits and compiles: a factory and its rule in
 * {@code target/test-classes} and {@code target/classes}.
 */
final class Project {
  static final String FACTORY = "com.example.Factory";

  private final Path folder;

  /** Creates a project that is not compiled. */
  Project(Path folder) {
    this.folder = folder;
  }

  /** Returns a compiled project whose rule sets the notes, at each event. */
  static Project thatNotes(Path folder, String text) throws IOException {
    Project project = new Project(folder);
    project.notes(text);
    project.factory();
    return project;
  }

  /** Compiles a factory that works. */
  void factory() throws IOException {
    factory(
        """
        return HookEndpoint.builder()
            .secret(Secret.of("%s"))
            .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(new NotesRule()))
            .build();
        """
            .formatted(TestExtension.SECRET.reveal()));
  }

  Path classes() {
    return folder.resolve("target/classes");
  }

  Path testClasses() {
    return folder.resolve("target/test-classes");
  }

  /** Compiles a rule that sets the notes to this text. */
  void notes(String text) throws IOException {
    rule("content.field(\"notes\").set(\"" + text + "\");");
  }

  /** Compiles a rule with this body. */
  void rule(String body) throws IOException {
    compile(
        classes(),
        "NotesRule",
        """
        package com.example;
        import io.github.rossumext.rules.*;
        public final class NotesRule implements ContentRule {
          @Override public void apply(ContentEditor content) {
            %s
          }
        }
        """
            .formatted(body));
  }

  /** Compiles a factory with this body. */
  void factory(String body) throws IOException {
    compile(
        testClasses(),
        "Factory",
        """
        package com.example;
        import io.github.rossumext.*;
        import io.github.rossumext.rules.*;
        import io.github.rossumext.value.*;
        final class Factory implements java.util.function.Supplier<HookEndpoint> {
          @Override public HookEndpoint get() {
            %s
          }
        }
        """
            .formatted(body));
  }

  private void compile(Path output, String name, String source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path file = folder.resolve("src/com/example/" + name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    Files.createDirectories(output);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-implicit:none",
                "-d",
                output.toString(),
                "-cp",
                classes() + File.pathSeparator + TestClassPath.text(),
                file.toString()));
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
  }

  /** Returns a loader as the program of the author has it. */
  URLClassLoader loader() throws IOException {
    return new URLClassLoader(
        new URL[] {testClasses().toUri().toURL(), classes().toUri().toURL()},
        Project.class.getClassLoader());
  }

  /** Returns the factory as the program of the author knows it. */
  @SuppressWarnings("unchecked") // it is compiled as such
  Class<? extends Supplier<HookEndpoint>> factoryClass() throws Exception {
    return (Class<? extends Supplier<HookEndpoint>>) loader().loadClass(FACTORY);
  }

  /** Opens a playground on the invoice. */
  Playground open() throws Exception {
    return Playground.builder(factoryClass(), TestExtension.SECRET)
        .document(TestExtension.invoice())
        .open();
  }
}
