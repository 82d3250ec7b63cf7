package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.FailurePolicy.FAIL_OPEN;
import static io.github.rossumext.Wire.json;
import static io.github.rossumext.Wire.messages;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.ContentRequest;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.UserMessageException;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that fails takes back what it did to rows and values of simple multivalues. */
class TableRollbackTest {
  // The table has the id …760, its rows …761 and …763; the list …765, its value …766.
  private static final ContentRequest CALL =
      initialize().table("lines", row("code", "a"), row("code", "b")).list("orders", "order", "1");

  /** Does everything that can be done to rows and values, and then fails. */
  private static void failing(ContentEditor content) {
    Table lines = content.table("lines");
    lines.stream()
        .filter(Row::isNew)
        .forEach(line -> line.set("code", "failed").validatedBy(CONNECTOR));
    lines.append().set("code", "failed");
    lines.row(1).set("code", "failed").field("code").error("failed");
    lines.row(0).remove();
    content.list("orders").append("failed");
    content.list("orders").removeIf(order -> order.text().equals("1"));
    throw new UserMessageException("Failed.");
  }

  private static ContentResponse response(ContentRules rules) throws Exception {
    ContentPayload payload = CALL.payload();
    return rules.handle(payload, ContentRequest.context(payload, LossyWrites.REFUSE));
  }

  @Test
  void aloneItLeavesOnlyWhatItTellsTheUser() throws Exception {
    assertThat(json(response(ContentRules.of(TableRollbackTest::failing))))
        .isEqualTo("{'messages':[{'type':'error','content':'Failed.'}]}");
  }

  @Test
  void rowsThatOthersAppendedStayAsTheyLeftThem() throws Exception {
    ContentRules rules =
        ContentRules.of(
            content -> content.table("lines").append().set("code", "c"),
            TableRollbackTest::failing,
            content -> content.table("lines").append().set("code", "d"));

    assertThat(operations(response(rules)))
        .containsExactly(
            "{'op':'add','id':5483409760,'value':[{'schema_id':'code','content':{'value':'c'}}]}",
            "{'op':'add','id':5483409760,'value':[{'schema_id':'code','content':{'value':'d'}}]}");
  }

  @Test
  void rowsThatOthersRemovedStayRemovedAndWhatItRemovedComesBack() throws Exception {
    List<List<String>> seen = new ArrayList<>();
    ContentRule look =
        content -> {
          seen.add(content.table("lines").column("code").texts());
          seen.add(content.list("orders").texts());
        };
    ContentRules rules =
        ContentRules.of(
            content -> content.table("lines").row(1).field("code").set("B").warning("kept"),
            TableRollbackTest::failing,
            look,
            content -> content.table("lines").row(0).remove());

    ContentResponse response = response(rules);

    assertThat(seen).containsExactly(List.of("a", "B"), List.of("1"));
    assertThat(operations(response))
        .containsExactly(
            "{'op':'replace','id':5483409764,'value':{'content':{'value':'B'}}}",
            "{'op':'remove','id':5483409761}");
    assertThat(messages(response))
        .containsExactly(
            "{'type':'warning','content':'kept','id':5483409764}",
            "{'type':'error','content':'Failed.'}");
  }

  @Test
  void aRowThatItRemovedCanBeChangedAgain() throws Exception {
    List<Row> kept = new ArrayList<>();
    ContentRules rules =
        ContentRules.of(content -> kept.addAll(content.table("lines").rows()))
            .and(
                content -> {
                  kept.get(0).remove();
                  throw new IllegalStateException("x");
                },
                FAIL_OPEN)
            .and(content -> kept.get(0).set("code", "A"), FAIL_OPEN);

    assertThat(operations(response(rules)))
        .containsExactly("{'op':'replace','id':5483409762,'value':{'content':{'value':'A'}}}");
  }
}
