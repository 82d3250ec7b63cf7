package io.github.rossumext.testkit.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.testkit.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that Rossum cannot store: NUL, and half of a surrogate pair. */
class UnstorableTextTest {
  private static final String PAIR = "\uD83D\uDE00";

  private static RossumSimulator holding(String escape, ContentRule rule) {
    String request = new String(Order.request(), UTF_8).replace("\"A12\"", "\"A12" + escape + '"');
    return RossumSimulator.of(rule).open(request.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"\\ud83d, A12\uFFFD", "\\u0000, A12"})
  void aDocumentThatHoldsOneIsSentAndShown(String escape, String copied) {
    RossumSimulator rossum =
        holding(escape, content -> content.field("code").copyFrom(content.field("order_id")));

    rossum.initialize();

    assertThat(rossum.field("code").text()).isEqualTo(copied);
    assertThat(rossum.problems()).isEmpty();
    assertThat(rossum.screen()).contains("A12");
    assertThat(rossum.describe()).contains(copied);
    assertThat(rossum.start().isAccepted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'operations':[{'op':'replace','id':101,'value':{'content':{'value':'BAD'}}}]",
        "'operations':[{'op':'replace','id':101,'value':{'validation_sources':['BAD']}}]",
        "'operations':[{'op':'replace','id':104,'value':{'options':[{'value':'','label':'BAD'}]}}]",
        "'operations':[{'op':'add','id':110,'value':[{'schema_id':'BAD','content':{'value':''}}]}]",
        "'messages':[{'type':'info','content':'BAD'}]",
        "'automation_blockers':[{'content':'BAD'}]"
      })
  void isReportedWhereverItIs(String response) {
    for (String bad : new String[] {"a\\u0000", "a\\ud83d", "\\ude00a"}) {
      RossumSimulator rossum =
          Order.simulator(Order.quoted("{" + response + "}").replace("BAD", bad));

      rossum.initialize();

      assertThat(rossum.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.text()).contains("which Rossum cannot store"));
      assertThat(rossum.exchanges().get(0).operations()).isEmpty();
      assertThat(rossum.messages()).noneMatch(message -> message.text().startsWith("a"));
      assertThat(rossum.field("order_id").text()).isEqualTo("A12");
      assertThat(rossum.describe()).contains("which Rossum cannot store");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'files':[{'id':'1','values':[{'id':'email:po','value':'BAD'}]}]}",
        "{'files':[],'extracted_original_sender':{'email':'a@b.example','name':'BAD'}}"
      })
  void isReportedInAResponseToAnEmail(String response) {
    ImportDecision decision =
        Order.simulator(Order.quoted(response).replace("BAD", "a\\ud83d"))
            .receive(Fixtures.emailReceived());

    assertThat(decision.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.text()).contains("which Rossum cannot store"));
    assertThat(decision.originalSender()).isEmpty();
    assertThat(decision.files()).allMatch(file -> file.values().isEmpty());
  }

  @Test
  void isReportedInAResponseToAnInvocation() {
    Exchange exchange =
        Order.simulator("{\"a\":[\"\\u0000\"]}").invoke(Fixtures.invocationManual());

    assertThat(exchange.problems()).hasSize(1);
  }

  @Test
  void isNotWhatAUserCanType() {
    RossumSimulator rossum = Order.simulator("{}");

    Outcome outcome = rossum.edit("order_id", "a\0");

    assertThat(outcome.isAccepted()).isFalse();
    assertThat(rossum.problems()).hasSize(1);
  }

  @Test
  void lengthsCountCharacters() {
    RossumSimulator rossum =
        Order.simulator(
            Order.quoted("{'messages':[{'type':'info','content':'x" + PAIR.repeat(4096) + "'}]}"));
    rossum.start();
    ImportDecision decision =
        Order.simulator(
                Order.quoted(
                    "{'files':[{'id':'1','values':[{'id':'email:po','value':'"
                        + PAIR.repeat(1500)
                        + "'}]}]}"))
            .receive(Fixtures.emailReceived());

    assertThat(rossum.messages().get(0).markup()).isEqualTo("x" + PAIR.repeat(4095));
    assertThat(rossum.problems())
        .extracting(Problem::text)
        .containsExactly("A message has 4097 characters, but Rossum shows the first 4096.");
    assertThat(decision.problems()).isEmpty();
  }
}
