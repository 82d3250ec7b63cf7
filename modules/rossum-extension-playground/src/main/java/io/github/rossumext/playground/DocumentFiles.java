package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Documents of the author: requests and schemas, in files or as pasted text. */
final class DocumentFiles {
  private static final List<String> IMAGE_TYPES = List.of(".png", ".jpg", ".jpeg");

  private DocumentFiles() {}

  /** Returns the document of a file, or those of a folder. */
  static List<PlaygroundDocument> in(Path fileOrFolder) throws IOException {
    if (!Files.isDirectory(fileOrFolder)) {
      String text = Files.readString(fileOrFolder, StandardCharsets.UTF_8);
      return List.of(document(fileOrFolder, text, read(text, fileOrFolder.toString())));
    }
    List<PlaygroundDocument> documents = new ArrayList<>();
    for (Path file : jsonFiles(fileOrFolder)) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      JsonNode json = read(text, file.toString());
      if (isDocument(json) || isSchema(json)) {
        documents.add(document(file, text, json));
      }
    }
    if (documents.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected a request of annotation_content or a schema in the folder "
              + fileOrFolder
              + ", but found none.");
    }
    return documents;
  }

  private static List<Path> jsonFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> nameOf(file).endsWith(".json") && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }

  /** Returns the document of a text that somebody pasted. */
  static PlaygroundDocument pasted(String text) {
    return new PlaygroundDocument(
        fixture("The text", text, read(text, "The text")).withName("pasted"), List.of());
  }

  private static PlaygroundDocument document(Path file, String text, JsonNode json)
      throws IOException {
    String name = withoutEnding(nameOf(file));
    Fixture fixture = fixture(file.toString(), text, json).withName(name);
    List<Path> pages = new ArrayList<>();
    Optional<Path> page = page(file, name, 1);
    while (page.isPresent()) {
      pages.add(page.get());
      page = page(file, name, pages.size() + 1);
    }
    return PlaygroundDocument.of(fixture, pages);
  }

  private static Optional<Path> page(Path file, String name, int number) {
    return IMAGE_TYPES.stream()
        .map(type -> file.resolveSibling(name + ".page-" + number + type))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Fixture fixture(String where, String text, JsonNode json) {
    if (isDocument(json)) {
      return Fixture.of(withoutMark(text).getBytes(StandardCharsets.UTF_8));
    }
    if (isSchema(json)) {
      return DocumentBuilder.of(withoutMark(text)).build();
    }
    throw new IllegalArgumentException(
        where + " holds neither a request of annotation_content nor a schema.");
  }

  private static boolean isDocument(JsonNode json) {
    return json.path("event").asText().equals("annotation_content")
        && json.path("annotation").path("content").isArray();
  }

  /** A schema is a list of sections, or an object of Rossum's API that holds one. */
  private static boolean isSchema(JsonNode json) {
    JsonNode sections = json.isArray() ? json : json.path("content");
    return sections.path(0).path("category").asText().equals("section");
  }

  private static JsonNode read(String text, String where) {
    return Json.find(withoutMark(text))
        .orElseThrow(() -> new IllegalArgumentException(where + " is not JSON."));
  }

  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static String withoutEnding(String file) {
    return file.substring(0, file.length() - (file.endsWith(".json") ? ".json".length() : 0));
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }
}
