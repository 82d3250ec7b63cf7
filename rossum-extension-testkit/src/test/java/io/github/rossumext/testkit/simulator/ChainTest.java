package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.schema.Schema;
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
}
