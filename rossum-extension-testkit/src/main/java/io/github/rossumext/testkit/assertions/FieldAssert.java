package io.github.rossumext.testkit.assertions;

import io.github.rossumext.testkit.internal.document.FieldDefinition;
import io.github.rossumext.testkit.simulator.Blocker;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Assertions on a field, a cell or a button as it is now; those on messages are about its own.
 * Begin with {@link RossumAssertions#assertThat(SimulatedField)}. Not thread-safe.
 */
public final class FieldAssert extends MessagesAssert<FieldAssert, SimulatedField> {
  FieldAssert(SimulatedField actual) {
    super(actual, FieldAssert.class);
  }

  /** Goes on with the document that the field is in. */
  public SimulatorAssert and() {
    return new SimulatorAssert(actual.simulator());
  }

  /** The user sees this text. */
  public FieldAssert hasDisplayedText(String text) {
    return checkEqual("displayed text", text, actual.displayedText());
  }

  /** It has this machine text: an ISO date, a plain decimal, else what the user sees. */
  public FieldAssert hasText(String machineText) {
    return checkEqual("text", machineText, actual.text());
  }

  /** It holds this number, written in any way. */
  public FieldAssert hasNumber(String number) {
    return hasNumber(
        FieldDefinition.plainNumber(number)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Expected a plain decimal such as 1132.87, not '" + number + "'.")));
  }

  /** It holds this number, whatever its scale. */
  public FieldAssert hasNumber(BigDecimal number) {
    return check(
        isNumber(number), "number " + number.toPlainString(), "text " + shown(actual.text()));
  }

  private boolean isNumber(BigDecimal number) {
    return FieldDefinition.plainNumber(actual.text())
        .filter(known -> known.compareTo(number) == 0)
        .isPresent();
  }

  /** It holds this date. */
  public FieldAssert hasDate(LocalDate date) {
    return hasText(date.toString());
  }

  /** It has no value. */
  public FieldAssert isEmpty() {
    return hasDisplayedText("");
  }

  /** It has a value. */
  public FieldAssert isNotEmpty() {
    return check(!actual.isEmpty(), "a text", "text ''");
  }

  /** It offers these values in this order and no others. */
  public FieldAssert hasOptions(String... values) {
    return checkEqual("options", List.of(values), optionValues());
  }

  /** It offers these options in this order and no others. */
  public FieldAssert hasOptions(Option... options) {
    return checkEqual("options", List.of(options), actual.options());
  }

  /** It offers this value, perhaps among others. */
  public FieldAssert offers(String value) {
    return check(
        optionValues().contains(value),
        "option '" + value + "'",
        "options " + shown(optionValues()));
  }

  /** It offers nothing. */
  public FieldAssert hasNoOptions() {
    return hasOptions(new String[0]);
  }

  private List<String> optionValues() {
    return actual.options().stream().map(Option::value).toList();
  }

  /** The user does not see it. */
  public FieldAssert isHidden() {
    return check(actual.isHidden(), "hidden", "shown");
  }

  /** The user sees it. */
  public FieldAssert isShown() {
    return check(!actual.isHidden(), "shown", "hidden");
  }

  /** The user cannot edit it. */
  public FieldAssert isReadOnly() {
    return check(actual.isReadOnly(), "read-only", "editable");
  }

  /** These have validated it, perhaps beside others. */
  public FieldAssert isValidatedBy(ValidationSource... sources) {
    return check(
        actual.validationSources().containsAll(List.of(sources)),
        "validated by " + shown(List.of(sources)),
        "validated by " + shown(actual.validationSources()));
  }

  /** Nothing has validated it. */
  public FieldAssert isNotValidated() {
    return check(
        actual.validationSources().isEmpty(),
        "not validated",
        "validated by " + shown(actual.validationSources()));
  }

  /** Something of this text blocks automation because of it. */
  public FieldAssert hasBlocker(String text) {
    return check(
        actual.blockers().stream().anyMatch(blocker -> blocker.text().equals(text)),
        "automation blocker '" + text + "'",
        count(actual.blockers(), "automation blocker"));
  }

  /** Something of this kind blocks automation because of it. */
  public FieldAssert hasBlocker(Blocker.Type type) {
    return check(
        actual.blockers().stream().anyMatch(blocker -> blocker.type() == type),
        "automation blocker " + type,
        count(actual.blockers(), "automation blocker"));
  }

  /** Nothing blocks automation because of it, as the queue is set. */
  public FieldAssert hasNoBlockers() {
    return check(
        actual.blockers().isEmpty(),
        "no automation blockers",
        count(actual.blockers(), "automation blocker"));
  }

  @Override
  List<ShownMessage> said() {
    return actual.messages();
  }

  @Override
  Story story() {
    return new Story(
            "Field '" + actual.path() + "' (" + actual.id() + ")",
            actual.simulator().conversation())
        .beside(
            "the field",
            "displayed text "
                + shown(actual.displayedText())
                + actual.normalizedValue().map(text -> " (" + text + ")").orElse("")
                + ", "
                + (actual.isHidden() ? "hidden" : "shown")
                + ", validated by "
                + shown(actual.validationSources())
                + ", options "
                + shown(optionValues()))
        .beside("its message", actual.messages())
        .beside("its blocker", actual.blockers())
        .withScreen(actual.simulator().screen());
  }
}
