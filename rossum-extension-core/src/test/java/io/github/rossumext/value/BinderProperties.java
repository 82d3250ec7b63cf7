package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.internal.json.JsonArbitraries;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BinderProperties {
  record Inner(Optional<BigDecimal> maxAmount, ResourceUrl queueUrl) {}

  record Settings(
      String name,
      Optional<String> note,
      OptionalLong queueId,
      Optional<Inner> inner,
      List<Inner> others,
      RawJson rest) {}

  @Property
  void whatWasWrittenIsReadBack(@ForAll("settings") Settings settings) {
    assertThat(RawJson.ofValue(settings).as(Settings.class)).isEqualTo(settings);
  }

  @Property
  void anEmptyObjectChangesNoDefault(@ForAll("settings") Settings defaults) {
    assertThat(RawJson.EMPTY_OBJECT.over(defaults)).isEqualTo(defaults);
  }

  @Property
  void anObjectThatSaysEverythingReplacesEveryDefault(
      @ForAll("settings") Settings defaults, @ForAll("settings") Settings said) {
    Settings both = RawJson.ofValue(said).over(defaults);

    assertThat(both.name()).isEqualTo(said.name());
    assertThat(both.note()).isEqualTo(said.note());
    assertThat(both.queueId()).isEqualTo(said.queueId());
    assertThat(both.inner()).isEqualTo(said.inner());
    assertThat(both.others()).isEqualTo(said.others());
  }

  /** As JSON is written when it has been read, so that equal JSON is equal byte for byte. */
  private static RawJson raw(JsonNode json) {
    return RawJson.ofValue(json).as(RawJson.class);
  }

  @Provide
  Arbitrary<Settings> settings() {
    Arbitrary<Inner> inner =
        Combinators.combine(
                Arbitraries.bigDecimals()
                    .between(BigDecimal.ONE.negate(), BigDecimal.TEN)
                    .optional(),
                JsonArbitraries.texts().map(ResourceUrl::new))
            .as(Inner::new);
    return Combinators.combine(
            JsonArbitraries.texts(),
            JsonArbitraries.texts().optional(),
            Arbitraries.longs()
                .optional()
                .map(id -> id.map(OptionalLong::of).orElse(OptionalLong.empty())),
            inner.optional(),
            inner.list().ofMaxSize(3),
            JsonArbitraries.objects().map(BinderProperties::raw))
        .as(Settings::new);
  }
}
