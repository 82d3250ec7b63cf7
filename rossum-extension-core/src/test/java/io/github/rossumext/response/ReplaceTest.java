package io.github.rossumext.response;

import static io.github.rossumext.response.DatapointChange.none;
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
      assertThat(value(none().value("77"))).isEqualTo("{\"content\":{\"value\":\"77\"}}");
    }

    @Test
    void anEmptyValueWhichClears() {
      assertThat(value(none().value(""))).isEqualTo("{\"content\":{\"value\":\"\"}}");
    }

    @Test
    void hidden() {
      assertThat(value(none().hidden(true))).isEqualTo("{\"hidden\":true}");
      assertThat(value(none().hidden(false))).isEqualTo("{\"hidden\":false}");
    }

    @Test
    void theOptions() {
      assertThat(value(none().options(List.of(Option.of("1", "Roboyo"), Option.of("")))))
          .isEqualTo(
              "{\"options\":[{\"value\":\"1\",\"label\":\"Roboyo\"},"
                  + "{\"value\":\"\",\"label\":\"\"}]}");
      assertThat(value(none().options(List.of()))).isEqualTo("{\"options\":[]}");
    }

    @Test
    void theValidationSources() {
      assertThat(
              value(
                  none()
                      .validationSources(
                          List.of(
                              ValidationSource.CONNECTOR, new ValidationSource("of_next_year")))))
          .isEqualTo("{\"validation_sources\":[\"connector\",\"of_next_year\"]}");
      assertThat(value(none().validationSources(List.of())))
          .isEqualTo("{\"validation_sources\":[]}");
    }

    @Test
    void allOfThem() {
      assertThat(
              value(
                  none()
                      .validationSources(List.of(ValidationSource.CONNECTOR))
                      .options(List.of(Option.of("a", "A")))
                      .hidden(false)
                      .value("a")))
          .isEqualTo(
              "{\"content\":{\"value\":\"a\"},\"hidden\":false,"
                  + "\"options\":[{\"value\":\"a\",\"label\":\"A\"}],"
                  + "\"validation_sources\":[\"connector\"]}");
    }
  }

  @Test
  void thePlaceOfTheValue() {
    assertThat(value(none().position(2, new Position(103, 110.5, 121, 122))))
        .isEqualTo("{\"content\":{\"page\":2,\"position\":[103,110.5,121,122]}}");
  }

  @Test
  void noPlaceIsTheOnlyNullThatIsSent() {
    assertThat(value(none().value("a").noPosition()))
        .isEqualTo("{\"content\":{\"value\":\"a\",\"page\":null,\"position\":null}}");
  }

  @Test
  void pagesAreCountedFromOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> none().position(0, new Position(1, 2, 3, 4)))
        .withMessage("Pages are counted from 1, so there is no 0.");
  }

  @Test
  void partsThatAreNotSetAreEmpty() {
    Replace replace = Replace.of(ID, none().hidden(false));

    assertThat(replace.id()).isEqualTo(ID);
    assertThat(replace.change().hidden()).hasValue(false);
    assertThat(replace.change().value()).isEmpty();
    assertThat(replace.change().page()).isEmpty();
    assertThat(replace.change().position()).isEmpty();
    assertThat(replace.change().clearsPosition()).isFalse();
    assertThat(replace.change().options()).isEmpty();
    assertThat(replace.change().validationSources()).isEmpty();
    assertThat(replace.change().allowsAnyValue()).isFalse();
  }

  @Test
  void partsThatAreSetAreWhatWasSet() {
    List<Option> options = new ArrayList<>(List.of(Option.of("a")));
    DatapointChange change =
        none()
            .value("a")
            .position(1, new Position(1, 2, 3, 4))
            .options(options)
            .validationSources(List.of(ValidationSource.HUMAN))
            .allowingAnyValue();
    options.clear();

    assertThat(change.value()).hasValue("a");
    assertThat(change.page()).hasValue(1);
    assertThat(change.position()).hasValue(new Position(1, 2, 3, 4));
    assertThat(change.options()).hasValue(List.of(Option.of("a")));
    assertThat(change.validationSources()).hasValue(List.of(ValidationSource.HUMAN));
    assertThat(change.allowsAnyValue()).isTrue();
  }

  @Test
  void aChangeOfNothingIsNotAReplace() {
    assertThat(none().isEmpty()).isTrue();
    assertThat(none().value("").isEmpty()).isFalse();
    assertThat(none().noPosition().isEmpty()).isFalse();
    assertThat(none().hidden(false).isEmpty()).isFalse();
    assertThat(none().options(List.of()).isEmpty()).isFalse();
    assertThat(none().validationSources(List.of()).isEmpty()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Replace.of(ID, none()));
  }

  @Test
  @NullUnmarked // callers without null checks
  void nullIsNeverSentAsAValue() {
    assertThatNullPointerException().isThrownBy(() -> none().value(null));
  }

  @Test
  void equalPartsOfOneDatapointAreEqual() {
    Replace replace = Replace.of(ID, none().value("a"));

    assertThat(replace)
        .isEqualTo(Replace.of(ID, none().value("a")))
        .hasSameHashCodeAs(Replace.of(ID, none().value("a")))
        .isNotEqualTo(Replace.of(ID + 1, none().value("a")))
        .isNotEqualTo(Replace.of(ID, none().value("b")))
        .isNotEqualTo(Replace.of(ID, none().value("a").noPosition()))
        .isNotEqualTo(Replace.of(ID, none().value("a").hidden(true)))
        .isNotEqualTo(Replace.of(ID, none().value("a").options(List.of())))
        .isNotEqualTo(Replace.of(ID, none().value("a").validationSources(List.of())));
  }

  @Test
  void theTextNamesThePartsAndShowsNoValue() {
    assertThat(Replace.of(7, none().value("hush").options(List.of(Option.of("hush")))))
        .hasToString("Replace[7, DatapointChange[value, options]]");
    assertThat(none().hidden(true).validationSources(List.of()).noPosition())
        .hasToString("DatapointChange[position, hidden, validation_sources]");
  }
}
