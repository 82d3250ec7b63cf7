package io.github.rossumext.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The keys of a JSON object and the types of their values, written as {@code id:int url:url
 * parent:url? key?:text status:(running|failed)}. A question mark after the type allows null, one
 * after the key lets it be missing. An object has no other keys.
 */
record Shape(List<Key> keys) {
  private record Key(String name, boolean isOptional, String type, boolean isNullable) {
    static Key of(String text) {
      String name = text.substring(0, text.indexOf(':'));
      String type = text.substring(text.indexOf(':') + 1);
      return new Key(
          name.replace("?", ""), name.endsWith("?"), type.replace("?", ""), type.endsWith("?"));
    }
  }

  static Shape of(String text) {
    return new Shape(Arrays.stream(text.strip().split("\\s+", -1)).map(Key::of).toList());
  }

  /** Checks an object. */
  void check(String what, JsonNode json) {
    assertThat(json.isObject()).as(what + " is an object: " + json).isTrue();
    for (Key key : keys) {
      JsonNode value = json.path(key.name());
      boolean isRight =
          value.isMissingNode()
              ? key.isOptional()
              : value.isNull() ? key.isNullable() : is(value, key.type());
      assertThat(isRight)
          .as("%s has %s of the type %s, but found %s", what, key.name(), key.type(), value)
          .isTrue();
    }
    List<String> found = new ArrayList<>();
    json.fieldNames().forEachRemaining(found::add);
    assertThat(keys.stream().map(Key::name)).as(what).containsAll(found);
  }

  private static boolean is(JsonNode value, String type) {
    if (type.startsWith("[") && !type.equals("[]")) {
      return value.isArray() && all(value, type.substring(1, type.length() - 1));
    }
    if (type.startsWith("(")) {
      return List.of(type.substring(1, type.length() - 1).split("\\|", -1))
          .contains(value.asText());
    }
    return switch (type) {
      case "int" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "bool" -> value.isBoolean();
      case "text" -> value.isTextual();
      case "url" -> value.asText().matches("https?://[^/]+/api/v1/[a-z_]+/\\d+(/[a-z_]+(/\\d+)?)?");
      case "time" -> value.asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
      case "instant" -> value.asText().matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
      case "hours" -> value.asText().matches("\\d\\d:\\d\\d:\\d\\d");
      case "{}" -> value.isObject();
      case "[]" -> value.isArray();
      default -> throw new IllegalArgumentException("Unknown type: " + type);
    };
  }

  private static boolean all(JsonNode values, String type) {
    for (JsonNode value : values) {
      if (!is(value, type)) {
        return false;
      }
    }
    return true;
  }
}
