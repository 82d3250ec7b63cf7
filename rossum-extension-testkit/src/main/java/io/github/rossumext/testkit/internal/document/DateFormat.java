package io.github.rossumext.testkit.internal.document;

import io.github.rossumext.internal.check.ValueType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The date formats of a schema: D or DD, M or MM, and YYYY, once each, with anything but letters
 * between them. Where the protocol does not say what Rossum does:
 *
 * <ul>
 *   <li>DD and MM also read one digit, as in {@code 7.11.2025}. Users type what the page shows, and
 *       the separators leave no doubt. Next to another number, as in {@code YYYYMMDD}, they need
 *       two. Both display two.
 *   <li>A format with other letters, such as {@code YY-MM-DD}, or with D or M next to another
 *       number, such as {@code DMYYYY}, displays machine format, and the simulator reports it.
 *   <li>No-break and thin spaces count as spaces.
 * </ul>
 */
final class DateFormat implements FieldFormat {
  private static final String DEFAULT = "YYYY-MM-DD";
  private static final Pattern TOKEN = Pattern.compile("YYYY|MM|M|DD|D");

  /** A number of one or two digits next to another one: nobody knows where it ends. */
  private static final Pattern OPEN_WIDTH =
      Pattern.compile("(?<!D)D(?=M|YYYY)|(?<!M)M(?=D|YYYY)|(DD|MM|YYYY)(D(?!D)|M(?!M))");

  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern SPACES = Pattern.compile("[\\u00a0\\u2007\\u2009\\u202f]");

  /** Displays machine format, because no schema says how dates are displayed. */
  static final FieldFormat MACHINE = new DateFormat("");

  // Every document has the same few formats.
  private static final Map<String, FieldFormat> FORMATS = new ConcurrentHashMap<>();

  private final String format;
  private final boolean isKnown;
  private final Pattern shown;

  private DateFormat(String format) {
    this.format = format;
    this.isKnown = isKnown(format);
    this.shown = isKnown ? pattern(format) : ISO;
  }

  static FieldFormat of(@Nullable String format) {
    return FORMATS.computeIfAbsent(
        format == null || format.isEmpty() ? DEFAULT : format, DateFormat::new);
  }

  @Override
  public boolean isKnown() {
    return isKnown;
  }

  private static boolean isKnown(String format) {
    String tokens =
        TOKEN
            .matcher(format)
            .results()
            .map(token -> token.group().substring(0, 1))
            .sorted()
            .collect(Collectors.joining());
    String between = TOKEN.matcher(format).replaceAll("");
    return tokens.equals("DMY")
        && between.codePoints().noneMatch(Character::isLetter)
        && !OPEN_WIDTH.matcher(format).find();
  }

  private static Pattern pattern(String format) {
    StringBuilder pattern = new StringBuilder();
    Matcher tokens = TOKEN.matcher(format);
    int from = 0;
    while (tokens.find()) {
      pattern.append(between(format.substring(from, tokens.start())));
      boolean isTouched =
          (tokens.start() > 0 && tokens.start() == from)
              || TOKEN.matcher(format).region(tokens.end(), format.length()).lookingAt();
      String token = tokens.group();
      String digits = token.equals("YYYY") ? "\\d{4}" : isTouched ? "\\d{2}" : "\\d{1,2}";
      pattern.append("(?<").append(token.charAt(0)).append('>').append(digits).append(')');
      from = tokens.end();
    }
    return Pattern.compile(pattern + between(format.substring(from)));
  }

  /** Returns an expression for the text between the numbers. All kinds of spaces are equal. */
  private static String between(String text) {
    return Pattern.quote(SPACES.matcher(text).replaceAll(" "));
  }

  @Override
  public FieldText read(String text) {
    String typed = SPACES.matcher(text).replaceAll(" ").strip();
    return shown(typed)
        .or(() -> iso(typed))
        .map(this::displayed)
        .orElseGet(() -> FieldText.of(text));
  }

  private Optional<LocalDate> shown(String text) {
    Matcher date = shown.matcher(text);
    if (!isKnown || !date.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(part(date, "Y"), part(date, "M"), part(date, "D")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int part(Matcher date, String token) {
    return Integer.parseInt(date.group(token));
  }

  @Override
  public FieldText write(String machineText) {
    return iso(machineText).map(this::displayed).orElseGet(() -> FieldText.of(machineText));
  }

  private FieldText displayed(LocalDate date) {
    String iso = date.toString();
    return new FieldText(
        isKnown ? TOKEN.matcher(format).replaceAll(token -> part(date, token.group())) : iso, iso);
  }

  private static String part(LocalDate date, String token) {
    int number =
        switch (token.charAt(0)) {
          case 'Y' -> date.getYear();
          case 'M' -> date.getMonthValue();
          default -> date.getDayOfMonth();
        };
    return String.format(Locale.ROOT, "%0" + token.length() + "d", number);
  }

  // Old requests have dates without a normalized value: then the displayed text must be one.
  @Override
  public boolean isReadable(FieldText text) {
    return iso(text.normalized() == null ? text.displayed() : text.normalized()).isPresent();
  }

  /** Returns the date of a machine text; empty if it is not an ISO date. */
  static Optional<LocalDate> iso(String text) {
    return Optional.ofNullable(ValueType.date(text));
  }
}
