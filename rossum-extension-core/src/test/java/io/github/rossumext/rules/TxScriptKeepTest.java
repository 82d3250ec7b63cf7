package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.SchemaText.choice;
import static io.github.rossumext.SchemaText.text;
import static io.github.rossumext.SchemaText.with;
import static io.github.rossumext.Wire.operations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/**
 * What authors know from TxScript and find here, row by row: the values of fields. The next rows
 * are in {@link TxScriptAttributesTest}, those about tables in {@link TxScriptTablesTest}, and what
 * is done better in {@link TxScriptDoBetterTest}.
 */
class TxScriptKeepTest {
  @Test
  void aDatapointIsReachedByItsSchemaId() {
    ContentEditor content = initialize().field("invoice_id", "INV-77").edit();

    assertThat(content.field("invoice_id").text()).isEqualTo("INV-77");
  }

  @Test
  void anUnknownSchemaIdIsAnError() {
    ContentEditor content = initialize().field("invoice_id", "INV-77").edit();

    assertThatThrownBy(() -> content.field("invoice_no"))
        .isInstanceOf(UnknownFieldException.class)
        .hasMessageContaining("no field 'invoice_no'");
  }

  @Test
  void whatTheSchemaHasAndTheContentHasNotIsNotPresent() {
    ContentEditor content = initialize().schema(text("invoice_id")).edit();

    assertThatThrownBy(() -> content.field("invoice_id"))
        .isInstanceOf(UnknownFieldException.class)
        .hasMessageStartingWith(
            "The schema has 'invoice_id', but it is not present in this document.");
  }

  @Test
  void aTextIsReadFromTheNormalizedValueOrTheValue() {
    ContentEditor content =
        initialize().field("due", "4/5/2011", "2011-04-05").field("note", "fine").edit();

    assertThat(content.field("due").text()).isEqualTo("2011-04-05");
    assertThat(content.field("note").text()).isEqualTo("fine");
  }

  @Test
  void aNumberIsReadFromTheNormalizedValueOrTheValue() {
    ContentEditor content =
        initialize().field("amount", "1,132.87", "1132.87").field("rate", "21").edit();

    assertThat(content.number("amount").value()).isEqualTo("1132.87");
    assertThat(content.number("rate").value()).isEqualTo("21");
  }

  @Test
  void aDateIsReadFromTheNormalizedValueOrTheValue() {
    ContentEditor content =
        initialize().field("due", "4/5/2011", "2011-04-05").field("issued", "2011-03-31").edit();

    assertThat(content.date("due").value()).isEqualTo("2011-04-05");
    assertThat(content.date("issued").value()).isEqualTo("2011-03-31");
  }

  @Test
  void whatCannotBeReadIsEmpty() {
    ContentEditor content =
        initialize().field("amount", "1,132.87").field("due", "4/5/2011").edit();

    assertThat(content.number("amount").isEmpty()).isTrue();
    assertThat(content.date("due").isEmpty()).isTrue();
  }

  @Test
  void anEnumIsReadByWhatItsValuesAre() {
    ContentEditor content =
        initialize()
            .field("terms", "30")
            .schema(with(choice("terms", "14", "30"), "'enum_value_type':'number'"))
            .edit();

    assertThat(content.field("terms").text()).isEqualTo("30");
    assertThat(content.number("terms").value()).isEqualTo("30");
  }

  @Test
  void emptyIsTheEmptyTextAndNotZeroFalseOrABlank() {
    ContentEditor content =
        initialize()
            .field("nothing", "")
            .field("zero", "0")
            .field("false", "False")
            .field("blank", " ")
            .edit();

    assertThat(content.field("nothing").isEmpty()).isTrue();
    assertThat(content.number("zero").isSet()).isTrue();
    assertThat(content.field("false").isSet()).isTrue();
    assertThat(content.field("blank").isSet()).isTrue();
  }

  @Test
  void aDefaultIsWrittenWhereTheFieldIsEmpty() {
    ContentEditor content = initialize().field("currency", "").field("language", "cs").edit();

    content.field("currency").defaultTo("eur");
    content.field("language").defaultTo("en");

    assertThat(operations(content))
        .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'eur'}}}");
  }

  @Test
  void aFieldIsChangedOnlyIfTheValueIsDifferent() {
    ContentEditor content = initialize().field("invoice_id", "77").field("order_id", "12").edit();

    content.field("invoice_id").set("78");
    content.field("order_id").set("12");

    assertThat(operations(content))
        .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'78'}}}");
  }
}
