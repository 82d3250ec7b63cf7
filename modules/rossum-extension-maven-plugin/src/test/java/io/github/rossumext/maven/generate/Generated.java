package io.github.rossumext.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.maven.Reported;
import io.github.rossumext.maven.project.Project;
import io.github.rossumext.value.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the goal makes of a schema, in a directory of a test. */
final class Generated {
  static final String PACKAGE = "com.acme.invoice";

  private final Path directory;
  private final Reported report = new Reported();

  Generated(Path directory) {
    this.directory = directory;
  }

  /** Runs the goal with this schema. */
  Generated run(String schema) {
    try {
      Files.createDirectories(directory.resolve("rossum"));
      Files.writeString(directory.resolve("rossum/schema.json"), schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return run();
  }

  /** Runs the goal with the files that are there. */
  Generated run() {
    new Generate(PACKAGE, directory.resolve("generated"))
        .run(Project.of(directory, directory.resolve("target"), List.of(), null, Map.of()), report);
    return this;
  }

  List<String> reported() {
    return report.lines();
  }

  /** Returns the generated files by their names. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (Path file : paths()) {
      try {
        files.put(String.valueOf(file.getFileName()), Files.readString(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** Returns the text of a generated file. */
  String file(String name) {
    return Objects.requireNonNull(files().get(name), name);
  }

  private List<Path> paths() {
    try (Stream<Path> files = Files.walk(directory.resolve("generated"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the compiler says about the generated files and these sources. */
  List<String> compile(Map<String, String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      List<Path> all = new ArrayList<>(paths());
      for (Map.Entry<String, String> source : sources.entrySet()) {
        all.add(Files.writeString(directory.resolve(source.getKey()), source.getValue()));
      }
      Path classes = Files.createDirectories(directory.resolve("classes"));
      compiler
          .getTask(
              null,
              manager,
              found,
              List.of(
                  "-d",
                  classes.toString(),
                  "--release",
                  "17",
                  "-Xlint:all,-options,-classfile,-processing,-path",
                  "-Xdoclint:all,-missing",
                  "-proc:none",
                  "-parameters",
                  "-cp",
                  Path.of(Key.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                      .toString()),
              null,
              manager.getJavaFileObjectsFromPaths(all))
          .call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream().map(Object::toString).toList();
  }

  /** Compiles the generated files, and returns a loader of their classes. */
  ClassLoader classes() {
    assertThat(compile(Map.of())).isEmpty();
    try {
      return new URLClassLoader(
          new URL[] {directory.resolve("classes").toUri().toURL()}, getClass().getClassLoader());
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
