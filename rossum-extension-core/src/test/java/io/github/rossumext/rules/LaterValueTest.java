package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.LossyWrites.DROP_AND_LOG;
import static io.github.rossumext.LossyWrites.REFUSE;
import static io.github.rossumext.SchemaText.choice;
import static io.github.rossumext.SchemaText.list;
import static io.github.rossumext.SchemaText.number;
import static io.github.rossumext.SchemaText.table;
import static io.github.rossumext.SchemaText.text;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static io.github.rossumext.value.ValidationSource.DATA_MATCHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.CapturedLog;
import io.github.rossumext.ContentRequest;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.value.Option;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A value that is written after another one. */
class LaterValueTest {
  private final ContentRequest request =
      initialize()
          .field("note", "old")
          .field("sum", "1.5", "1.5")
          .field("currency", "eur")
          .table("lines", row("code", "a", "gl", "501"))
          .list("tags", "tag", "new")
          .schema(
              text("note"),
              number("sum"),
              choice("currency", "eur", "usd"),
              table("lines", text("code"), choice("gl", "501", "502")),
              list("tags", choice("tag", "new", "old")));

  private static String note(String value) {
    return "{'op':'replace','id':5483409760,'value':{" + value + "}}";
  }

  @Nested
  class Marks {
    private final ContentEditor content = request.edit(REFUSE);
    private final Field note = content.field("note");

    @Test
    void doNotValidateALaterValue() {
      note.set("a").validatedBy(CONNECTOR).set("b");

      assertThat(note.validationSources()).isEmpty();
      assertThat(operations(content)).containsExactly(note("'content':{'value':'b'}"));
    }

    @Test
    void beforeTheFirstValueAreForIt() {
      note.validatedBy(CONNECTOR).set("b");

      assertThat(operations(content))
          .containsExactly(note("'content':{'value':'b'},'validation_sources':['connector']"));
    }

    @Test
    void doNotValidateTheReceivedValueAfterwards() {
      note.set("a").validatedBy(CONNECTOR).set("old");

      assertThat(note.validationSources()).isEmpty();
      assertThat(operations(content)).isEmpty();
    }

    @Test
    void stayIfTheSameValueIsWrittenAgain() {
      note.set("a").validatedBy(CONNECTOR).set("a");
      content
          .number("sum")
          .set(new BigDecimal("2.5"))
          .validatedBy(CONNECTOR)
          .set(new BigDecimal("2.50"));

      assertThat(operations(content))
          .containsExactly(
              note("'content':{'value':'a'},'validation_sources':['connector']"),
              "{'op':'replace','id':5483409761,'value':{'content':{'value':'2.5'},"
                  + "'validation_sources':['connector']}}");
    }

    @Test
    void stayIfTheReceivedValueIsWritten() {
      note.validatedBy(CONNECTOR).set("old");

      assertThat(operations(content)).containsExactly(note("'validation_sources':['connector']"));
    }

    @Test
    void afterTheLaterValueCount() {
      note.set("a").validatedBy(CONNECTOR).set("b").validatedBy(DATA_MATCHING);

      assertThat(operations(content))
          .containsExactly(note("'content':{'value':'b'},'validation_sources':['data_matching']"));
    }

    @Test
    void ofACellOfANewRowDoNotValidateALaterValue() {
      Row row = content.table("lines").append();
      row.field("code").set("a").validatedBy(CONNECTOR).set("b");

      assertThat(operations(content))
          .containsExactly(
              "{'op':'add','id':5483409763,'value':[{'schema_id':'code','content':{'value':'b'}}]}");
    }

    @Test
    void ofANewRowAreForAllThatIsWrittenIntoIt() {
      content.table("lines").append().validatedBy(CONNECTOR).set("code", "a").set("code", "b");

      assertThat(operations(content).get(0)).contains("'validation_sources':['connector']");
    }
  }

  @Nested
  class OutsideTheOptions {
    private static final String LOSS =
        "The field 'currency' got a value that is not among its options.";

    @Test
    void theEarlierValueCountsUnvalidated() {
      ContentEditor content = request.with("request_id", "'r-1'").edit(DROP_AND_LOG);
      content.field("currency").set("usd").validatedBy(CONNECTOR).set("czk").validatedBy(CONNECTOR);

      try (CapturedLog log = CapturedLog.start()) {
        for (int i = 0; i < 2; i++) {
          assertThat(operations(content))
              .containsExactly(
                  "{'op':'replace','id':5483409762,'value':{'content':{'value':'usd'}}}");
        }
        assertThat(log.lines())
            .containsExactly(
                "WARN Rossum would lose part of the response request=r-1 loss=\"" + LOSS + "\"");
      }
    }

    @Test
    void theLastOfTheEarlierValuesThatIsAnOptionCounts() {
      ContentEditor content = request.edit(DROP_AND_LOG);

      content.field("currency").set("usd").set("gbp").set("czk");

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409762,'value':{'content':{'value':'usd'}}}");
    }

    @Test
    void theOptionsThatAreWrittenLaterCount() {
      ContentEditor content = request.edit(DROP_AND_LOG);

      content.field("currency").set("gbp").set("usd").options(Option.of("gbp"));

      assertThat(operations(content))
          .containsExactly(
              "{'op':'replace','id':5483409762,'value':{'content':{'value':'gbp'},"
                  + "'options':[{'value':'gbp','label':'gbp'}]}}");
    }

    @Test
    void aValueThatWasAllowedStaysAllowed() {
      ContentEditor content = request.edit(DROP_AND_LOG);

      content.field("currency").set("gbp").allowAnyValue().set("czk");

      assertThat(operations(content))
          .containsExactly("{'op':'replace','id':5483409762,'value':{'content':{'value':'gbp'}}}");
    }

    @Test
    void withoutAnEarlierValueTheReceivedOneStays() {
      ContentEditor content = request.edit(DROP_AND_LOG);

      content.field("currency").set("usd").set("eur").set("czk");

      assertThat(operations(content)).isEmpty();
    }

    @Test
    void theEarlierValueOfANewCellAndOfANewListValueCountsToo() {
      ContentEditor content = request.edit(DROP_AND_LOG);

      content.table("lines").append().set("gl", "502").set("gl", "503");
      ValueList tags = content.list("tags").append("old");
      tags.fields().get(1).set("odd");

      assertThat(operations(content))
          .containsExactly(
              "{'op':'add','id':5483409763,'value':[{'schema_id':'gl','content':{'value':'502'}}]}",
              "{'op':'add','id':5483409767,'value':{'content':{'value':'old'}}}");
    }

    @Test
    void itIsRefused() {
      ContentEditor content = request.edit(REFUSE);
      content.field("currency").set("usd").set("czk");

      assertThatThrownBy(content::response)
          .isInstanceOf(LossyWriteException.class)
          .hasMessageContaining(LOSS);
    }
  }
}
