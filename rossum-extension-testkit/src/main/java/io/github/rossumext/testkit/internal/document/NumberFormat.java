package io.github.rossumext.testkit.internal.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number formats of a schema, such as {@code # ##0.#}. A format sets the separators only: the
 * decimals of a number stay as they were written. Where the protocol does not say what Rossum does:
 *
 * <ul>
 *   <li>A format without decimals refuses a number with decimals.
 *   <li>A format that is not among Rossum's displays machine format, and the simulator reports it.
 *   <li>No-break and thin spaces count as spaces, because users paste what a page or a spreadsheet
 *       shows.
 * </ul>
 */
final class NumberFormat implements FieldFormat {
  /** Keeps the text and guesses the number, because no schema says which separators are used. */
  static final FieldFormat GUESSED = new Guess();

  private static final String DEFAULT = "# ##0.#";
  private static final List<String> KNOWN =
      List.of(
          "# ##0,#", DEFAULT, "#,##0.#", "#'##0.#", "#.##0,#", "# ##0", "#,##0", "#'##0", "#.##0");
  private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+(\\.\\d+)?");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u2009\\u202f]");

  // Every document has the same few formats.
  private static final Map<String, FieldFormat> FORMATS = new ConcurrentHashMap<>();

  private final String format;
  private final String group;
  private final String point;
  private final Pattern shown;

  private NumberFormat(String format) {
    this.format = format;
    this.group = isKnown() ? format.substring(1, 2) : "";
    this.point = isKnown() && format.length() > DEFAULT.length() - 2 ? format.substring(5, 6) : "";
    String decimals = point.isEmpty() ? "" : "(" + Pattern.quote(point) + "\\d+)?";
    this.shown =
        Pattern.compile("[-+]?(\\d{1,3}(" + Pattern.quote(group) + "\\d{3})+|\\d+)" + decimals);
  }

  static FieldFormat of(@Nullable String format) {
    return FORMATS.computeIfAbsent(
        format == null || format.isEmpty() ? DEFAULT : format, NumberFormat::new);
  }

  @Override
  public boolean isKnown() {
    return KNOWN.contains(format);
  }

  @Override
  public FieldText read(String text) throws Refused {
    String typed = SPACES.matcher(text).replaceAll(" ").strip();
    if (!isKnown() || !shown.matcher(typed).matches()) {
      return keptOr(plain(typed), text);
    }
    String digits = typed.replace(group, "");
    return displayed(new BigDecimal(point.isEmpty() ? digits : digits.replace(point, ".")));
  }

  @Override
  public FieldText write(String machineText) throws Refused {
    return keptOr(plain(machineText), machineText);
  }

  private FieldText keptOr(Optional<BigDecimal> number, String text) throws Refused {
    return number.isPresent() ? displayed(number.get()) : FieldText.of(text);
  }

  private FieldText displayed(BigDecimal number) throws Refused {
    String plain = number.toPlainString();
    if (!isKnown()) {
      return new FieldText(plain, plain);
    }
    int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    if (end < plain.length() && point.isEmpty()) {
      throw new Refused(
          "has the format "
              + format
              + ", which has no decimals, and got '"
              + plain
              + "'. How Rossum reacts is unknown.");
    }
    StringBuilder text = new StringBuilder(plain.substring(0, end));
    for (int at = end - 3; at > (number.signum() < 0 ? 1 : 0); at -= 3) {
      text.insert(at, group);
    }
    if (end < plain.length()) {
      text.append(point).append(plain, end + 1, plain.length());
    }
    return new FieldText(text.toString(), plain);
  }

  // Old requests have numbers without a normalized value: then the displayed text must be one.
  @Override
  public boolean isReadable(FieldText text) {
    if (text.normalized() != null) {
      return plain(text.normalized()).isPresent();
    }
    try {
      return write(text.displayed()).normalized() != null;
    } catch (Refused e) {
      return false;
    }
  }

  /** Returns the number of a machine text; empty if it is not a plain decimal. */
  static Optional<BigDecimal> plain(String text) {
    return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static final class Guess implements FieldFormat {
    @Override
    public FieldText read(String text) {
      return new FieldText(text, guess(text).map(BigDecimal::toPlainString).orElse(null));
    }

    @Override
    public FieldText write(String machineText) {
      return plain(machineText)
          .map(BigDecimal::toPlainString)
          .map(plain -> new FieldText(plain, plain))
          .orElseGet(() -> FieldText.of(machineText));
    }

    @Override
    public boolean isReadable(FieldText text) {
      String normalized = text.normalized();
      return plain(normalized == null ? text.displayed() : normalized).isPresent();
    }

    // If both separators occur, the last one is the decimal point. A single comma is the decimal
    // point unless three digits follow it.
    private static Optional<BigDecimal> guess(String text) {
      String bare = SPACES.matcher(text.strip()).replaceAll("").replace("'", "");
      int comma = bare.lastIndexOf(',');
      int point = bare.lastIndexOf('.');
      boolean commaIsPoint =
          comma >= 0
              && (point >= 0
                  ? comma > point
                  : bare.indexOf(',') == comma && bare.length() - comma != 4);
      return plain(commaIsPoint ? bare.replace(".", "").replace(',', '.') : bare.replace(",", ""));
    }
  }
}
