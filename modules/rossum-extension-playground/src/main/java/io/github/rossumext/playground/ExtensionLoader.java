package io.github.rossumext.playground;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class loader of one build of an extension. It looks for a class in the build first, and then at
 * its parent. The library, and what it is joined to the extension by, comes from the parent: the
 * endpoint of the build must be one that the playground knows. Thread-safe.
 */
final class ExtensionLoader extends URLClassLoader {
  /** The packages of the library that are below {@code io.github.rossumext}. */
  static final Set<String> LIBRARY =
      Set.of(
          "content",
          "delivery",
          "exchange",
          "internal",
          "listener",
          "payload",
          "playground",
          "response",
          "rules",
          "schema",
          "signature",
          "testkit",
          "value");

  private static final String ROOT = "io.github.rossumext.";

  /** Jackson and SLF4J, once: they share settings and output. */
  private static final List<String> SHARED =
      List.of("com.fasterxml.jackson.", "org.slf4j.", "ch.qos.logback.");

  static {
    registerAsParallelCapable();
  }

  private final @Nullable Map<String, ClassFile> classes;

  /** The content of a class file, with the directory of classes that it was in. Immutable. */
  static final class ClassFile {
    private final Path directory;
    private final byte[] bytes;

    /** Creates it. Nobody changes the bytes afterwards. */
    ClassFile(Path directory, byte[] bytes) {
      this.directory = directory;
      this.bytes = bytes;
    }
  }

  private ExtensionLoader(
      Collection<Path> path, @Nullable Map<String, ClassFile> classes, ClassLoader parent) {
    super(path.stream().map(ExtensionLoader::url).toArray(URL[]::new), parent);
    this.classes = classes;
  }

  /** Returns a loader of the classes in directories and jars. */
  static ExtensionLoader of(Collection<Path> path, ClassLoader parent) {
    return new ExtensionLoader(path, null, parent);
  }

  /**
   * Returns a loader of classes whose files have been read. Other files are read when somebody asks
   * for them.
   *
   * @param classes the files by the names of the classes
   */
  static ExtensionLoader of(
      Collection<Path> directories, Map<String, ClassFile> classes, ClassLoader parent) {
    return new ExtensionLoader(directories, classes, parent);
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(entry + " is not in a file system that has URLs.", e);
    }
  }

  static boolean isShared(String className) {
    if (className.startsWith(ROOT)) {
      String name = className.substring(ROOT.length());
      int dot = name.indexOf('.');
      return dot < 0 || LIBRARY.contains(name.substring(0, dot));
    }
    return SHARED.stream().anyMatch(className::startsWith);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (isShared(name)) {
      return super.loadClass(name, resolve); // the parent's, if it has it
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        try {
          loaded = findClass(name);
        } catch (ClassNotFoundException e) {
          return super.loadClass(name, resolve);
        }
      }
      if (resolve) {
        resolveClass(loaded);
      }
      return loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    Map<String, ClassFile> read = classes;
    if (read == null) {
      return super.findClass(name);
    }
    ClassFile file = read.get(name);
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    CodeSource source = new CodeSource(url(file.directory), (Certificate[]) null);
    return defineClass(name, file.bytes, 0, file.bytes.length, source);
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Map<String, URL> found = new LinkedHashMap<>(); // a directory may be on both paths
    for (Enumeration<URL> all : List.of(findResources(name), getParent().getResources(name))) {
      while (all.hasMoreElements()) {
        URL one = all.nextElement();
        found.putIfAbsent(one.toExternalForm(), one);
      }
    }
    return Collections.enumeration(found.values());
  }
}
