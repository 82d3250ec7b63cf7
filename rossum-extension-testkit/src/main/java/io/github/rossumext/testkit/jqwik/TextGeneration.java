package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.internal.check.ChangeCheck;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.value.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** A generator of texts for a field. Most texts fit its type and constraints, some do not. */
final class TextGeneration {
  private static final int MAX_LENGTH = ChangeCheck.MAX_VALUE_LENGTH;

  private static final List<String> WORDS =
      List.of(
          "Papier",
          "Nordlicht GmbH",
          "450017",
          "A-1",
          "Tinte & Toner",
          "Škoda",
          "AB12",
          "DE811907980",
          "Freight",
          "box",
          "12",
          "x",
          "Line 1, Line 2",
          "o'Neill",
          "INV/2025-09");

  private static final List<String> NASTY =
      List.of(
          " ",
          "\u00a0",
          " x ",
          "\t",
          "a\nb",
          "0",
          "-",
          "null",
          "None",
          "NaN",
          "true",
          "{}",
          "[]",
          "\"",
          "\\",
          "%s%n",
          "${x}",
          "'; DROP TABLE x; --",
          "<b>bold</b>",
          "<script>alert(1)</script>",
          "&amp;",
          "</p>",
          "\u05e9\u05dc\u05d5\u05dd",
          "\u0645\u0631\u062d\u0628\u0627 123",
          "\u202eabc",
          "e\u0301",
          "\u0130I\u0131i",
          "stra\u00dfe",
          "\ufb01",
          "\ud83d\udc69\u200d\ud83d\udc67",
          "\ud83d\ude00",
          "\u65e5\u672c",
          "\u200b",
          "\ufeffx",
          "\u0001");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "0.00",
          "-0",
          "1",
          "-1",
          "+5",
          "0.1",
          "007",
          "0.0001",
          "1.005",
          "100",
          "99999999",
          "12345678901234567890",
          "-1234567.89",
          "1,234.50",
          "1 234,50",
          "1.234,50",
          "1'234.50",
          "1\u00a0234.5",
          "1234,5",
          ".5",
          "5.",
          "1e5",
          "(12.50)",
          "12 EUR",
          "19 %",
          "\u00bd",
          "\u0661\u0662\u0663",
          "--1",
          "1.2.3",
          "twelve",
          "Infinity");

  private static final List<String> DATES =
      List.of(
          "2025-11-03",
          "2024-02-29",
          "2025-02-29",
          "2025-02-30",
          "1900-01-01",
          "9999-12-31",
          "0001-01-01",
          "2025-12-31",
          "3. 11. 2025",
          "3.11.2025",
          "11/03/2025",
          "03/11/2025",
          "3/11/25",
          "20251103",
          "2025-11",
          "0000-00-00",
          "3 Nov 2025",
          "2025-11-03T10:00:00Z",
          "today");

  // No other text: a document can hold none in a boolean field.
  private static final List<String> BOOLEANS = List.of("", "True", "False");

  private TextGeneration() {}

  static String text(SchemaDatapoint field, Random random) {
    DatapointType type = field.type();
    if (type.equals(DatapointType.BOOLEAN)) {
      return any(BOOLEANS, random);
    }
    int chance = random.nextInt(100);
    if (chance < 8) {
      return "";
    }
    if (chance < 16) {
      return nasty(random);
    }
    if (type.equals(DatapointType.NUMBER)) {
      return number(random);
    } else if (type.equals(DatapointType.DATE)) {
      return date(random);
    } else if (type.equals(DatapointType.ENUM)) {
      return choice(field, random);
    }
    return string(field, random);
  }

  private static String nasty(Random random) {
    int chance = random.nextInt(8);
    if (chance == 0) {
      return "x".repeat(MAX_LENGTH);
    } else if (chance == 1) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.appendCodePoint(codePoint(random));
      }
      return text.toString();
    }
    return any(NASTY, random);
  }

  // Any character that JSON can hold, which excludes half of a surrogate pair.
  private static int codePoint(Random random) {
    int c = random.nextBoolean() ? random.nextInt(0x3000) : random.nextInt(0x20000);
    return c >= 0xd800 && c < 0xe000 ? 'x' : c;
  }

  private static String number(Random random) {
    int chance = random.nextInt(10);
    if (chance < 3) {
      return any(NUMBERS, random);
    } else if (chance < 6) {
      return String.valueOf(random.nextInt(1000));
    }
    BigInteger unscaled = new BigInteger(1 + random.nextInt(30), random);
    BigDecimal number = new BigDecimal(unscaled, random.nextInt(5) == 0 ? 4 : 2);
    return (random.nextInt(6) == 0 ? number.negate() : number).toPlainString();
  }

  private static String date(Random random) {
    int chance = random.nextInt(10);
    if (chance < 3) {
      return any(DATES, random);
    }
    LocalDate date = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000));
    return chance < 9
        ? date.toString()
        : String.format(
            Locale.ROOT,
            "%d. %d. %04d",
            date.getDayOfMonth(),
            date.getMonthValue(),
            date.getYear());
  }

  private static String choice(SchemaDatapoint field, Random random) {
    List<Option> options = field.options();
    if (options.isEmpty() || random.nextInt(12) == 0) {
      return any(WORDS, random);
    }
    String value = any(options, random).value();
    return random.nextInt(12) == 0 ? value.toUpperCase(Locale.ROOT) : value;
  }

  private static String string(SchemaDatapoint field, Random random) {
    boolean isViolated = random.nextInt(6) == 0;
    Optional<String> pattern = isViolated ? Optional.empty() : field.regexp();
    if (pattern.isPresent()) {
      Optional<String> match = PatternTexts.matching(pattern.get(), random);
      if (match.isPresent()) {
        return match.get();
      }
    }
    String text = any(WORDS, random);
    int exact = field.exactLength().orElse(-1);
    int least = exact >= 0 ? exact : field.minLength().orElse(0);
    int most = exact >= 0 ? exact : field.maxLength().orElse(MAX_LENGTH);
    if (isViolated && most < MAX_LENGTH && random.nextBoolean()) {
      return fitted(text, most + 1, MAX_LENGTH);
    }
    if (isViolated && least > 0) {
      return fitted(text, 0, least - 1);
    }
    return fitted(text, least, most);
  }

  /** Returns the text, cut or filled to a length in this range. */
  private static String fitted(String text, int least, int most) {
    String cut = Storable.start(text, Math.max(0, most));
    int missing = Math.min(least, MAX_LENGTH) - Storable.length(cut);
    return missing > 0 ? cut + "0".repeat(missing) : cut;
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
