package io.github.rossumext.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a published module offers is written down in a list beside this module's pom, so that each
 * change of it is seen, and meant.
 */
class PublicApiTest {
  private static final Path LISTS = Path.of("");
  private static final Path TARGET = Path.of("target");
  private static final Pattern ARTIFACT = Pattern.compile("rossum-extension(-[a-z]+)+");

  /** A module of the class path, which has a list of its own. */
  record Published(String artifact, ModuleReference module) {
    @Override
    public String toString() {
      return artifact;
    }
  }

  static List<Published> published() {
    List<Published> published = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1)) {
      if (ARTIFACT.matcher(entry).find() && Files.exists(Path.of(entry))) {
        // The last name in the path: the directory of the work tree may be called likewise.
        String artifact =
            ARTIFACT
                .matcher(entry)
                .results()
                .map(MatchResult::group)
                .reduce((a, b) -> b)
                .orElseThrow();
        ModuleFinder.of(Path.of(entry)).findAll().stream()
            .filter(module -> module.location().isPresent())
            .forEach(module -> published.add(new Published(artifact, module)));
      }
    }
    return published;
  }

  @ParameterizedTest
  @MethodSource("published")
  void isTheOneThatIsListed(Published published) throws Exception {
    String name = published.artifact() + ".txt";
    List<String> found = ApiList.of(published.module());
    Path list = LISTS.resolve(name);
    List<String> listed = Files.exists(list) ? Files.readAllLines(list) : List.of();

    // A new list of an earlier run must not be copied when it is out of date.
    Files.deleteIfExists(TARGET.resolve(name));
    if (!found.equals(listed)) {
      Files.createDirectories(TARGET);
      Files.write(TARGET.resolve(name), found);
      fail(
          "The public API of %s is not the one in api/%s:%n%s%nIf you mean this change, commit it"
              + " with the list:%n%n  cp api/target/%s api/%n",
          published.artifact(), name, String.join("\n", Difference.of(listed, found)), name);
    }
  }

  @Test
  void isListedForEachPublishedModule() throws IOException {
    String poms =
        Files.readString(Path.of("../pom.xml")) + Files.readString(Path.of("../modules/pom.xml"));
    List<String> modules =
        Pattern.compile("<module>.*?(" + ARTIFACT.pattern() + ")</module>")
            .matcher(poms)
            .results()
            .map(module -> module.group(1))
            .filter(PublicApiTest::hasModuleInfo)
            .toList();

    assertThat(published())
        .as("the modules on the class path: add the new one to api/pom.xml")
        .map(Published::artifact)
        .containsExactlyInAnyOrderElementsOf(modules);
  }

  /** Others offer no classes: the BOM only versions, and the Maven plugin its goals. */
  private static boolean hasModuleInfo(String module) {
    Path info = Path.of(module, "src/main/java/module-info.java");
    return Files.exists(Path.of("..").resolve(info))
        || Files.exists(Path.of("../modules").resolve(info));
  }
}
