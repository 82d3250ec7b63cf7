package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.Fixtures;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes a build brings, and which come from the class path of the program. */
class ExtensionLoaderTest {
  /** The folders below {@code io/github/rossumext} in the classes or the jar of a type. */
  private static Set<String> packagesOf(Class<?> type) throws Exception {
    URI location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
    if (Files.isDirectory(Path.of(location))) {
      return folders(Path.of(location).resolve("io/github/rossumext"));
    }
    try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + location), Map.of())) {
      return folders(jar.getPath("io/github/rossumext"));
    }
  }

  private static Set<String> folders(Path root) throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      Set<String> names = new HashSet<>();
      all.filter(Files::isDirectory)
          .forEach(one -> names.add(String.valueOf(one.getFileName()).replace("/", "")));
      return names;
    }
  }

  @Test
  void theLibraryIsThatOfTheProgram() throws Exception {
    Set<String> packages = packagesOf(HookEndpoint.class);
    packages.addAll(packagesOf(Fixtures.class));
    packages.addAll(packagesOf(Playground.class));

    assertThat(ExtensionLoader.LIBRARY).isEqualTo(packages);
  }

  @Test
  void anExtensionMayBeInAPackageOfTheSameStart() {
    assertThat(ExtensionLoader.isShared("io.github.rossumext.HookEndpoint")).isTrue();
    assertThat(ExtensionLoader.isShared("io.github.rossumext.rules.Field")).isTrue();
    assertThat(ExtensionLoader.isShared("org.slf4j.Logger")).isTrue();
    assertThat(ExtensionLoader.isShared("io.github.rossumext.examples.Rule")).isFalse();
    assertThat(ExtensionLoader.isShared("com.example.Rule")).isFalse();
  }

  @Test
  void aResourceOfTheBuildIsFoundFirstAndOnce(@TempDir Path folder) throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(own.resolve("price.txt"), "own");
    try (ExtensionLoader program =
            ExtensionLoader.of(List.of(own), ExtensionLoaderTest.class.getClassLoader());
        ExtensionLoader build = ExtensionLoader.of(List.of(own), Map.of(), program)) {
      assertThat(build.getResource("price.txt")).hasPath(own.resolve("price.txt").toString());
      assertThat(build.getResources("price.txt").asIterator()).toIterable().hasSize(1);
    }
  }
}
