package io.github.rossumext.testkit.simulator;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number formats of a schema (protocol §7), such as {@code # ##0.#}. They set the separators
 * only: the decimals of a number stay as they were written.
 */
final class NumberFormats {
  static final String DEFAULT = "# ##0.#";

  private static final Pattern FORMAT = Pattern.compile("#(.)##0(?:(.)#)?");
  private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+)(?:\\.(\\d+))?");

  private NumberFormats() {}

  /** Whether it is one of Rossum's; the empty one leaves numbers as they are. */
  static boolean isKnown(String format) {
    return format.isEmpty() || FORMAT.matcher(format).matches();
  }

  /** A plain decimal without a plus, as {@code normalized_value} has it; empty if it is none. */
  static Optional<String> plain(String text) {
    return PLAIN.matcher(text).matches()
        ? Optional.of(text.startsWith("+") ? text.substring(1) : text)
        : Optional.empty();
  }

  /**
   * A plain decimal as it is displayed; empty if the format has no decimals and the number has.
   * What Rossum does then is not known, so it is refused.
   */
  static Optional<String> display(String plain, String format) {
    Matcher separators = FORMAT.matcher(format);
    Matcher number = PLAIN.matcher(plain);
    if (!separators.matches() || !number.matches()) {
      return Optional.of(plain);
    }
    String decimals = number.group(2);
    if (decimals != null && separators.group(2) == null) {
      return Optional.empty();
    }
    return Optional.of(
        (plain.startsWith("-") ? "-" : "")
            + grouped(number.group(1), separators.group(1))
            + (decimals == null ? "" : separators.group(2) + decimals));
  }

  private static String grouped(String digits, String separator) {
    StringBuilder grouped = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      grouped.insert(at, separator);
    }
    return grouped.toString();
  }

  /** The plain decimal of a displayed number, with or without groups; empty if it is none. */
  static Optional<String> parse(String displayed, String format) {
    Matcher separators = FORMAT.matcher(format);
    if (!separators.matches()) {
      return plain(displayed);
    }
    String group = Pattern.quote(separators.group(1));
    String point = separators.group(2) == null ? "" : Pattern.quote(separators.group(2));
    String decimals = point.isEmpty() ? "" : "(?:" + point + "\\d+)?";
    String number = "[+-]?(?:\\d{1,3}(?:" + group + "\\d{3})+|\\d+)" + decimals;
    if (!displayed.matches(number)) {
      return Optional.empty();
    }
    String withoutGroups = displayed.replace(separators.group(1), "");
    return plain(
        separators.group(2) == null
            ? withoutGroups
            : withoutGroups.replace(separators.group(2), "."));
  }
}
