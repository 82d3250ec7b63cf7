package io.github.rossumext;

import static io.github.rossumext.LossyWrites.DROP_AND_LOG;
import static io.github.rossumext.LossyWrites.REFUSE;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.AddRow;
import io.github.rossumext.response.AddValue;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.Operation;
import io.github.rossumext.response.Remove;
import io.github.rossumext.response.Replace;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that are made by hand, and the parts of them that Rossum would silently lose. */
class ContentCheckTest {
  private static final String SCHEMA =
      "[{'content':[{'category':'section','id':'basic_info','children':["
          + "{'category':'datapoint','id':'note','type':'string'},"
          + "{'category':'datapoint','id':'total','type':'number',"
          + "'ui_configuration':{'type':'formula','edit':'disabled'}},"
          + "{'category':'datapoint','id':'vendor','type':'enum',"
          + "'options':[{'value':'1','label':'A'},{'value':'b','label':'B'}]},"
          + "{'category':'multivalue','id':'lines','children':"
          + "{'category':'tuple','id':'lines_row','children':["
          + "{'category':'datapoint','id':'code','type':'string'},"
          + "{'category':'datapoint','id':'sum','type':'number','ui_configuration':{'type':'formula'}},"
          + "{'category':'datapoint','id':'kind','type':'enum','options':[{'value':'1','label':'A'}]},"
          + "{'category':'datapoint','id':'pick','type':'button'}]}},"
          + "{'category':'multivalue','id':'orders','children':"
          + "{'category':'datapoint','id':'order','type':'enum',"
          + "'options':[{'value':'1','label':'A'},{'value':'2','label':'B'}]}},"
          + "{'category':'multivalue','id':'empty_table','children':"
          + "{'category':'tuple','id':'empty_row','children':["
          + "{'category':'datapoint','id':'cell','type':'string'}]}},"
          + "{'category':'multivalue','id':'empty_list','children':"
          + "{'category':'datapoint','id':'item','type':'string'}}]}]}]";

  private final ContentRequest request = document(HookAction.INITIALIZE);

  private static ContentRequest document(HookAction action) {
    return ContentRequest.at(action)
        .with("request_id", "'r-1'")
        .field("note", "1")
        .field("total", "1")
        .field("vendor", "1")
        .datapoint(
            "received",
            "{'content':{'value':'1'},'options':[{'value':'1','label':'A'},{'value':'b','label':'B'}]}")
        .button("look_up")
        .table("lines", Map.of("code", "a"), Map.of("code", "b"))
        .list("orders", "order", "1", "2")
        .table("empty_table")
        .list("empty_list", "item")
        .field("last", "1");
  }

  private static EndpointResponse respond(
      ContentRequest request, LossyWrites setting, ContentResponse response) {
    return HookEndpoint.builder()
        .secret(Requests.SECRET)
        .on(HookEvent.ANNOTATION_CONTENT, (payload, context) -> response)
        .lossyWrites(setting)
        .build()
        .handle(Requests.signed(request.body()));
  }

  private static ContentResponse of(List<Operation> operations) {
    ContentResponse.Builder response = ContentResponse.builder();
    operations.forEach(response::operation);
    return response.build();
  }

  private static DatapointChange value(String text) {
    return DatapointChange.empty().withValue(text);
  }

  private Replace replace(String schemaId, DatapointChange change) {
    return Replace.of(request.id(schemaId), change);
  }

  /** Something that is fine, to see that it is kept when something else is not. */
  private Replace fine() {
    return replace("last", value("fine"));
  }

  /** Nothing is lost: the response is sent unchanged, byte for byte. */
  private void assertKept(Operation... operations) {
    assertKept(of(List.of(operations)));
  }

