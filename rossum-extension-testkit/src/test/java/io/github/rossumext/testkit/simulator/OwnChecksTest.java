package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.schema.Schema;
import io.github.rossumext.value.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnChecksTest {
  @ParameterizedTest
  @CsvSource({
    "amount,'',This field is required.",
    "amount,abc,This is not a number.",
    "pieces,1.5,This is not a number.",
    "due,soon,This is not a date.",
    "order_id,A,This must have at least 2 characters.",
    "order_id,A12345678,This must have at most 8 characters.",
    "order_id,xA1x,This does not match the pattern of the field.",
  })
  void anUnmetConstraintIsAnErrorOnTheField(String field, String typed, String text) {
    RossumSimulator rossum = Order.simulator("{}");
    rossum.edit(field, typed);

    assertThat(rossum.messages())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.text()).isEqualTo(text);
              assertThat(message.isError()).isTrue();
              assertThat(message.schemaId()).isEqualTo(field);
              assertThat(message.origin()).isEqualTo(ShownMessage.Origin.ROSSUM);
            });
    assertThat(rossum.field(field).messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "order_id,A123",
    "order_id,A1",
    "order_id,A1234567",
    "order_id,''",
    "amount,'1,200.5'",
    "due,1.1.2025",
    "due,2025-01-01"
  })
  void aMetConstraintIsNotAnError(String field, String typed) {
    RossumSimulator rossum = Order.simulator("{}");
    rossum.edit(field, typed);

    assertThat(rossum.messages()).isEmpty();
  }

  @Test
  void anExactLengthHolds() {
    RossumSimulator rossum =
        Order.after("{'op':'replace','id':107,'value':{'content':{'value':'ab'}}}");

    assertThat(rossum.messages())
        .extracting(ShownMessage::text)
        .containsExactly("This must have 3 characters.");
  }

  @Test
  void optionsThatOrphanTheValueAreAnError() {
    RossumSimulator rossum =
        Order.after("{'op':'replace','id':105,'value':{'options':[{'value':'z','label':'Z'}]}}");

    assertThat(rossum.messages())
        .extracting(ShownMessage::text)
        .containsExactly("This is not among the options.");
  }

  @Test
  void aHiddenFieldIsNotChecked() {
    RossumSimulator rossum =
        Order.after("{'op':'replace','id':108,'value':{'content':{'value':''}}}");
    assertThat(rossum.messages()).isEmpty();

    RossumSimulator shown =
        Order.after("{'op':'replace','id':108,'value':{'content':{'value':''},'hidden':false}}");
    assertThat(shown.messages()).hasSize(1);
  }

  @Test
  void whatTheChecksCannotFollowIsReported() {
    RossumSimulator rossum =
        RossumSimulator.of(SimulatedHook.of(StubTransport.responding("{}"), Order.SECRET))
            .schema(
                Schema.of(
                    RawJson.of(
                        Order.quoted(
                            "[{'category':'section','id':'s','children':[{'category':'datapoint',"
                                + "'id':'order_id','type':'string','constraints':{'required':false,"
                                + "'regexp':{'pattern':'('}}},{'category':'datapoint','id':'due',"
                                + "'type':'date','format':'D MMMM YYYY'}]}]"))))
            .open(Order.request());

    assertThat(rossum.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.SCHEMA, Problem.Kind.SCHEMA);
    rossum.start();
    assertThat(rossum.messages()).isEmpty();
  }
}
