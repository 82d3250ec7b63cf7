package io.github.rossumext.testkit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.FieldDefinition;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts and numbers of one document without what they say. Length and punctuation stay, and equal
 * texts stay equal. A number stays a number of its format, and a date a date.
 */
final class MaskedText {
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?");
  private static final int DATE = "2000-01-01".length();
  private static final int LARGEST_SCALE = 100;

  /** The ends of file names that tell a kind of file and nothing else. */
  private static final Set<String> EXTENSIONS =
      Set.of(
          "bmp", "csv", "doc", "docx", "eml", "gif", "heic", "htm", "html", "jpeg", "jpg", "json",
          "msg", "odt", "pdf", "png", "rtf", "tif", "tiff", "txt", "webp", "xls", "xlsx", "xml",
          "zip");

  private MaskedText() {}

  /** Returns the masked text, whatever it says. */
  static String of(String text) {
    if (text.equals("None")) {
      return text; // It stands for null in old samples.
    }
    if (isBoolean(text)) {
      return "False";
    }
    if (MOMENT.matcher(text).matches() && isDate(text.substring(0, DATE))) {
      return "2000-01-01" + text.substring(DATE).replaceAll("\\d", "0");
    }
    return FieldDefinition.plainNumber(text).isPresent() ? digits(text) : letters(text);
  }

  static boolean isDate(String text) {
    return FieldDefinition.isoDate(text).isPresent();
  }

  // Enums match their options in any case.
  private static boolean isBoolean(String text) {
    return text.equalsIgnoreCase("True") || text.equalsIgnoreCase("False");
  }

  private static String digits(String text) {
    return text.replaceAll("\\d", "0");
  }

  private static String letters(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    text.codePoints().map(MaskedText::character).forEach(masked::appendCodePoint);
    return masked.toString();
  }

  private static int character(int c) {
    if (Character.isDigit(c)) {
      return '0';
    }
    return isPunctuation(c) ? c : 'x';
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> c < ' ' ? Character.isWhitespace(c) : c < 128 && !Character.isLetter(c);
    };
  }

  /**
   * Returns a text of a field that holds a date, as a date in the same format: {@code 2026-03-31}
   * and {@code 31.3.2026} become 1 January 2000.
   */
  static String ofDate(String text, String isoDate) {
    boolean isYearFirst = text.strip().equals(isoDate.replace("-", ""));
    String dated =
        DIGITS.matcher(text).replaceAll(run -> runOfDate(run.group().length(), isYearFirst));
    StringBuilder masked = new StringBuilder();
    dated
        .codePoints()
        .map(c -> Character.isDigit(c) ? c : character(c))
        .forEach(masked::appendCodePoint);
    return masked.toString();
  }

  private static String runOfDate(int length, boolean isYearFirst) {
    if (length <= 2) {
      return length == 1 ? "1" : "01";
    }
    if (length <= 4) {
      return length == 4 ? "2000" : "000";
    }
    if (length > 8) {
      return "0".repeat(length);
    }
    // Day, month and year without anything between them.
    String dayAndMonth = "0101".substring(8 - length);
    return isYearFirst ? "2000" + dayAndMonth : dayAndMonth + "2000";
  }

  /** Returns the date of an e-mail as another one. */
  static String ofMailDate(String text) {
    try {
      DateTimeFormatter.RFC_1123_DATE_TIME.parse(text);
      return "Sat, 1 Jan 2000 00:00:00 GMT";
    } catch (DateTimeException e) {
      return of(text);
    }
  }

  /** Returns the name of a file of the same kind. */
  static String ofFile(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
        ? of(name.substring(0, dot)) + name.substring(dot)
        : of(name);
  }

  /** Returns a text or number that a field shows or offers, as text. */
  static JsonNode ofScalar(JsonNode value) {
    return value.isNumber() || value.isTextual() ? TextNode.valueOf(of(value.asText())) : value;
  }

  /** Returns zero, with as many decimals. */
  static JsonNode ofNumber(JsonNode number) {
    if (number.isIntegralNumber()) {
      return Json.of(0);
    }
    int scale = number.decimalValue().scale();
    return Json.of(BigDecimal.ZERO.setScale(scale < 0 || scale > LARGEST_SCALE ? 0 : scale));
  }
}
