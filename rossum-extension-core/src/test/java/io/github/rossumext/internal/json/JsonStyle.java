package io.github.rossumext.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Writes JSON in one of the many ways that mean the same: in any order of the keys, with white
 * space anywhere, and with escapes where none are needed. A seed is a style.
 */
public final class JsonStyle {
  private final StringBuilder out = new StringBuilder();
  private final Random random;
  private final boolean repeatsKeys;

  private JsonStyle(long seed, boolean repeatsKeys) {
    this.random = new Random(seed);
    this.repeatsKeys = repeatsKeys;
  }

  /** The bytes of this JSON in the style of this seed. */
  public static byte[] write(JsonNode json, long seed) {
    return new JsonStyle(seed, false).bytes(json);
  }

  /** As {@link #write}, with a few objects that name one of their keys twice. */
  public static byte[] writeRepeatingKeys(JsonNode json, long seed) {
    return new JsonStyle(seed, true).bytes(json);
  }

  private byte[] bytes(JsonNode json) {
    value(json);
    return out.toString().getBytes(UTF_8);
  }

  private void value(JsonNode json) {
    space();
    if (json.isObject()) {
      object(json);
    } else if (json.isArray()) {
      out.append('[');
      for (int i = 0; i < json.size(); i++) {
        out.append(i == 0 ? "" : ",");
        value(json.get(i));
      }
      out.append(']');
    } else if (json.isTextual()) {
      text(json.textValue());
    } else {
      out.append(json);
    }
    space();
  }

  private void object(JsonNode json) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(json.properties());
    if (repeatsKeys && !members.isEmpty() && random.nextInt(20) == 0) {
      members.add(members.get(random.nextInt(members.size())));
    }
    Collections.shuffle(members, random);
    out.append('{');
    for (int i = 0; i < members.size(); i++) {
      out.append(i == 0 ? "" : ",");
      space();
      text(members.get(i).getKey());
      space();
      out.append(':');
      value(members.get(i).getValue());
    }
    space();
    out.append('}');
  }

  private void space() {
    while (random.nextInt(6) == 0) {
      out.append(" \t\r\n".charAt(random.nextInt(4)));
    }
  }

  private void text(String text) {
    boolean plain = random.nextInt(3) > 0;
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
      if (Character.isSurrogate(c) && !isPair) {
        escape(c);
      } else if (c < ' ' || c == '"' || c == '\\') {
        mustEscape(c);
      } else if (!plain && random.nextInt(4) == 0) {
        mayEscape(c);
        if (isPair) {
          escape(text.charAt(++i));
        }
      } else {
        out.append(c);
        if (isPair) {
          out.append(text.charAt(++i));
        }
      }
    }
    out.append('"');
  }

  private void mustEscape(char c) {
    int known = "\"\\\b\f\n\r\t".indexOf(c);
    if (known >= 0 && random.nextBoolean()) {
      out.append('\\').append("\"\\bfnrt".charAt(known));
    } else {
      escape(c);
    }
  }

  private void mayEscape(char c) {
    if (c == '/') {
      out.append("\\/");
    } else {
      escape(c);
    }
  }

  private void escape(char c) {
    String hex = String.format("%04x", (int) c);
    out.append("\\u").append(random.nextBoolean() ? hex : hex.toUpperCase(Locale.ROOT));
  }
}
