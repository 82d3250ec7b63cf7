package io.github.rossumext.testkit.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Well-formed signatures that are wrong, in one of three ways:
 *
 * <ul>
 *   <li>They differ in a part that a faulty comparison does not compare.
 *   <li>They use a key that anyone can guess.
 *   <li>They sign another body, which a faulty extension takes for the body that was sent.
 * </ul>
 */
final class ForgedSignatures {
  private final String group;
  private final SignatureScheme scheme;
  private final Materials materials;
  private final byte[] body;
  private final String hex;

  private ForgedSignatures(String group, SignatureScheme scheme, Materials materials) {
    this.group = group;
    this.scheme = scheme;
    this.materials = materials;
    this.body = materials.body();
    this.hex = right(body).substring(Materials.prefix(scheme).length());
  }

  static Stream<Attack> all(String group, SignatureScheme scheme, Materials materials) {
    ForgedSignatures cases = new ForgedSignatures(group, scheme, materials);
    return Stream.of(
            cases.digits(),
            cases.keys(),
            cases.replays(),
            cases.sameTexts(),
            cases.sameJson(),
            cases.early())
        .flatMap(all -> all);
  }

  private Stream<Attack> digits() {
    int half = hex.length() / 2;
    Stream<Attack> one =
        IntStream.of(0, 1, 2, 7, 8, 15, 16, half - 1, half, hex.length() - 2, hex.length() - 1)
            .mapToObj(at -> digits("wrong in digit " + (at + 1), changed(hex, at)));
    Stream<Attack> many =
        Stream.of(
            digits("all zeros", "0".repeat(hex.length())),
            digits("right in its first half alone", hex.substring(0, half) + "0".repeat(half)),
            digits("right in its second half alone", "0".repeat(half) + hex.substring(half)),
            digits("with its digits in reverse", new StringBuilder(hex).reverse().toString()),
            digits("with its halves swapped", hex.substring(half) + hex.substring(0, half)),
            digits("with its digits sorted", sorted()),
            digits("in digits of another script", otherScript()));
    return Stream.concat(one, many);
  }

  private String sorted() {
    char[] digits = hex.toCharArray();
    Arrays.sort(digits);
    return String.valueOf(digits);
  }

  private String otherScript() {
    StringBuilder digits = new StringBuilder();
    hex.chars().forEach(c -> digits.appendCodePoint(c + '\uff10' - '0'));
    return digits.toString();
  }

  /** Returns hex digits with one changed. */
  static String changed(String hex, int at) {
    return hex.substring(0, at) + (hex.charAt(at) == '0' ? '1' : '0') + hex.substring(at + 1);
  }

  private Attack digits(String name, String digits) {
    return refused(name, body, Materials.prefix(scheme) + digits);
  }

  private Stream<Attack> keys() {
    return Stream.of(
        key("of another secret", "hostile"),
        key("of the empty secret", ""),
        key("of the secret null", "null"),
        key("of the secret None", "None"),
        key("of the secret undefined", "undefined"),
        key("of the secret of Rossum's examples", "This is very secret"),
        key("of the document's token as secret", Materials.TOKEN));
  }

  private Attack key(String name, String key) {
    return refused(name, body, Materials.signature(scheme, key.getBytes(UTF_8), body));
  }

  /** Returns an earlier good request with a change. */
  private Stream<Attack> replays() {
    return Stream.of(
        Attack.of(group, "of a good request", request(body, right(body)), 200),
        signedFor("of the empty body", new byte[0], body),
        signedFor("of a body with one bit changed", body, flipped(body.length / 2)),
        signedFor("of a body with its first bit changed", body, flipped(0)),
        signedFor("of a body with its last bit changed", body, flipped(body.length - 1)),
        signedFor("of the first half of the body", Arrays.copyOf(body, body.length / 2), body),
        signedFor("of a body without its last byte", body, Arrays.copyOf(body, body.length - 1)),
        signedFor("of a body with another one behind it", body, joined(body, bytes("{}"))),
        signedFor("of a body that is gone", body, new byte[0]));
  }

  private byte[] flipped(int at) {
    byte[] changed = body.clone();
    changed[at] ^= 1;
    return changed;
  }

