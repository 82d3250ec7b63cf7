package io.github.rossumext.playground;

import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.testkit.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The recordings and scenarios of a folder, by their names. Each is read when it is compared. */
final class ComparedFolder {
  private static final String REQUEST = ".json";

  /** The files of a replay that are not requests. */
  private static final List<String> RESPONSES = List.of(".approved.json", ".received.json");

  private ComparedFolder() {}

  /**
   * Returns what can be compared in a folder.
   *
   * @throws IllegalArgumentException if there is nothing
   */
  static List<ComparedDocument> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "Expected a folder, but found no folder at " + folder + ".");
    }
    List<ComparedDocument> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.sorted().filter(ComparedFolder::isRequest).map(Recording::new).forEach(documents::add);
    }
    ScenarioFolder scenarios = ScenarioFolder.of(folder);
    scenarios.names().forEach(name -> documents.add(new ComparedScenario(scenarios, name)));
    if (documents.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected recorded requests or scenarios in "
              + folder
              + ", but found none. Record some, or check the path.");
    }
    return documents;
  }

  /** Returns whether a path is a folder with something to compare. */
  static boolean hasSome(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      // The folder of one scenario has files that are not recordings.
      return !Files.exists(folder.resolve(ScenarioFolder.SCENARIO))
          && (files.anyMatch(ComparedFolder::isRequest)
              || !ScenarioFolder.of(folder).names().isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRequest(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(REQUEST)
        && RESPONSES.stream().noneMatch(name::endsWith)
        && Files.isRegularFile(file);
  }

  /** A recorded request. */
  private record Recording(Path file) implements ComparedDocument {
    @Override
    public String name() {
      String name = String.valueOf(file.getFileName());
      return name.substring(0, name.length() - REQUEST.length());
    }

    @Override
    public List<Difference> differences(Side before, Side after) throws IOException {
      Fixture request;
      try {
        request = Fixture.of(file);
      } catch (PayloadException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
      return before.facts(request).differences(after.facts(request));
    }
  }
}
