package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a form with files, or the one file of a raw body. */
final class Multipart {
  /** The most bytes of an upload, 40 MB. */
  static final int MOST = 40 * 1000 * 1000;

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern FILE_NAME =
      Pattern.compile("(?i)[; ]filename=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))");
  private static final Pattern ENCODED_NAME =
      Pattern.compile("(?i)[; ]filename\\*=utf-8''([^;\\s]+)");
  private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

  private final List<Part> parts;

  /** A part. Do not change its bytes. */
  static final class Part {
    private final String name;
    private final boolean hasFileName;
    private final String fileName;
    private final String type;
    private final byte[] bytes;

    /**
     * Creates a part.
     *
     * @param hasFileName whether it has a file name, if only an empty one
     * @param type the media type
     */
    Part(String name, boolean hasFileName, String fileName, String type, byte[] bytes) {
      this.name = name;
      this.hasFileName = hasFileName;
      this.fileName = fileName;
      this.type = type;
      this.bytes = bytes;
    }

    String name() {
      return name;
    }

    boolean hasFileName() {
      return hasFileName;
    }

    String fileName() {
      return fileName;
    }

    String type() {
      return type;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  private Multipart(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * Returns the parts of a form. A body that is not a form is one file with the name of a header.
   */
  static Multipart of(ApiRequest request) {
    return of(request, "");
  }

  /**
   * Returns the parts of a form.
   *
   * @param fileName the name of the file of a raw body; {@code ""} if a header names it
   */
  static Multipart of(ApiRequest request, String fileName) {
    if (request.body().length > MOST) {
      throw ApiError.of(413, "The request is larger than 40 MB.");
    }
    if (request.mediaType().equals("multipart/form-data")) {
      return new Multipart(parts(request));
    }
    String disposition = request.header("content-disposition");
    String name = fileName.isEmpty() ? fileName(disposition) : fileName;
    if (name.isEmpty()) {
      throw ApiError.of(
          400,
          "Missing filename. Request should include a Content-Disposition header with a filename parameter.");
    }
    return new Multipart(
        List.of(
            new Part(
                "content",
                true,
                name,
                type(request.header("content-type"), name),
                request.body())));
  }

  private static String type(String given, String fileName) {
    if (!given.isEmpty() && !given.startsWith("application/octet-stream")) {
      return given;
    }
    return fileName.toLowerCase(Locale.ROOT).endsWith(".pdf")
        ? "application/pdf"
        : "application/octet-stream";
  }

  private static String fileName(String disposition) {
    Matcher encoded = ENCODED_NAME.matcher(disposition);
    if (encoded.find()) {
      return URLDecoder.decode(encoded.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
    }
    Matcher plain = FILE_NAME.matcher(disposition);
    if (!plain.find()) {
      return "";
    }
    return plain.group(1) == null ? plain.group(2) : plain.group(1).replaceAll("\\\\(.)", "$1");
  }

  private static List<Part> parts(ApiRequest request) {
    Matcher boundary = BOUNDARY.matcher(request.header("content-type"));
    if (!boundary.find()) {
      throw broken("Invalid boundary in multipart.");
    }
    byte[] body = request.body();
    byte[] line = ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
    byte[] next = ("\r\n--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
    List<Part> parts = new ArrayList<>();
    int at = indexOf(body, line, 0);
    if (at < 0) {
      throw broken("The body has no part.");
    }
    at += line.length;
    while (!startsWith(body, at, "--")) {
      int head = at + 2;
      int blank = startsWith(body, at, "\r\n") ? indexOf(body, BLANK_LINE, at) : -1;
      int end = blank < 0 ? -1 : indexOf(body, next, blank + 2);
      if (end < 0) {
        throw broken("A part has no end.");
      }
      int content = blank + BLANK_LINE.length;
      String headers =
          blank < head ? "" : new String(body, head, blank - head, StandardCharsets.UTF_8);
      parts.add(part(headers, Arrays.copyOfRange(body, Math.min(content, end), end)));
      at = end + next.length;
    }
    return parts;
  }

  private static ApiError broken(String why) {
    return ApiError.of(400, "Multipart form parse error - " + why);
  }

  private static boolean startsWith(byte[] body, int at, String text) {
    return at + text.length() <= body.length
        && new String(body, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
  }

  private static int indexOf(byte[] body, byte[] wanted, int from) {
    for (int i = from; i <= body.length - wanted.length; i++) {
      if (body[i] == wanted[0]
          && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  private static Part part(String headers, byte[] bytes) {
    String disposition = "";
    String type = "";
    for (String header : headers.split("\r\n", -1)) {
      int colon = header.indexOf(':');
      String name = colon < 0 ? "" : header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      if (name.equals("content-disposition")) {
        disposition = header.substring(colon + 1).strip();
      } else if (name.equals("content-type")) {
        type = header.substring(colon + 1).strip();
      }
    }
    Matcher name = NAME.matcher(disposition);
    if (!name.find()) {
      throw broken("A part has no name.");
    }
    boolean hasFileName =
        FILE_NAME.matcher(disposition).find() || ENCODED_NAME.matcher(disposition).find();
    String fileName = fileName(disposition);
    return new Part(name.group(1), hasFileName, fileName, type(type, fileName), bytes);
  }

  /** Returns the files with this name. */
  List<Part> files(String name) {
    List<Part> files = new ArrayList<>();
    for (Part part : parts) {
      if (part.name().equals(name)) {
        if (part.fileName().isEmpty()) {
          throw ApiError.field(name, "The submitted data was not a file.");
        }
        files.add(part);
      }
    }
    return files;
  }

  /** Returns the names of the parts. */
  List<String> names() {
    return parts.stream().map(Part::name).distinct().toList();
  }

  /** Returns a part that is a text; {@code ""} if it is missing. A file name makes it a file. */
  String text(String name) {
    for (Part part : parts) {
      if (part.name().equals(name)) {
        if (part.hasFileName()) {
          throw ApiError.field(name, "Value must be valid JSON.");
        }
        return new String(part.bytes(), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  /** Returns a part that is a JSON object; an empty one if it is missing. */
  ObjectNode object(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return Json.newObject();
    }
    JsonNode json = Json.find(text.getBytes(StandardCharsets.UTF_8));
    if (json instanceof ObjectNode object) {
      return object;
    }
    throw ApiError.field(name, "Value must be valid JSON.");
  }
}
