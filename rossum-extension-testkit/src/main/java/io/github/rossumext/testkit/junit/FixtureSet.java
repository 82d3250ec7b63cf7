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

/** The fixtures that a test runs for. */
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
        throw new ExtensionConfigurationException("There are no requests in " + folder + ".");
      }
      return fixtures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Responses that were approved lie beside recorded requests. */
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
                        testClass.getName() + " has no method " + name + "() without parameters."));
    Object given = ReflectionSupport.invokeMethod(method, null);
    List<Fixture> fixtures = new ArrayList<>();
    try (Stream<?> each = stream(given, method)) {
      each.forEach(
          one -> {
            if (!(one instanceof Fixture fixture)) {
              throw new ExtensionConfigurationException(
                  method + " gives something that is no fixture.");
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
        method + " must give a Collection or Stream of fixtures.");
  }
}
