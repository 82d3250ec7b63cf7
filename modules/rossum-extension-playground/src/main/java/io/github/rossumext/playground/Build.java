package io.github.rossumext.playground;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The classes of an extension as they were at one moment. Its class files have been read, so that
 * what a compiler writes later does not mix with them. Immutable.
 *
 * @param directories the directories that they were in
 * @param classes the files by the names of the classes
 */
record Build(List<Path> directories, Map<String, ExtensionLoader.ClassFile> classes) {
  Build {
    directories = List.copyOf(directories);
    classes = Map.copyOf(classes);
  }

  /** Returns the endpoint that the factory of this build makes, in a class loader of its own. */
  LoadedEndpoint load(String factory, ClassLoader parent) throws FactoryException {
    return LoadedEndpoint.of(factory, ExtensionLoader.of(directories, classes, parent));
  }
}
