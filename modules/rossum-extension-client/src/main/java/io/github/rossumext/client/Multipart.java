package io.github.rossumext.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Files and texts in one body. Texts have no file name: Rossum takes one with a name for a file.
 * Mutable and not thread-safe until it is sent.
 */
final class Multipart implements Call.Body {
  private record Part(String head, FileBody file) {}

  private final String boundary = "rossum-extension-" + UUID.randomUUID();
  private final List<Part> parts = new ArrayList<>();

  Multipart file(String part, FileBody file) {
    String head =
        "Content-Disposition: form-data; name=\""
            + part
            + "\"; filename=\""
            + quoted(file.name())
            + "\"\r\nContent-Type: "
            + file.type()
            + "\r\n\r\n";
    parts.add(new Part(head, file));
    return this;
  }

  Multipart text(String part, String text) {
    String head = "Content-Disposition: form-data; name=\"" + part + "\"\r\n\r\n";
    parts.add(new Part(head, FileBody.of("text", text.getBytes(UTF_8))));
    return this;
  }

  Multipart json(String part, Object value) {
    return text(part, new String(Bodies.json(value), UTF_8));
  }

  /** As browsers write it. */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  @Override
  public BodyPublisher publisher() {
    List<BodyPublisher> all = new ArrayList<>();
    for (Part part : parts) {
      all.add(BodyPublishers.ofString("--" + boundary + "\r\n" + part.head(), UTF_8));
      all.add(part.file().publisher());
      all.add(BodyPublishers.ofString("\r\n", UTF_8));
    }
    all.add(BodyPublishers.ofString("--" + boundary + "--\r\n", UTF_8));
    return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
  }

  @Override
  public String type() {
    return "multipart/form-data; boundary=" + boundary;
  }
}