  private void assertKept(ContentResponse response) {
    for (LossyWrites setting : LossyWrites.values()) {
      try (CapturedLog log = CapturedLog.start()) {
        EndpointResponse sent = respond(request, setting, response);

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.body()).isEqualTo(response.toJson());
        assertThat(warnings(log)).isEmpty();
      }
    }
  }

  private static List<String> warnings(CapturedLog log) {
    return log.lines().stream().filter(line -> line.startsWith("WARN")).toList();
  }

  /** A part is lost. The rest is kept, and so is {@link #fine()}. */
  private void assertLost(List<Operation> operations, List<Operation> rest, String... losses) {
    assertLost(of(and(operations)), of(and(rest)), losses);
  }

  private List<Operation> and(List<Operation> operations) {
    List<Operation> all = new ArrayList<>(operations);
    all.add(fine());
    return all;
  }

  private void assertLost(Operation operation, String loss) {
    assertLost(List.of(operation), List.of(), loss);
  }

  private void assertLost(ContentResponse response, ContentResponse rest, String... losses) {
    try (CapturedLog log = CapturedLog.start()) {
      EndpointResponse sent = respond(request, REFUSE, response);

      assertThat(sent.status()).isEqualTo(500);
      assertThat(Wire.json(sent))
          .isEqualTo(
              "{'messages':[{'type':'error','content':'The extension failed"
                  + " (request r-1).'}]}");
      assertThat(log.text()).contains("LossyWriteException", losses[0]).doesNotContain("secret");
    }
    try (CapturedLog log = CapturedLog.start()) {
      EndpointResponse sent = respond(request, DROP_AND_LOG, response);

      assertThat(sent.status()).isEqualTo(200);
      assertThat(Wire.json(sent)).isEqualTo(Wire.json(rest));
      assertThat(warnings(log))
          .containsExactlyElementsOf(
              Arrays.stream(losses)
                  .map(
                      loss ->
                          "WARN Rossum would lose part of the response request=r-1 loss=\""
                              + loss
                              + '"')
                  .toList());
      assertThat(log.text()).doesNotContain("secret");
    }
  }

  @Nested
  class IdsThatDoNotExist {
    @Test
    void nothingIsReplaced() {
      assertLost(
          Replace.of(7, value("secret")),
          "The document has no field with the id 7 to be replaced.");
    }

    @Test
    void nothingIsRemoved() {
      assertLost(Remove.of(7), "The document has no row or value with the id 7 to be removed.");
    }

    @Test
    void noRowIsAdded() {
      assertLost(
          AddRow.of(7, Map.of("code", value("secret"))),
          "The document has no multivalue with the id 7 to be added to.");
    }

    @Test
    void noValueIsAdded() {
      assertLost(
          AddValue.of(7, value("secret")),
          "The document has no multivalue with the id 7 to be added to.");
    }
  }

  @Nested
  class OfTheWrongKind {
    @Test
    void aSectionIsNotReplaced() {
      long section = request.payload().content().roots().get(0).id();

      assertLost(
          Replace.of(section, value("secret")),
          "The section 'basic_info' cannot be replaced: only fields can.");
    }

    @Test
    void aTableIsNotReplaced() {
      assertLost(
          replace("lines", value("secret")),
          "The multivalue 'lines' cannot be replaced: only fields can.");
    }

    @Test
    void aRowIsNotReplaced() {
      assertLost(
          replace("lines_row", DatapointChange.empty().withHidden(true)),
          "The tuple 'lines_row' cannot be replaced: only fields can.");
    }

    @Test
    void aFieldIsNotRemoved() {
      assertLost(
          Remove.of(request.id("note")),
          "The field 'note' cannot be removed: only rows of tables and values of multivalues can.");
    }

    @Test
    void aCellIsNotRemoved() {
      assertLost(
          Remove.of(request.id("code")),
          "The field 'code' cannot be removed: only rows of tables and values of multivalues can.");
    }

    @Test
    void aTableIsNotRemoved() {
      assertLost(
          Remove.of(request.id("lines")),
          "The multivalue 'lines' cannot be removed: only rows of tables and values of multivalues"
              + " can.");
    }

    @Test
    void nothingIsAddedToAField() {
      assertLost(
          AddRow.of(request.id("note"), Map.of("code", value("secret"))),
          "The field 'note' takes no rows: only a multivalue does.");
      assertLost(
          AddValue.of(request.id("note"), value("secret")),
          "The field 'note' takes no values: only a multivalue does.");
    }

    @Test
    void nothingIsAddedToARow() {
      assertLost(
          AddRow.of(request.id("lines_row"), Map.of("code", value("secret"))),
          "The tuple 'lines_row' takes no rows: only a multivalue does.");
    }

    @Test
    void aRowIsNotAddedToASimpleMultivalue() {
      assertLost(
          AddRow.of(request.id("orders"), Map.of("order", value("secret"))),
          "The multivalue 'orders' is a simple multivalue, which takes single values and no rows.");
    }

    @Test
    void aValueIsNotAddedToATable() {
      assertLost(
          AddValue.of(request.id("lines"), value("secret")),
          "The multivalue 'lines' is a table, which takes rows and no single values.");
    }

    @Test
    void ofAnEmptyMultivalueTheSchemaTellsTheKind() {
      request.with("schemas", SCHEMA);

      assertLost(
          AddRow.of(request.id("empty_list"), Map.of("item", value("secret"))),
          "The multivalue 'empty_list' is a simple multivalue, which takes single values and no"
              + " rows.");
      assertLost(
          AddValue.of(request.id("empty_table"), value("secret")),
          "The multivalue 'empty_table' is a table, which takes rows and no single values.");
    }

    @Test
    void ofAnEmptyMultivalueNobodyTellsTheKindWithoutSchema() {
      assertKept(
          AddRow.of(request.id("empty_table"), Map.of("anything", value("x"))),
          AddValue.of(request.id("empty_list"), value("x")));
    }
  }

  @Nested
  class CellsOfNewRows {
    private Map<String, DatapointChange> row(String column, DatapointChange change) {
      Map<String, DatapointChange> cells = new LinkedHashMap<>();
      cells.put("code", value("x"));
      cells.put(column, change);
      return cells;
    }

    private void assertCellIsLost(String column, DatapointChange change, String loss) {
      assertLost(
          List.of(AddRow.of(request.id("lines"), row(column, change))),
          List.of(AddRow.of(request.id("lines"), Map.of("code", value("x")))),
          loss);
    }

    @Test
    void aColumnThatNoRowHasIsLostAlone() {
      assertCellIsLost(
          "order", value("secret"), "The column 'order' of a new row is not a column of 'lines'.");
    }

    @Test
    void aColumnThatTheSchemaDoesNotHaveIsLostAlone() {
      request.with("schemas", SCHEMA);

      assertCellIsLost(
          "note", value("secret"), "The column 'note' of a new row is not a column of 'lines'.");
    }

    @Test
    void aColumnThatOnlyTheSchemaHasIsKept() {
      request.with("schemas", SCHEMA);

      assertKept(AddRow.of(request.id("lines"), row("kind", value("1"))));
      assertKept(AddRow.of(request.id("empty_table"), Map.of("cell", value("x"))));
    }

    @Test
    void aFormulaIsLostAlone() {
      request.with("schemas", SCHEMA);

      assertCellIsLost(
          "sum", value("secret"), "The column 'sum' of a new row is computed by a formula.");
    }

    @Test
    void aButtonOfTheSchemaIsLostAlone() {
      request.with("schemas", SCHEMA);

      assertCellIsLost("pick", value(""), "The column 'pick' of a new row is a button.");
    }

    @Test
    void aButtonOfTheOtherRowsIsLostAlone() {
      ContentRequest withButton =
          ContentRequest.initialize()
              .with(
                  "annotation",
                  "{'content':[{'id':1,'schema_id':'s','category':'section','children':["
                      + "{'id':2,'schema_id':'lines','category':'multivalue','children':["
                      + "{'id':3,'schema_id':'row','category':'tuple','children':["
                      + "{'id':4,'schema_id':'code','category':'datapoint',"
                      + "'content':{'value':'a'}},"
                      + "{'id':5,'schema_id':'pick','category':'datapoint','content':null}]}]}]}]}");

      EndpointResponse sent =
          respond(
              withButton, DROP_AND_LOG, of(List.of(AddRow.of(2, row("pick", value("secret"))))));

      assertThat(Wire.json(sent))
          .isEqualTo(
              "{'operations':[{'op':'add','id':2,'value':[{'schema_id':'code','content':"
                  + "{'value':'x'}}]}]}");
    }

    @Test
    void aValueThatIsLostLeavesItsCellEmpty() {
      request.with("schemas", SCHEMA);

      assertLost(
          List.of(AddRow.of(request.id("lines"), row("kind", value("secret").withHidden(true)))),
          List.of(AddRow.of(request.id("lines"), row("kind", value("").withHidden(true)))),
          "The column 'kind' of a new row got a value that is not among its options.");
    }

    @Test
    void aValueThatIsLostIsNotValidatedByTheMarkOfItsRow() {
      request.with("schemas", SCHEMA);
      List<ValidationSource> mark = List.of(ValidationSource.CONNECTOR);

      assertLost(
          List.of(
              AddRow.of(request.id("lines"), row("kind", value("secret")))
                  .withValidationSources(mark)),
          List.of(
              AddRow.of(
                      request.id("lines"), row("kind", value("").withValidationSources(List.of())))
                  .withValidationSources(mark)),
          "The column 'kind' of a new row got a value that is not among its options.");
    }

    @Test
    void aRowWithoutAnyCellThatIsKeptIsLost() {
      assertLost(
          List.of(AddRow.of(request.id("lines"), Map.of("order", value("secret")))),
          List.of(),
          "The column 'order' of a new row is not a column of 'lines'.",
          "A new row of 'lines' has no cells.");
    }

    @Test
    void theValidationSourcesOfTheRowAreKept() {
      request.with("schemas", SCHEMA);

      assertLost(
          List.of(
              AddRow.of(request.id("lines"), row("sum", value("secret")))
                  .withValidationSources(List.of(CONNECTOR))),
          List.of(
              AddRow.of(request.id("lines"), Map.of("code", value("x")))
                  .withValidationSources(List.of(CONNECTOR))),
          "The column 'sum' of a new row is computed by a formula.");
    }
  }

  @Nested
  class NewValues {
    @Test
    void aValueThatIsTooLongIsNotAdded() {
      assertLost(
          AddValue.of(request.id("orders"), value("secret".repeat(251))),
          "A new value of 'orders' takes values of up to 1500 characters, not 1506.");
    }

    @Test
    void nothingIsNotAdded() {
      assertLost(
          AddValue.of(request.id("orders"), DatapointChange.empty()),
          "A new value of 'orders' has no content.");
    }

    @Test
    void aValueThatIsLostTakesItsOtherPartsWithIt() {
      assertLost(
          AddValue.of(
              request.id("orders"),
              value("secret".repeat(251)).withHidden(true).withValidationSources(List.of())),
          "A new value of 'orders' takes values of up to 1500 characters, not 1506.");
    }

    @Test
    void optionsThatAreLostAreNoValueToAdd() {
      request.with("schemas", SCHEMA);
      List<Option> options = List.of(Option.of("1"));

      assertLost(
          AddValue.of(request.id("empty_list"), DatapointChange.empty().withOptions(options)),
          "A new value of 'empty_list' is not an enum, so it has no options.");
      assertLost(
          List.of(AddValue.of(request.id("empty_list"), value("x").withOptions(options))),
          List.of(AddValue.of(request.id("empty_list"), value("x"))),
          "A new value of 'empty_list' is not an enum, so it has no options.");
    }

    @Test
    void aValueOutsideOfTheOptionsOfTheSchemaIsNotAdded() {
      request.with("schemas", SCHEMA);

      assertKept(AddValue.of(request.id("orders"), value("2")));
      assertLost(
          AddValue.of(request.id("orders"), value("secret")),
          "A new value of 'orders' got a value that is not among its options.");
    }
  }

  @Nested
  class Twice {
    @Test
    void twoChangesOfAFieldBecomeOneWhereTheFirstStood() {
      assertLost(
          List.of(
              replace("note", value("secret").withHidden(true)),
              replace("received", value("b")),
              replace("note", value("x").withValidationSources(List.of(CONNECTOR)))),
          List.of(
              replace(
                  "note", value("x").withHidden(true).withValidationSources(List.of(CONNECTOR))),
              replace("received", value("b"))),
          "The field 'note' is replaced twice.");
    }

    @Test
    void theSourcesOfTheFirstValueDoNotValidateTheSecond() {
      assertLost(
          List.of(
              replace("note", value("secret").withValidationSources(List.of(CONNECTOR))),
              replace("note", value("x"))),
          List.of(replace("note", value("x"))),
          "The field 'note' is replaced twice.");
    }

    @Test
    void aChangeOfAnAttributeLeavesTheFirstValueValidated() {
      assertLost(
          List.of(
              replace("note", value("x").withValidationSources(List.of(CONNECTOR))),
              replace("note", DatapointChange.empty().withHidden(false))),
          List.of(
              replace(
                  "note", value("x").withValidationSources(List.of(CONNECTOR)).withHidden(false))),
          "The field 'note' is replaced twice.");
    }

    @Test
    void aChangeAfterOneThatWasLostIsTheFirst() {
      assertLost(
          List.of(
              replace("note", value("secret".repeat(300))),
              replace("received", value("b")),
              replace("note", value("x"))),
          List.of(replace("received", value("b")), replace("note", value("x"))),
          "The field 'note' takes values of up to 1500 characters, not 1800.");
    }

    @Test
    void aValueThatIsLostLeavesTheOneBefore() {
      assertLost(
          List.of(
              replace("note", value("x").withValidationSources(List.of(CONNECTOR))),
              replace("note", value("secret".repeat(300)).withHidden(true))),
          List.of(replace("note", value("x").withHidden(true))),
          "The field 'note' is replaced twice.",
          "The field 'note' takes values of up to 1500 characters, not 1800.");
    }

    @Test
    void thatTheFirstValueMayBeAnyDoesNotHoldForTheSecond() {
      assertLost(
          List.of(
              replace("received", value("x").withAnyValueAllowed()),
              replace("received", value("secret"))),
          List.of(replace("received", value("x").withAnyValueAllowed())),
          "The field 'received' is replaced twice.",
          "The field 'received' got a value that is not among its options.");
    }

    @Test
    void aRowIsRemovedOnce() {
      assertLost(
          List.of(Remove.of(request.id("lines_row")), Remove.of(request.id("lines_row"))),
          List.of(Remove.of(request.id("lines_row"))),
          "The tuple 'lines_row' is removed twice.");
    }

    @Test
    void aValueIsRemovedOnce() {
      assertLost(
          List.of(Remove.of(request.id("order")), Remove.of(request.id("order"))),
          List.of(Remove.of(request.id("order"))),
          "The field 'order' is removed twice.");
    }

    @Test
    void theSameRowMayBeAddedTwice() {
      AddRow row = AddRow.of(request.id("lines"), Map.of("code", value("x")));

      assertKept(row, row);
    }
  }

  @Nested
  class OfWhatIsRemoved {
    @Test
    void aCellIsNotReplacedAfterwards() {
      assertLost(
          List.of(Remove.of(request.id("lines_row")), replace("code", value("secret"))),
          List.of(Remove.of(request.id("lines_row"))),
          "The field 'code' is replaced, but its row is removed.");
    }

    @Test
    void aCellIsNotReplacedBefore() {
      assertLost(
          List.of(replace("code", value("secret")), Remove.of(request.id("lines_row"))),
          List.of(Remove.of(request.id("lines_row"))),
          "The field 'code' is replaced, but its row is removed.");
    }

    @Test
    void aValueOfASimpleMultivalueIsNotReplaced() {
      assertLost(
          List.of(replace("order", value("secret")), Remove.of(request.id("order"))),
          List.of(Remove.of(request.id("order"))),
          "The field 'order' is replaced, but its row is removed.");
    }

    @Test
    void theCellsOfOtherRowsAreReplaced() {
      long otherRow = request.id("lines_row") + 2;

      assertKept(replace("code", value("x")), Remove.of(otherRow));
    }
  }

  @Nested
  class Values {
    @Test
    void fifteenHundredCharactersAreKept() {
      assertKept(replace("note", value("x".repeat(1500))));
    }

    @Test
    void oneMoreIsLostWithItsMarkAndTheRestOfTheChangeKept() {
      DatapointChange rest =
          DatapointChange.empty().withHidden(true).withPosition(1, new Position(1, 2, 3, 4));

      assertLost(
          List.of(
              replace(
                  "note",
                  rest.withValue("secret".repeat(250) + "x")
                      .withValidationSources(List.of(CONNECTOR)))),
          List.of(replace("note", rest)),
          "The field 'note' takes values of up to 1500 characters, not 1501.");
    }

    @Test
    void charactersAreCountedAndNotTheirUtf16Units() {
      assertKept(replace("note", value("\uD83D\uDE00".repeat(1500))));
    }

    @Test
    void anOptionThatNoFieldCanHoldIsLost() {
      Option fine = Option.of("", "None");
      DatapointChange change = value("");

      assertLost(
          List.of(replace("note", change.withOptions(List.of(Option.of("x".repeat(1501)), fine)))),
          List.of(replace("note", change.withOptions(List.of(fine)))),
          "The field 'note' got an option with a value of over 1500 characters.");
    }

    @Test
    void aFormulaKeepsItsAttributesAlone() {
      request.with("schemas", SCHEMA);

      assertKept(replace("total", DatapointChange.empty().withHidden(true)));
      assertLost(
          List.of(replace("total", value("secret").withHidden(true))),
          List.of(replace("total", DatapointChange.empty().withHidden(true))),
          "The field 'total' is computed by a formula, which would replace the value.");
    }

    @Test
    void withoutSchemaNobodyKnowsAFormula() {
      assertKept(replace("total", value("x")));
    }

    @Test
    void aButtonKeepsItsAttributesAlone() {
      assertKept(replace("look_up", DatapointChange.empty().withHidden(true)));
      assertLost(
          List.of(replace("look_up", value("secret").withHidden(true))),
          List.of(replace("look_up", DatapointChange.empty().withHidden(true))),
          "The field 'look_up' is a button, which has no value.");
    }
  }

  @Nested
  class Options {
    private static final String OUTSIDE = "got a value that is not among its options.";

    @ParameterizedTest
    @ValueSource(strings = {"1", "b", "B", ""})
    void aValueAmongThemIsKept(String text) {
      request.with("schemas", SCHEMA);

      assertKept(replace("received", value(text)), replace("vendor", value(text)));
    }

    @Test
    void aValueOutsideOfTheReceivedIsLost() {
      assertLost(replace("received", value("secret")), "The field 'received' " + OUTSIDE);
    }

    @Test
    void aValueOutsideOfTheSchemasIsLost() {
      request.with("schemas", SCHEMA);

      assertLost(replace("vendor", value("secret")), "The field 'vendor' " + OUTSIDE);
    }

    @Test
    void withoutKnownOptionsEveryValueIsKept() {
      assertKept(replace("vendor", value("x")), replace("note", value("x")));
    }

    @Test
    void theOptionsOfTheSameChangeCountAlone() {
      DatapointChange others = DatapointChange.empty().withOptions(List.of(Option.of("c", "C")));

      assertKept(replace("received", others.withValue("C")));
      assertLost(
          List.of(replace("received", others.withValue("1"))),
          List.of(replace("received", others)),
          "The field 'received' " + OUTSIDE);
    }

    @Test
    void theOptionsOfAnotherChangeOfTheFieldCount() {
      DatapointChange others = DatapointChange.empty().withOptions(List.of(Option.of("c", "C")));

      assertLost(
          List.of(replace("received", value("")), replace("received", others.withValue("c"))),
          List.of(replace("received", others.withValue("c"))),
          "The field 'received' is replaced twice.");
    }

    @Test
    void aValueThatIsAllowedExplicitlyIsKept() {
      assertKept(replace("received", value("x").withAnyValueAllowed()));
    }

    @Test
    void optionsThatLeaveThePresentValueOutAreSentAndComplainedAbout() {
      DatapointChange others = DatapointChange.empty().withOptions(List.of(Option.of("secret")));

      try (CapturedLog log = CapturedLog.start()) {
        EndpointResponse sent =
            respond(request, DROP_AND_LOG, of(List.of(replace("received", others))));

        assertThat(Wire.json(sent)).isEqualTo(Wire.json(of(List.of(replace("received", others)))));
        assertThat(warnings(log))
            .containsExactly(
                "WARN Rossum would lose part of the response request=r-1 loss=\"The field"
                    + " 'received' got options that do not include its current value.\"");
        assertThat(log.text()).doesNotContain("secret");
      }
      assertThat(respond(request, REFUSE, of(List.of(replace("received", others)))).status())
          .isEqualTo(500);
    }
  }

  @Nested
  class Messages {
    private final Message fine = Message.of(MessageType.INFO, "fine");

    private void assertMessageIsLost(Message message, String loss, Operation... operations) {
      ContentResponse.Builder rest = ContentResponse.builder();
      rest.message(fine);
      ContentResponse.Builder response = ContentResponse.builder();
      response.message(message).message(fine);
      for (Operation operation : operations) {
        response.operation(operation);
        rest.operation(operation);
      }
      assertLost(response.build(), rest.build(), loss);
    }

    private Message secretOn(long id) {
      return Message.of(MessageType.ERROR, "secret").withDatapoint(id);
    }

    @Test
    void thoseOnFieldsCellsValuesAndTheDocumentAreKept() {
      ContentResponse.Builder response = ContentResponse.builder().message(fine);
      for (String schemaId : List.of("note", "look_up", "code", "order")) {
        response.message(Message.of(MessageType.WARNING, "x").withDatapoint(request.id(schemaId)));
      }

      assertKept(response.build());
    }

    @Test
    void oneOnAnUnknownIdIsLost() {
      assertMessageIsLost(
          secretOn(7), "A message is for the field with the id 7, which does not exist.");
    }

    @Test
    void oneOnARowIsLost() {
      assertMessageIsLost(
          secretOn(request.id("lines_row")),
          "A message is for the tuple 'lines_row', which is not a field.");
    }

    @Test
    void oneOnATableIsLost() {
      assertMessageIsLost(
          secretOn(request.id("lines")),
          "A message is for the multivalue 'lines', which is not a field.");
    }

    @Test
    void oneOnACellOfARemovedRowIsLost() {
      assertMessageIsLost(
          secretOn(request.id("code")),
          "A message is for the field 'code', whose row is removed.",
          Remove.of(request.id("lines_row")));
    }

    @Test
    void oneOfAnUnknownTypeIsLost() {
      assertMessageIsLost(
          Message.of(new MessageType("secret"), "secret"),
          "A message has a type other than error, warning and info.");
    }

    @Test
    void fourThousandAndNinetySixCharactersAreShown() {
      assertKept(
          ContentResponse.builder()
              .message(Message.of(MessageType.ERROR, Html.escape("x".repeat(4096))))
              .build());
    }

    @Test
    void oneMoreIsCutAndComplainedAbout() {
      assertCut(
          "x".repeat(4097),
          "x".repeat(4092) + " […]",
          "A message has 4097 characters. It is cut, because Rossum shows 4096.");
    }

    private void assertCut(String text, String sent, String loss) {
      assertLost(
          ContentResponse.builder()
              .message(Message.of(MessageType.ERROR, Html.escape(text)))
              .build(),
          ContentResponse.builder()
              .message(Message.of(MessageType.ERROR, Html.unsafe(sent)))
              .build(),
          loss);
    }

    @Test
    void charactersAreCountedAndNotTheirUtf16Units() {
      assertKept(
          ContentResponse.builder()
              .message(Message.of(MessageType.ERROR, "\uD83D\uDE00".repeat(4096)))
              .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\0", " \0\t"})
    void oneWithoutTextIsSentAndComplainedAbout(String nothing) {
      ContentResponse response =
          ContentResponse.builder().message(Message.of(MessageType.ERROR, nothing)).build();

      assertLost(response, response, "A message has no text.");
    }

    @Test
    void tagsThatRossumDoesNotRenderAreLostAndTheirTextIsNot() {
      ContentResponse response =
          ContentResponse.builder()
              .message(
                  Message.of(
                          MessageType.INFO,
                          Html.unsafe("<p>See <b>this</b><HR/><secret@acme.example></p>"))
                      .withDatapoint(request.id("note")))
              .build();

      assertLost(
          response,
          ContentResponse.builder()
              .message(
                  Message.of(MessageType.INFO, Html.unsafe("See <b>this</b>"))
                      .withDatapoint(request.id("note")))
              .build(),
          "A message has <p>, <hr>, another tag, but Rossum renders b, strong, i, a, ul, ol, li and"
              + " br only.");
    }

    @Test
    void whatCountsIsTheMarkup() {
      assertCut(
          "<".repeat(1025),
          "&lt;".repeat(1023) + " […]",
          "A message has 4100 characters. It is cut, because Rossum shows 4096.");
    }
  }

  @Nested
  class AutomationBlockers {
    private void assertBlockerIsLost(AutomationBlocker blocker, String loss) {
      ContentResponse rest =
          ContentResponse.builder().automationBlocker(AutomationBlocker.of("fine")).build();
      ContentResponse response =
          ContentResponse.builder()
              .automationBlocker(blocker)
              .automationBlocker(AutomationBlocker.of("fine"))
              .build();
      assertLost(response, rest, loss);
    }

    @Test
    void thoseOnFieldsAndTheDocumentAreKept() {
      assertKept(
          ContentResponse.builder()
              .automationBlocker(AutomationBlocker.of("x"))
              .automationBlocker(AutomationBlocker.of("x").withDatapoint(request.id("note")))
              .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\0"})
    void oneWithoutTextIsSentAndComplainedAbout(String nothing) {
      ContentResponse response =
          ContentResponse.builder().automationBlocker(AutomationBlocker.of(nothing)).build();

      assertLost(response, response, "An automation blocker has no text.");
    }

    @Test
    void oneOnAnUnknownIdIsLost() {
      assertBlockerIsLost(
          AutomationBlocker.of("secret").withDatapoint(7),
          "An automation blocker is for the field with the id 7, which does not exist.");
    }

    @Test
    void oneOnARowIsLost() {
      assertBlockerIsLost(
          AutomationBlocker.of("secret").withDatapoint(request.id("lines_row")),
          "An automation blocker is for the tuple 'lines_row', which is not a field.");
    }

    @Test
    void oneOnARemovedValueIsLost() {
      ContentResponse.Builder response =
          ContentResponse.builder()
              .operation(Remove.of(request.id("order")))
              .automationBlocker(AutomationBlocker.of("secret").withDatapoint(request.id("order")));

      assertLost(
          response.build(),
          of(List.of(Remove.of(request.id("order")))),
          "An automation blocker is for the field 'order', whose row is removed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"started", "updated", "user_update", "confirm", "export"})
    void outsideOfInitializeTheyAreLeftOutWithALineForDebugging(String action) {
      ContentResponse response =
          ContentResponse.builder()
              .message(Message.of(MessageType.INFO, "fine"))
              .automationBlocker(AutomationBlocker.of("secret"))
              .automationBlocker(AutomationBlocker.of("secret").withDatapoint(7))
              .build();

      try (CapturedLog log = CapturedLog.start()) {
        EndpointResponse sent = respond(document(new HookAction(action)), REFUSE, response);

        assertThat(sent.status()).isEqualTo(200);
        assertThat(Wire.json(sent)).isEqualTo("{'messages':[{'type':'info','content':'fine'}]}");
        assertThat(warnings(log)).isEmpty();
        assertThat(log.lines())
            .contains(
                "DEBUG automation blockers left out, because this is not initialize request=r-1"
                    + " blockers=2");
      }
    }
  }

  @Nested
  class OfTheWholeResponse {
    @Test
    void whatIsFineIsKeptByteForByte() {
      request.with("schemas", SCHEMA);
      Map<String, DatapointChange> cells = new LinkedHashMap<>();
      cells.put("kind", value("1"));
      cells.put("code", value("").withPositionCleared());

      assertKept(
          ContentResponse.builder()
              .message(Message.of(MessageType.ERROR, Html.unsafe("<b>x</b>")))
              .operation(
                  replace(
                      "vendor",
                      value("c")
                          .withOptions(List.of(Option.of("", ""), Option.of("C", "ž")))
                          .withHidden(false)
                          .withValidationSources(List.of())
                          .withPosition(2, new Position(0, 0.5, 1, 1))))
              .operation(AddRow.of(request.id("lines"), cells))
              .operation(Remove.of(request.id("lines_row")))
              .operation(AddValue.of(request.id("orders"), value("1").withHidden(true)))
              .automationBlocker(AutomationBlocker.of("x").withDatapoint(request.id("note")))
              .build());
    }

    @Test
    void everyLossIsALineOfItsOwn() {
      assertLost(
          List.of(
              Replace.of(7, value("secret")), Remove.of(8), replace("look_up", value("secret"))),
          List.of(),
          "The document has no row or value with the id 8 to be removed.",
          "The document has no field with the id 7 to be replaced.",
          "The field 'look_up' is a button, which has no value.");
    }

    @Test
    void aResponseThatLosesEverythingChangesNothing() {
      assertLost(
          of(List.of(Remove.of(7))),
          ContentResponse.empty(),
          "The document has no row or value with the id 7 to be removed.");
    }

    @Test
    void aSchemaIdCannotForgeALineOfTheLog() {
      ContentRequest forged =
          ContentRequest.initialize()
              .datapoint("x", "{'schema_id':'a\\nERROR forged','content':null}");

      try (CapturedLog log = CapturedLog.start()) {
        respond(forged, DROP_AND_LOG, of(List.of(Replace.of(ContentRequest.FIRST_ID, value("x")))));

        assertThat(log.lines()).noneMatch(line -> line.contains("\n"));
      }
    }
  }
}
