package io.github.rossumext.playground;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directories of classes that an extension is built into: the one that its factory is in, and
 * those of the class path beside it, such as {@code target/test-classes} and {@code
 * target/classes}. Immutable.
 */
final class ClassDirectories {
  private static final String CLASS = ".class";

  /** How a class file starts. A file that does not is being written. */
  private static final byte[] MAGIC = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE};

  private final List<Path> directories;

  /** How a file was at one moment. */
  private record FileState(long size, FileTime changed) {}

  /** How all files were at one moment. */
  record Stamp(Map<Path, FileState> files) {
    long filesIn(Path directory) {
      return files.keySet().stream().filter(file -> file.startsWith(directory)).count();
    }
  }

  private ClassDirectories(List<Path> directories) {
    this.directories = directories;
  }

  /**
   * Returns the directories of a factory.
   *
   * @throws IllegalArgumentException if the factory is not in a directory
   */
  static ClassDirectories of(Class<?> factory) {
    Path own =
        locationOf(factory)
            .filter(Files::isDirectory)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Expected "
                            + factory.getName()
                            + " in a directory of classes, but found it in "
                            + locationOf(factory).map(Path::toString).orElse("the Java runtime")
                            + ". Start the playground from your IDE or your build, or pass an"
                            + " endpoint instead of its factory."));
    Set<Path> all = new LinkedHashSet<>(List.of(own));
    Set<Path> library = new LinkedHashSet<>();
    for (Class<?> type : List.of(HookEndpoint.class, RossumSimulator.class, Playground.class)) {
      locationOf(type).ifPresent(library::add);
    }
    for (Path directory : onClassPath(factory.getClassLoader())) {
      if (isBeside(own, directory) && !library.contains(directory)) {
        all.add(directory);
      }
    }
    return new ClassDirectories(List.copyOf(all));
  }

  private static boolean isBeside(Path own, Path other) {
    Path parent = own.getParent();
    return parent != null && parent.equals(other.getParent());
  }

  /** Returns the directories of a class path; those of jars do not count. */
  private static List<Path> onClassPath(ClassLoader loader) {
    try {
      List<Path> found = new ArrayList<>();
      for (URL root : Collections.list(loader.getResources(""))) {
        if (root.getProtocol().equals("file")) {
          path(root).ifPresent(found::add);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> locationOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? Optional.empty()
        : path(source.getLocation());
  }

  private static Optional<Path> path(URL url) {
    try {
      return Optional.of(Path.of(new URI(url.toExternalForm())).toAbsolutePath().normalize());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty(); // not a file
    }
  }

  List<Path> directories() {
    return directories;
  }

  /** Returns how all files are now. */
  Stamp stamp() {
    Map<Path, FileState> files = new HashMap<>();
    visit(
        (directory, file, attributes) ->
            files.put(file, new FileState(attributes.size(), attributes.lastModifiedTime())));
    return new Stamp(files);
  }

  /** Returns the classes as they are now; empty if one of them is not written to its end. */
  Optional<Build> read() {
    Map<String, ExtensionLoader.ClassFile> classes = new HashMap<>();
    boolean[] isWhole = {true};
    visit(
        (directory, file, attributes) -> {
          String name = directory.relativize(file).toString();
          if (name.endsWith(CLASS)) {
            byte[] bytes = Files.readAllBytes(file);
            isWhole[0] &= isStarted(bytes);
            classes.putIfAbsent(className(name), new ExtensionLoader.ClassFile(directory, bytes));
          }
        });
    return isWhole[0] ? Optional.of(new Build(directories, classes)) : Optional.empty();
  }

  private static boolean isStarted(byte[] bytes) {
    return bytes.length > MAGIC.length
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  private static String className(String file) {
    return file.substring(0, file.length() - CLASS.length()).replace('/', '.').replace('\\', '.');
  }

  private interface Visit {
    void at(Path directory, Path file, BasicFileAttributes attributes) throws IOException;
  }

  /** Visits all files that exist. A compiler may delete some meanwhile. */
  private void visit(Visit visit) {
    for (Path directory : directories) {
      try {
        Files.walkFileTree(
            directory,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                  throws IOException {
                try {
                  visit.at(directory, file, attributes);
                } catch (NoSuchFileException e) {
                  // deleted meanwhile
                }
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                  return FileVisitResult.CONTINUE;
                }
                throw e;
              }

              @Override
              public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
                  throws IOException {
                return e instanceof NoSuchFileException
                    ? FileVisitResult.CONTINUE
                    : super.postVisitDirectory(visited, e);
              }
            });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
