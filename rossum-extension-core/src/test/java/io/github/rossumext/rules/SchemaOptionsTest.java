package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.LossyWrites.DROP_AND_LOG;
import static io.github.rossumext.LossyWrites.REFUSE;
import static io.github.rossumext.SchemaText.choice;
import static io.github.rossumext.SchemaText.list;
import static io.github.rossumext.SchemaText.table;
import static io.github.rossumext.SchemaText.text;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.ContentRequest;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.value.Option;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Enums whose options are those of the schema. */
class SchemaOptionsTest {
  private final ContentRequest request =
      initialize()
          .field("currency", "eur")
          .datapoint("vendor", "{'content':{'value':''},'options':[{'value':'7','label':'Acme'}]}")
          .table("lines", row("code", "a", "gl", "501"))
          .list("tags", "tag", "new")
          .schema(
              choice("currency", "eur", "usd"),
              choice("vendor", "1"),
              table("lines", text("code"), choice("gl", "501", "502")),
              list("tags", choice("tag", "new", "old")));
  private final ContentEditor content = request.edit(REFUSE);

  private String refusal(Consumer<ContentEditor> write) {
    ContentEditor refusing = request.edit(REFUSE);
    write.accept(refusing);
    try {
      refusing.response();
    } catch (LossyWriteException e) {
      return e.problem();
    }
    return "";
  }

  @Test
  void theOptionsOfTheDocumentWinOverThoseOfTheSchema() {
    assertThat(content.field("currency").options())
        .containsExactly(Option.of("eur"), Option.of("usd"));
    assertThat(content.field("vendor").options()).containsExactly(Option.of("7", "Acme"));
  }

  @Test
  void aValueAmongThemInAnyCaseAndTheEmptyOneAreSent() {
    content.field("currency").set("USD");
    content.field("vendor").set("7");
    content.table("lines").row(0).field("gl").clear();

    assertThat(operations(content)).hasSize(3);
  }

  @Test
  void aValueOutsideIsRefusedWhereverItIsWritten() {
    assertThat(refusal(it -> it.field("currency").set("czk")))
        .isEqualTo("The field 'currency' got a value that is not among its options.");
    assertThat(refusal(it -> it.field("vendor").set("1")))
        .startsWith("The field 'vendor' got a value");
    assertThat(refusal(it -> it.table("lines").append().set("gl", "503")))
        .isEqualTo("The column 'gl' of a new row got a value that is not among its options.");
    assertThat(refusal(it -> it.list("tags").append("odd")))
        .isEqualTo("A new value of 'tags' got a value that is not among its options.");
  }

  @Test
  void aValueOutsideThatIsTakenBackIsNotRefused() {
    content.field("currency").set("czk");
    content.field("currency").set("usd");
    content.table("lines").append().set("gl", "503").set("gl", "502");
    content.list("tags").append("odd").removeIf(tag -> tag.text().equals("odd"));

    assertThat(operations(content)).hasSize(2);
  }

  @Test
  void aValueOutsideIsSentIfThatIsAllowedExplicitly() {
    content.field("currency").set("czk").allowAnyValue();
    content.table("lines").append().field("gl").set("503").allowAnyValue();

    assertThat(operations(content)).hasSize(2);
  }

  @Test
  void theListOfTheSchemaIsNotSentAndAnotherOneIs() {
    Field currency = content.field("currency");

    currency.options(Option.of("eur"), Option.of("usd"));
    assertThat(operations(content)).isEmpty();

    currency.options(Option.of("eur"));
    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409760,"
                + "'value':{'options':[{'value':'eur','label':'eur'}]}}");
  }

  @Test
  void aListOfOneDocumentIsNotThatOfTheSchema() {
    List<Option> options = content.field("currency").options();

    options.clear();

    assertThat(content.field("currency").options()).isNotEmpty();
    assertThat(content.schema().orElseThrow().datapoint("currency").orElseThrow().options())
        .isNotEmpty();
  }

  @Test
  void aValueOutsideOfANewRowLeavesItsCellEmptyWhereItIsDropped() {
    ContentEditor dropping = request.edit(DROP_AND_LOG);

    dropping.table("lines").append().set("code", "b").field("gl").set("503").validatedBy(CONNECTOR);

    assertThat(operations(dropping))
        .containsExactly(
            "{'op':'add','id':5483409762,'value':["
                + "{'schema_id':'code','content':{'value':'b'}},"
                + "{'schema_id':'gl','content':{'value':''}}]}");
  }

  @Test
  void aValueOutsideIsNotAppendedWhereItIsDropped() {
    ContentEditor dropping = request.edit(DROP_AND_LOG);

    dropping.list("tags").append("odd").append("old");

    assertThat(operations(dropping))
        .containsExactly("{'op':'add','id':5483409766,'value':{'content':{'value':'old'}}}");
  }
}
