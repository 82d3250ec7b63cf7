package io.github.rossumext.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The Javadoc of Java 25 finds a snippet that does not exist. This finds it on Java 17 too, and a
 * region that nothing shows.
 */
class SnippetsTest {
  private static final Path ROOT = Path.of("..");

  /** The tests of the starter are also the code of its Javadoc. */
  private static final Path STARTER =
      ROOT.resolve("modules/rossum-extension-spring-boot-starter/src/test/java");

  private static final Pattern SNIPPET =
      Pattern.compile("\\{@snippet class=\"([\\w.]+)\" region=\"([\\w-]+)\"}");
  private static final Pattern REGION =
      Pattern.compile("^ *// @start region=\"([\\w-]+)\"\\n", Pattern.MULTILINE);

  @Test
  void theJavadocShowsEveryRegionAndNoOther() {
    List<String> shown =
        sources(ROOT, "src/main/java")
            .flatMap(
                source ->
                    SNIPPET.matcher(source).results().map(tag -> tag.group(1) + " " + tag.group(2)))
            .toList();
    List<String> regions =
        Stream.concat(regions(Path.of("src/test/java"), "snippets"), regions(STARTER, "guide"))
            .toList();

    assertThat(regions).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    assertThat(shown).containsOnlyOnceElementsOf(regions).hasSameElementsAs(regions);
  }

  @Test
  void everySnippetIsWrittenAsThisTestReadsIt() {
    assertThat(sources(ROOT, "src/main/java"))
        .allSatisfy(
            source ->
                assertThat(SNIPPET.matcher(source).results().count())
                    .isEqualTo(source.split("\\{@snippet", -1).length - 1));
  }

  private static Stream<String> regions(Path sources, String folder) {
    return files(sources, folder)
        .flatMap(
            file ->
                REGION
                    .matcher(text(file))
                    .results()
                    .map(start -> className(sources, file) + " " + start.group(1)));
  }

  private static String className(Path sources, Path file) {
    String path = sources.relativize(file).toString();
    return path.substring(0, path.length() - ".java".length()).replace('/', '.');
  }

  static Stream<String> sources(Path root, String folder) {
    return files(root, folder).map(SnippetsTest::text);
  }

  private static Stream<Path> files(Path root, String folder) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/" + folder + "/"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
