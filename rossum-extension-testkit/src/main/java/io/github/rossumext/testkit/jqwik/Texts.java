package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.testkit.internal.document.FieldDefinition;
import io.github.rossumext.value.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The size of a field's text, and simpler texts: options in their order, numbers towards 0, dates
 * towards 2000-01-01, other texts towards {@code a}, and the empty text.
 */
final class Texts {
  private static final LocalDate SIMPLEST_DATE = LocalDate.of(2000, 1, 1);

  /** The size from which texts do not fit their type. */
  private static final long OTHER = 1L << 50;

  private static final long DECIMALS = 1L << 42;
  private static final long CHARACTER = 0x110000 + 1L;
  private static final int MOST_DIGITS = 12;

  private Texts() {}

  static long size(SchemaDatapoint field, String text) {
    if (text.isEmpty()) {
      return 0;
    }
    DatapointType type = field.type();
    if (type.equals(DatapointType.NUMBER) && isPlain(text)) {
      BigDecimal number = FieldDefinition.plainNumber(text).orElseThrow();
      long whole = number.abs().setScale(0, RoundingMode.DOWN).longValue();
      return 1 + 2 * whole + (number.signum() < 0 ? 1 : 0) + decimals(text) * DECIMALS;
    }
    if (type.equals(DatapointType.DATE)) {
      Optional<LocalDate> date = FieldDefinition.isoDate(text);
      if (date.isPresent()) {
        return 1 + Math.abs(ChronoUnit.DAYS.between(SIMPLEST_DATE, date.get()));
      }
    }
    if (type.equals(DatapointType.ENUM) && optionOf(field, text) >= 0) {
      return 1L + optionOf(field, text);
    }
    long size =
        type.isOneOf(DatapointType.NUMBER, DatapointType.DATE, DatapointType.ENUM) ? OTHER : 0;
    return size + text.codePoints().mapToLong(c -> CHARACTER + Math.abs(c - 'a')).sum();
  }

  private static int optionOf(SchemaDatapoint field, String text) {
    return field.options().stream().map(Option::value).toList().indexOf(text);
  }

  /** Returns whether the text is a plain decimal, written as Java writes it, and not too long. */
  private static boolean isPlain(String text) {
    return text.length() <= MOST_DIGITS
        && text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?")
        && !text.equals("-0");
  }

  private static int decimals(String text) {
    int point = text.indexOf('.');
    return point < 0 ? 0 : text.length() - point - 1;
  }

  /** Returns simpler texts, the simplest first. */
  static Stream<String> simpler(SchemaDatapoint field, String text) {
    Set<String> simpler = new LinkedHashSet<>();
    DatapointType type = field.type();
    if (!text.isEmpty()) {
      simpler.add("");
    }
    if (type.equals(DatapointType.ENUM)) {
      field.options().forEach(option -> simpler.add(option.value()));
    } else if (type.equals(DatapointType.NUMBER)) {
      numbers(text).forEach(simpler::add);
    } else if (type.equals(DatapointType.DATE)) {
      dates(text).forEach(simpler::add);
    }
    boolean isTyped = size(field, text) < OTHER;
    if (!isTyped || type.equals(DatapointType.STRING)) {
      shorter(text).forEach(simpler::add);
    }
    long size = size(field, text);
    return simpler.stream().filter(other -> size(field, other) < size);
  }

  private static List<String> numbers(String text) {
    if (!isPlain(text)) {
      // The number that it may display, with either separator as the decimal point.
      String bare = text.replaceAll("[\\s\\u00a0']", "");
      return List.of("0", "1", bare.replace(",", ""), bare.replace(".", "").replace(',', '.'));
    }
    List<String> numbers = new ArrayList<>();
    BigDecimal number = FieldDefinition.plainNumber(text).orElseThrow();
    BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
    numbers.add("0");
    numbers.add(number.abs().toPlainString());
    numbers.add(whole.toPlainString());
    numbers.add(whole.add(BigDecimal.valueOf(number.signum())).toPlainString());
    for (int scale = 1; scale < number.scale(); scale++) {
      numbers.add(number.setScale(scale, RoundingMode.DOWN).toPlainString());
    }
    for (BigInteger step = whole.toBigInteger();
        step.signum() != 0;
        step = step.divide(BigInteger.TWO)) {
      numbers.add(number.subtract(new BigDecimal(step)).toPlainString());
    }
    return numbers;
  }

  private static List<String> dates(String text) {
    List<String> dates = new ArrayList<>(List.of(SIMPLEST_DATE.toString()));
    FieldDefinition.isoDate(text)
        .ifPresent(
            date -> {
              for (long days = ChronoUnit.DAYS.between(SIMPLEST_DATE, date); days != 0; days /= 2) {
                dates.add(date.minusDays(days).toString());
              }
            });
    return dates;
  }

  private static List<String> shorter(String text) {
    List<Integer> all = text.codePoints().boxed().toList();
    List<String> shorter = new ArrayList<>();
    shorter.add("a");
    Lists.shorter(all).map(Texts::text).forEach(shorter::add);
    shorter.add("a".repeat(text.length()));
    Lists.withOneChanged(all, c -> Stream.of((int) 'a')).map(Texts::text).forEach(shorter::add);
    return shorter;
  }

  private static String text(List<Integer> codePoints) {
    StringBuilder text = new StringBuilder();
    codePoints.forEach(text::appendCodePoint);
    return text.toString();
  }
}
