package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.Html;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes return what they were called on, whether or not they change something. */
class ChainTest {
  private final ContentEditor content =
      initialize()
          .field("note", "old")
          .field("copy", "old")
          .field("empty", "")
          .table("lines", row("code", "a", "amount", "1"), row("code", "b", "amount", "2"))
          .list("tags", "tag", "one")
          .edit();

  static Stream<UnaryOperator<Field>> writesOfEachField() {
    return Stream.of(
        field -> field.set("old"),
        field -> field.set("new"),
        field -> field.set(BigDecimal.ONE),
        field -> field.set(1),
        field -> field.set(LocalDate.EPOCH),
        field -> field.set(true),
        field -> field.defaultTo("default"),
        field -> field.defaultTo(BigDecimal.ONE),
        field -> field.defaultTo(LocalDate.EPOCH),
        field -> field.defaultTo(true),
        Field::clear,
        Field::hide,
        Field::show,
        field -> field.hidden(true),
        field -> field.position(1, new Position(1, 2, 3, 4)),
        Field::clearPosition,
        field -> field.options(Option.of("1", "One")),
        field -> field.options(List.of(Option.of("1", "One"))),
        field -> field.choose(Option.of("1", "One")),
        Field::allowAnyValue,
        field -> field.validatedBy(ValidationSource.HUMAN),
        field -> field.alsoValidatedBy(ValidationSource.HUMAN),
        field -> field.alsoValidatedBy(),
        field -> field.automationBlocker("No."),
        field -> field.error("No."),
        field -> field.error(Html.escape("No.")),
        field -> field.warning("No."),
        field -> field.warning(Html.escape("No.")),
        field -> field.info("No."),
        field -> field.info(Html.escape("No.")),
        field -> field.say(MessageType.INFO, "No."),
        field -> field.say(MessageType.INFO, Html.escape("No.")));
  }

  @ParameterizedTest
  @MethodSource("writesOfEachField")
  void ofAField(UnaryOperator<Field> write) {
    Field set = content.field("note");
    Field empty = content.field("empty");

    assertThat(write.apply(set)).isSameAs(set);
    assertThat(write.apply(empty)).isSameAs(empty);
  }

  @Test
  void ofADefaultWhichIsWrittenOnlyIfTheFieldIsEmpty() {
    Field set = content.field("note");
    Field empty = content.field("empty");

    set.defaultTo(BigDecimal.ONE).defaultTo(LocalDate.EPOCH).defaultTo(true);
    assertThat(set.text()).isEqualTo("old");
    assertThat(empty.clear().defaultTo(BigDecimal.ONE).text()).isEqualTo("1");
    assertThat(empty.clear().defaultTo(LocalDate.EPOCH).text()).isEqualTo("1970-01-01");
    assertThat(empty.clear().defaultTo(true).text()).isEqualTo("True");
  }

  @Test
  void ofACopy() {
    Field note = content.field("note");

    assertThat(note.copyFrom(content.field("copy"))).isSameAs(note);
    assertThat(note.copyFrom(content.field("empty"))).isSameAs(note);
  }

  @Test
  void ofFieldsWithAType() {
    NumberField number = content.number("empty");
    DateField date = content.date("empty");
    BooleanField bool = content.bool("empty");

    assertThat(number.defaultTo(BigDecimal.ONE)).isSameAs(number);
    assertThat(number.defaultTo(BigDecimal.TEN)).isSameAs(number);
    assertThat(number.text()).isEqualTo("1");
    assertThat(number.set(2)).isSameAs(number);
    assertThat(number.set(BigDecimal.ONE)).isSameAs(number);
    assertThat(number.set("")).isSameAs(number);
    assertThat(date.defaultTo(LocalDate.EPOCH)).isSameAs(date);
    assertThat(date.defaultTo(LocalDate.MAX)).isSameAs(date);
    assertThat(date.text()).isEqualTo("1970-01-01");
    assertThat(date.set(LocalDate.EPOCH)).isSameAs(date);
    assertThat(date.set("")).isSameAs(date);
    assertThat(bool.defaultTo(true)).isSameAs(bool);
    assertThat(bool.set(false)).isSameAs(bool);
    assertThat(bool.set("")).isSameAs(bool);
  }

  @Test
  void ofColumns() {
    Table lines = content.table("lines");
    Column code = lines.column("code");
    NumberColumn amount = lines.numbers("amount");

    assertThat(code.set("c")).isSameAs(code);
    assertThat(code.set(List.of("a", "b"))).isSameAs(code);
    assertThat(code.copyFrom(lines.column("amount"))).isSameAs(code);
    assertThat(amount.set(BigDecimal.ONE)).isSameAs(amount);
    assertThat(amount.set(amount.times(amount))).isSameAs(amount);
  }

  @Test
  void ofTablesRowsAndLists() {
    Table lines = content.table("lines");
    ValueList tags = content.list("tags");
    Row first = lines.row(0);

    assertThat(lines.append(Map.of("code", "c"))).isEqualTo(lines.row(2));
    assertThat(lines.append(Map.of("code", "e"))).isNotEqualTo(lines.row(2));
    assertThat(lines.set(List.of(Map.of("code", "a")), "code")).isSameAs(lines);
    assertThat(first.set("code", "d")).isSameAs(first);
    assertThat(first.set("code", true)).isSameAs(first);
    assertThat(first.set("code", LocalDate.EPOCH)).isSameAs(first);
    assertThat(first.set("amount", BigDecimal.TEN)).isSameAs(first);
    assertThat(first.validatedBy(ValidationSource.HUMAN)).isSameAs(first);
    assertThat(tags.append("two").append(BigDecimal.ONE).append(LocalDate.EPOCH).append(true))
        .isSameAs(tags);
    assertThat(tags.set(List.of("three"))).isSameAs(tags);
    assertThat(tags.set(List.of("three"))).isSameAs(tags);
  }
}
