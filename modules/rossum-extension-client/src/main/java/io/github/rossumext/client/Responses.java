package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what responses have in them. */
final class Responses {
  private static final Pattern HOURS = Pattern.compile("(\\d{1,5}):(\\d{2}):(\\d{2})");

  private Responses() {}

  /** Returns the objects in the list at this key; empty if the key is missing. */
  static Stream<RawJson> objects(RawJson json, String key) {
    return json.find(key).map(RawJson::elements).orElse(List.of()).stream()
        .filter(RawJson::isObject);
  }

  /** A duration such as {@code 01:00:00}; empty for anything else. */
  static Optional<Duration> duration(String text) {
    Matcher hours = HOURS.matcher(text);
    return hours.matches()
        ? Optional.of(
            Duration.ofHours(Long.parseLong(hours.group(1)))
                .plusMinutes(Long.parseLong(hours.group(2)))
                .plusSeconds(Long.parseLong(hours.group(3))))
        : Optional.empty();
  }
}
