package io.github.rossumext.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReplaceTest {
  private static final long ID = 5_483_409_760L;

  /** What goes out as {@code value}. */
  private static String value(Replace.Builder replace) {
    String json =
        new String(ContentResponse.builder().operation(replace.build()).build().toJson(), UTF_8);
    String before = "{\"operations\":[{\"op\":\"replace\",\"id\":5483409760,\"value\":";
    assertThat(json).startsWith(before).endsWith("}]}");
    return json.substring(before.length(), json.length() - 3);
  }

  @Nested
  class OnlyWhatChangesGoesOut {
    @Test
    void theValue() {
      assertThat(value(Replace.of(ID).value("77"))).isEqualTo("{\"content\":{\"value\":\"77\"}}");
    }

    @Test
    void anEmptyValueWhichClears() {
      assertThat(value(Replace.of(ID).value(""))).isEqualTo("{\"content\":{\"value\":\"\"}}");
    }

    @Test
    void hidden() {
      assertThat(value(Replace.of(ID).hidden(true))).isEqualTo("{\"hidden\":true}");
      assertThat(value(Replace.of(ID).hidden(false))).isEqualTo("{\"hidden\":false}");
    }

    @Test
    void theOptions() {
      assertThat(value(Replace.of(ID).options(List.of(Option.of("1", "Roboyo"), Option.of("")))))
          .isEqualTo(
              "{\"options\":[{\"value\":\"1\",\"label\":\"Roboyo\"},"
                  + "{\"value\":\"\",\"label\":\"\"}]}");
      assertThat(value(Replace.of(ID).options(List.of()))).isEqualTo("{\"options\":[]}");
    }

    @Test
    void theValidationSources() {
      assertThat(
              value(
                  Replace.of(ID)
                      .validationSources(
                          List.of(
                              ValidationSource.CONNECTOR, new ValidationSource("of_next_year")))))
          .isEqualTo("{\"validation_sources\":[\"connector\",\"of_next_year\"]}");
      assertThat(value(Replace.of(ID).validationSources(List.of())))
          .isEqualTo("{\"validation_sources\":[]}");
    }

    @Test
    void allOfThem() {
      assertThat(
              value(
                  Replace.of(ID)
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
  void partsThatAreNotSetAreEmpty() {
    Replace replace = Replace.of(ID).hidden(false).build();

    assertThat(replace.id()).isEqualTo(ID);
    assertThat(replace.hidden()).hasValue(false);
    assertThat(replace.value()).isEmpty();
    assertThat(replace.options()).isEmpty();
    assertThat(replace.validationSources()).isEmpty();
  }

  @Test
  void partsThatAreSetAreWhatWasSet() {
    List<Option> options = new ArrayList<>(List.of(Option.of("a")));
    Replace replace =
        Replace.of(ID)
            .value("a")
            .options(options)
            .validationSources(List.of(ValidationSource.HUMAN))
            .build();
    options.clear();

    assertThat(replace.value()).hasValue("a");
    assertThat(replace.options()).hasValue(List.of(Option.of("a")));
    assertThat(replace.validationSources()).hasValue(List.of(ValidationSource.HUMAN));
  }

  @Test
  void aChangeOfNothingIsNotBuilt() {
    assertThat(Replace.of(ID).isEmpty()).isTrue();
    assertThat(Replace.of(ID).value("").isEmpty()).isFalse();
    assertThat(Replace.of(ID).hidden(false).isEmpty()).isFalse();
    assertThat(Replace.of(ID).options(List.of()).isEmpty()).isFalse();
    assertThat(Replace.of(ID).validationSources(List.of()).isEmpty()).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> Replace.of(ID).build());
  }

  @Test
  @NullUnmarked // callers without null checks
  void nullIsNeverSentAsAValue() {
    assertThatNullPointerException().isThrownBy(() -> Replace.of(ID).value(null));
  }

  @Test
  void equalPartsOfOneDatapointAreEqual() {
    Replace replace = Replace.of(ID).value("a").build();

    assertThat(replace)
        .isEqualTo(Replace.of(ID).value("a").build())
        .hasSameHashCodeAs(Replace.of(ID).value("a").build())
        .isNotEqualTo(Replace.of(ID + 1).value("a").build())
        .isNotEqualTo(Replace.of(ID).value("b").build())
        .isNotEqualTo(Replace.of(ID).value("a").hidden(true).build())
        .isNotEqualTo(Replace.of(ID).value("a").options(List.of()).build())
        .isNotEqualTo(Replace.of(ID).value("a").validationSources(List.of()).build());
  }

  @Test
  void theTextNamesThePartsAndShowsNoValue() {
    assertThat(Replace.of(7).value("hush").options(List.of(Option.of("hush"))).build())
        .hasToString("Replace[7, value, options]");
    assertThat(Replace.of(7).hidden(true).validationSources(List.of()).build())
        .hasToString("Replace[7, hidden, validation_sources]");
  }
}
