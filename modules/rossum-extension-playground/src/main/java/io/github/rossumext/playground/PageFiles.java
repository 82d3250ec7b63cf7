package io.github.rossumext.playground;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the page: its own, and two of Preact's WebJar. Immutable and thread-safe. */
final class PageFiles {
  private static final String PREACT = "META-INF/resources/webjars/preact/10.28.0/";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final Map<String, String> OTHERS =
      Map.of(
          "/", "io/github/rossumext/playground/page/index.html",
          "/preact.js", PREACT + "dist/preact.umd.js",
          "/preact-hooks.js", PREACT + "hooks/dist/hooks.umd.js");

  /** A file in the folder of the page, and in no other. */
  private static final Pattern OWN = Pattern.compile("/([a-z][a-z-]*\\.(?:js|css|svg))");

  /** A file with its content type. */
  static final class PageFile {
    private final String type;
    private final byte[] bytes;

    private PageFile(String type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    String type() {
      return type;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  private PageFiles() {}

  /** Returns the file of a path; empty if no file has it. */
  static Optional<PageFile> find(String path) throws IOException {
    Matcher own = OWN.matcher(path);
    String file = OTHERS.get(path);
    if (file == null && own.matches()) {
      file = "io/github/rossumext/playground/page/" + own.group(1);
    }
    if (file == null) {
      return Optional.empty();
    }
    try (InputStream in = PageFiles.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        if (file.startsWith(PREACT)) {
          throw new IllegalStateException(
              "org.webjars.npm:preact is not on the class path, or has another version.");
        }
        return Optional.empty();
      }
      String type = file.substring(file.lastIndexOf('.') + 1);
      return Optional.of(new PageFile(TYPES.getOrDefault(type, ""), in.readAllBytes()));
    }
  }
}
