package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.SchemaText.choice;
import static io.github.rossumext.SchemaText.number;
import static io.github.rossumext.SchemaText.table;
import static io.github.rossumext.Wire.blockers;
import static io.github.rossumext.Wire.messages;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What authors know from TxScript and find here, row by row: the attributes of fields, messages,
 * automation blockers and the order of the response.
 */
class TxScriptAttributesTest {
  @Test
  void severalChangesOfOneDatapointAreMergedIntoOneReplace() {
    ContentEditor content = initialize().field("vendor", "").edit();

    content.field("vendor").set("0");
    content.field("vendor").hidden(false);
    content.field("vendor").options(Option.of("1", "Roboyo"));
    content.field("vendor").set("1").validatedBy(CONNECTOR);

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409760,'value':{'content':{'value':'1'},'hidden':false,"
                + "'options':[{'value':'1','label':'Roboyo'}],"
                + "'validation_sources':['connector']}}");
  }

  @Test
  void contentIsLeftOutOfChangesOfAttributesOnly() {
    ContentEditor content = initialize().field("note", "fine").edit();

    content.field("note").hidden(true);

    assertThat(operations(content))
        .containsExactly("{'op':'replace','id':5483409760,'value':{'hidden':true}}");
  }

  @Test
  void nullsAreSentForPageAndPositionOnly() {
    ContentEditor content =
        initialize()
            .datapoint("note", "{'content':{'value':'x','page':1,'position':[1,2,3,4]}}")
            .edit();

    content.field("note").clear().clearPosition();

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409760,"
                + "'value':{'content':{'value':'','page':null,'position':null}}}");
  }

  @Test
  void hiddenOptionsValidationSourcesPageAndPositionAreWritableAndMerged() {
    ContentEditor content = initialize().field("vendor", "").edit();

    content
        .field("vendor")
        .position(2, new Position(103, 110.5, 121, 122))
        .options(Option.of("1", "Roboyo"))
        .validatedBy(CONNECTOR)
        .hidden(true);

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409760,'value':{"
                + "'content':{'page':2,'position':[103,110.5,121,122]},'hidden':true,"
                + "'options':[{'value':'1','label':'Roboyo'}],"
                + "'validation_sources':['connector']}}");
  }

  @Test
  void otherAttributesAreReadable() {
    ContentEditor content =
        initialize()
            .datapoint(
                "invoice_id", "{'content':{'value':'7','rir_text':'7.','rir_confidence':0.97}}")
            .edit();

    assertThat(content.field("invoice_id").confidence()).contains(new BigDecimal("0.97"));
    assertThat(content.field("invoice_id").received().rirText()).contains("7.");
  }

  @Test
  void labelAndTypeAreReadableFromTheSchema() {
    ContentEditor content = initialize().field("total", "").schema(number("total")).edit();
    SchemaDatapoint total = content.field("total").definition().orElseThrow();

    assertThat(total.label()).isEqualTo("The total");
    assertThat(total.type()).isEqualTo(DatapointType.NUMBER);
  }

  @Test
  void anyChangeOfTheOptionsSendsTheWholeList() {
    ContentEditor content =
        initialize()
            .datapoint(
                "vendor",
                "{'content':{'value':''},'options':[{'value':'1','label':'A'},{'value':'2','label':'B'}]}")
            .edit();

    content.field("vendor").options(Option.of("1", "A"), Option.of("2", "Bee"));

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409760,'value':{"
                + "'options':[{'value':'1','label':'A'},{'value':'2','label':'Bee'}]}}");
  }

  @Test
  void optionsThatTheDatapointLacksAreTheSchemas() {
    ContentEditor content =
        initialize().field("currency", "").schema(choice("currency", "eur", "usd")).edit();

    assertThat(content.field("currency").options())
        .containsExactly(Option.of("eur"), Option.of("usd"));
  }

  @Test
  void editingOneListNeverEditsAnother() {
    ContentEditor content =
        initialize()
            .table("line_items", row("item_gl", ""), row("item_gl", ""))
            .schema(table("line_items", choice("item_gl", "501")))
            .edit();
    Table lines = content.table("line_items");

    List<Option> longer = new ArrayList<>(lines.row(0).field("item_gl").options());
    longer.add(Option.of("502"));
    lines.row(0).field("item_gl").options(longer);
    longer.clear();

    assertThat(lines.row(0).field("item_gl").options())
        .containsExactly(Option.of("501"), Option.of("502"));
    assertThat(lines.row(1).field("item_gl").options()).containsExactly(Option.of("501"));
    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409762,'value':{'options':["
                + "{'value':'501','label':'501'},{'value':'502','label':'502'}]}}");
  }

  @Test
  void optionsAreTextsOnTheWire() {
    ContentEditor content =
        initialize()
            .datapoint("vendor", "{'content':{'value':''},'options':[{'value':1,'label':2}]}")
            .edit();
    Field vendor = content.field("vendor");

    assertThat(vendor.options()).containsExactly(Option.of("1", "2"));
    vendor.choose(vendor.options().get(0));

    assertThat(operations(content))
        .containsExactly("{'op':'replace','id':5483409760,'value':{'content':{'value':'1'}}}");
  }

  @Test
  void aMessageBelongsToTheWholeDocumentWithoutAField() {
    ContentEditor content = initialize().field("total", "1").edit();

    content.error("Wrong.");
    content.warning("Odd.");
    content.info("Fine.");
    content.field("total").error("Too much.");

    assertThat(messages(content))
        .containsExactly(
            "{'type':'error','content':'Wrong.'}",
            "{'type':'warning','content':'Odd.'}",
            "{'type':'info','content':'Fine.'}",
            "{'type':'error','content':'Too much.','id':5483409760}");
  }

  @Test
  void anAutomationBlockerBelongsToTheWholeDocumentWithoutAField() {
    ContentEditor content = initialize().field("vendor", "x").edit();

    content.automationBlocker("Order not found");
    content.field("vendor").automationBlocker("Unregistered vendor");

    assertThat(blockers(content))
        .containsExactly(
            "{'content':'Order not found'}", "{'content':'Unregistered vendor','id':5483409760}");
  }

  @Test
  void operationsComeInFirstTouchedOrder() {
    ContentEditor content = initialize().field("a", "1").field("b", "2").field("c", "3").edit();

    content.field("c").set("4");
    content.field("a").set("5");
    content.field("c").hidden(true);
    content.field("b").set("6");

    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409762,'value':{'content':{'value':'4'},'hidden':true}}",
            "{'op':'replace','id':5483409760,'value':{'content':{'value':'5'}}}",
            "{'op':'replace','id':5483409761,'value':{'content':{'value':'6'}}}");
  }
}
