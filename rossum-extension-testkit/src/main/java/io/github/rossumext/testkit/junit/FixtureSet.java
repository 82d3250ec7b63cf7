package io.github.rossumext.testkit.junit;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** The fixtures of a {@link FixtureTest}. */
final class FixtureSet {
  private FixtureSet() {}

  static List<Fixture> of(FixtureTest wanted, Class<?> testClass) {
    List<Fixture> fixtures = new ArrayList<>();
    Arrays.stream(wanted.value()).map(Fixtures::of).forEach(fixtures::add);
    if (!wanted.folder().isEmpty()) {
      fixtures.addAll(inFolder(Path.of(wanted.folder())));
    }
    if (!wanted.method().isEmpty()) {
      fixtures.addAll(ofMethod(wanted.method(), testClass));
    }
    boolean namesNone =
        wanted.value().length == 0 && wanted.folder().isEmpty() && wanted.method().isEmpty();
    return namesNone ? Fixtures.all() : fixtures;
  }

  private static List<Fixture> inFolder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Fixture> fixtures = new ArrayList<>();
      for (Path file : files.filter(FixtureSet::isRequest).sorted().toList()) {
        fixtures.add(Fixture.of(file));
      }
      if (fixtures.isEmpty()) {
        throw new ExtensionConfigurationException(
            "Expected requests in the folder " + folder + ", but found no file NAME.json.");
      }
      return fixtures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder also holds approved and received responses. */
  private static boolean isRequest(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".json")
        && !name.endsWith(".approved.json")
        && !name.endsWith(".received.json");
  }

  private static List<Fixture> ofMethod(String name, Class<?> testClass) {
    Method method =
        ReflectionSupport.findMethod(testClass, name)
            .orElseThrow(
                () ->
                    new ExtensionConfigurationException(
                        "Expected a static method "
                            + name
                            + "() without parameters in "
                            + testClass.getName()
                            + ", but found none."));
    Object given = ReflectionSupport.invokeMethod(method, null);
    List<Fixture> fixtures = new ArrayList<>();
    try (Stream<?> each = stream(given, method)) {
      each.forEach(
          one -> {
            if (!(one instanceof Fixture fixture)) {
              throw new ExtensionConfigurationException(
                  method + " must return fixtures, but returned another object.");
            }
            fixtures.add(fixture);
          });
    }
    return fixtures;
  }

  private static Stream<?> stream(Object given, Method method) {
    if (given instanceof Stream<?> stream) {
      return stream;
    }
    if (given instanceof Collection<?> collection) {
      return collection.stream();
    }
    throw new ExtensionConfigurationException(
        method
            + " must return a Collection or Stream of fixtures, but returned "
            + given.getClass().getName()
            + ".");
  }
}
