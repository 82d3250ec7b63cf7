package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON in one form for what Rossum takes for the same: keys in order, numbers without trailing
 * zeros, null for a missing key, and URLs of objects without their host.
 */
final class JsonForm {
  private static final int MOST_SHOWN = 120;
  // A cluster may write the URLs of its objects with another host than its base URL.
  private static final Pattern OBJECT_URL =
      Pattern.compile("https?://[^/]+(?:/api)?/v1/([a-z_]+/\\d+)/?");

  private JsonForm() {}

  static boolean isSame(JsonNode one, JsonNode other) {
    return of(one).equals(of(other));
  }

  static JsonNode of(JsonNode json) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (json.isMissingNode() || json.isNull()) {
      return nodes.nullNode();
    }
    if (json.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      for (Map.Entry<String, JsonNode> entry : json.properties()) {
        JsonNode value = of(entry.getValue());
        if (!value.isNull()) {
          sorted.put(entry.getKey(), value);
        }
      }
      ObjectNode object = nodes.objectNode();
      sorted.forEach(object::set);
      return object;
    }
    if (json.isArray()) {
      ArrayNode array = nodes.arrayNode();
      json.forEach(each -> array.add(of(each)));
      return array;
    }
    if (json.isNumber()) {
      BigDecimal number = json.decimalValue().stripTrailingZeros();
      return DecimalNode.valueOf(number.scale() < 0 ? number.setScale(0) : number);
    }
    if (json.isTextual()) {
      Matcher url = OBJECT_URL.matcher(json.textValue());
      return url.matches() ? TextNode.valueOf("/v1/" + url.group(1)) : json;
    }
    return json;
  }

  /** Returns a hash of the form. */
  static String hash(JsonNode json) {
    try {
      byte[] text = of(json).toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** Returns JSON for a line of a plan; long JSON is cut. */
  static String shown(JsonNode json) {
    if (json.isMissingNode()) {
      return "(nothing)";
    }
    String text = json.toString();
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }
}
