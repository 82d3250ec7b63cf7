package io.github.rossumext.edit;

import io.github.rossumext.ContentCall;
import io.github.rossumext.HookContext;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One random write to one field of a random document. The pools are small, so that writes meet
 * values that are there already, in another notation too.
 */
record Edit(String schemaId, String what, Consumer<Field> change) {
  private static final List<String> PLAIN = List.of("note", "total", "due");
  private static final List<String> ENUMS = List.of("vendor", "currency");
  static final List<String> FIELDS = List.of("note", "total", "due", "vendor", "currency");

  private static final List<String> TEXTS =
      List.of("", " ", "a", "A", "42", "42.0", "1132.87", "2022-05-13", "13.5.2022");

  void applyTo(ContentEditor content) {
    change.accept(content.field(schemaId));
  }

  static ContentEditor editor(ContentPayload document) {
    return ContentEditor.of(document, HookContext.of(document));
  }

  /** Writes everything as it was received. */
  static void restore(Field field) {
    field.set(field.received().text());
    field.hidden(field.received().hidden().orElseThrow());
    field.received().options().ifPresent(field::options);
    field.validatedBy(field.received().validationSources().toArray(ValidationSource[]::new));
  }

  /** Documents whose state is known altogether, so that every write can be taken back. */
  static Arbitrary<ContentPayload> documents() {
    Arbitrary<String> content =
        Combinators.combine(
                Arbitraries.of(TEXTS), Arbitraries.of("", "'None'", "null", "'1000'", "'42.00'"))
            .as(
                (value, normalized) ->
                    "'value':'"
                        + value
                        + "'"
                        + (normalized.isEmpty() ? "" : ",'normalized_value':" + normalized));
    Arbitrary<String> sources =
        Arbitraries.of("[]", "['score']", "['connector']", "['NA','human']");
    Arbitrary<String> datapoint =
        Combinators.combine(content, Arbitraries.of("true", "false"), sources)
            .as(
                (keys, hidden, validation) ->
                    "'content':{%s},'hidden':%s,'validation_sources':%s"
                        .formatted(keys, hidden, validation));
    return datapoint.list().ofSize(FIELDS.size()).map(Edit::document).withoutEdgeCases();
  }

  private static ContentPayload document(List<String> datapoints) {
    ContentCall call = ContentCall.initialize();
    for (int i = 0; i < datapoints.size(); i++) {
      String schemaId = FIELDS.get(i);
      String options = ENUMS.contains(schemaId) ? ",'options':" + ENUM : "";
      call.datapoint(schemaId, "{" + datapoints.get(i) + options + "}");
    }
    return call.payload();
  }

  // Every value that a random document or write can hold, so that none is lost.
  private static final String ENUM =
      "[{'value':' ','label':''},{'value':'a','label':'A'},{'value':'42','label':'x'},"
          + "{'value':'42.0','label':'x'},{'value':'1132.87','label':'x'},"
          + "{'value':'2022-05-13','label':'x'},{'value':'13.5.2022','label':'x'},"
          + "{'value':'1000','label':'x'},{'value':'42.00','label':'x'}]";

  private static List<Option> enumWith(String label) {
    return List.of(" ", "a", "42", "42.0", "1132.87", "2022-05-13", "13.5.2022", "1000", "42.00")
        .stream()
        .map(value -> Option.of(value, label))
        .toList();
  }

  static Arbitrary<Edit> any() {
    return Arbitraries.oneOf(text(), number(), date(), attribute(), choice());
  }

  static Arbitrary<BigDecimal> numbers() {
    Arbitrary<BigDecimal> known =
        Arbitraries.of("42", "42.0", "1132.87", "1132.870", "1000", "1E+3", "0")
            .map(BigDecimal::new);
    Arbitrary<BigDecimal> others =
        Combinators.combine(
                Arbitraries.longs().map(BigInteger::valueOf),
                Arbitraries.integers().between(-50, 50))
            .as(BigDecimal::new);
    return Arbitraries.oneOf(known, others);
  }

  static Arbitrary<LocalDate> days() {
    Arbitrary<LocalDate> others =
        Combinators.combine(
                Arbitraries.integers().between(1, 9999), Arbitraries.integers().between(1, 365))
            .as(LocalDate::ofYearDay);
    return Arbitraries.oneOf(Arbitraries.just(LocalDate.of(2022, 5, 13)), others);
  }

  private static Arbitrary<Edit> text() {
    Arbitrary<String> texts =
        Arbitraries.oneOf(Arbitraries.of(TEXTS), Arbitraries.strings().ascii().ofMaxLength(20));
    return Combinators.combine(Arbitraries.of(PLAIN), texts)
        .as((id, text) -> new Edit(id, "set(\"" + text + "\")", field -> field.set(text)));
  }

  private static Arbitrary<Edit> number() {
    return Combinators.combine(Arbitraries.of(PLAIN), numbers())
        .as((id, number) -> new Edit(id, "set(" + number + ")", field -> field.set(number)));
  }

  private static Arbitrary<Edit> date() {
    return Combinators.combine(Arbitraries.of(PLAIN), days())
        .as((id, day) -> new Edit(id, "set(" + day + ")", field -> field.set(day)));
  }

  private static Arbitrary<Edit> choice() {
    Arbitrary<String> enums = Arbitraries.of(ENUMS);
    return Arbitraries.oneOf(
        Combinators.combine(enums, Arbitraries.of(TEXTS))
            .as((id, text) -> new Edit(id, "set(\"" + text + "\")", field -> field.set(text))),
        Combinators.combine(enums, Arbitraries.of("x", "y"))
            .as(
                (id, label) ->
                    new Edit(
                        id, "options(" + label + ")", field -> field.options(enumWith(label)))));
  }

  private static Arbitrary<Edit> attribute() {
    Arbitrary<String> all = Arbitraries.of(FIELDS);
    return Arbitraries.oneOf(
        all.map(id -> new Edit(id, "clear()", Field::clear)),
        Combinators.combine(all, Arbitraries.of(true, false))
            .as((id, is) -> new Edit(id, "hidden(" + is + ")", field -> field.hidden(is))),
        Combinators.combine(all, Arbitraries.of("score", "connector", "NA"))
            .as(
                (id, source) ->
                    new Edit(
                        id,
                        "validatedBy(" + source + ")",
                        field -> field.validatedBy(new ValidationSource(source)))));
  }

  @Override
  public String toString() {
    return schemaId + "." + what;
  }
}
