package io.github.rossumext.internal.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> FIELDS =
      List.of("vendor_name", "amount_total", "amount_tax", "date_issue", "date_due");

  @Test
  void theNearestNamesComeFirstAndThereAreThreeAtMost() {
    assertThat(Nearest.names("amount_totl", FIELDS))
        .containsExactly("amount_total", "amount_tax", "date_due");
  }

  @Test
  void equallyNearNamesComeByAlphabet() {
    assertThat(Nearest.names("x", List.of("c", "b", "a"))).containsExactly("a", "b", "c");
  }

  @Test
  void theCaseOfLettersDoesNotCount() {
    assertThat(Nearest.names("VENDOR_NAME", FIELDS)).startsWith("vendor_name");
  }

  @Test
  void aNameIsNamedOnceAndAnEmptyOneIsNot() {
    assertThat(Nearest.names("a", List.of("a", "", "a"))).containsExactly("a");
  }

  @Test
  void theyAreAskedForInOneQuestion() {
    assertThat(Nearest.question("date_du", List.of("date_due", "date_issue"), "It has no fields."))
        .isEqualTo("Did you mean date_due, date_issue?");
  }

  @Test
  void withoutAKnownNameTheOtherTextIsSaid() {
    assertThat(Nearest.question("a", List.of(), "It has no fields."))
        .isEqualTo("It has no fields.");
    assertThat(Nearest.question("a", List.of(""), "It has no fields."))
        .isEqualTo("It has no fields.");
  }

  @Test
  void onlyTheStartOfALongNameIsCompared() {
    String start = "a".repeat(Nearest.MAX_LENGTH);

    // By their whole length, "b" would be nearer.
    assertThat(Nearest.names(start + "x".repeat(1_000_000), List.of("b", start)))
        .containsExactly(start, "b");
  }

  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "abc, abc, 0", "abc, abd, 1", "abc, ab, 1", "'', abc, 3"})
  void aDistanceCountsTheLettersToChangeAddOrRemove(String one, String other, int distance) {
    assertThat(Nearest.distance(one, other)).isEqualTo(distance);
    assertThat(Nearest.distance(other, one)).isEqualTo(distance);
  }

  @Property(tries = 200)
  void aKnownNameIsNearestToItselfInAnyOrderOfTheOthers(
      @ForAll @AlphaChars @StringLength(min = 1, max = 12) String name,
      @ForAll List<@AlphaChars @StringLength(min = 1, max = 12) String> others) {
    List<String> known = new ArrayList<>(others);
    known.removeIf(name::equalsIgnoreCase);
    known.add(name);
    List<String> reversed = new ArrayList<>(known);
    Collections.reverse(reversed);

    assertThat(Nearest.names(name, known))
        .startsWith(name)
        .isEqualTo(Nearest.names(name, reversed));
  }
}
