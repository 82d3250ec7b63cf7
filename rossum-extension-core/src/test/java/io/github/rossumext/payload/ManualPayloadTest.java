package io.github.rossumext.payload;

import static io.github.rossumext.Problem.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManualPayloadTest {
  @Test
  void theKeysOfTheCallerAreNextToRossums() {
    HookPayload payload = PayloadFixture.parse(PayloadFixture.MANUAL);

    assertThat(payload.find("SAP_ID")).hasValue(RawJson.of("\"4711\""));
    assertThat(payload.find("options")).hasValue(RawJson.of("{\"dry_run\": true}"));
    assertThat(payload.settings().find("retries")).hasValue(RawJson.of("2"));
  }

  @Test
  void theArgumentsAreExactlyTheCallersKeysWithoutRossums() {
    ManualPayload payload = (ManualPayload) PayloadFixture.parse(PayloadFixture.MANUAL);

    assertThat(payload.arguments().text())
        .isEqualTo("{\"SAP_ID\":\"4711\",\"options\":{\"dry_run\": true}}");
  }

  @Test
  void aCallerWithoutArgumentsGaveAnEmptyObject() {
    ManualPayload payload = (ManualPayload) PayloadFixture.payload("invocation", "manual", "");

    assertThat(payload.arguments()).isEqualTo(RawJson.EMPTY_OBJECT);
  }

  @Test
  void theArgumentsBindToARecordOrMap() {
    record Lookup(String vendor, boolean dryRun) {}
    ManualPayload payload =
        (ManualPayload)
            PayloadFixture.payload(
                "invocation", "manual", "\"vendor\":\"Acme\",\"dry_run\":true,\"more\":[]");

    Map<?, ?> map = payload.arguments(Map.class);

    assertThat(payload.arguments(Lookup.class)).isEqualTo(new Lookup("Acme", true));
    assertThat((Object) map)
        .isEqualTo(Map.of("vendor", "Acme", "dry_run", true, "more", List.of()));
  }

  @Test
  void argumentsInCamelCaseAndIdsAsTextsBindToo() {
    record Call(long annotationId, boolean dryRun) {}
    ManualPayload payload =
        (ManualPayload)
            PayloadFixture.payload(
                "invocation", "manual", "\"annotationId\":\"4310220117\",\"dryRun\":true");

    assertThat(payload.arguments(Call.class)).isEqualTo(new Call(4_310_220_117L, true));
  }

  @Test
  void anAmountThatWouldCostSecondsIsRefused() {
    record Call(BigDecimal amount) {}
    ManualPayload payload =
        (ManualPayload) PayloadFixture.payload("invocation", "manual", "\"amount\":1e2000000");

    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> payload.arguments(Call.class))
        .satisfies(saying("amount: expected a number of at most 1000 digits"));
  }

  @Test
  void argumentsThatDoNotFitNameThePathAndShowNoValue() {
    record Options(boolean dryRun) {}
    record Lookup(Options options) {}
    ManualPayload payload =
        (ManualPayload)
            PayloadFixture.payload("invocation", "manual", "\"options\":{\"dry_run\":\"hush\"}");

    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> payload.arguments(Lookup.class))
        .satisfies(saying("options.dry_run: expected true or false"));
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
        PayloadFixture.payload("of_next_year", "created", "\"annotation\":{\"content\":[1]}");

    assertThat(payload).isInstanceOf(UnknownPayload.class);
    assertThat(payload.find("annotation")).hasValue(RawJson.of("{\"content\":[1]}"));
  }
}
