package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static io.github.rossumext.value.ValidationSource.HUMAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.CapturedLog;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.SchemaText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a list or a table is to hold, computed anew at each event. */
class SetTest {
  record Line(String code, Optional<BigDecimal> qty) {}

  @Nested
  class AList {
    @Test
    void thatHoldsTheValuesIsNotChanged() {
      ContentEditor content = initialize().list("orders", "order", "11", "12").edit();

      content.list("orders").set(List.of("12", "11"));

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void keepsWhatIsTheSameReplacesTheRestAndAppends() {
      ContentEditor content = initialize().list("orders", "order", "11", "12", "13").edit();

      content.list("orders").set(List.of("13", "14", "11", 15));

      assertThat(content.list("orders").texts()).containsExactly("11", "14", "13", "15");
      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409762,'value':{'content':{'value':'14'}}}",
              "{'op':'add','id':5483409760,'value':{'content':{'value':'15'}}}");
    }

    @Test
    void losesWhatIsNotWanted() {
      ContentEditor content = initialize().list("orders", "order", "11", "12", "12").edit();

      content.list("orders").set(List.of("12"));

      assertThat(operations(content))
          .containsExactly("{'op':'remove','id':5483409761}", "{'op':'remove','id':5483409763}");
    }

    @Test
    void countsWhatEarlierRulesAppended() {
      ContentEditor content = initialize().list("orders", "order", "11").edit();

      content.list("orders").append("12").set(List.of("12", "13"));

      assertThat(operations(content))
          .containsExactly(
              "{'op':'add','id':5483409760,'value':{'content':{'value':'12'}}}",
              "{'op':'replace','id':5483409761,'value':{'content':{'value':'13'}}}");
    }

    @Test
    void isNotChangedByAValueThatNoFieldCanHold() {
      ContentEditor content = initialize().list("orders", "order", "11").edit();

      assertThatThrownBy(() -> content.list("orders").set(List.of("12", 0.5)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> content.list("orders").set(Arrays.asList("12", null)))
          .isInstanceOf(IllegalArgumentException.class);

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void leavesOutAValueThatIsLost() {
      ContentEditor content =
          initialize().list("orders", "order", "11").edit(LossyWrites.DROP_AND_LOG);

      content.list("orders").set(List.of("11", "x".repeat(1501)));

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void keepsNoOldValueInThePlaceOfOneThatIsLost() {
      for (Object lost : List.of("x".repeat(1501), new BigDecimal("1e2000000"))) {
        ContentEditor content =
            initialize().list("orders", "order", "a", "b", "b").edit(LossyWrites.DROP_AND_LOG);

        content.list("orders").set(List.of(lost, "m"));

        assertThat(content.list("orders").texts()).containsExactly("m");
        assertThat(operations(content))
            .containsExactly(
                "{'op':'replace','id':5483409761,'value':{'content':{'value':'m'}}}",
                "{'op':'remove','id':5483409762}",
                "{'op':'remove','id':5483409763}");
      }
    }

    @Test
    void keepsNoOldValueInThePlaceOfOneThatIsNoOption() {
      ContentEditor content =
          initialize()
              .list("orders", "order", "A")
              .schema(SchemaText.list("orders", SchemaText.choice("order", "A", "B")))
              .edit(LossyWrites.DROP_AND_LOG);

      content.list("orders").set(List.of("X", "b"));

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409761,'value':{'content':{'value':'b'}}}");
    }
  }

  @Nested
  class ATable {
    private final ContentEditor content =
        initialize()
            .table(
                "lines",
                row(
                    "code",
                    "A",
                    "qty",
                    "{'content':{'value':'1.0'},'validation_sources':['human']}",
                    "note",
                    "of the user"),
                row("code", "B", "qty", "2", "note", ""),
                row("code", "C", "qty", "3", "note", ""))
            .edit();
    private final Table lines = content.table("lines");

    private static Map<String, Object> line(String code, Object qty) {
      return Map.of("code", code, "qty", qty);
    }

    @Test
    void getsTheSmallestDifference() {
      lines.set(List.of(line("D", 4), line("C", 30), line("A", 1)), "code");

      assertThat(lines.column("code").texts()).containsExactly("A", "C", "D");
      assertThat(lines.row(0).field("qty").validationSources()).containsExactly(HUMAN);
      assertThat(lines.row(0).field("note").text()).isEqualTo("of the user");
      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409771,'value':{'content':{'value':'30'}}}",
              "{'op':'remove','id':5483409765}",
              "{'op':'add','id':5483409760,'value':["
                  + "{'schema_id':'code','content':{'value':'D'}},"
                  + "{'schema_id':'qty','content':{'value':'4'}}]}");
    }

