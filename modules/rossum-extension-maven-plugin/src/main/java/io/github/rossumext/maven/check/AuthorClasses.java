package io.github.rossumext.maven.check;

import io.github.rossumext.maven.project.GoalException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The author's classes and their libraries, in a class loader of their own, whose parent is that of
 * the platform. They share no type of the library with the plugin, whose version may differ. Close
 * it when the goal ends.
 */
final class AuthorClasses implements AutoCloseable {
  /** How a class names the client that uses the token of a request. */
  private static final String CALL_BACK =
      "(Lio/github/rossumext/HookContext;)Lio/github/rossumext/client/RossumClient;";

  private final List<Path> classPath;
  private final URLClassLoader loader;

  AuthorClasses(List<Path> classPath) {
    this.classPath = classPath;
    this.loader =
        new URLClassLoader(
            classPath.stream().map(AuthorClasses::url).toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(path + " has no URL.", e);
    }
  }

  ClassLoader loader() {
    return loader;
  }

  /**
   * Returns a class.
   *
   * @param parameter what names it, such as {@code <endpoint>}
   * @throws GoalException if it is missing
   */
  Class<?> load(String parameter, String className) {
    try {
      return Class.forName(className, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new GoalException(
          parameter
              + " names the class "
              + className
              + ", which is not on the run-time class path of the project, or needs a class that is"
              + " not: "
              + e.getMessage()
              + ". Write the full name, such as com.acme.Extension, or com.acme.Outer$Inner.",
          e);
    }
  }

  /**
   * Returns whether a class of the project itself, which is the first directory of the class path,
   * calls Rossum with the token of a request.
   */
  boolean isCallingBack() {
    return classPath.stream()
        .limit(1)
        .filter(Files::isDirectory)
        .anyMatch(AuthorClasses::hasCallBack);
  }

  private static boolean hasCallBack(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .anyMatch(AuthorClasses::isCallBack);
    } catch (IOException e) {
      throw new GoalException(directory + " cannot be read: " + e + ".", e);
    }
  }

  private static boolean isCallBack(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(CALL_BACK);
    } catch (IOException e) {
      throw new GoalException(file + " cannot be read: " + e + ".", e);
    }
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new GoalException("The class path cannot be closed: " + e + ".", e);
    }
  }
}
