package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.Problem.saying;
import static io.github.rossumext.SchemaText.date;
import static io.github.rossumext.Wire.operations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.ContentRequest;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.Key;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Documents and rows as records of the author's. */
class RecordBindingTest {
  private record Invoice(
      String invoiceId,
      @Key("amount_total") BigDecimal total,
      LocalDate dateIssue,
      Optional<LocalDate> dateDue,
      List<Line> lineItems,
      List<String> orderIds) {}

  private record Line(String itemCode, BigDecimal itemQuantity, Optional<BigDecimal> itemPrice) {}

  private static ContentRequest request() {
    return initialize()
        .field("invoice_id", "INV-7")
        .field("amount_total", "1,132.870", "1132.870")
        .field("date_issue", "31/1/2026", "2026-01-31")
        .field("date_due", "")
        .table(
            "line_items",
            row("item_code", "a", "item_quantity", "2", "item_price", "1.50"),
            row("item_code", "", "item_quantity", "0", "item_price", ""))
        .list("order_ids", "order_id", "12", "13");
  }

  private final ContentEditor content = request().edit();

  @Nested
  class Documents {
    @Test
    void fieldsTablesAndListsAreBoundByTheirNamesOrAnnotations() {
      assertThat(content.as(Invoice.class))
          .isEqualTo(
              new Invoice(
                  "INV-7",
                  new BigDecimal("1132.870"),
                  LocalDate.of(2026, 1, 31),
                  Optional.empty(),
                  List.of(
                      new Line("a", new BigDecimal("2"), Optional.of(new BigDecimal("1.50"))),
                      new Line("", new BigDecimal("0"), Optional.empty())),
                  List.of("12", "13")));
    }

    @Test
    void theEditsAreBound() {
      content.field("invoice_id").set("INV-8");
      content.table("line_items").row(0).remove();
      content.table("line_items").append().set("item_code", "n").set("item_quantity", 9);
      content.list("order_ids").append("14");

      Invoice invoice = content.as(Invoice.class);

      assertThat(invoice.invoiceId()).isEqualTo("INV-8");
      assertThat(invoice.lineItems()).extracting(Line::itemCode).containsExactly("", "n");
      assertThat(invoice.orderIds()).containsExactly("12", "13", "14");
    }

    @Test
    void whatWasBoundDoesNotChangeAnyMore() {
      Invoice invoice = content.as(Invoice.class);

      content.list("order_ids").append("14");

      assertThat(invoice.orderIds()).hasSize(2);
      assertThatThrownBy(() -> invoice.orderIds().add("15"))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> invoice.lineItems().remove(0))
          .isInstanceOf(UnsupportedOperationException.class);
    }

    private record Mixed(String vendorVATId2, boolean paid, long copies, Optional<Integer> pages) {}

