package io.github.rossumext.client;

import io.github.rossumext.value.OpenEnum;
import io.github.rossumext.value.ResourceUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes the query of a URL. */
final class Query {
  private Query() {}

  /** The path with these parameters after those that it has. */
  static String of(String path, Map<String, ?> parameters) {
    if (parameters.isEmpty()) {
      return path;
    }
    return parameters.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(text(each.getValue())))
        .collect(Collectors.joining("&", path + (path.indexOf('?') < 0 ? "?" : "&"), ""));
  }

  private static String text(Object value) {
    if (value instanceof Iterable<?> values) {
      return StreamSupport.stream(values.spliterator(), false)
          .map(Query::text)
          .collect(Collectors.joining(","));
    }
    if (value instanceof ResourceUrl url) {
      // Rossum's filters know ids only.
      return url.id().isPresent() ? Long.toString(url.id().getAsLong()) : url.uri();
    }
    return value instanceof OpenEnum<?> word ? word.value() : value.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