    @Test
    void isSetToRecords() {
      lines.set(
          List.of(
              new Line("A", Optional.of(BigDecimal.ONE)),
              new Line("B", Optional.empty()),
              new Line("C", Optional.of(new BigDecimal("3.000")))),
          "code");

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409767,'value':{'content':{'value':''}}}");
    }

    @Test
    void keepsTheMarksOfAnEarlierRule() {
      lines.row(1).validatedBy(CONNECTOR);

      lines.set(List.of(line("A", 1), line("B", 2), line("C", 3)), "code");

      assertThat(lines.row(1).field("qty").validationSources()).containsExactly(CONNECTOR);
    }

    @Test
    void pairsRowsOfOneKeyWithThoseThatAreTheSameAndThenInTheirOrder() {
      ContentEditor content =
          initialize()
              .table("lines", row("code", "A", "qty", "1"), row("code", "A", "qty", "2"))
              .edit();

      content.table("lines").set(List.of(line("A", 2), line("A", 9)), "code");

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409763,'value':{'content':{'value':'9'}}}");
    }

    @Test
    void leavesOutARowWhoseKeyIsLost() {
      for (Object lost : List.of("k".repeat(1501), new BigDecimal("1e2000000"))) {
        ContentEditor content =
            initialize()
                .table("lines", row("code", "A", "qty", "1"))
                .edit(LossyWrites.DROP_AND_LOG);

        try (CapturedLog log = CapturedLog.start()) {
          content.table("lines").set(List.of(Map.of("code", lost, "qty", "1")), "code");

          assertThat(log.lines()).singleElement().asString().contains("'code'");
        }
        assertThat(content.table("lines").isEmpty()).isTrue();
        assertThat(operations(content)).containsExactly("{'op':'remove','id':5483409761}");
      }
    }

    @Test
    void leavesOutARowWhoseKeyIsNoOption() {
      ContentEditor content = ofAnEnum("B");

      try (CapturedLog log = CapturedLog.start()) {
        content.table("lines").set(List.of(line("X", 1)), "code");

        assertThat(operations(content)).containsExactly("{'op':'remove','id':5483409761}");
        assertThat(log.lines())
            .singleElement()
            .asString()
            .contains("The column 'code' of a new row got a value that is not among its options.");
      }
    }

    @Test
    void takesARowWhoseKeyIsAnOptionThatIsSetLater() {
      ContentEditor content = ofAnEnum("B");

      content.table("lines").set(List.of(line("X", 1)), "code");
      content.table("lines").row(0).field("code").allowAnyValue();

      assertThat(operations(content)).hasSize(2).last().asString().contains("'value':'X'");
    }

    private static ContentEditor ofAnEnum(String code) {
      return initialize()
          .table("lines", row("code", code, "qty", "1"))
          .schema(
              SchemaText.table(
                  "lines", SchemaText.choice("code", "A", "B"), SchemaText.number("qty")))
          .edit(LossyWrites.DROP_AND_LOG);
    }

    @Test
    void pairsKeysOfAnEnumRegardlessOfCase() {
      ContentEditor content = ofAnEnum("a");

      content.table("lines").set(List.of(line("A", 2)), "code");

      assertThat(content.table("lines").row(0).isNew()).isFalse();
      assertThat(operations(content))
          .containsExactlyInAnyOrder(
              "{'op':'replace','id':5483409762,'value':{'content':{'value':'A'}}}",
              "{'op':'replace','id':5483409763,'value':{'content':{'value':'2'}}}");
    }

    @Test
    void pairsOtherKeysOnlyIfTheirCaseIsTheSame() {
      lines.set(List.of(line("A", 1), line("B", 2), line("c", 3)), "code");

      assertThat(lines.row(2).isNew()).isTrue();
    }

    @Test
    void keepsARowWhoseKeyRossumComputes() {
      ContentEditor content =
          initialize()
              .table("lines", row("code", "A", "qty", "1"))
              .schema(
                  SchemaText.table(
                      "lines", SchemaText.formula("code", "string"), SchemaText.number("qty")))
              .edit(LossyWrites.DROP_AND_LOG);

      content.table("lines").set(List.of(line("A", 1), line("B", 2)), "code");

      assertThat(operations(content)).singleElement().asString().contains("'add'", "'2'");
    }

    @Test
    void replacesARowThatDoesNotHaveACellToBeFilled() {
      ContentEditor content =
          initialize().table("lines", row("code", "A", "qty", "1"), row("code", "B")).edit();

      content.table("lines").set(List.of(line("A", 1), line("B", 2)), "code");

      assertThat(operations(content))
          .containsExactly(
              "{'op':'remove','id':5483409764}",
              "{'op':'add','id':5483409760,'value':["
                  + "{'schema_id':'code','content':{'value':'B'}},"
                  + "{'schema_id':'qty','content':{'value':'2'}}]}");
    }

    @Test
    void prefersTheRowOfAKeyThatHasTheCellsToBeFilled() {
      ContentEditor content =
          initialize().table("lines", row("code", "A"), row("code", "A", "qty", "1")).edit();

      content.table("lines").set(List.of(line("A", 2), Map.of("code", "A")), "code");

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409765,'value':{'content':{'value':'2'}}}");
    }

    @Test
    void isEmptiedByNoRows() {
      lines.set(List.of(), "code");

      assertThat(lines.isEmpty()).isTrue();
    }

    @Test
    void isNotChangedByAMistake() {
      assertMistake(() -> lines.set(List.of(line("X", 1), Map.of("qty", 1)), "code"), "'code'");
      assertMistake(() -> lines.set(List.of(line("X", 1), line("Y", 0.5)), "code"), "'qty'");
      assertMistake(() -> lines.set(List.of(line("X", 1), "row"), "code"), "java.lang.String");
      assertMistake(() -> lines.set(List.of(Map.of("code", "X", "qyt", 1)), "code"), "'qyt'");
      assertMistake(() -> lines.set(List.of(), "cod"), "'cod'");

      assertThat(operations(content)).isEmpty();
    }

    private static void assertMistake(ThrowingCallable set, String part) {
      assertThatThrownBy(set).hasMessageContaining(part);
    }
  }
}
