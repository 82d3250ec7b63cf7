package io.github.rossumext.testkit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How numbers are displayed: by the format of a schema, such as {@code #,##0.#}, which sets the
 * separators only (protocol §7).
 */
record NumberStyle(char group, char point) {
  private static final String DEFAULT = "# ##0.#";
  private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+(\\.\\d+)?");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]");

  static NumberStyle of(Optional<String> format) {
    String known = format.filter(text -> text.matches("#[ ,.']##0([.,]#*)?")).orElse(DEFAULT);
    char group = known.charAt(1);
    int zero = known.indexOf('0');
    char point = zero + 1 < known.length() ? known.charAt(zero + 1) : group == '.' ? ',' : '.';
    return new NumberStyle(group, point);
  }

  /** The number that this text shows, or is; empty if it is none. */
  Optional<BigDecimal> parse(String text) {
    String shown = SPACES.matcher(text.strip()).replaceAll(" ");
    String g = Pattern.quote(String.valueOf(group));
    String fraction = "(" + Pattern.quote(String.valueOf(point)) + "\\d+)?";
    if (shown.matches("[-+]?(\\d{1,3}(" + g + "\\d{3})+|\\d+)" + fraction)) {
      String digits = shown.replace(String.valueOf(group), "").replace(point, '.');
      return Optional.of(new BigDecimal(digits));
    }
    return plain(shown);
  }

  String show(BigDecimal number) {
    String plain = number.abs().toPlainString();
    int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder shown = new StringBuilder(plain.substring(0, end));
    for (int i = end - 3; i > 0; i -= 3) {
      shown.insert(i, group);
    }
    if (end < plain.length()) {
      shown.append(point).append(plain, end + 1, plain.length());
    }
    return (number.signum() < 0 ? "-" : "") + shown;
  }

  static Optional<BigDecimal> plain(String text) {
    return PLAIN.matcher(text.strip()).matches()
        ? Optional.of(new BigDecimal(text.strip()))
        : Optional.empty();
  }

  /**
   * The number that a text shows in a format that is not known: of two separators the last is the
   * point; one comma is it unless three digits follow.
   */
  static Optional<BigDecimal> guess(String text) {
    String bare = SPACES.matcher(text.strip()).replaceAll("").replace("'", "");
    int comma = bare.lastIndexOf(',');
    int point = bare.lastIndexOf('.');
    boolean commaIsPoint =
        comma >= 0
            && (point >= 0
                ? comma > point
                : bare.indexOf(',') == comma && bare.length() - comma != 4);
    String plain = commaIsPoint ? bare.replace(".", "").replace(',', '.') : bare.replace(",", "");
    return plain(plain.toLowerCase(Locale.ROOT));
  }
}
