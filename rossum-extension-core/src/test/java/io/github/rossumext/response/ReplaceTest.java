package io.github.rossumext.response;

import static io.github.rossumext.response.DatapointChange.empty;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReplaceTest {
  private static final long ID = 5_483_409_760L;

  /** What goes out as {@code value}. */
  private static String value(DatapointChange change) {
    String json =
        new String(
            ContentResponse.builder().operation(Replace.of(ID, change)).build().toJson(), UTF_8);
    String before = "{\"operations\":[{\"op\":\"replace\",\"id\":5483409760,\"value\":";
    assertThat(json).startsWith(before).endsWith("}]}");
    return json.substring(before.length(), json.length() - 3);
  }

  @Nested
  class OnlyWhatChangesGoesOut {
    @Test
    void theValue() {
      assertThat(value(empty().withValue("77"))).isEqualTo("{\"content\":{\"value\":\"77\"}}");
    }

    @Test
    void anEmptyValueWhichClears() {
      assertThat(value(empty().withValue(""))).isEqualTo("{\"content\":{\"value\":\"\"}}");
    }

    @Test
    void hidden() {
      assertThat(value(empty().withHidden(true))).isEqualTo("{\"hidden\":true}");
      assertThat(value(empty().withHidden(false))).isEqualTo("{\"hidden\":false}");
    }

    @Test
    void theOptions() {
      assertThat(value(empty().withOptions(List.of(Option.of("1", "Roboyo"), Option.of("")))))
          .isEqualTo(
              "{\"options\":[{\"value\":\"1\",\"label\":\"Roboyo\"},"
                  + "{\"value\":\"\",\"label\":\"\"}]}");
      assertThat(value(empty().withOptions(List.of()))).isEqualTo("{\"options\":[]}");
    }

    @Test
    void theValidationSources() {
      assertThat(
              value(
                  empty()
                      .withValidationSources(
                          List.of(
                              ValidationSource.CONNECTOR, new ValidationSource("of_next_year")))))
          .isEqualTo("{\"validation_sources\":[\"connector\",\"of_next_year\"]}");
      assertThat(value(empty().withValidationSources(List.of())))
          .isEqualTo("{\"validation_sources\":[]}");
    }

    @Test
    void allOfThem() {
      assertThat(
              value(
                  empty()
                      .withValidationSources(List.of(ValidationSource.CONNECTOR))
                      .withOptions(List.of(Option.of("a", "A")))
                      .withHidden(false)
                      .withValue("a")))
          .isEqualTo(
              "{\"content\":{\"value\":\"a\"},\"hidden\":false,"
                  + "\"options\":[{\"value\":\"a\",\"label\":\"A\"}],"
                  + "\"validation_sources\":[\"connector\"]}");
    }
  }

  @Test
  void thePlaceOfTheValue() {
    assertThat(value(empty().withPosition(2, new Position(103, 110.5, 121, 122))))
        .isEqualTo("{\"content\":{\"page\":2,\"position\":[103,110.5,121,122]}}");
  }

  @Test
  void noPlaceIsTheOnlyNullThatIsSent() {
    assertThat(value(empty().withValue("a").withPositionCleared()))
        .isEqualTo("{\"content\":{\"value\":\"a\",\"page\":null,\"position\":null}}");
  }

  @Test
  void pagesAreCountedFromOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> empty().withPosition(0, new Position(1, 2, 3, 4)))
        .withMessage("Pages are counted from 1, but the page was 0.");
  }

  @Test
  void partsThatAreNotSetAreEmpty() {
    Replace replace = Replace.of(ID, empty().withHidden(false));

    assertThat(replace.id()).isEqualTo(ID);
    assertThat(replace.change().hidden()).hasValue(false);
    assertThat(replace.change().value()).isEmpty();
    assertThat(replace.change().page()).isEmpty();
    assertThat(replace.change().position()).isEmpty();
    assertThat(replace.change().isPositionCleared()).isFalse();
    assertThat(replace.change().options()).isEmpty();
    assertThat(replace.change().validationSources()).isEmpty();
    assertThat(replace.change().isAnyValueAllowed()).isFalse();
  }

  @Test
  void partsThatAreSetAreWhatWasSet() {
    List<Option> options = new ArrayList<>(List.of(Option.of("a")));
    DatapointChange change =
        empty()
            .withValue("a")
            .withPosition(1, new Position(1, 2, 3, 4))
            .withOptions(options)
            .withValidationSources(List.of(ValidationSource.HUMAN))
            .withAnyValueAllowed();
    options.clear();

    assertThat(change.value()).hasValue("a");
    assertThat(change.page()).hasValue(1);
    assertThat(change.position()).hasValue(new Position(1, 2, 3, 4));
    assertThat(change.options()).hasValue(List.of(Option.of("a")));
    assertThat(change.validationSources()).hasValue(List.of(ValidationSource.HUMAN));
    assertThat(change.isAnyValueAllowed()).isTrue();
  }

  @Test
  void aChangeOfNothingIsNotAReplace() {
    assertThat(empty().isEmpty()).isTrue();
    assertThat(empty().withValue("").isEmpty()).isFalse();
    assertThat(empty().withPositionCleared().isEmpty()).isFalse();
    assertThat(empty().withHidden(false).isEmpty()).isFalse();
    assertThat(empty().withOptions(List.of()).isEmpty()).isFalse();
    assertThat(empty().withValidationSources(List.of()).isEmpty()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Replace.of(ID, empty()));
  }

  @Test
  @NullUnmarked // callers without null checks
  void nullIsNeverSentAsAValue() {
    assertThatNullPointerException().isThrownBy(() -> empty().withValue(null));
  }

  @Test
  void equalPartsOfOneDatapointAreEqual() {
    Replace replace = Replace.of(ID, empty().withValue("a"));

    assertThat(replace)
        .isEqualTo(Replace.of(ID, empty().withValue("a")))
        .hasSameHashCodeAs(Replace.of(ID, empty().withValue("a")))
        .isNotEqualTo(Replace.of(ID + 1, empty().withValue("a")))
        .isNotEqualTo(Replace.of(ID, empty().withValue("b")))
        .isNotEqualTo(Replace.of(ID, empty().withValue("a").withPositionCleared()))
        .isNotEqualTo(Replace.of(ID, empty().withValue("a").withHidden(true)))
        .isNotEqualTo(Replace.of(ID, empty().withValue("a").withOptions(List.of())))
        .isNotEqualTo(Replace.of(ID, empty().withValue("a").withValidationSources(List.of())));
  }

  @Test
  void theTextNamesThePartsAndShowsNoValue() {
    assertThat(Replace.of(7, empty().withValue("hush").withOptions(List.of(Option.of("hush")))))
        .hasToString("Replace[7, DatapointChange[value, options]]");
    assertThat(empty().withHidden(true).withValidationSources(List.of()).withPositionCleared())
        .hasToString("DatapointChange[position, hidden, validation_sources]");
  }
}
