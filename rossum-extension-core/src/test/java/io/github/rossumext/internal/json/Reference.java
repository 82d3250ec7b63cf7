package io.github.rossumext.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.value.ResourceUrl;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a value of a {@link ReferenceTree} means by the protocol, written down without any thought
 * of speed.
 */
public final class Reference {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private Reference() {}

  /** A scalar as it is written; empty for null, an object, a list or nothing. */
  public static Optional<String> scalar(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }

  /** A scalar, where the word {@code None} stands for null. */
  public static Optional<String> text(JsonNode value) {
    return scalar(value).filter(text -> !text.equals("None"));
  }

  /** A number that need not be one. */
  public static Optional<BigDecimal> number(JsonNode value) {
    return scalar(value)
        .map(String::strip)
        .filter(text -> text.length() <= 1_000 && NUMBER.matcher(text).matches())
        .flatMap(Reference::limited);
  }

  /** At most 1 000 digits when it is written out; any zero that has more is a plain one. */
  private static Optional<BigDecimal> limited(String text) {
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      return Optional.empty(); // its exponent does not fit into 32 bits
    }
    if (number.signum() == 0) {
      return Optional.of(Math.abs((long) number.scale()) < 1_000 ? number : BigDecimal.ZERO);
    }
    return Math.abs((long) number.scale()) <= 2_000
            && number.toPlainString().replaceAll("[^0-9]", "").length() <= 1_000
        ? Optional.of(number)
        : Optional.empty();
  }

  /** A whole number of 64 bits. */
  public static OptionalLong wholeNumber(JsonNode value) {
    try {
      return number(value).stream().mapToLong(BigDecimal::longValueExact).findFirst();
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  /** An id. */
  public static OptionalLong id(JsonNode value) {
    return scalar(value).filter(text -> text.matches("0|-?[1-9][0-9]*")).stream()
        .map(BigDecimal::new)
        .filter(number -> number.toBigInteger().bitLength() <= 63)
        .mapToLong(BigDecimal::longValueExact)
        .findFirst();
  }

  /** A whole number of 32 bits. */
  public static OptionalInt smallNumber(JsonNode value) {
    return wholeNumber(value).stream()
        .filter(number -> number == (int) number)
        .mapToInt(number -> (int) number)
        .findFirst();
  }

  /** A point in time. */
  public static Optional<Instant> instant(JsonNode value) {
    try {
      return scalar(value).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A URL. */
  public static Optional<ResourceUrl> url(JsonNode value) {
    return text(value).filter(text -> !text.isEmpty()).map(ResourceUrl::new);
  }

  /** The elements of a list; none for anything else. */
  public static Stream<JsonNode> elements(JsonNode list) {
    return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
  }
}
