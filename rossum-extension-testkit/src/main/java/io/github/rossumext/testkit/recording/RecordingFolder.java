package io.github.rossumext.testkit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.rossumext.testkit.internal.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of recorded requests and approved responses. Thread-safe. */
final class RecordingFolder {
  private static final String REQUEST = ".json";
  private static final String APPROVED = ".approved.json";
  private static final String RECEIVED = ".received.json";
  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})-.*");
  private static final int LONGEST_WORD = 40;

  private final Path folder;
  private int last = -1;

  RecordingFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes a request and returns its name. */
  String write(String event, String action, JsonNode request) throws IOException {
    Files.createDirectories(folder);
    int number = claim();
    try {
      String name = String.format(Locale.ROOT, "%06d-%s-%s", number, word(event), word(action));
      write(folder.resolve(name + REQUEST), Json.pretty(request));
      return name;
    } finally {
      Files.deleteIfExists(claimOf(number));
    }
  }

  /**
   * Returns a word that is safe in a file name, so that a request cannot lead to another folder.
   */
  private static String word(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    return plain.substring(0, Math.min(plain.length(), LONGEST_WORD));
  }

  /**
   * Returns a number that no file of the folder has. An empty file keeps others from the number
   * until the request is written: other recorders may write into the same folder, also those of
   * other processes.
   */
  private synchronized int claim() throws IOException {
    if (last < 0) {
      try (Stream<Path> files = Files.list(folder)) {
        last =
            files
                .map(file -> NUMBERED.matcher(nameOf(file)))
                .filter(Matcher::matches)
                .mapToInt(number -> Integer.parseInt(number.group(1)))
                .max()
                .orElse(0);
      }
    }
    while (true) {
      last++;
      try {
        Files.createFile(claimOf(last));
      } catch (FileAlreadyExistsException e) {
        continue;
      }
      // Another recorder may have written it between the list and the claim.
      if (!isTaken(last)) {
        return last;
      }
      Files.deleteIfExists(claimOf(last));
    }
  }

  private Path claimOf(int number) {
    return folder.resolve(".recording-" + number);
  }

  private boolean isTaken(int number) throws IOException {
    String glob = String.format(Locale.ROOT, "%06d-*", number);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
      return files.iterator().hasNext();
    }
  }

  void writeApproved(String name, String response) throws IOException {
    Files.deleteIfExists(received(name));
    write(folder.resolve(name + APPROVED), response);
  }

  void writeReceived(String name, String response) throws IOException {
    write(received(name), response);
  }

  void deleteReceived(String name) throws IOException {
    Files.deleteIfExists(received(name));
  }

  Path received(String name) {
    return folder.resolve(name + RECEIVED);
  }

  Path approved(String name) {
    return folder.resolve(name + APPROVED);
  }

  /** Returns the files of requests, sorted by their names. */
  List<Path> requests() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> isRequest(nameOf(file))).sorted().toList();
    }
  }

  private static boolean isRequest(String file) {
    return file.endsWith(REQUEST) && !file.endsWith(APPROVED) && !file.endsWith(RECEIVED);
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  // A file is written whole or not at all. Only its owner can read a temporary file, and the move
  // keeps this.
  private void write(Path file, String text) throws IOException {
    Path temporary = Files.createTempFile(folder, ".recording", ".tmp");
    try {
      Files.writeString(temporary, text + "\n");
      try {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Returns the text of an approval file. */
  static String text(int status, JsonNode body) {
    ObjectNode response = Json.newObject();
    response.put("status", status);
    response.set("body", body);
    return Json.pretty(response);
  }

  /** Returns the JSON of a body; a text if the body is not JSON. */
  static JsonNode body(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      return Json.read(text);
    } catch (IllegalArgumentException e) {
      return TextNode.valueOf(text);
    }
  }

  /** Returns whether two approval files say the same, in any order of keys. */
  static boolean isSame(String one, String other) {
    try {
      return Json.read(one).equals(Json.read(other));
    } catch (IllegalArgumentException e) {
      return false; // The approval file is not JSON.
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
