package io.github.rossumext.testkit.simulator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The date formats of a schema (protocol §7), made of D, DD, M, MM and YYYY with anything between
 * them.
 */
final class DateFormats {
  static final String DEFAULT = "YYYY-MM-DD";

  private static final Pattern TOKEN = Pattern.compile("YYYY|MM|M|DD|D");
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private DateFormats() {}

  /** Whether it shows a day, a month and a year once each, and no letters beside them. */
  static boolean isKnown(String format) {
    String tokens =
        TOKEN
            .matcher(format)
            .results()
            .map(token -> token.group().substring(0, 1))
            .sorted()
            .collect(Collectors.joining());
    String rest = TOKEN.matcher(format).replaceAll("");
    return format.isEmpty()
        || (tokens.equals("DMY") && rest.chars().noneMatch(Character::isLetter));
  }

  /** The day of a machine text; empty if it is no ISO date. */
  static Optional<LocalDate> iso(String text) {
    if (!ISO.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static String display(LocalDate date, String format) {
    if (format.isEmpty()) {
      return date.toString();
    }
    Matcher tokens = TOKEN.matcher(format);
    return tokens.replaceAll(token -> part(date, token.group()));
  }

  private static String part(LocalDate date, String token) {
    return switch (token) {
      case "YYYY" -> String.format(Locale.ROOT, "%04d", date.getYear());
      case "MM" -> String.format(Locale.ROOT, "%02d", date.getMonthValue());
      case "M" -> String.valueOf(date.getMonthValue());
      case "DD" -> String.format(Locale.ROOT, "%02d", date.getDayOfMonth());
      default -> String.valueOf(date.getDayOfMonth());
    };
  }

  /** The day of a displayed text; empty if it is none in this format. */
  static Optional<LocalDate> parse(String displayed, String format) {
    if (!isKnown(format) || format.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder pattern = new StringBuilder();
    Matcher tokens = TOKEN.matcher(format);
    int from = 0;
    while (tokens.find()) {
      pattern.append(Pattern.quote(format.substring(from, tokens.start())));
      pattern.append(group(tokens.group()));
      from = tokens.end();
    }
    pattern.append(Pattern.quote(format.substring(from)));
    Matcher date = Pattern.compile(pattern.toString()).matcher(displayed);
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(date.group("year")),
              Integer.parseInt(date.group("month")),
              Integer.parseInt(date.group("day"))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String group(String token) {
    return switch (token) {
      case "YYYY" -> "(?<year>\\d{4})";
      case "MM" -> "(?<month>\\d{2})";
      case "M" -> "(?<month>\\d{1,2})";
      case "DD" -> "(?<day>\\d{2})";
      default -> "(?<day>\\d{1,2})";
    };
  }
}
