package io.github.rossumext.servlet;

import io.github.rossumext.value.Html;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page that a person sees who opens the URL of an extension in a browser. */
final class StatusPage {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Rossum extension</title>
      </head>
      <body>
      <h1>The Rossum extension is {}.</h1>
      <p>It handles:</p>
      <ul>
      {}</ul>
      <p>Rossum must call this URL by POST; this page is for people who check that it is reached.</p>
      </body>
      </html>
      """;

  private StatusPage() {}

  /** The page in UTF-8. */
  static byte[] of(boolean isUp, List<String> events) {
    StringBuilder items = new StringBuilder();
    for (String event : events) {
      items.append(Html.format("<li>{}</li>\n", event));
    }
    return Html.format(PAGE, isUp ? "up" : "being restarted", Html.unsafe(items.toString()))
        .markup()
        .getBytes(StandardCharsets.UTF_8);
  }
}