    @Test
    void namesAreTurnedToSnakeCaseAsInSettings() {
      ContentEditor editor =
          initialize()
              .field("vendor_vatid2", "CZ1")
              .field("paid", "True")
              .field("copies", "5483409760")
              .field("pages", "")
              .edit();

      assertThat(editor.as(Mixed.class))
          .isEqualTo(new Mixed("CZ1", true, 5_483_409_760L, Optional.empty()));
    }
  }

  @Nested
  class Rows {
    @Test
    void aTableAndARowAreBound() {
      Table lines = content.table("line_items");

      assertThat(lines.as(Line.class)).extracting(Line::itemCode).containsExactly("a", "");
      assertThat(lines.row(0).as(Line.class))
          .isEqualTo(new Line("a", new BigDecimal("2"), Optional.of(new BigDecimal("1.50"))));
    }

    @Test
    void aCellFailsByTheTableTheRowAndItsName() {
      content.table("line_items").row(1).field("item_quantity").clear();

      assertThatThrownBy(() -> content.as(Invoice.class))
          .isInstanceOf(BindingException.class)
          .satisfies(saying("line_items[1].item_quantity: expected a number"));
      assertThatThrownBy(() -> content.table("line_items").row(1).as(Line.class))
          .satisfies(saying("item_quantity: expected a number"));
    }
  }

  @Nested
  class WrongNames {
    private record Misspelt(String invoiceNo) {}

    private record MisspeltLine(String itemKode) {}

    private record FieldAsTable(List<Line> invoiceId) {}

    private record TableAsField(String lineItems) {}

    private record CellAsList(List<String> itemCode) {}

    private record DateAsNumber(BigDecimal dateDue) {}

    @Test
    void anUnknownNameFailsWithTheNearestOnes() {
      assertThatThrownBy(() -> content.as(Misspelt.class))
          .isInstanceOf(UnknownFieldException.class)
          .hasMessageContaining("no field 'invoice_no'. Did you mean invoice_id,");
      assertThatThrownBy(() -> content.table("line_items").as(MisspeltLine.class))
          .isInstanceOf(UnknownFieldException.class)
          .hasMessageContaining("no column 'item_kode'. Did you mean item_code,");
    }

    @Test
    void whatIsSomethingElseIsNamedAsWhatItIs() {
      assertThatThrownBy(() -> content.as(FieldAsTable.class))
          .satisfies(
              saying(
                  "'invoice_id' is a field, not a table. Read it through field(\"invoice_id\")."));
      assertThatThrownBy(() -> content.as(TableAsField.class))
          .satisfies(
              saying(
                  "'line_items' is a table, not a field. Read it through table(\"line_items\")."));
      assertThatThrownBy(() -> content.table("line_items").as(CellAsList.class))
          .satisfies(saying("'item_code' is a column of 'line_items', not a list."));
      assertThatThrownBy(() -> request().schema(date("date_due")).edit().as(DateAsNumber.class))
          .satisfies(saying("'date_due' is a date in the schema, but was opened as a number."));
    }
  }

  @Nested
  class WrongTypes {
    private record Inexact(double amountTotal) {}

    private record ListOfLists(List<List<String>> lineItems) {}

    private record OptionalTable(Optional<Line> lineItems) {}

    @SuppressWarnings("rawtypes") // what a careless author writes
    private record Raw(List lineItems) {}

    @Test
    void aTypeThatNoFieldCanBeBoundToIsRefusedWithThoseThatCan() {
      for (Class<? extends Record> type :
          List.of(Inexact.class, ListOfLists.class, OptionalTable.class, Raw.class)) {
        assertThatIllegalArgumentException()
            .as(type.getSimpleName())
            .isThrownBy(() -> content.as(type))
            .withMessageContaining(type.getName())
            .withMessageContaining("Use String, BigDecimal, LocalDate, long, int or boolean");
      }
    }
  }

  @Nested
  class OwnConstructors {
    record Code(@Key("invoice_id") String value) {
      Code {
        if (!value.startsWith("ACME-")) {
          throw new IllegalStateException("no number of ours");
        }
      }
    }

    @Test
    void itsRefusalReachesTheAuthorAsItIs() {
      assertThatThrownBy(() -> content.as(Code.class))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no number of ours");
    }
  }

  @Nested
  class Appending {
    private record Freight(
        String itemCode, long itemQuantity, @Key("item_price") Optional<BigDecimal> price) {}

    private record Broken(String itemCode, List<String> itemQuantity) {}

    @Test
    void aRecordIsAppendedByTheSameNames() {
      content.table("line_items").append(new Freight("freight", 1, Optional.empty()));

      assertThat(operations(content))
          .containsExactly(
              "{'op':'add','id':5483409764,'value':["
                  + "{'schema_id':'item_code','content':{'value':'freight'}},"
                  + "{'schema_id':'item_quantity','content':{'value':'1'}},"
                  + "{'schema_id':'item_price','content':{'value':''}}]}");
    }

    @Test
    void aRecordThatWasBoundIsAppendedAsItIs() {
      Table lines = content.table("line_items");

      lines.append(lines.row(0).as(Line.class));

      assertThat(lines.as(Line.class)).hasSize(3).last().isEqualTo(lines.row(0).as(Line.class));
    }

    @Test
    void anUnknownNameIsRefusedAndNothingIsAppended() {
      Table lines = content.table("line_items");

      assertThatThrownBy(() -> lines.append(new WrongNames.MisspeltLine("x")))
          .isInstanceOf(UnknownFieldException.class)
          .hasMessageContaining("no column 'item_kode'");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lines.append(new Broken("x", List.of("1"))))
          .withMessageContaining("for 'item_quantity', but found java.util.");
      assertThat(operations(content)).isEmpty();
    }
  }

  @Nested
  class Spelling {
    private record Header(@Key("InvoiceID") String number, LocalDate dateIssue, List<Item> lines) {}

    private record Item(@Key("ITEM-CODE") String code) {}

    @Test
    void ofADocumentMayDifferInCaseAndHyphens() {
      ContentEditor content =
          initialize()
              .field("invoice_id", "7")
              .field("Date-Issue", "2026-01-31")
              .table("LINES", row("Item_Code", "a"))
              .edit();

      content.table("LINES").append(new Item("b"));

      assertThat(content.as(Header.class))
          .isEqualTo(
              new Header("7", LocalDate.of(2026, 1, 31), List.of(new Item("a"), new Item("b"))));
    }

    @Test
    void thatIsExactWins() {
      record Id(String invoiceId) {}

      assertThat(initialize().field("InvoiceId", "1").field("invoice_id", "2").edit().as(Id.class))
          .isEqualTo(new Id("2"));
    }

    @Test
    void ofTwoFieldsIsNotGuessed() {
      record Id(String invoiceId) {}
      ContentEditor content = initialize().field("InvoiceId", "1").field("INVOICE_ID", "2").edit();

      assertThatThrownBy(() -> content.as(Id.class))
          .isInstanceOf(UnknownFieldException.class)
          .hasMessageContaining("Did you mean INVOICE_ID, InvoiceId?");
    }

    @Test
    void ofTwoComponentsForOneFieldIsRefused() {
      record Twice(String invoiceId, @Key("invoice-ID") String other) {}

      assertThatThrownBy(() -> initialize().field("invoice_id", "1").edit().as(Twice.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(
              "match the same key 'invoice-ID', because case, _ and - do not count.");
    }
  }
}
