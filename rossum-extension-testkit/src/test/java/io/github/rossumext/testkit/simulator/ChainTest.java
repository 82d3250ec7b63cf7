package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.RawJson;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainTest {
  private static final String ADD =
      Order.operations(
          "{'op':'replace','id':101,'value':{'content':{'value':'B1'}}},{'op':'add','id':110,"
              + "'value':[{'schema_id':'item_text','content':{'value':'New'}}]}");

  private final StubTransport second = StubTransport.responding("{}");

  @Test
  void aSuccessorSeesTheChangesAndTheirIds() {
    RossumSimulator rossum =
        Order.simulator(ADD).then(SimulatedHook.of(second, Order.SECRET).withName("second"));
    rossum.initialize();

    assertThat(second.requests().get(0))
        .contains("\"value\":\"B1\"")
        .contains("\"updated_datapoints\":[101,110,122,123,124,125,126]");
    assertThat(rossum.exchanges().get(1).hook()).isEqualTo("second");
  }

  @Test
  void aSuccessorSeesTheUnionWithTheEditsOfTheUser() {
    RossumSimulator rossum =
        Order.simulator(Order.operations("{'op':'replace','id':101,'value':{'hidden':true}}"))
            .then(SimulatedHook.of(second, Order.SECRET));
    rossum.edit("amount", "5");

    assertThat(second.requests().get(1)).contains("\"updated_datapoints\":[102,101]");
  }

  @Test
  void aParallelHookSeesNothingOfTheOther() {
    RossumSimulator rossum = Order.simulator(ADD).alongside(SimulatedHook.of(second, Order.SECRET));
    rossum.initialize();

    assertThat(second.requests().get(0))
        .contains("\"value\":\"A12\"")
        .contains("\"updated_datapoints\":[]");
    assertThat(rossum.rows("lines")).hasSize(2);
  }

  @Test
  void aHookHasItsOwnSettingsSecretsAndSideloads() {
    RossumSimulator rossum =
        RossumSimulator.of(
                SimulatedHook.of(second, Order.SECRET)
                    .withSettings(Map.of("limit", 6))
                    .withSecrets(Map.of("key", "own"))
                    .withSideloads())
            .open(Order.request());
    rossum.start();

    assertThat(second.requests().get(0))
        .contains("\"settings\":{\"limit\":6}")
        .contains("\"secrets\":{\"key\":\"own\"}")
        .doesNotContain("schemas\":")
        .doesNotContain("hush");
  }

  @Test
  void theSchemaOfTheSimulatorIsSideloadedWhereItIsAskedFor() {
    RossumSimulator rossum =
        RossumSimulator.of(SimulatedHook.of(second, Order.SECRET).withSideloads("schemas"))
            .schema(Schema.of(RawJson.of("[{\"category\":\"section\",\"id\":\"own\"}]")))
            .open(Order.request());
    rossum.start();

    assertThat(second.requests().get(0)).contains("\"schemas\":[{\"content\":[{\"category\"");
  }

  @Test
  void theStoryIsTold() {
    RossumSimulator rossum = Order.simulator(ADD);
    rossum.edit("amount", "5");

    assertThat(rossum.exchanges().get(1).describe())
        .contains("annotation_content.updated (amount = '5')")
        .contains("response: 200 {")
        .contains("changed: lines[2].item_text (added): '' → 'New'")
        .doesNotContain("hush");
  }

  @Test
  void theSchemaThatADocumentBringsIsInEachRequest() {
    RossumSimulator rossum = Order.simulator(second);
    rossum.start();
    rossum.validate();

    assertThat(second.requests())
        .hasSize(2)
        .allSatisfy(request -> assertThat(request).contains("\"schemas\":[{\"id\":3,"));
  }

  @Test
  void aHookGetsTheSideloadsThatItAskedFor() {
    ObjectNode request = Json.object(Order.request());
    request.putArray("queues").addObject().put("id", 8);
    request.putArray("labels").addObject().put("id", 9);
    RossumSimulator.of(SimulatedHook.of(second, Order.SECRET).withSideloads("queues"))
        .open(Json.bytes(request))
        .start();

    assertThat(second.requests().get(0))
        .contains("\"queues\":[{\"id\":8}]")
        .doesNotContain("\"labels\"")
        .doesNotContain("\"schemas\"");
  }

  @Test
  void messagesOfAnEarlierValidationAreNotInTheNextRequest() {
    ObjectNode request = Json.object(Order.request());
    ((ObjectNode) request.path("annotation")).putArray("messages").addObject().put("id", "all");
    RossumSimulator.of(SimulatedHook.of(second, Order.SECRET)).open(Json.bytes(request)).start();

    assertThat(second.requests().get(0)).contains("\"messages\":null");
  }

  @Test
  void anEndpointIsAddedAfterTheOthers() {
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(Order.SECRET)
            .on(
                HookEvent.ANNOTATION_CONTENT,
                ContentRules.of(
                    content -> content.field("code").set(content.field("order_id").text() + "!")))
            .build();
    RossumSimulator rossum = Order.simulator(ADD).then(endpoint, Order.SECRET);

    rossum.initialize();

    assertThat(rossum.field("code").displayedText()).isEqualTo("B1!");
  }
}
