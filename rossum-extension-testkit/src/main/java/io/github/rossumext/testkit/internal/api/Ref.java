package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a URL names: a type of objects and an id. The host does not count, because URLs in requests
 * may name another host than the base URL.
 */
record Ref(String type, long id) {
  private static final Pattern URL = Pattern.compile("https?://.*/v1/([a-z_]+)/(\\d{1,18})/?");

  static Optional<Ref> of(String url) {
    Matcher matcher = URL.matcher(url);
    return matcher.matches()
        ? Optional.of(new Ref(matcher.group(1), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  static Optional<Ref> of(JsonNode json) {
    return json.isTextual() ? of(json.textValue()) : Optional.empty();
  }

  /** Returns whether JSON is a URL of this object. */
  boolean isIn(JsonNode json) {
    return of(json).filter(this::equals).isPresent();
  }
}
