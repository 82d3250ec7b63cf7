package io.github.rossumext.playground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of scenarios. Each is a folder with two files: the document, as the request that opens
 * it, and the acts. Nothing is read or written elsewhere. Immutable and thread-safe.
 */
final class ScenarioFolder {
  /** The name of the file with the document. */
  static final String DOCUMENT = "document.json";

  /** The name of the file with the acts. */
  static final String SCENARIO = "scenario.json";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  private final Path folder;

  private ScenarioFolder(Path folder) {
    this.folder = folder;
  }

  /** Returns the folder at this path, which does not have to exist. */
  static ScenarioFolder of(Path folder) {
    return new ScenarioFolder(folder);
  }

  Path path() {
    return folder;
  }

  /** Returns the names of the scenarios, sorted. */
  List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(one -> Files.isRegularFile(one.resolve(SCENARIO)))
          .map(one -> String.valueOf(one.getFileName()))
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    }
  }

  /**
   * Returns a scenario.
   *
   * @throws IllegalArgumentException if the folder has none of this name, or if its files are not
   *     those of a scenario; the message names the file
   */
  Scenario load(String name) throws IOException {
    Path place = place(name);
    Path acts = place.resolve(SCENARIO);
    if (!Files.isRegularFile(acts)) {
      throw new IllegalArgumentException(
          "There is no scenario '" + name + "' in " + folder + ". It has " + names() + ".");
    }
    Path document = place.resolve(DOCUMENT);
    if (!Files.isRegularFile(document)) {
      throw new IllegalArgumentException(
          "The scenario '" + name + "' in " + folder + " has no " + DOCUMENT + ".");
    }
    Path read = document;
    try {
      var fixture = ScenarioJson.document(Files.readString(document, StandardCharsets.UTF_8));
      read = acts;
      return ScenarioJson.read(
          Files.readString(acts, StandardCharsets.UTF_8), fixture.withName(name));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(read + ": " + e.getMessage(), e);
    }
  }

  /** Returns whether there is a scenario of this name. */
  boolean has(String name) throws IOException {
    return Files.exists(place(name).resolve(SCENARIO));
  }

  /** Returns whether a scenario is saved with this name exactly as it is. */
  boolean has(String name, Scenario scenario) throws IOException {
    Path place = place(name);
    return isText(place.resolve(DOCUMENT), documentText(scenario))
        && isText(place.resolve(SCENARIO), ScenarioJson.withoutDocument(scenario));
  }

  private static boolean isText(Path file, String text) throws IOException {
    return Files.isRegularFile(file) && Files.readString(file, StandardCharsets.UTF_8).equals(text);
  }

  private static String documentText(Scenario scenario) {
    return Json.pretty(Json.read(scenario.document().json()));
  }

  /**
   * Writes a scenario, also over the one that has the name. Returns its folder.
   *
   * @param scenario without secrets
   * @throws IllegalArgumentException if the name is not one of a folder in this one
   */
  Path save(String name, Scenario scenario) throws IOException {
    Path place = place(name);
    Files.createDirectories(place);
    if (!place.toRealPath().equals(folder.toRealPath().resolve(name))) {
      throw new IllegalArgumentException(
          "'" + name + "' in " + folder + " leads to another folder. Choose another name.");
    }
    write(place.resolve(DOCUMENT), documentText(scenario));
    write(place.resolve(SCENARIO), ScenarioJson.withoutDocument(scenario));
    return place;
  }

  private static void write(Path file, String text) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IllegalArgumentException(
          file + " is not a file. Remove it, or choose another name.");
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private Path place(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The name of a scenario has 1 to 64 letters of A to Z, digits, '-' and '_', and begins"
              + " with a letter or digit. Found '"
              + name
              + "'.");
    }
    FileNames.requireOfEverySystem(name);
    return folder.resolve(name);
  }
}
