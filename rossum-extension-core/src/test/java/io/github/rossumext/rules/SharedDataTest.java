package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.at;
import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.SchemaText.number;
import static io.github.rossumext.SchemaText.table;
import static io.github.rossumext.Wire.messages;
import static io.github.rossumext.Wire.operations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.ContentRequest;
import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookContext;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.MessageType;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What rules share, find and say. */
class SharedDataTest {
  private static ContentResponse respond(ContentRules rules, ContentRequest request)
      throws Exception {
    ContentPayload payload = request.payload();
    return rules.handle(payload, HookContext.of(payload));
  }

  @Nested
  class Shared {
    private static final SharedKey<List<String>> CODES = SharedKey.of("codes of the ERP");
    private final AtomicInteger loads = new AtomicInteger();

    private List<String> load() throws IOException {
      if (loads.incrementAndGet() == 1) {
        throw new IOException("The ERP does not respond.");
      }
      return List.of("a", "b");
    }

    @Test
    void severalRulesLoadItOnce() throws Exception {
      loads.set(1);
      ContentRule rule =
          content -> content.info(String.join(",", content.shared(CODES, this::load)));

      ContentResponse response = respond(ContentRules.of(rule, rule, rule), initialize());

      assertThat(messages(response)).hasSize(3).allMatch(message -> message.contains("a,b"));
      assertThat(loads).hasValue(2);
    }

    @Test
    void theNextRuleLoadsItAgainIfLoadingFailed() throws Exception {
      ContentRule rule =
          content -> content.info(String.join(",", content.shared(CODES, this::load)));

      ContentResponse response =
          respond(ContentRules.of().and(rule, FailurePolicy.FAIL_OPEN).and(rule), initialize());

      assertThat(messages(response)).containsExactly("{'type':'info','content':'a,b'}");
    }

    @Test
    void twoKeysOfOneNameAreDifferent() {
      ContentEditor content = initialize().edit();

      assertThat(content.shared(SharedKey.of("n"), () -> 1)).isEqualTo(1);
      assertThat(content.shared(SharedKey.of("n"), () -> 2)).isEqualTo(2);
      assertThat(SharedKey.of("n")).hasToString("SharedKey[n]");
    }
  }

  @Nested
  class Rules {
    @Test
    void aListAndSingleRulesAreAppliedInTheirOrder() throws Exception {
      List<ContentRule> two = List.of(content -> content.info("1"), content -> content.info("2"));

      ContentResponse response =
          respond(ContentRules.of(two).and(content -> content.info("3")), initialize());

      assertThat(messages(response))
          .extracting(message -> message.replaceAll("[^0-9]", ""))
          .containsExactly("1", "2", "3");
    }

    @Test
    void aRuleWithoutPolicyFailsTheRequest() {
      ContentRules rules =
          ContentRules.of(List.of())
              .and(
                  content -> {
                    throw new IOException("x");
                  });

      assertThatThrownBy(() -> respond(rules, initialize())).isInstanceOf(IOException.class);
    }
  }

  @Nested
  class OptionalReads {
    private final ContentEditor content =
        initialize()
            .field("total", "1")
            .field("due", "2026-01-31")
            .field("paid", "True")
            .table("lines", row("code", "a"))
            .list("orders", "order", "12")
            .edit();

    @Test
    void whatIsThereIsFound() {
      assertThat(content.findNumber("total").orElseThrow().value()).isOne();
      assertThat(content.findDate("due").orElseThrow().value()).isEqualTo("2026-01-31");
      assertThat(content.findBool("paid").orElseThrow().value()).isTrue();
      assertThat(content.findTable("lines").orElseThrow().size()).isOne();
      assertThat(content.findList("orders").orElseThrow().texts()).containsExactly("12");
    }

    @Test
    void whatIsNotThereIsEmpty() {
      assertThat(content.findNumber("x")).isEmpty();
      assertThat(content.findDate("x")).isEmpty();
      assertThat(content.findBool("x")).isEmpty();
      assertThat(content.findTable("orders")).isEmpty();
      assertThat(content.findList("lines")).isEmpty();
    }
  }

  @Nested
  class AllOfAnId {
    private final ContentRequest request =
        initialize()
            .field("total", "1")
            .table("lines", row("code", "a", "total", "2"), row("code", "b", "total", "3"))
            .list("orders", "order", "12", "13");

    @Test
    void cellsAndFieldsAreThereWithTheEditsInDocumentOrderAndNewOnesLast() {
      ContentEditor content = request.edit();
      Table lines = content.table("lines");
      lines.append().set("total", "4");
      lines.row(0).remove();
      content.list("orders").removeIf(order -> order.text().equals("12"));
      content.list("orders").append("14");

      assertThat(content.fields("total")).extracting(Field::text).containsExactly("1", "3", "4");
      assertThat(content.fields("order")).extracting(Field::text).containsExactly("13", "14");
    }

    @Test
    void theyCanBeWritten() {
      ContentEditor content = request.edit();

      content.fields("code").forEach(code -> code.set("x"));

      assertThat(operations(content)).hasSize(2);
    }

    @Test
    void aKnownColumnWithoutRowsIsEmptyAndAnUnknownIdNamesTheNearest() {
      ContentEditor content =
          initialize()
              .field("total", "1")
              .table("lines")
              .schema(number("total"), table("lines", number("amount")))
              .edit();

      assertThat(content.fields("amount")).isEmpty();
      assertThatThrownBy(() -> content.fields("totl"))
          .isInstanceOf(UnknownFieldException.class)
          .hasMessageContaining("Did you mean total");
    }
  }

  @Test
  void theTypeOfAMessageMayComeFromTheSettings() {
    ContentEditor content = initialize().field("a", "").edit();

    content.say(MessageType.WARNING, "a < b");
    content.say(new MessageType("info"), Html.format("<b>{}</b>", "c"));
    content.field("a").say(MessageType.ERROR, "d").say(MessageType.INFO, Html.escape("e"));

    assertThat(messages(content))
        .containsExactly(
            "{'type':'warning','content':'a &lt; b'}",
            "{'type':'info','content':'<b>c</b>'}",
            "{'type':'error','content':'d','id':5483409760}",
            "{'type':'info','content':'e','id':5483409760}");
  }

  @Test
  void fieldsAreHiddenAndShown() {
    ContentEditor content = at(HookAction.UPDATED).field("a", "").field("b", "").edit();

    content.field("a").hide();
    content.field("b").hide().show();

    assertThat(content.field("a").isHidden()).isTrue();
    assertThat(operations(content))
        .containsExactly(
            "{'op':'replace','id':5483409760,'value':{'hidden':true}}",
            "{'op':'replace','id':5483409761,'value':{'hidden':false}}");
  }
}
