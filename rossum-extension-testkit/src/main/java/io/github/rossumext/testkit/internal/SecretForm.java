package io.github.rossumext.testkit.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A secret as it may appear in a text: as it is, and escaped for JSON, HTML or URLs, in Base64 and
 * in hexadecimal. Immutable and thread-safe; it never prints the secret.
 */
public final class SecretForm {
  /**
   * The minimum length of a secret to find within a text. A shorter one would occur in many texts,
   * so it is found only if it is the whole text.
   */
  private static final int SHORTEST_WITHIN = 4;

  private static final String JSON_ESCAPED = "\b\t\n\f\r\"\\/";
  private static final String JSON_ESCAPES = "btnfr\"\\/";

  private final Pattern forms;
  private final int leastLength;

  private SecretForm(Pattern forms, int leastLength) {
    this.forms = forms;
    this.leastLength = leastLength;
  }

  /** Returns the forms of a secret, found without regard to the case of its letters. */
  public static SecretForm anyCaseOf(String secret) {
    return of(secret, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Returns the forms of a secret. */
  public static SecretForm of(String secret) {
    return of(secret, 0);
  }

  private static SecretForm of(String secret, int flags) {
    byte[] bytes = secret.getBytes(UTF_8);
    String texts =
        secret.codePoints().mapToObj(SecretForm::character).collect(Collectors.joining());
    String forms = texts + '|' + hex(bytes, "[ :-]?");
    for (int offset = 0; offset < 3; offset++) {
      forms += "|(?-i:" + base64(bytes, offset) + ")";
    }
    // No form has fewer characters than the secret.
    return new SecretForm(Pattern.compile(forms, flags), secret.codePointCount(0, secret.length()));
  }

  /** Returns an expression for a character and all its escapes. */
  private static String character(int c) {
    String text = Character.toString(c);
    StringBuilder forms = new StringBuilder("(?:").append(Pattern.quote(text));
    forms.append("|").append(hex(text.getBytes(UTF_8), "%", ""));
    forms.append("|").append(unicodeEscapes(text));
    forms
        .append("|(?i:&#0*")
        .append(c)
        .append(";|&#x0*")
        .append(Integer.toHexString(c))
        .append(";)");
    int escape = JSON_ESCAPED.indexOf(c);
    if (escape >= 0) {
      forms.append("|\\\\").append(Pattern.quote(JSON_ESCAPES.substring(escape, escape + 1)));
    }
    switch (c) {
      case ' ' -> forms.append("|\\+");
      case '&' -> forms.append("|&amp;");
      case '<' -> forms.append("|&lt;");
      case '>' -> forms.append("|&gt;");
      case '"' -> forms.append("|&quot;");
      case '\'' -> forms.append("|&apos;");
      default -> {}
    }
    return forms.append(')').toString();
  }

  private static String unicodeEscapes(String text) {
    return text.chars()
        .mapToObj(unit -> String.format(Locale.ROOT, "\\\\u(?i:%04x)", unit))
        .collect(Collectors.joining());
  }

  private static String hex(byte[] bytes, String between) {
    return hex(bytes, "", between);
  }

  private static String hex(byte[] bytes, String before, String between) {
    StringBuilder digits = new StringBuilder("(?i:");
    for (int i = 0; i < bytes.length; i++) {
      digits
          .append(i == 0 ? "" : between)
          .append(before)
          .append(HexFormat.of().toHexDigits(bytes[i]));
    }
    return digits.append(')').toString();
  }

  /**
   * Returns an expression for the Base64 of bytes that follow {@code offset} other bytes. The
   * characters that the bytes share with their neighbors are unknown, so any character matches
   * there.
   */
  private static String base64(byte[] bytes, int offset) {
    byte[] shifted = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int from = offset == 0 ? 0 : offset + 1;
    int to = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
    StringBuilder form = new StringBuilder(offset == 0 ? "" : "[\\w+/-]");
    encoded.substring(Math.min(from, to), to).chars().forEach(c -> form.append(base64((char) c)));
    return form.append(to < encoded.length() ? "(?:[\\w+/-]|\\\\/|%2[BbFf])" : "")
        .append("(?:=|%3[Dd]){0,2}")
        .toString();
  }

  /** Returns an expression for a character of Base64, which may be escaped for a URL or JSON. */
  private static String base64(char c) {
    return switch (c) {
      case '+' -> "(?:[+-]|%2[Bb])";
      case '/' -> "(?:\\\\?/|_|%2[Ff])";
      default -> Character.toString(c);
    };
  }

  /** Returns whether a text holds the secret. */
  public boolean isIn(String text) {
    return !placesIn(text).isEmpty();
  }

  /** Returns the places of a text that contain the secret. */
  public BitSet placesIn(String text) {
    BitSet places = new BitSet();
    if (text.length() < leastLength) {
      return places; // Skips short texts, because the search is slow and most texts of a document
      // are short.
    }
    Matcher found = forms.matcher(text);
    if (leastLength < SHORTEST_WITHIN) {
      places.set(0, found.matches() ? text.length() : 0);
      return places;
    }
    for (int from = 0; from <= text.length() && found.find(from); from = found.start() + 1) {
      places.set(found.start(), found.end());
    }
    return places;
  }

  /** Returns a text in which other words replace each secret. */
  public static String replaced(String text, Iterable<SecretForm> secrets, String words) {
    // Finds all places first, because secrets may overlap: after replacing one, a part of the other
    // would be left.
    BitSet secret = new BitSet();
    secrets.forEach(form -> secret.or(form.placesIn(text)));
    StringBuilder cleaned = new StringBuilder();
    int from = 0;
    for (int at = secret.nextSetBit(0); at >= 0; at = secret.nextSetBit(from)) {
      cleaned.append(text, from, at).append(words);
      from = secret.nextClearBit(at);
    }
    return cleaned.append(text, from, text.length()).toString();
  }

  /** Returns the same words for every secret. */
  @Override
  public String toString() {
    return "SecretForm[hidden]";
  }
}
