package io.github.rossumext.testkit.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.stream.Stream;

/**
 * Bad bodies with the right signature. A client that knows the secret, or that makes Rossum send
 * its text, can send them.
 */
final class BodyCases {
  private final Materials materials;
  private final String json;

  private BodyCases(Materials materials) {
    this.materials = materials;
    this.json = materials.json();
  }

  static Stream<Attack> all(Materials materials) {
    BodyCases cases = new BodyCases(materials);
    return Stream.of(
            cases.bombs(), cases.heavy(), cases.doubledKeys(), cases.encodings(), cases.noEvents())
        .flatMap(all -> all);
  }

  private Stream<Attack> bombs() {
    return Stream.of(
        bomb("lists of 100000 levels", "[".repeat(100_000) + "]".repeat(100_000)),
        bomb("objects of 100000 levels", "{\"a\":".repeat(100_000) + "1"),
        bomb("lists of 500000 levels that do not end", "[".repeat(500_000)),
        bomb(
            "a document with lists of 100000 levels",
            with("[".repeat(100_000) + "]".repeat(100_000))),
        bomb(
            "a document with objects of 90000 levels",
            with("{\"a\":".repeat(90_000) + "1" + "}".repeat(90_000))),
        bomb("a key of 900 kB", with("{\"" + "x".repeat(900_000) + "\":1}")),
        bomb("an integer of 900000 digits", with("9".repeat(900_000))),
        bomb("a fraction of 900000 digits", with("0." + "9".repeat(900_000))),
        bomb("an exponent of 900000 digits", with("1e" + "9".repeat(900_000))));
  }

  /** Returns expensive bodies, which the extension may accept if it still responds afterwards. */
  private Stream<Attack> heavy() {
    return Stream.of(
        heavy("a list of 400000 members", "[0" + ",0".repeat(400_000) + "]"),
        heavy("an object of 90000 members", members(90_000)),
        heavy("an object of one key 150000 times", "{\"a\":1" + ",\"a\":1".repeat(150_000) + "}"),
        heavy("a text of 900 kB", '"' + "x".repeat(900_000) + '"'),
        heavy("a text of 150000 escapes", '"' + "\\u0041".repeat(150_000) + '"'),
        heavy("an enormous exponent", "1e999999999"),
        heavy("a tiny exponent", "1e-999999999"));
  }

  private static String members(int count) {
    StringBuilder members = new StringBuilder("{\"a\":1");
    for (int i = 0; i < count; i++) {
      members.append(",\"").append(i).append("\":1");
    }
    return members.append('}').toString();
  }

  /** Returns bodies that two readers could read as different events. */
  private Stream<Attack> doubledKeys() {
    return Stream.of(
        broken("two events, the first is another one", with("1,\"event\":\"email\"")),
        broken("two events, one is a list", with("1,\"event\":[]")),
        broken("two events, the second is not handled", ending("\"event\":\"none\"")),
        broken("two annotations, the second is a list", ending("\"annotation\":[]")),
        broken("two annotations, the second is empty", ending("\"annotation\":{}")));
  }

  private Stream<Attack> encodings() {
    return Stream.of(
        encoded("a byte order mark alone", "\ufeff", UTF_8),
        marked(),
        encoded("UTF-16, big end first", json, UTF_16BE),
        encoded("UTF-16, little end first", json, UTF_16LE),
        encoded("UTF-32", json, Charset.forName("UTF-32BE")),
        withBytes("a lone continuation byte", "\u0080"),
        withBytes("a text that ends within a character", "\u00e2\u0082"),
        withBytes("an overlong slash", "\u00c0\u00af"),
        withBytes("a surrogate", "\u00ed\u00a0\u0080"),
        withBytes("the bytes FE and FF", "\u00fe\u00ff"),
        withBytes("a NUL in a text", "\0"),
        withBytes("a line break in a text", "\n"),
        withBytes("half an escape", "\\u00"),
        encoded("a NUL", "\0", ISO_8859_1),
        encoded("900000 NULs", "\0".repeat(900_000), ISO_8859_1),
        encoded("a document and a NUL", json + "\0", UTF_8),
        encoded("900000 blanks", " ".repeat(900_000), UTF_8),
        encoded("two documents", json + json, UTF_8));
  }

  private Stream<Attack> noEvents() {
    return Stream.of(
        broken("nothing", ""),
        broken("no JSON", "hostile"),
        broken("a null", "null"),
        broken("a number", "1"),
        broken("a text", "\"hostile\""),
        broken("a list", "[]"),
        broken("an empty object", "{}"),
        broken("an event without an action", "{\"event\":\"annotation_content\"}"),
        broken("an event that is a list", "{\"event\":[],\"action\":{}}"),
        broken("a comment", "/* */" + json),
        broken("single quotes", "{'event':'annotation_content','action':'started'}"),
        broken("what is not a number", "{\"event\":NaN}"),
        broken("a class to be loaded", "{\"@class\":\"java.lang.Runtime\",\"event\":1}"),
        broken("XML", "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>"),
        broken("a form", "event=annotation_content&action=started"),
        broken("half a document", json.substring(0, json.length() / 2)),
        Attack.of("body", "exactly as large as may be, and no JSON", filled(0), 400, 413, 422),
        Attack.of("body", "a byte too large", filled(1), 413, HostileResponse.CLOSED));
  }

  private Attempt filled(int more) {
    return materials.signed(new byte[materials.maxBodyBytes() + more]);
  }

  private Attack bomb(String name, String body) {
    return Attack.of("bomb", name, materials.signed(body), 400, 413, 422, HostileResponse.CLOSED);
  }

  private Attack heavy(String name, String value) {
    return Attack.of(
        "bomb", "a document with " + name, materials.signed(with(value)), 200, 400, 413, 422);
  }

  /** Returns a document that some readers accept and others do not. Both are fine. */
  private Attack marked() {
    return Attack.of(
        "encoding",
        "a document after a byte order mark",
        materials.signed("\ufeff" + json),
        200,
        400,
        415,
        422);
  }

  private Attack broken(String name, String body) {
    return Attack.of("body", name, materials.signed(body), 400, 422);
  }

  private Attack encoded(String name, String body, Charset charset) {
    return Attack.of(
        "encoding", name, materials.signed(body.getBytes(charset)), 400, 413, 415, 422);
  }

  /** Returns a document with another text. Each of its characters is a byte. */
  private Attack withBytes(String name, String text) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(("{\"hostile\":\"" + text + "\",").getBytes(ISO_8859_1));
    body.writeBytes(json.substring(1).getBytes(UTF_8));
    return Attack.of("encoding", name, materials.signed(body.toByteArray()), 400, 422);
  }

  /** Returns a document with another key that the protocol does not have. */
  private String with(String value) {
    return "{\"hostile\":" + value + "," + json.substring(1);
  }

  /** Returns a document with another member at its end, whose key is already used. */
  private String ending(String member) {
    return json.substring(0, json.length() - 1) + "," + member + "}";
  }
}
