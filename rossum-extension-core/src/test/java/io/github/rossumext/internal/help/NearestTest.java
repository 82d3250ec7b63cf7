package io.github.rossumext.internal.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
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
  void underscoresAndHyphensDoNotCount() {
    assertThat(Nearest.names("dateDue", List.of("date_duo", "date-due")))
        .containsExactly("date-due", "date_duo");
  }

  @ParameterizedTest
  @CsvSource({
    "auto_limits, auto_limit",
    "AUTO_LIMIT, autoLimit",
    "vednor-name, vendor_name",
    "tx, tax",
    "vatt, vat",
    "amount_totl, amount_total",
    "ammount_totall, amount_total",
    "a_b_c, abc"
  })
  void aNearNameDiffersInTwoLettersAndAThirdOfThemAtMost(String one, String other) {
    assertThat(Nearest.isNear(one, other)).isTrue();
    assertThat(Nearest.isNear(other, one)).isTrue();
    assertThat(Nearest.near(one, List.of("something_else", other))).contains(other);
  }

  @ParameterizedTest
  @CsvSource({
    "ammountt_totall, amount_total",
    "ab, ac",
    "vat, tax",
    "total, tot",
    "limit, currency",
    "'', ab"
  })
  void anyOtherNameIsNotNear(String one, String other) {
    assertThat(Nearest.isNear(one, other)).isFalse();
    assertThat(Nearest.isNear(other, one)).isFalse();
    assertThat(Nearest.near(one, List.of("something_else", other))).isEmpty();
  }

  @Test
  void withoutAKnownNameNoneIsNear() {
    assertThat(Nearest.near("vat", List.of())).isEmpty();
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

  @Test
  void theLastOf20000IdsIsFound() {
    List<String> known = new ArrayList<>();
    for (int i = 10_000; i < 30_000; i++) {
      known.add("amount_total_" + i);
    }

    assertThat(Nearest.names("amuont_total_29999", known)).startsWith("amount_total_29999");
    assertThat(Nearest.near("amuont_total_29999", known)).contains("amount_total_29999");
  }

  @Test
  void ofTooManyLettersTheRestIsNotCompared() {
    String far = "x".repeat(Nearest.MAX_LENGTH);
    List<String> known =
        new ArrayList<>(Collections.nCopies(Nearest.MAX_COMPARED / Nearest.MAX_LENGTH - 1, far));
    known.add("vendor");
    assertThat(Nearest.names("vendr", known)).containsExactly("vendor", far);

    known.addAll(0, List.copyOf(known));
    known.add("vendors");
    assertThat(Nearest.names("vendr", known)).containsExactly("vendor", far);
  }

  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "abc, abc, 0", "abc, abd, 1", "abc, ab, 1", "'', abc, 3"})
  void aDistanceCountsTheLettersToChangeAddOrRemove(String one, String other, int distance) {
    assertThat(Nearest.distance(one, other)).isEqualTo(distance);
    assertThat(Nearest.distance(other, one)).isEqualTo(distance);
  }

  @Property
  void theDistanceIsThatOfTheWholeMatrix(
      @ForAll @CharRange(from = 'a', to = 'c') @Chars('č') @StringLength(max = 70) String one,
      @ForAll @CharRange(from = 'a', to = 'c') @Chars('č') @StringLength(max = 70) String other) {
    assertThat(Nearest.distance(one, other)).isEqualTo(matrix(cut(one), cut(other)));
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(name.length(), Nearest.MAX_LENGTH));
  }

  private static int matrix(String one, String other) {
    int[][] distances = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          distances[i][j] = i + j;
        } else {
          int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
          distances[i][j] =
              Math.min(
                  distances[i - 1][j - 1] + change,
                  Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
        }
      }
    }
    return distances[one.length()][other.length()];
  }

  @Property(tries = 200)
  void theNearestNamesAreThoseOfASortedList(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String wanted,
      @ForAll List<@CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 8) String> known) {
    assertThat(Nearest.names(wanted, known))
        .isEqualTo(
            known.stream()
                .distinct()
                .sorted(
                    Comparator.comparingInt((String name) -> matrix(wanted, name))
                        .thenComparing(name -> name))
                .limit(3)
                .toList());
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
