package io.github.rossumext.guide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the user guide, and the code of this package that they show. */
final class Guide {
  private static final Path ROOT = Path.of("..");
  private static final Path SOURCES = Path.of("src/test/java/io/github/rossumext/guide");
  private static final Path CONTAINERS = ROOT.resolve("containers");
  private static final Path STARTER = ROOT.resolve("modules/rossum-extension-spring-boot-starter");

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w*) ?([\\w-]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern REGION =
      Pattern.compile(
          "^ *// docs: ([\\w-]+)\\n(.*?)^ *// end\\n", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /**
   * A block of code of a page.
   *
   * @param page the page's path from the root of the repository
   * @param language such as java
   * @param name what follows the language
   */
  record Block(String page, String language, String name, String code) {
    @Override
    public String toString() {
      return page + ": " + language + " " + name;
    }
  }

  private Guide() {}

  /** The JSON of the block with this name, as it goes over the wire: without white space. */
  static String json(String name) {
    for (Block block : blocks("json")) {
      if (block.name().equals(name)) {
        return compact(block.code());
      }
    }
    throw new AssertionError("No page has a block ```json " + name + ".");
  }

  /** JSON without the white space between its parts. */
  static String compact(String json) {
    try {
      return MAPPER.readTree(json).toString();
    } catch (JsonProcessingException e) {
      throw new AssertionError("This is not JSON: " + json, e);
    }
  }

  /** The blocks of all pages of the guide in this language. */
  static List<Block> blocks(String language) {
    List<Block> blocks = new ArrayList<>();
    for (String page : pages()) {
      if (page.startsWith("docs/")) {
        Matcher matcher = BLOCK.matcher(text(page));
        while (matcher.find()) {
          if (matcher.group(1).equals(language)) {
            blocks.add(new Block(page, language, matcher.group(2), matcher.group(3)));
          }
        }
      }
    }
    return blocks;
  }

  /**
   * The code that the tests of the guide and of Spring Boot mark for a page, without its margin, by
   * name.
   */
  static Map<String, String> regions() {
    Map<String, String> regions = new TreeMap<>();
    List<String> sources = new ArrayList<>(sources());
    sources.addAll(sources(CONTAINERS, "/src/main/java/"));
    sources.addAll(sources(CONTAINERS, "/src/test/java/"));
    sources.addAll(sources(CONTAINERS, "/consumer/project/"));
    sources.addAll(sources(STARTER, "/src/test/java/"));
    for (String source : sources) {
      Matcher matcher = REGION.matcher(source);
      while (matcher.find()) {
        if (regions.put(matcher.group(1), matcher.group(2).stripTrailing().stripIndent() + "\n")
            != null) {
          throw new AssertionError("Two regions are called " + matcher.group(1) + ".");
        }
      }
    }
    return regions;
  }

  /** The tests of the guide. */
  static List<String> sources() {
    return files(SOURCES, ".java").stream().map(Guide::read).toList();
  }

  /** The main sources of all modules. */
  static List<String> mainSources() {
    return mainSources("");
  }

  /** The main sources below these folders. */
  static List<String> mainSources(String... folders) {
    return Stream.of(folders)
        .flatMap(folder -> sources(ROOT.resolve(folder), "/src/main/java/").stream())
        .toList();
  }

  private static List<String> sources(Path folder, String kind) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().contains(kind))
          .filter(file -> file.toString().endsWith(".java"))
          .map(Guide::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All pages that a reader meets, by their paths from the root of the repository. */
  static List<String> pages() {
    List<String> pages = new ArrayList<>(List.of("README.md", "CONTRIBUTING.md"));
    pages.add("RELEASING.md");
    pages.add("SECURITY.md");
    pages.add("benchmarks/README.md");
    pages.add("examples/invoice-checks/README.md");
    pages.add("examples/order-matching/README.md");
    pages.add("examples/template/README.md");
    pages.add("examples/vendor-matching/README.md");
    files(ROOT.resolve("docs"), ".md").forEach(page -> pages.add("docs/" + page.getFileName()));
    return pages;
  }

  static String text(String page) {
    return read(ROOT.resolve(page));
  }

  static boolean exists(Path fromRoot) {
    return Files.exists(ROOT.resolve(fromRoot));
  }

  /** The anchors of a page's headings, as they are made for display. */
  static List<String> anchors(String page) {
    String withoutCode = BLOCK.matcher(text(page)).replaceAll("");
    return HEADING.matcher(withoutCode).results().map(heading -> anchor(heading.group(1))).toList();
  }

  /**
   * The sections of the third level, each beginning with its heading.
   *
   * @param above the heading of the second level above them; {@code ""} for all
   */
  static List<String> sections(String page, String above) {
    List<String> sections = new ArrayList<>();
    for (String chapter : text(page).split("(?m)^(?=## )", -1)) {
      if (chapter.startsWith(above)) {
        String[] parts = chapter.split("(?m)^### ", -1);
        sections.addAll(List.of(parts).subList(1, parts.length));
      }
    }
    return sections;
  }

  static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
  }

  private static List<Path> files(Path directory, String ending) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
