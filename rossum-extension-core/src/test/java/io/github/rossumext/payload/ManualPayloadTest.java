package io.github.rossumext.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManualPayloadTest {
  @Test
  void theKeysOfTheCallerStandBesideRossums() {
    HookPayload payload = PayloadFixture.parse(PayloadFixture.MANUAL);

    assertThat(payload.find("SAP_ID")).hasValue(RawJson.of("\"4711\""));
    assertThat(payload.find("options")).hasValue(RawJson.of("{\"dry_run\": true}"));
    assertThat(payload.settings().find("retries")).hasValue(RawJson.of("2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "\"610001\"",
        "[]",
        "[{\"content\":[1]}]",
        "{}",
        "{\"id\":610001}",
        "{\"content\":null}",
        "{\"content\":\"https://acme/content\"}",
        "{\"content\":{\"a\":1}}",
        "{\"content\":[]}",
        "{\"content\":[1,\"a\",null]}",
        "{\"content\":[{\"value\":\"no ids\"}]}",
        "{\"content\":[{\"id\":\"no number\",\"schema_id\":7}]}",
        "{\"content\":[{\"id\":1,\"id\":2,\"schema_id\":\"a\"}]}",
        "{\"content\":[{\"id\":1,\"schema_id\":\"a\",\"children\":[{}]}]}",
        "{\"content\":[],\"content\":[]}",
      })
  void anAnnotationOfTheCallersMayHaveAnyShape(String json) {
    for (String before : new String[] {"\"annotation\":" + json + ",", ""}) {
      String after = before.isEmpty() ? ",\"annotation\":" + json : "";
      HookPayload payload =
          PayloadFixture.parse(
              "{" + before + "\"event\":\"invocation\",\"action\":\"manual\"" + after + "}");

      assertThat(payload).isInstanceOf(ManualPayload.class);
      assertThat(payload.find("annotation").map(RawJson::text)).hasValue(json);
    }
  }

  @Test
  void unknownEventsMayHaveAnAnnotationOfAnyShapeToo() {
    HookPayload payload =
        PayloadFixture.call("of_next_year", "created", "\"annotation\":{\"content\":[1]}");

    assertThat(payload).isInstanceOf(UnknownPayload.class);
    assertThat(payload.find("annotation")).hasValue(RawJson.of("{\"content\":[1]}"));
  }
}
