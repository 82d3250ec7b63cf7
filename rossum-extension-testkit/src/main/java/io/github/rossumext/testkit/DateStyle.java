package io.github.rossumext.testkit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How dates are displayed: by the format of a schema, such as {@code D. M. YYYY} (protocol §7). */
final class DateStyle {
  private static final Pattern TOKEN = Pattern.compile("YYYY|MM|M|DD|D");

  private final String format;
  private final List<String> tokens = new ArrayList<>();
  private final Pattern shown;

  private DateStyle(String format) {
    this.format = format;
    StringBuilder regex = new StringBuilder();
    Matcher token = TOKEN.matcher(format);
    int from = 0;
    while (token.find()) {
      regex.append(Pattern.quote(format.substring(from, token.start())));
      regex.append(token.group().equals("YYYY") ? "(\\d{4})" : "(\\d{1,2})");
      tokens.add(token.group().substring(0, 1));
      from = token.end();
    }
    this.shown = Pattern.compile(regex + Pattern.quote(format.substring(from)));
  }

  static DateStyle of(Optional<String> format) {
    return new DateStyle(format.orElse("YYYY-MM-DD"));
  }

  /** The date that this text shows, or is in ISO format; empty if it is none. */
  Optional<LocalDate> parse(String text) {
    Matcher matcher = shown.matcher(text.strip());
    if (!matcher.matches()) {
      return iso(text);
    }
    int year = 0;
    int month = 1;
    int day = 1;
    for (int i = 0; i < tokens.size(); i++) {
      int number = Integer.parseInt(matcher.group(i + 1));
      switch (tokens.get(i)) {
        case "Y" -> year = number;
        case "M" -> month = number;
        default -> day = number;
      }
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return iso(text);
    }
  }

  String show(LocalDate date) {
    return TOKEN
        .matcher(format)
        .replaceAll(
            token ->
                switch (token.group()) {
                  case "YYYY" -> String.format(Locale.ROOT, "%04d", date.getYear());
                  case "MM" -> String.format(Locale.ROOT, "%02d", date.getMonthValue());
                  case "M" -> Integer.toString(date.getMonthValue());
                  case "DD" -> String.format(Locale.ROOT, "%02d", date.getDayOfMonth());
                  default -> Integer.toString(date.getDayOfMonth());
                });
  }

  static Optional<LocalDate> iso(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
