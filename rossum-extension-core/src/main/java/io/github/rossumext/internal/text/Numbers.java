package io.github.rossumext.internal.text;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers and ids, as Rossum writes them. */
public final class Numbers {
  /** Characters of one number; longer ones cost quadratic time to convert. */
  public static final int MAX_LENGTH = 1_000;

  private Numbers() {}

  /**
   * Returns a plain decimal, with an optional exponent; null for anything else, and for a number
   * beyond the {@linkplain #limited limit}.
   */
  public static @Nullable BigDecimal number(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > MAX_LENGTH) {
      return null;
    }
    for (int i = 0; i < stripped.length(); i++) {
      // BigDecimal takes the digits of every script.
      char c = stripped.charAt(i);
      if ((c < '0' || c > '9') && ".+-eE".indexOf(c) < 0) {
        return null;
      }
    }
    try {
      return limited(new BigDecimal(stripped));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Returns a number that has at most {@value #MAX_LENGTH} digits when it is written out; null if
   * it has more. The limit keeps {@code 1E999999999} from becoming a gigabyte of digits. A zero
   * beyond the limit is a plain zero: its exponent changes nothing.
   */
  public static @Nullable BigDecimal limited(BigDecimal number) {
    long scale = number.scale();
    long digits = Math.max(number.precision(), 1 + scale) + Math.max(0, -scale);
    if (digits <= MAX_LENGTH) {
      return number;
    }
    return number.signum() == 0 ? BigDecimal.ZERO : null;
  }

  /** Returns the {@linkplain #number numbers} among these texts that a {@code double} can hold. */
  public static double[] doubles(Stream<String> texts) {
    return texts
        .flatMap(text -> Stream.ofNullable(number(text)))
        .mapToDouble(BigDecimal::doubleValue)
        .filter(Double::isFinite)
        .toArray();
  }

  /**
   * Returns an id: a whole number in plain ASCII digits, as Rossum writes it. Empty for anything
   * else, such as {@code +5}, {@code 05} or the digits of another script, so that an id has one
   * spelling.
   */
  public static OptionalLong id(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return OptionalLong.of(wholeNumber(bytes, 0, bytes.length));
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Returns the whole number that these bytes are, in the spelling of an {@linkplain #id id}.
   *
   * @throws ArithmeticException if they are anything else, or it has more than 64 bits
   */
  public static long wholeNumber(byte[] text, int from, int to) {
    boolean isNegative = from < to && text[from] == '-';
    int at = isNegative ? from + 1 : from;
    if (at == to || (text[at] == '0' && to - from > 1)) {
      throw new ArithmeticException("no digits, or a zero before them");
    }
    // Below zero, because there is one number more there.
    long negated = 0;
    while (at < to) {
      int digit = text[at++] - '0';
      if (digit < 0 || digit > 9) {
        throw new ArithmeticException("not a digit");
      }
      negated = Math.subtractExact(Math.multiplyExact(negated, 10), digit);
    }
    return isNegative ? negated : Math.negateExact(negated);
  }
}
