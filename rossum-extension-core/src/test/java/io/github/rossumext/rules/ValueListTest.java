package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.at;
import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.Problem.saying;
import static io.github.rossumext.SchemaText.date;
import static io.github.rossumext.SchemaText.list;
import static io.github.rossumext.SchemaText.number;
import static io.github.rossumext.SchemaText.with;
import static io.github.rossumext.Wire.messages;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.LossyWriteException;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.payload.HookAction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ValueListTest {
  // The list has the id …760, its values …761 and …762.
  private final ContentEditor content = initialize().list("orders", "order", "12", "x").edit();
  private final ValueList orders = content.list("orders");

  @Nested
  class Reading {
    @Test
    void aListKnowsItsIdsAndWhatRossumSent() {
      assertThat(orders.schemaId()).isEqualTo("orders");
      assertThat(orders.id()).isEqualTo(5_483_409_760L);
      assertThat(orders.received().values()).hasSize(2);
      assertThat(orders).hasToString("ValueList[orders, 5483409760]");
    }

    @Test
    void valuesAreReadAsTextsNumbersOrDates() {
      ValueList mixed =
          initialize().list("orders", "order", "12", "2026-01-31", "x", "").edit().list("orders");

      assertThat(mixed.texts()).containsExactly("12", "2026-01-31", "x", "");
      assertThat(mixed.numbers()).containsExactly(new BigDecimal("12"));
      assertThat(mixed.dates()).containsExactly(LocalDate.of(2026, 1, 31));
    }

    @Test
    void valuesAreCountedAndIterated() {
      assertThat(orders.size()).isEqualTo(2);
      assertThat(orders.isEmpty()).isFalse();
      assertThat(orders).extracting(Field::text).containsExactly("12", "x");
      assertThat(initialize().list("none", "order").edit().list("none").isEmpty()).isTrue();
    }

    @Test
    void itIsChangedByTheListOrAValue() {
      assertThat(updated("orders")).isTrue();
      assertThat(updated("order")).isTrue();
      assertThat(updated("note")).isFalse();
    }

    private static boolean updated(String schemaId) {
      return at(HookAction.UPDATED)
          .field("note", "")
          .list("orders", "order", "1")
          .updated(schemaId)
          .edit()
          .list("orders")
          .isChanged();
    }
  }

  @Nested
  class Writing {
    @Test
    void aValueIsReplacedByItsId() {
      orders.fields().get(1).set("13").validatedBy(CONNECTOR).info("Corrected.");

      assertThat(orders.texts()).containsExactly("12", "13");
      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409762,'value':{'content':{'value':'13'},"
                  + "'validation_sources':['connector']}}");
      assertThat(messages(content))
          .containsExactly("{'type':'info','content':'Corrected.','id':5483409762}");
    }

    @Test
    void valuesAreAppendedAsOneObjectEachWithoutASchemaId() {
      orders
          .append("13")
          .append(new BigDecimal("14.0"))
          .append(LocalDate.of(2026, 1, 31))
          .append("");

      assertThat(orders.texts()).containsExactly("12", "x", "13", "14.0", "2026-01-31", "");
      assertThat(operations(content))
          .containsExactly(
              "{'op':'add','id':5483409760,'value':{'content':{'value':'13'}}}",
              "{'op':'add','id':5483409760,'value':{'content':{'value':'14.0'}}}",
              "{'op':'add','id':5483409760,'value':{'content':{'value':'2026-01-31'}}}",
              "{'op':'add','id':5483409760,'value':{'content':{'value':''}}}");
    }

    @Test
    void anAppendedValueIsEditedLikeAnyOther() {
      orders.append("13");

      orders.fields().get(2).set("14").validatedBy(CONNECTOR);

      assertThat(operations(content))
          .containsExactly(
              "{'op':'add','id':5483409760,'value':{'content':{'value':'14'},"
                  + "'validation_sources':['connector']}}");
    }

    @Test
    void valuesAreRemovedWhereATestPasses() {
      orders.append("12");

      assertThat(orders.removeIf(order -> order.text().equals("12"))).isEqualTo(2);
      assertThat(orders.texts()).containsExactly("x");
      assertThat(operations(content)).containsExactly("{'op':'remove','id':5483409761}");
    }

    @Test
    void aListThatWasReadIsNoWayToRemove() {
      List<Field> fields = orders.fields();

      assertThatThrownBy(() -> fields.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aListIsReplaced() {
      orders.clear();
      orders.append("13");

      assertThat(operations(content))
          .containsExactly(
              "{'op':'remove','id':5483409761}",
              "{'op':'remove','id':5483409762}",
              "{'op':'add','id':5483409760,'value':{'content':{'value':'13'}}}");
    }

    @Test
    void valuesMayBeAppendedWhileTheListIsIterated() {
      for (Field order : orders) {
        orders.append(order.text() + "2");
      }

      assertThat(orders.texts()).containsExactly("12", "x", "122", "x2");
    }

    @Test
    void aValueThatCannotBeAppendedLeavesNothingBehind() {
      String tooLong = "x".repeat(1501);
      ContentEditor dropping =
          initialize().list("orders", "order", "12").edit(LossyWrites.DROP_AND_LOG);

      assertThatThrownBy(() -> orders.append(tooLong)).isInstanceOf(LossyWriteException.class);
      dropping.list("orders").append(tooLong).append("13");

      assertThat(orders.size()).isEqualTo(2);
      assertThat(dropping.list("orders").texts()).containsExactly("12", "13");
      assertThat(operations(dropping)).hasSize(1);
    }
  }

  @Nested
  class WithASchema {
    @Test
    void newValuesAreOfTheTypeOfTheSchema() {
      ContentEditor editor =
          initialize().list("rates", "rate").schema(list("rates", number("rate"))).edit();

      assertThatThrownBy(() -> editor.list("rates").append("about ten"))
          .isInstanceOf(LossyWriteException.class)
          .satisfies(saying("The field 'rate' is a number; it cannot hold this text."));
      assertThat(editor.list("rates").append("10").fields().get(0).schemaId()).isEqualTo("rate");
    }

    @Test
    void itKnowsHowManyValuesThereMayBe() {
      ValueList days =
          initialize()
              .list("days", "day")
              .schema(with(list("days", date("day")), "'max_occurrences':3"))
              .edit()
              .list("days");

      assertThat(days.maxOccurrences()).hasValue(3);
      assertThat(days.definition()).isPresent();
      assertThat(orders.maxOccurrences()).isEmpty();
      assertThat(orders.definition()).isEmpty();
    }
  }

  @Nested
  class Lookup {
    private final ContentEditor editor =
        initialize().list("orders", "order", "1").table("lines", row("code", "a")).edit();

    @Test
    void aMisspeltListNamesTheNearestOnes() {
      assertThatThrownBy(() -> editor.list("order_ids"))
          .isInstanceOf(UnknownFieldException.class)
          .hasMessageStartingWith("The document has no list 'order_ids'. Did you mean orders?");
    }

    @Test
    void whatIsNoListIsNamedAsWhatItIs() {
      assertThatThrownBy(() -> editor.list("lines"))
          .satisfies(saying("'lines' is a table, not a list. Read it through table(\"lines\")."));
      assertThatThrownBy(() -> editor.list("order"))
          .satisfies(
              saying(
                  "'order' is a value of 'orders', not a list. Read it through list(\"orders\")."));
    }
  }
}
