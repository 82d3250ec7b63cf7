package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.internal.check.ChangeCheck;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.testkit.internal.document.FieldDefinition;
import io.github.rossumext.testkit.internal.document.FieldText;
import io.github.rossumext.testkit.internal.document.Refused;
import io.github.rossumext.value.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A generator of texts for the fields of a schema. Most texts fit the type and the constraints of
 * the field, some do not. Immutable.
 */
final class TextGeneration {
  private static final int MAX_LENGTH = ChangeCheck.MAX_VALUE_LENGTH;
  private static final int TRIES = 50;

  /** The tries for a string, whose pattern and lengths a text rarely meets together. */
  private static final int MANY_TRIES = 500;

  private final Map<String, FieldDefinition> definitions = new HashMap<>();
  private final Map<String, PatternTexts> patterns = new HashMap<>();

  TextGeneration(Places places) {
    for (SchemaDatapoint field : places.all()) {
      definitions.put(field.id(), FieldDefinition.of(field));
      field
          .regexp()
          .flatMap(PatternTexts::of)
          .ifPresent(pattern -> patterns.put(field.id(), pattern));
    }
  }

  /** Returns a text that the field can hold, whether or not it meets the constraints. */
  String text(SchemaDatapoint field, Random random) {
    return Stream.generate(() -> raw(field, random))
        .limit(TRIES)
        .filter(text -> read(field, text).isPresent())
        .findFirst()
        .orElse("");
  }

  /** Returns a text that meets all constraints of the field; {@code ""} if none was found. */
  String sound(SchemaDatapoint field, Random random) {
    return Stream.generate(() -> raw(field, random))
        .limit(field.type().equals(DatapointType.STRING) ? MANY_TRIES : TRIES)
        .filter(text -> isSound(field, text))
        .findFirst()
        .orElse("");
  }

  /**
   * Returns a text that the field can hold and that breaks a constraint; empty if none was found.
   */
  Optional<String> unsound(SchemaDatapoint field, Random random) {
    return Stream.generate(() -> raw(field, random))
        .limit(TRIES)
        .filter(text -> read(field, text).isPresent() && !isSound(field, text))
        .findFirst();
  }

  /** Returns whether Rossum's own checks find nothing wrong with a field that holds this text. */
  boolean isSound(SchemaDatapoint field, String text) {
    Optional<List<Option>> options =
        Places.getsOptions(field) || field.options().isEmpty()
            ? Optional.empty()
            : Optional.of(field.options());
    return read(field, text)
        .filter(read -> definition(field).problem(read, options).isEmpty())
        .isPresent();
  }

  private FieldDefinition definition(SchemaDatapoint field) {
    return Objects.requireNonNull(definitions.get(field.id()), field.id());
  }

  /** Returns what the field makes of the text; empty if it cannot hold it. */
  private Optional<FieldText> read(SchemaDatapoint field, String text) {
    try {
      return Optional.of(definition(field).read(text));
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  private String raw(SchemaDatapoint field, Random random) {
    DatapointType type = field.type();
    if (type.equals(DatapointType.BOOLEAN)) {
      return any(SampleTexts.BOOLEANS, random);
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
    return any(SampleTexts.NASTY, random);
  }

  // Any character that JSON can hold, which excludes half of a surrogate pair.
  private static int codePoint(Random random) {
    int c = random.nextBoolean() ? random.nextInt(0x3000) : random.nextInt(0x20000);
    return c >= 0xd800 && c < 0xe000 ? 'x' : c;
  }

  private static String number(Random random) {
    int chance = random.nextInt(10);
    if (chance < 3) {
      return any(SampleTexts.NUMBERS, random);
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
      return any(SampleTexts.DATES, random);
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
    if (options.isEmpty() || Places.getsOptions(field) || random.nextInt(12) == 0) {
      return any(SampleTexts.WORDS, random);
    }
    String value = any(options, random).value();
    return random.nextInt(12) == 0 ? value.toUpperCase(Locale.ROOT) : value;
  }

  private String string(SchemaDatapoint field, Random random) {
    boolean isViolated = random.nextInt(6) == 0;
    PatternTexts pattern = isViolated ? null : patterns.get(field.id());
    Optional<String> match = pattern == null ? Optional.empty() : pattern.next(random);
    if (match.isPresent()) {
      return match.get();
    }
    String text = any(SampleTexts.WORDS, random);
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
