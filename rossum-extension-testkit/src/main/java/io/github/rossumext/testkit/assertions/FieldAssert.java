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
 * Assertions on a field, cell or button as it is now. Those on messages are about its own. Start
 * with {@link RossumAssertions#assertThat(SimulatedField)}. Not thread-safe.
 */
public final class FieldAssert extends MessagesAssert<FieldAssert, SimulatedField> {
  FieldAssert(SimulatedField actual) {
    super(actual, FieldAssert.class);
  }

  /** Returns assertions on the document that holds the field. */
  public SimulatorAssert and() {
    return new SimulatorAssert(actual.simulator());
  }

  /** Asserts that the user sees this text. */
  public FieldAssert hasDisplayedText(String text) {
    return checkEqual("displayed text", text, actual.displayedText());
  }

  /**
   * Asserts that the field has this machine text: an ISO date, a plain decimal, or else the
   * displayed text.
   */
  public FieldAssert hasText(String machineText) {
    return checkEqual("text", machineText, actual.text());
  }

  /** Asserts that the field holds this number, given as a plain decimal of any scale. */
  public FieldAssert hasNumber(String number) {
    return hasNumber(
        FieldDefinition.plainNumber(number)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Expected a plain decimal such as 1132.87, but found '" + number + "'.")));
  }

  /** Asserts that the field holds this number. The scale does not matter. */
  public FieldAssert hasNumber(BigDecimal number) {
    return check(
        isNumber(number), "number " + number.toPlainString(), "text " + shown(actual.text()));
  }

  private boolean isNumber(BigDecimal number) {
    return FieldDefinition.plainNumber(actual.text())
        .filter(known -> known.compareTo(number) == 0)
        .isPresent();
  }

  /** Asserts that the field holds this date. */
  public FieldAssert hasDate(LocalDate date) {
    return hasText(date.toString());
  }

  /** Asserts that the displayed text is empty. */
  public FieldAssert isEmpty() {
    return hasDisplayedText("");
  }

  /** Asserts that the displayed text is not empty. */
  public FieldAssert isNotEmpty() {
    return check(!actual.isEmpty(), "a text", "text ''");
  }

  /** Asserts that the field has options with exactly these values, in this order. */
  public FieldAssert hasOptions(String... values) {
    return checkEqual("options", List.of(values), optionValues());
  }

  /** Asserts that the field has exactly these options, in this order. */
  public FieldAssert hasOptions(Option... options) {
    return checkEqual("options", List.of(options), actual.options());
  }

  /** Asserts that the field has an option with this value, perhaps among others. */
  public FieldAssert offers(String value) {
    return check(
        optionValues().contains(value),
        "option '" + value + "'",
        "options " + shown(optionValues()));
  }

  /** Asserts that the field has no options. */
  public FieldAssert hasNoOptions() {
    return hasOptions(new String[0]);
  }

  private List<String> optionValues() {
    return actual.options().stream().map(Option::value).toList();
  }

  /** Asserts that the user does not see the field. */
  public FieldAssert isHidden() {
    return check(actual.isHidden(), "hidden", "shown");
  }

  /** Asserts that the user sees the field. */
  public FieldAssert isShown() {
    return check(!actual.isHidden(), "shown", "hidden");
  }

  /** Asserts that the user cannot edit the field. */
  public FieldAssert isReadOnly() {
    return check(actual.isReadOnly(), "read-only", "editable");
  }

  /**
   * Asserts that the field has these validation sources, perhaps among others.
   *
   * @throws IllegalArgumentException if no source is given
   */
  public FieldAssert isValidatedBy(ValidationSource... sources) {
    requireSome("validation source", sources);
    return check(
        actual.validationSources().containsAll(List.of(sources)),
        "validated by " + shown(List.of(sources)),
        "validated by " + shown(actual.validationSources()));
  }

  /** Asserts that the field has no validation source. */
  public FieldAssert isNotValidated() {
    return check(
        actual.validationSources().isEmpty(),
        "not validated",
        "validated by " + shown(actual.validationSources()));
  }

  /** Asserts that this field blocks automation for the reason in this text. */
  public FieldAssert hasBlocker(String text) {
    return check(
        actual.blockers().stream().anyMatch(blocker -> blocker.text().equals(text)),
        "automation blocker '" + text + "'",
        count(actual.blockers(), "automation blocker"));
  }

  /** Asserts that this field blocks automation for a reason of this type. */
  public FieldAssert hasBlocker(Blocker.Type type) {
    return check(
        actual.blockers().stream().anyMatch(blocker -> blocker.type() == type),
        "automation blocker " + type,
        count(actual.blockers(), "automation blocker"));
  }

  /** Asserts that this field does not block automation at the queue's level. */
  public FieldAssert hasNoBlockers() {
    requireVoice("no automation blockers");
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
  String silence() {
    return SimulatorAssert.silence(actual.simulator());
  }

  @Override
  Story story() {
    return new Story("Field '" + actual.path() + "'", actual.simulator().exchanges())
        .with(
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
        .with("its message", actual.messages())
        .with("its blocker", actual.blockers())
        .withProblems(actual.simulator().problems())
        .withScreen(actual.simulator().screen());
  }
}
