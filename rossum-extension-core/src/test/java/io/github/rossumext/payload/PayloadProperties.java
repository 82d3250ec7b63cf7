package io.github.rossumext.payload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.json.JsonArbitraries;
import io.github.rossumext.internal.json.JsonStyle;
import java.io.IOException;
import java.util.Arrays;
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
  void theMeaningIsTheSameHoweverTheBodyIsWritten(
      @ForAll("bodies") ObjectNode body, @ForAll long style, @ForAll long other) {
    HookPayload expected = HookPayload.of(JsonStyle.write(body, style));
    HookPayload written = HookPayload.of(JsonStyle.write(body, other));

    assertThat(written).hasSameClassAs(expected);
    assertThat(Meaning.of(written)).isEqualTo(Meaning.of(expected));
  }

  @Property
  void everyViewIsWhatASlowReferenceReads(@ForAll("bodies") ObjectNode body, @ForAll long style)
      throws IOException {
    byte[] bytes = JsonStyle.write(body, style);

    ReferencePayload.assertRead(HookPayload.of(bytes), bytes);
  }

  @Property
  void anAnnotationOfACallersOwnIsKeptAsItCame(
      @ForAll("values") JsonNode annotation, @ForAll long style) {
    byte[] json = JsonStyle.writeRepeatingKeys(annotation, style);
    HookPayload payload =
        PayloadFixture.payload("invocation", "manual", "\"annotation\":" + new String(json, UTF_8));

    assertThat(payload).isInstanceOf(ManualPayload.class);
    assertThat(payload.find("annotation").orElseThrow().text())
        .isEqualTo(new String(json, UTF_8).strip());
  }

  @Property
  void unknownKeysAreKeptAsTheyCame(@ForAll("objects") JsonNode keys, @ForAll long style)
      throws Exception {
    ObjectNode body = (ObjectNode) JSON.readTree(PayloadFixture.CONTENT);
    keys.properties().forEach(key -> body.set("x " + key.getKey(), key.getValue()));
    HookPayload payload = HookPayload.of(JsonStyle.write(body, style));

    for (var key : keys.properties()) {
      assertThat(JSON.readTree(payload.find("x " + key.getKey()).orElseThrow().text()))
          .isEqualTo(JSON.readTree(key.getValue().toString()));
    }
  }

  @Property
  void aBodyThatIsCutIsRefused(
      @ForAll("bodies") ObjectNode body, @ForAll long style, @ForAll long seed) {
    byte[] bytes = JsonStyle.write(body, style);
    int end = new String(bytes, ISO_8859_1).lastIndexOf('}');

    assertThatExceptionOfType(PayloadException.class)
        .isThrownBy(() -> HookPayload.of(Arrays.copyOf(bytes, new Random(seed).nextInt(end + 1))))
        .satisfies(Rejections::assertClear);
  }

  @Property(tries = 500)
  void aKeyThatStandsTwiceIsRefusedOrHarmsNoAccessor(
      @ForAll("bodies") ObjectNode body, @ForAll long style) {
    assertReadOrRefused(JsonStyle.writeRepeatingKeys(body, style));
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
    ManualPayload payload = (ManualPayload) HookPayload.of(JsonStyle.write(body, style));

    assertThat(payload.arguments().keys()).doesNotContainAnyElementsOf(names(common));
    assertThat(JSON.readTree(payload.arguments().text()))
        .isEqualTo(JSON.readTree(expected.toString()));
    assertThat(payload.arguments().text()).doesNotContain("hush-password", "hush-token");
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Property(tries = 1000)
  void aDamagedBodyIsReadOrRefusedAndNothingElse(
      @ForAll("bodies") ObjectNode body, @ForAll long style, @ForAll long seed) {
    byte[] bytes = JsonStyle.write(body, style);
    Random random = new Random(seed);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] =
          (byte)
              (random.nextBoolean()
                  ? random.nextInt(256)
                  : "{}[]\",:\\0e-n ".charAt(random.nextInt(13)));
    }
    assertReadOrRefused(bytes);
  }

  /** Whatever is let through can be read to the last accessor. */
  private static void assertReadOrRefused(byte[] bytes) {
    HookPayload payload;
    try {
      payload = HookPayload.of(bytes);
    } catch (PayloadException e) {
      Rejections.assertClear(e);
      return;
    }
    assertThat(Meaning.of(payload)).isNotNull();
  }

  @Provide
  Arbitrary<ObjectNode> bodies() {
    return Arbitraries.randomValue(random -> new RandomPayload(random).body());
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
