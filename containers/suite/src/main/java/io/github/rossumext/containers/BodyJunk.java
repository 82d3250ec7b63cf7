package io.github.rossumext.containers;

import static io.github.rossumext.containers.HostileRequest.answered;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.stream.Stream;

/**
 * Bodies that are signed as they should be: whoever knows the secret, or makes Rossum send what he
 * likes, can send these.
 */
final class BodyJunk {
  private static final String INVOICE = new String(ContainerSuite.INVOICE, UTF_8);

  private BodyJunk() {}

  /** Many levels, many members, long texts, long numbers, keys that come twice. */
  static Stream<HostileRequest> bombs() {
    return Stream.of(
        body("lists of 100000 levels", "[".repeat(100_000) + "]".repeat(100_000), 400),
        body("objects of 100000 levels", "{\"a\":".repeat(100_000) + "1", 400),
        body("lists of 500000 levels that do not end", "[".repeat(500_000), 400),
        with("lists of 100000 levels", "[".repeat(100_000) + "]".repeat(100_000), 400),
        with("objects of 90000 levels", "{\"a\":".repeat(90_000) + "1" + "}".repeat(90_000), 400),
        with("a list of 400000 members", "[0" + ",0".repeat(400_000) + "]", 200),
        with("an object of 90000 members", members(90_000), 200),
        with(
            "an object of one key 150000 times",
            "{\"a\":1" + ",\"a\":1".repeat(150_000) + "}",
            200),
        with("a text of 900 kB", '"' + "x".repeat(900_000) + '"', 200),
        with("a text of 150000 escapes", '"' + "\\u0041".repeat(150_000) + '"', 200),
        with("a key of 900 kB", "{\"" + "x".repeat(900_000) + "\":1}", 400),
        with("an integer of 900000 digits", "9".repeat(900_000), 400),
        with("a fraction of 900000 digits", "0." + "9".repeat(900_000), 400),
        with("an exponent of 900000 digits", "1e" + "9".repeat(900_000), 400),
        with("an enormous exponent", "1e999999999", 200),
        with("a tiny exponent", "1e-999999999", 200));
  }

  /** Keys that count and come twice: two readers could take them for two different events. */
  static Stream<HostileRequest> doubledKeys() {
    return Stream.of(
        with("its event twice", "1,\"event\":\"email\"", 400),
        with("its event twice, once as a list", "1,\"event\":[]", 400),
        body("two events, the second of which nobody handles", twice("\"event\":\"none\""), 400),
        body("two annotations, the second of which is a list", twice("\"annotation\":[]"), 400),
        body("two annotations, the second of which is empty", twice("\"annotation\":{}"), 400));
  }

  static Stream<HostileRequest> encodings() {
    return Stream.of(
        bytes("a byte order mark alone", "\ufeff", UTF_8, 400),
        bytes("an invoice after a byte order mark", "\ufeff" + INVOICE, UTF_8, 400),
        bytes("an invoice in UTF-16, big end first", INVOICE, UTF_16BE, 400),
        bytes("an invoice in UTF-16, little end first", INVOICE, UTF_16LE, 400),
        bytes("an invoice in UTF-32", INVOICE, Charset.forName("UTF-32BE"), 400),
        text("a text with a lone continuation byte", "\u0080", 400),
        text("a text that ends within a character", "\u00e2\u0082", 400),
        text("a text with an overlong slash", "\u00c0\u00af", 400),
        text("a text with a surrogate", "\u00ed\u00a0\u0080", 400),
        text("a text with bytes FE and FF", "\u00fe\u00ff", 400),
        text("a text with a NUL", "\0", 400),
        text("a text with a line break", "\n", 400),
        text("a text with an escaped NUL", "\\u0000", 200),
        text("a text with half an escaped surrogate", "\\ud800", 200),
        text("a text with half an escape", "\\u00", 400),
        bytes("a NUL", "\0", ISO_8859_1, 400),
        bytes("900000 NULs", "\0".repeat(900_000), ISO_8859_1, 400),
        bytes("an invoice and a NUL", INVOICE + "\0", UTF_8, 400),
        bytes("900000 blanks", " ".repeat(900_000), UTF_8, 400),
        bytes("two invoices", INVOICE + INVOICE, UTF_8, 400));
  }

  static Stream<HostileRequest> noEvents() {
    return Stream.of(
        body("no JSON", "marked", 400),
        body("empty", "", 400),
        body("a null", "null", 400),
        body("a number", "1", 400),
        body("a text", "\"marked\"", 400),
        body("a list", "[]", 400),
        body("an object", "{}", 400),
        body("an event without an action", "{\"event\":\"annotation_content\"}", 400),
        body("an event that is a list", "{\"event\":[],\"action\":{}}", 400),
        body("a comment", "/* */" + INVOICE, 400),
        body("single quotes", "{'event':'annotation_content','action':'started'}", 400),
        body("not a number", "{\"event\":NaN}", 400),
        body("a class to be loaded", "{\"@class\":\"java.lang.Runtime\",\"event\":1}", 400),
        body("XML", "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>", 400),
        body("half an invoice", INVOICE.substring(0, INVOICE.length() / 2), 400));
  }

  private static String members(int count) {
    StringBuilder members = new StringBuilder("{\"a\":1");
    for (int i = 0; i < count; i++) {
      members.append(",\"").append(i).append("\":1");
    }
    return members.append('}').toString();
  }

  /** An invoice with one more member at its end, whose key it has already. */
  private static String twice(String member) {
    return INVOICE.stripTrailing().replaceFirst("}$", "," + member + "}");
  }

  /** An invoice with one more value, which nobody asked for. */
  private static HostileRequest with(String name, String value, int status) {
    return body(
        "an invoice with " + name, "{\"marked\":" + value + "," + INVOICE.substring(1), status);
  }

  /** An invoice with one more text, each of whose characters is a byte. */
  private static HostileRequest text(String name, String text, int status) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(("{\"marked\":\"" + text + "\",").getBytes(ISO_8859_1));
    body.writeBytes(INVOICE.substring(1).getBytes(UTF_8));
    return answered(name, Wire.signed(body.toByteArray()), status);
  }

  private static HostileRequest body(String name, String body, int status) {
    return bytes(name, body, UTF_8, status);
  }

  private static HostileRequest bytes(String name, String body, Charset charset, int status) {
    return answered(name, Wire.signed(body.getBytes(charset)), status);
  }
}
