package io.github.rossumext.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.content.Category;
import io.github.rossumext.response.DatapointChange.Part;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes of one datapoint, put together and taken apart. */
class DatapointChangeTest {
  private static final DatapointChange NONE = DatapointChange.empty();
  private static final DatapointChange MARK =
      NONE.withValidationSources(List.of(ValidationSource.HUMAN));

  @Test
  void aLaterChangeWinsAndALaterValueDropsTheSourcesOfTheEarlierOne() {
    DatapointChange first =
        MARK.withValue("a").withValidationSources(List.of(ValidationSource.HUMAN));

    assertThat(first.with(NONE.withValue("b"))).isEqualTo(NONE.withValue("b"));
    assertThat(first.with(MARK)).isEqualTo(first);
    assertThat(NONE.withValue("a").with(MARK).validationSources())
        .contains(List.of(ValidationSource.HUMAN));
  }

  @Test
  void permissionForAnyValueGoesWithItsValue() {
    DatapointChange allowed = NONE.withValue("a").withAnyValueAllowed();

    assertThat(allowed.with(MARK).isAnyValueAllowed()).isTrue();
    assertThat(allowed.with(NONE.withValue("b")).isAnyValueAllowed()).isFalse();
    assertThat(allowed.without(Part.VALIDATION_SOURCES).isAnyValueAllowed()).isTrue();
    assertThat(allowed.without(Part.VALUE)).isEqualTo(NONE);
  }

  @Test
  void aPartThatIsNotThereCanBeTakenAway() {
    assertThat(MARK.without(Part.VALUE)).isSameAs(MARK);
    assertThat(MARK.without(Part.VALIDATION_SOURCES)).isEqualTo(NONE);
  }

  @Test
  void onlyAClearedPositionIsCleared() {
    assertThat(NONE.withPositionCleared().isPositionCleared()).isTrue();
    assertThat(NONE.withPosition(1, new Position(1, 2, 3, 4)).isPositionCleared()).isFalse();
    assertThat(NONE.isPositionCleared()).isFalse();
  }

  @Test
  void aCategoryIsKnownIfItIsDocumented() {
    assertThat(Category.TUPLE.isKnown()).isTrue();
    assertThat(new Category("slide").isKnown()).isFalse();
  }
}
