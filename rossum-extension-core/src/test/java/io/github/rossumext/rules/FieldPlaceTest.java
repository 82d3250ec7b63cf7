package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static io.github.rossumext.value.ValidationSource.HUMAN;
import static io.github.rossumext.value.ValidationSource.SCORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.rossumext.value.Position;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Where a value stands in the document and what validates it. */
class FieldPlaceTest {
  private static final Position PLACE = new Position(103, 110.5, 121, 122);
  private static final Position OTHER = new Position(1, 2, 3, 4);

  // …760 has a place, …761 has a page only, …762 has none.
  private final ContentEditor content =
      initialize()
          .datapoint("placed", "{'content':{'value':'x','page':2,'position':[103,110.5,121,122]}}")
          .datapoint("paged", "{'content':{'value':'x','page':2,'position':null}}")
          .field("unplaced", "x")
          .edit();

  @Nested
  class Place {
    @Test
    void pageAndPositionAreRead() {
      assertThat(content.field("placed").page()).hasValue(2);
      assertThat(content.field("placed").position()).contains(PLACE);
      assertThat(content.field("paged").page()).hasValue(2);
      assertThat(content.field("paged").position()).isEmpty();
      assertThat(content.field("unplaced").page()).isEmpty();
    }

    @Test
    void theyAreWrittenTogetherAndReadBack() {
      Field field = content.field("unplaced").position(1, OTHER);

      assertThat(field.page()).hasValue(1);
      assertThat(field.position()).contains(OTHER);
      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409762,'value':{'content':{'page':1,'position':[1,2,3,4]}}}");
    }

    @Test
    void thePlaceThatAValueHasIsNotSentAgain() {
      content.field("placed").position(1, OTHER).position(2, PLACE);
      content.field("unplaced").position(1, OTHER).clearPosition();

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void thePlaceIsTakenAwayByNulls() {
      Field placed = content.field("placed").clearPosition();
      content.field("paged").clearPosition();

      assertThat(placed.page()).isEmpty();
      assertThat(placed.position()).isEmpty();
      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'content':{'page':null,'position':null}}}",
              "{'op':'replace','id':5483409761,'value':{'content':{'page':null,'position':null}}}");
    }

    @Test
    void aNewValueKeepsItsPlace() {
      content.field("placed").set("y");

      assertThat(content.field("placed").position()).contains(PLACE);
      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'y'}}}");
    }

    @Test
    void aPageBeforeTheFirstIsRefusedAtOnce() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> content.field("placed").position(0, OTHER))
          .withMessage("Pages are counted from 1, but the page was 0.");
      assertThat(operations(content)).isEmpty();
    }
  }

  @Nested
  class Validation {
    private final ContentEditor marked =
        initialize()
            .datapoint("a", "{'content':{'value':'1'},'validation_sources':['score']}")
            .edit();
    private final Field a = marked.field("a");

    @Test
    void aSourceIsAdded() {
      a.alsoValidatedBy(CONNECTOR);

      assertThat(a.validationSources()).containsExactly(SCORE, CONNECTOR);
      assertThat(operations(marked))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'validation_sources':['score','connector']}}");
    }

    @Test
    void aSourceThatIsThereAlreadyIsNotAddedAgain() {
      a.alsoValidatedBy(SCORE);

      assertThat(operations(marked)).isEmpty();
    }

    @Test
    void sourcesAreAddedToThoseThatWereSet() {
      a.validatedBy(CONNECTOR).alsoValidatedBy(HUMAN, CONNECTOR);

      assertThat(operations(marked))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'validation_sources':['connector','human']}}");
    }

    @Test
    void aNewValueBeginsWithoutSources() {
      a.set("2").alsoValidatedBy(CONNECTOR);

      assertThat(operations(marked))
          .containsExactly(
              "{'op':'replace','id':5483409760,'value':{'content':{'value':'2'},"
                  + "'validation_sources':['connector']}}");
    }
  }
}
