package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  private static RossumSimulator said(String messages) {
    RossumSimulator rossum = Order.simulator(Order.quoted("{'messages':[" + messages + "]}"));
    rossum.start();
    return rossum;
  }

  @Test
  void aMessageBelongsToItsFieldOrToTheDocument() {
    RossumSimulator rossum =
        said(
            "{'type':'info','content':'whole'},"
                + "{'type':'warning','content':'a &lt;b&gt; <b>bold</b>','id':101}");

    assertThat(rossum.messages())
        .extracting(ShownMessage::toString)
        .containsExactly("info: whole", "warning on order_id: a <b> bold");
    assertThat(rossum.field("order_id").messages())
        .extracting(ShownMessage::datapointId)
        .containsExactly(OptionalLong.of(101));
    assertThat(rossum.problems()).isEmpty();
  }

  @Test
  void aLongMessageIsCut() {
    RossumSimulator rossum = said("{'type':'info','content':'" + "x".repeat(4097) + "'}");

    assertThat(rossum.messages().get(0).markup()).hasSize(4096);
    assertThat(rossum.problems()).hasSize(1);
  }

  @Test
  void tagsThatAreNotRenderedAreReported() {
    RossumSimulator rossum =
        said(
            "{'type':'info','content':'<p>a</p> <b>b</b><br/> 1 < 2 <TABLE class=x>'},"
                + "{'type':'info','content':'<a href=x>a</a><ul><li><i>c</i></li></ul> a<b, c>d'}");

    assertThat(rossum.messages()).hasSize(2);
    assertThat(rossum.problems())
        .extracting(Problem::text)
        .containsExactly(
            "A message has the tag <p>, which Rossum does not render.",
            "A message has the tag <table>, which Rossum does not render.");
  }

  @Test
  void anEmptyTextIsReported() {
    RossumSimulator rossum = said("{'type':'error','content':''}");

    assertThat(rossum.messages()).hasSize(1);
    assertThat(rossum.problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5 | not an object",
        "{'type':'fatal','content':'x'} | not of type",
        "{'type':'error'} | no text",
        "{'type':'error','content':'x','id':999} | does not exist",
        "{'type':'error','content':'x','id':'101'} | whole number",
        "{'type':'error','content':'x','id':null} | whole number",
        "{'type':'error','content':'x','id':110} | not a field",
        "{'type':'error','content':'x','id':108} | hidden",
      })
  void thatIsWrongIsReportedAndNotShown(String message, String reason) {
    RossumSimulator rossum = said(message);

    assertThat(rossum.messages()).isEmpty();
    assertThat(rossum.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.MESSAGE);
              assertThat(problem.text()).contains(reason);
            });
  }

  @Test
  void anUnknownKeyIsReportedAndTheMessageShown() {
    RossumSimulator rossum = said("{'type':'error','content':'x','level':1}");

    assertThat(rossum.messages()).hasSize(1);
    assertThat(rossum.problems()).hasSize(1);
  }

  @Test
  void aMessageOnARowThatTheSameResponseRemovesIsLost() {
    RossumSimulator rossum =
        Order.simulator(
            Order.quoted(
                "{'messages':[{'type':'error','content':'x','id':112}],"
                    + "'operations':[{'op':'remove','id':111}]}"));
    rossum.start();

    assertThat(rossum.messages()).isEmpty();
    assertThat(rossum.problems()).hasSize(1);
  }

  @Test
  void aBlockerIsHonouredAtInitializeOnly() {
    String response = Order.quoted("{'automation_blockers':[{'content':'Odd'}]}");
    RossumSimulator rossum = Order.simulator(response);
    rossum.initialize();
    assertThat(rossum.blockers()).extracting(Blocker::text).contains("Odd");
    assertThat(rossum.problems()).isEmpty();

    rossum.start();
    assertThat(rossum.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.BLOCKER));
  }

  @Test
  void aMessageOnARowThatALaterHookRemovesIsLost() {
    RossumSimulator rossum =
        Order.simulator(Order.quoted("{'messages':[{'type':'error','content':'x','id':112}]}"))
            .then(
                SimulatedHook.of(
                    StubTransport.responding(Order.operations("{'op':'remove','id':111}")),
                    Order.SECRET));
    rossum.start();

    assertThat(rossum.messages()).isEmpty();
    assertThat(rossum.problems())
        .extracting(Problem::text)
        .containsExactly("A message on 'lines[0].item_text' is lost: its row was removed.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'automation_blockers':7} | 'automation_blockers' is not a list, so it is ignored.",
        "{'automation_blockers':[{'content':' '}]} | An automation blocker has an empty text.",
        "{'automation_blockers':[{'content':'x','level':1}]}"
            + " | The key 'level' of an automation blocker is ignored.",
        "{'messages':7} | 'messages' is not a list, so it is ignored.",
        "{'operations':7} | 'operations' is not a list; nothing was applied.",
      })
  void whatIsIgnoredIsReported(String response, String problem) {
    RossumSimulator rossum = Order.simulator(Order.quoted(response));
    rossum.initialize();

    assertThat(rossum.problems()).extracting(Problem::text).containsExactly(problem);
  }

  @Test
  void theBlockersOfAFailedResponseAreIgnoredAndReported() {
    RossumSimulator rossum =
        Order.simulator(
            StubTransport.responding(
                StubTransport.status(
                    400, Order.quoted("{'automation_blockers':[{'content':'Odd'}]}"))));
    rossum.initialize();

    assertThat(rossum.problems())
        .extracting(Problem::text)
        .contains("The blockers of a response that is not 2xx are ignored.");
    assertThat(rossum.blockers()).extracting(Blocker::text).doesNotContain("Odd");
  }

  @Test
  void aMessageOfTheGreatestLengthIsShown() {
    RossumSimulator rossum = said("{'type':'info','content':'" + "x".repeat(4096) + "'}");

    assertThat(rossum.messages().get(0).markup()).hasSize(4096);
    assertThat(rossum.problems()).isEmpty();
  }
}
