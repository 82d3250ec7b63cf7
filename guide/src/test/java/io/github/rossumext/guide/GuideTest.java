package io.github.rossumext.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.guide.Guide.Block;
import io.github.rossumext.internal.help.HelpTopic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages show code that is compiled and run, real responses, and links to what exists. */
class GuideTest {
  private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern MODULE =
      Pattern.compile("^module (io\\.github\\.rossumext[\\w.]*) \\{", Pattern.MULTILINE);
  private static final Pattern SECTION = Pattern.compile("(docs/[a-z-]+\\.md)#([a-z0-9-]+)");

  static List<Block> code() {
    return Guide.blocks("java");
  }

  static List<Block> responses() {
    return Guide.blocks("json");
  }

  static List<String> pages() {
    return Guide.pages();
  }

  @ParameterizedTest
  @MethodSource("code")
  void showsTheCodeThatIsTested(Block block) {
    assertThat(Guide.regions()).containsKey(block.name());
    assertThat(block.code()).isEqualTo(Guide.regions().get(block.name()));
  }

  @Test
  void showsAllCodeThatIsMarkedForThePages() {
    assertThat(code().stream().map(Block::name))
        .containsExactlyInAnyOrderElementsOf(Guide.regions().keySet());
  }

  @ParameterizedTest
  @MethodSource("responses")
  void showsOnlyJsonThatATestCompares(Block block) {
    assertThat(Guide.sources())
        .anyMatch(source -> source.contains("json(\"" + block.name() + "\")"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksOnlyToWhatExists(String page) {
    List<String> broken = new ArrayList<>();
    for (Matcher link = LINK.matcher(Guide.text(page)); link.find(); ) {
      String target = link.group(1);
      if (!target.matches("\\w+:.*") && !leadsSomewhere(page, target)) {
        broken.add(target);
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void hasTheSectionsThatTheSourcesLinkTo() {
    List<String> broken = new ArrayList<>();
    for (String source : Guide.mainSources()) {
      for (Matcher link = SECTION.matcher(source); link.find(); ) {
        if (!Guide.anchors(link.group(1)).contains(link.group(2))) {
          broken.add(link.group());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void listsTheNameOfEveryModule() {
    String index = Guide.text("docs/README.md");

    assertThat(Guide.mainSources("rossum-extension-core", "rossum-extension-servlet"))
        .anyMatch(source -> MODULE.matcher(source).find());
    for (String source : Guide.mainSources()) {
      for (Matcher module = MODULE.matcher(source); module.find(); ) {
        assertThat(index).contains("| `" + module.group(1) + "` |");
      }
    }
  }

  private static boolean leadsSomewhere(String page, String target) {
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    Path path = file.isEmpty() ? Path.of(page) : Path.of(page).resolveSibling(file).normalize();
    return Guide.exists(path)
        && (hash < 0 || Guide.anchors(path.toString()).contains(target.substring(hash + 1)));
  }

  @Test
  void listsEveryPageInTheIndex() {
    String index = Guide.text("docs/README.md");

    assertThat(pages().stream().filter(page -> page.startsWith("docs/")))
        .allSatisfy(
            page -> {
              String name = page.substring("docs/".length());
              if (!name.equals("README.md")) {
                assertThat(index).contains("(" + name);
              }
            });
    assertThat(Guide.text("README.md")).contains("(docs/README.md)");
  }

  @Nested
  class Troubleshooting {
    private final List<String> sections =
        Guide.sections("docs/troubleshooting.md", "## What the library throws");

    private static List<String> anchors(List<String> sections) {
      return sections.stream()
          .map(section -> Guide.anchor(section.lines().findFirst().orElseThrow()))
          .toList();
    }

    @Test
    void hasOneSectionForEachLinkOfAnException() {
      List<String> topics = Arrays.stream(HelpTopic.values()).map(HelpTopic::anchor).toList();

      assertThat(topics).containsAll(anchors(sections));
      assertThat(anchors(Guide.sections("docs/troubleshooting.md", ""))).containsAll(topics);
    }

    @Test
    void givesSymptomReasonAndSolution() {
      assertThat(Guide.sections("docs/troubleshooting.md", ""))
          .allSatisfy(
              section ->
                  assertThat(section).contains("**Symptom.**", "**Reason.**", "**Solution.**"));
    }
  }

  @Nested
  class Javadoc {
    private final List<String> links =
        Guide.mainSources().stream()
            .flatMap(
                source ->
                    Pattern.compile("blob/main/(docs/[\\w-]+\\.md#[\\w-]*)")
                        .matcher(source)
                        .results()
                        .map(link -> link.group(1)))
            .filter(link -> !link.endsWith("#")) // completed by code: see Troubleshooting
            .distinct()
            .toList();

    @Test
    void linksToSectionsThatThereAre() {
      assertThat(links)
          .hasSizeGreaterThan(10)
          .allSatisfy(
              link -> {
                String[] parts = link.split("#", 2);
                assertThat(Guide.anchors(parts[0])).contains(parts[1]);
              });
    }

    @Test
    void citesNoOtherProtocol() {
      assertThat(Guide.mainSources()).noneMatch(source -> source.contains("§"));
    }
  }
}
