package io.github.rossumext.internal.http;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.value.Html;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The page for a person who opens the URL of an extension in a browser. */
final class StatusPage {
  private static final Map<String, String> HTML =
      Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store");

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

  /** Returns the page; to {@code HEAD}, its headers and its length. */
  static EndpointResponse of(boolean isUp, List<?> events, boolean isHead) {
    byte[] page = text(isUp, events).getBytes(StandardCharsets.UTF_8);
    int status = isUp ? 200 : 503;
    return isHead
        ? EndpointResponse.of(status, HTML, new byte[0])
            .withHeader("Content-Length", Integer.toString(page.length))
        : EndpointResponse.of(status, HTML, page);
  }

  private static String text(boolean isUp, List<?> events) {
    StringBuilder items = new StringBuilder();
    for (Object event : events) {
      items.append(Html.format("<li>{}</li>\n", event.toString()));
    }
    return Html.format(PAGE, isUp ? "up" : "being restarted", Html.unsafe(items.toString()))
        .markup();
  }
}