  /**
   * Returns bodies that are the same text if a service trims or decodes them before it verifies.
   */
  private Stream<Attack> sameTexts() {
    String json = materials.json();
    String open = "{\"hostile\":\"";
    String rest = "\"," + json.substring(1);
    return Stream.of(
        signedFor("of a body with a line break more", body, joined(body, bytes("\n"))),
        signedFor("of a body with a space before it", body, joined(bytes(" "), body)),
        signedFor(
            "of a body with a byte order mark before it", body, joined(bytes("\ufeff"), body)),
        signedFor(
            "of a body with other line breaks",
            bytes(Json.pretty(Json.read(json)).replace("\r\n", "\n")),
            bytes(Json.pretty(Json.read(json)).replace("\r\n", "\n").replace("\n", "\r\n"))),
        signedFor(
            "of a body whose broken bytes were repaired",
            bytes(open + "\ufffd" + rest),
            joined((open + "\u00ff").getBytes(ISO_8859_1), bytes(rest))),
        signedFor("of a body in another encoding", body, json.getBytes(UTF_16)));
  }

  /**
   * Returns bodies that are the same JSON if a service verifies what it wrote after it read them.
   */
  private Stream<Attack> sameJson() {
    JsonNode json = Json.read(materials.json());
    String compact = Json.text(json);
    String spaced = spaced(compact);
    return Stream.of(
        signedFor("of the same JSON without white space", bytes(compact), bytes(spaced)),
        signedFor("of the same JSON with white space", bytes(spaced), bytes(compact)),
        signedFor(
            "of the same JSON with its keys in order",
            bytes(Json.text(sorted(json))),
            bytes(compact)),
        signedFor(
            "of the same JSON without a doubled key",
            bytes(compact),
            bytes(compact.replaceFirst("\"event\":", "\"event\":\"email\",\"event\":"))));
  }

  /** Returns JSON with a space after each comma and colon, and in ASCII, as Python writes it. */
  private static String spaced(String compact) {
    StringBuilder spaced = new StringBuilder();
    boolean isText = false;
    for (int i = 0; i < compact.length(); i++) {
      char c = compact.charAt(i);
      if (c == '"' && (i == 0 || !isEscape(compact, i - 1))) {
        isText = !isText;
      }
      if (c > '~') {
        spaced.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        spaced.append(c).append(!isText && (c == ',' || c == ':') ? " " : "");
      }
    }
    return spaced.toString();
  }

  private static boolean isEscape(String text, int at) {
    return text.charAt(at) == '\\' && (at == 0 || !isEscape(text, at - 1));
  }

  private static JsonNode sorted(JsonNode json) {
    if (json instanceof ObjectNode object) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      object.properties().forEach(one -> sorted.put(one.getKey(), sorted(one.getValue())));
      ObjectNode copy = Json.newObject();
      sorted.forEach(copy::set);
      return copy;
    }
    return json.isArray() ? Json.mapped((ArrayNode) json, ForgedSignatures::sorted) : json;
  }

  /** Returns requests without a signature: a service must not read their bodies. */
  private Stream<Attack> early() {
    Stream<Attack> bodies =
        Stream.of(
            unsigned("missing, of a body that is not JSON", bytes("hostile")),
            unsigned("missing, of half a document", Arrays.copyOf(body, body.length / 2)),
            unsigned("missing, of lists of 100000 levels", bytes("[".repeat(100_000))),
            unsigned("missing, of an empty object", bytes("{}")),
            unsigned(
                "missing, of an event that is new",
                materials.good().withKey("event", "planet").body()));
    Stream<Attack> events =
        Fixtures.all().stream()
            .map(event -> Json.object(event.body()))
            .filter(event -> !event.path("event").asText().equals("annotation_content"))
            .map(event -> unsigned("missing, of " + name(event), Json.bytes(event)));
    return Stream.concat(bodies, events);
  }

  private static String name(JsonNode event) {
    return event.path("event").asText() + "." + event.path("action").asText();
  }

  private Attack unsigned(String name, byte[] sent) {
    return Attack.of(group, name, materials.unsigned(sent), 401, 403);
  }

  private Attack signedFor(String name, byte[] signed, byte[] sent) {
    return refused(name, sent, right(signed));
  }

  private Attack refused(String name, byte[] sent, String signature) {
    return Attack.of(group, name, request(sent, signature), 401, 403);
  }

  private Attempt request(byte[] sent, String signature) {
    return materials.unsigned(sent).with(scheme.header(), signature);
  }

  private String right(byte[] signed) {
    return Materials.signature(scheme, materials.key(), signed);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] joined = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, joined, one.length, other.length);
    return joined;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
