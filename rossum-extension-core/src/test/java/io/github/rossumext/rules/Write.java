package io.github.rossumext.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.internal.json.JsonArbitraries;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A write to one field that loses nothing, and what reads back after it.
 *
 * @param target what is written to
 * @param what the method call, as text for a report
 * @param change the method call
 * @param readsBack that the field shows what was written
 */
record Write(Target target, String what, Consumer<Field> change, Consumer<Field> readsBack)
    implements Edit {
  @Override
  public void applyTo(ContentEditor content, Journal journal) {
    target
        .find(content)
        .filter(field -> !field.isNew() || ShownDocument.isSent(field))
        .ifPresent(
            field -> {
              if (!what.startsWith("defaultTo") || field.isEmpty()) {
                journal.written(field);
              }
              change.accept(field);
            });
  }

  @Override
  public String toString() {
    return target + "." + what;
  }

  static Arbitrary<Write> any() {
    return Target.any().flatMap(Write::of);
  }

  private static Arbitrary<Write> of(Target target) {
    List<Arbitrary<Write>> writes = new ArrayList<>();
    writes.add(hidden(target));
    switch (target.kind()) {
      case TEXT -> {
        writes.add(texts().map(text -> text(target, text)));
        writes.add(texts().map(text -> defaultTo(target, text)));
        writes.add(numbers().map(number -> number(target, number)));
        writes.add(days().map(day -> day(target, day)));
      }
      case NUMBER -> {
        writes.add(numbers().map(number -> number(target, number)));
        writes.add(Arbitraries.of("", "42", "42.0", " 7 ").map(text -> numberText(target, text)));
      }
      case DATE -> writes.add(days().map(day -> day(target, day)));
      case ENUM -> {
        writes.add(Arbitraries.of("", "a", "A", "b", "B").map(text -> text(target, text)));
        writes.add(options().map(options -> options(target, options)));
        writes.add(
            Arbitraries.just(
                new Write(
                    target,
                    "set(any).allowAnyValue()",
                    field -> field.set(ReferenceDocument.ANY).allowAnyValue(),
                    field -> assertThat(field.text()).isEqualTo(ReferenceDocument.ANY))));
      }
      default -> {}
    }
    if (target.kind() != RandomDocument.Kind.BUTTON) {
      writes.add(places(target));
      writes.add(sources(target));
      if (target.kind() != RandomDocument.Kind.FORMULA) {
        writes.add(Arbitraries.just(text(target, "")));
      }
    }
    return Arbitraries.oneOf(writes);
  }

  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("", " ", "a", "A", "42", "42.0", "1132.87", "2022-05-13"),
        Arbitraries.strings().ofMaxLength(20),
        Arbitraries.of("x".repeat(1500), "ž".repeat(1500)));
  }

  static Arbitrary<BigDecimal> numbers() {
    Arbitrary<BigDecimal> known =
        Arbitraries.of("42", "42.0", "1132.87", "1132.870", "1000", "1E+3", "0", "-7.50")
            .map(BigDecimal::new);
    Arbitrary<BigDecimal> others =
        Combinators.combine(
                Arbitraries.longs().map(BigInteger::valueOf),
                Arbitraries.integers().between(-50, 50))
            .as(BigDecimal::new);
    return Arbitraries.oneOf(known, others);
  }

  static Arbitrary<LocalDate> days() {
    return Arbitraries.oneOf(
        Arbitraries.of(LocalDate.of(2022, 5, 13), LocalDate.of(2022, 5, 14)),
        Combinators.combine(
                Arbitraries.integers().between(1, 9999), Arbitraries.integers().between(1, 365))
            .as(LocalDate::ofYearDay));
  }

  // Every option that a document or write can choose is in all of them, so that nothing is lost.
  private static Arbitrary<List<Option>> options() {
    return Arbitraries.of(
        List.of(Option.of("", ""), Option.of("a", "A"), Option.of("b", "B")),
        List.of(Option.of("B", "x"), Option.of("a", "y"), Option.of("c")),
        List.of(Option.of("c"), Option.of("a"), Option.of("b", "")));
  }

  private static Write text(Target target, String text) {
    return new Write(
        target,
        "set(\"" + shortened(text) + "\")",
        field -> field.set(text),
        field -> assertThat(field.text()).isEqualTo(JsonArbitraries.stored(text)));
  }

  private static Write defaultTo(Target target, String text) {
    return new Write(
        target,
        "defaultTo(\"" + shortened(text) + "\")",
        field -> field.defaultTo(text),
        field -> assertThat(field.isEmpty()).isEqualTo(field.text().isEmpty()));
  }

  private static String shortened(String text) {
    return text.length() < 50 ? text : text.length() + " characters";
  }

  private static Write numberText(Target target, String text) {
    return new Write(
        target,
        "set(\"" + text + "\")",
        field -> field.set(text),
        field ->
            assertThat(field.asNumber().orElse(BigDecimal.ONE))
                .isEqualByComparingTo(
                    text.isEmpty() ? BigDecimal.ONE : new BigDecimal(text.strip())));
  }

  private static Write number(Target target, BigDecimal number) {
    return new Write(
        target,
        "set(" + number + ")",
        field -> field.set(number),
        field -> assertThat(field.asNumber().value()).isEqualByComparingTo(number));
  }

  private static Write day(Target target, LocalDate day) {
    return new Write(
        target,
        "set(" + day + ")",
        field -> field.set(day),
        field -> assertThat(field.asDate().value()).isEqualTo(day));
  }

  private static Write options(Target target, List<Option> options) {
    return new Write(
        target,
        "options(" + options + ")",
        field -> field.options(options),
        field -> assertThat(field.options()).isEqualTo(options));
  }

  private static Arbitrary<Write> hidden(Target target) {
    return Arbitraries.of(true, false)
        .map(
            is ->
                new Write(
                    target,
                    "hidden(" + is + ")",
                    field -> field.hidden(is),
                    field -> assertThat(field.isHidden()).isEqualTo(is)));
  }

  private static Arbitrary<Write> places(Target target) {
    Write nowhere =
        new Write(
            target,
            "clearPosition()",
            Field::clearPosition,
            field -> {
              assertThat(field.page()).isEmpty();
              assertThat(field.position()).isEmpty();
            });
    Arbitrary<Write> somewhere =
        Combinators.combine(
                Arbitraries.of(1, 2),
                Arbitraries.of(new Position(1, 2, 3.5, 4), new Position(0, -1, 1e9, 0.1)))
            .as(
                (page, position) ->
                    new Write(
                        target,
                        "position(" + page + ", " + position + ")",
                        field -> field.position(page, position),
                        field -> {
                          assertThat(field.page()).hasValue(page);
                          assertThat(field.position()).contains(position);
                        }));
    return Arbitraries.oneOf(Arbitraries.just(nowhere), somewhere);
  }

  private static Arbitrary<Write> sources(Target target) {
    Arbitrary<ValidationSource> source =
        Arbitraries.of(
            ValidationSource.CONNECTOR, ValidationSource.SCORE, ValidationSource.DATA_MATCHING);
    return Arbitraries.oneOf(
        source
            .list()
            .uniqueElements()
            .ofMaxSize(2)
            .map(
                all ->
                    new Write(
                        target,
                        "validatedBy(" + all + ")",
                        field -> field.validatedBy(all.toArray(ValidationSource[]::new)),
                        field -> assertThat(field.validationSources()).isEqualTo(all))),
        source.map(
            also ->
                new Write(
                    target,
                    "alsoValidatedBy(" + also + ")",
                    field -> field.alsoValidatedBy(also),
                    field -> assertThat(field.validationSources()).contains(also))));
  }
}
