package io.github.rossumext.client;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A file to send to Rossum. It is streamed, so it may be larger than the memory. Immutable and
 * thread-safe.
 */
public final class FileBody {
  private final String name;
  private final String type;
  private final Supplier<BodyPublisher> publisher;

  private FileBody(String name, String type, Supplier<BodyPublisher> publisher) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of a file must not be blank.");
    }
    this.name = name;
    this.type = type;
    this.publisher = publisher;
  }

  private static FileBody named(String name, Supplier<BodyPublisher> publisher) {
    String guessed = URLConnection.guessContentTypeFromName(name);
    return new FileBody(name, guessed == null ? "application/octet-stream" : guessed, publisher);
  }

  /**
   * Returns a file of this machine, with its name.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  public static FileBody of(Path file) {
    Path name = file.getFileName();
    if (name == null || !Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException("Expected a file that can be read, found " + file + ".");
    }
    return named(
        name.toString(),
        () -> {
          try {
            return BodyPublishers.ofFile(file);
          } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Returns a file of these bytes. They are not copied, so do not change them afterwards. */
  public static FileBody of(String name, byte[] bytes) {
    return named(name, () -> BodyPublishers.ofByteArray(bytes));
  }

  /**
   * Returns a file from a stream.
   *
   * @param content opens the stream, again for each request; the client closes it
   */
  public static FileBody of(String name, Supplier<? extends InputStream> content) {
    return named(name, () -> BodyPublishers.ofInputStream(content));
  }

  /** Returns a copy with another name. Its type stays the same. */
  public FileBody withName(String newName) {
    return new FileBody(newName, type, publisher);
  }

  /**
   * Returns a copy with another media type. Without this, the name decides.
   *
   * @param newType such as {@code application/pdf}
   */
  public FileBody withType(String newType) {
    Objects.requireNonNull(newType, "newType");
    if (!newType.matches("[\\w.+-]+/[\\w.+-]+(; ?[\\w.+-]+=[\\w.+-]+)*")) {
      throw new IllegalArgumentException(
          "Expected a media type such as application/pdf, found another text.");
    }
    return new FileBody(name, newType, publisher);
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the media type. */
  public String type() {
    return type;
  }

  BodyPublisher publisher() {
    return publisher.get();
  }

  /** Returns the name and type. */
  @Override
  public String toString() {
    return "FileBody[" + name + ", " + type + "]";
  }
}
