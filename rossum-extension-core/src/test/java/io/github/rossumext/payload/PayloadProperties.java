package io.github.rossumext.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.content.Container;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Node;
import io.github.rossumext.json.JsonArbitraries;
import io.github.rossumext.json.JsonStyle;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PayloadProperties {
  private static final JsonMapper JSON = new JsonMapper();

  @Property
  void theMeaningIsTheSameHoweverTheBodyIsWritten(@ForAll("bodies") String body, @ForAll long style)
      throws Exception {
    HookPayload expected = PayloadFixture.parse(body);
    HookPayload written = HookPayload.parse(JsonStyle.write(JSON.readTree(body), style));

    assertThat(written).hasSameClassAs(expected);
    assertThat(Meaning.of(written)).isEqualTo(Meaning.of(expected));
  }

  @Property
  void anAnnotationOfACallersOwnIsKeptAsItCame(
      @ForAll("values") JsonNode annotation, @ForAll long style) throws Exception {
    ObjectNode body = JSON.createObjectNode().put("event", "invocation").put("action", "manual");
    body.set("annotation", annotation);
    HookPayload payload = HookPayload.parse(JsonStyle.write(body, style));

    assertThat(payload).isInstanceOf(ManualPayload.class);
    assertThat(JSON.readTree(payload.find("annotation").orElseThrow().text()))
        .isEqualTo(JSON.readTree(annotation.toString()));
  }

  @Property
  void unknownKeysAreKeptAsTheyCame(@ForAll("objects") JsonNode keys, @ForAll long style)
      throws Exception {
    ObjectNode body = (ObjectNode) JSON.readTree(PayloadFixture.CONTENT);
    keys.properties().forEach(key -> body.set("x " + key.getKey(), key.getValue()));
    HookPayload payload = HookPayload.parse(JsonStyle.write(body, style));

    for (var key : keys.properties()) {
      assertThat(JSON.readTree(payload.find("x " + key.getKey()).orElseThrow().text()))
          .isEqualTo(JSON.readTree(key.getValue().toString()));
    }
  }

  @Property
  void theArgumentsAreTheCallersKeysAndNeverHoldRossumsOwn(
      @ForAll("objects") JsonNode keys, @ForAll long style) throws Exception {
    ObjectNode expected = JSON.createObjectNode();
    ObjectNode common = (ObjectNode) JSON.readTree(PayloadFixture.MANUAL);
    common.remove(List.of("SAP_ID", "options"));
    common.putArray("updated_datapoints");
    ObjectNode body = common.deepCopy();
    keys.properties()
        .forEach(
            key -> {
              if (!common.has(key.getKey())) {
                expected.set(key.getKey(), key.getValue());
                body.set(key.getKey(), key.getValue());
              }
            });
    ManualPayload call = (ManualPayload) HookPayload.parse(JsonStyle.write(body, style));

    assertThat(call.arguments().keys()).doesNotContainAnyElementsOf(names(common));
    assertThat(JSON.readTree(call.arguments().text()))
        .isEqualTo(JSON.readTree(expected.toString()));
    assertThat(call.arguments().text()).doesNotContain("hush-password", "hush-token");
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Property(tries = 1000)
  void aDamagedBodyIsReadOrRefusedAndNothingElse(@ForAll("bodies") String body, @ForAll long seed) {
    byte[] bytes = body.getBytes(UTF_8);
    Random random = new Random(seed);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] =
          (byte)
              (random.nextBoolean()
                  ? random.nextInt(256)
                  : "{}[]\",:\\0e-n ".charAt(random.nextInt(13)));
    }
    HookPayload payload;
    try {
      payload = HookPayload.parse(bytes);
    } catch (PayloadException e) {
      assertThat(e).hasMessageNotContaining(PayloadFixture.HUSH).hasNoCause();
      return;
    }
    assertThat(payload.toString()).doesNotContain(PayloadFixture.HUSH);
    if (payload instanceof ContentPayload content) {
      content.content().roots().forEach(PayloadProperties::readAll);
    }
  }

  /** Whatever was let through can be read without an exception. */
  private static void readAll(Node node) {
    assertThat(node.url()).isNotNull();
    if (node instanceof Datapoint datapoint) {
      assertThat(datapoint.text()).isNotNull();
      assertThat(datapoint.page()).isNotNull();
      assertThat(datapoint.position()).isNotNull();
      assertThat(datapoint.rirText()).isNotNull();
      assertThat(datapoint.rirConfidence()).isNotNull();
      assertThat(datapoint.validationSources()).isNotNull();
      assertThat(datapoint.timeSpent()).isNotNull();
    }
    if (node instanceof Container container) {
      container.children().forEach(PayloadProperties::readAll);
    }
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.of(PayloadFixture.CONTENT, PayloadFixture.EMAIL, PayloadFixture.MANUAL);
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return JsonArbitraries.values();
  }

  @Provide
  Arbitrary<JsonNode> objects() {
    return JsonArbitraries.objects();
  }
}
