package io.github.rossumext.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookPayloadTest {
  @Nested
  class CommonKeys {
    private final HookPayload payload = PayloadFixture.content();

    @Test
    void eventAndActionNameTheRequest() {
      assertThat(payload.event()).isEqualTo("annotation_content");
      assertThat(payload.action()).isEqualTo(HookAction.UPDATED);
      assertThat(payload.eventAndAction()).isEqualTo("annotation_content.updated");
    }

    @Test
    void whichRequestItIs() {
      assertThat(payload.requestId()).hasValue("1c8f9f2e-6a53-4a2b-9d0e-5f2f6f2c9a11");
      assertThat(payload.timestamp()).hasValue(Instant.parse("2025-11-03T08:15:42.118273Z"));
      assertThat(payload.hook())
          .hasValue(new ResourceUrl("https://us.api.rossum.ai/v1/hooks/771116"));
      assertThat(payload.baseUrl()).hasValue(URI.create("https://acme.rossum.app"));
    }

    @Test
    void settingsAndSecrets() {
      assertThat(payload.settings().find("retries")).hasValue(RawJson.of("2"));
      assertThat(payload.secretNames()).containsExactly("password", "blank", "pin");
      assertThat(payload.secret("password")).hasValue(Secret.of("hush-password"));
      assertThat(payload.secret("pin")).hasValue(Secret.of("1234"));
      assertThat(payload.secret("blank")).isEmpty();
      assertThat(payload.secret("of_next_year")).isEmpty();
      assertThat(payload.secrets().keys()).isEqualTo(payload.secretNames());
      assertThat(payload.token()).hasValue(Secret.of("hush-token"));
    }

    @Test
    void unknownOnesAreReached() {
      HookPayload payload =
          PayloadFixture.payload("invocation", "scheduled", "\"of_next_year\": {\"a\": [1]}");

      assertThat(payload.find("of_next_year")).hasValue(RawJson.of("{\"a\": [1]}"));
      assertThat(payload.keys()).containsExactly("event", "action", "of_next_year");
    }

    @Test
    void theWholeIsKeptByteForByte() {
      assertThat(payload.raw().text()).isEqualTo(PayloadFixture.CONTENT);
      assertThat(PayloadFixture.parse(" \n" + PayloadFixture.CONTENT + "\n").raw())
          .isEqualTo(payload.raw());
    }
  }

  @Nested
  class MissingKeys {
    private void assertEmpty(HookPayload payload) {
      assertThat(payload.requestId()).isEmpty();
      assertThat(payload.timestamp()).isEmpty();
      assertThat(payload.hook()).isEmpty();
      assertThat(payload.baseUrl()).isEmpty();
      assertThat(payload.secretNames()).isEmpty();
      assertThat(payload.secret("password")).isEmpty();
      assertThat(payload.token()).isEmpty();
    }

    @Test
    void areEmpty() {
      HookPayload payload = PayloadFixture.payload("invocation", "scheduled", "");

      assertEmpty(payload);
      assertThat(payload.settings()).isEqualTo(RawJson.EMPTY_OBJECT);
      assertThat(payload.secrets()).isEqualTo(RawJson.EMPTY_OBJECT);
    }

    @Test
    void areSettingsAndSecretsThatAreNull() {
      HookPayload payload =
          PayloadFixture.payload("invocation", "scheduled", "\"settings\":null,\"secrets\":null");

      assertThat(payload.settings()).isEqualTo(RawJson.EMPTY_OBJECT);
      assertThat(payload.secrets()).isEqualTo(RawJson.EMPTY_OBJECT);
    }

    @Test
    void areNotSettingsAndSecretsOfAnotherShape() {
      HookPayload payload =
          PayloadFixture.payload("invocation", "scheduled", "\"settings\":[1],\"secrets\":\"x\"");

      assertThat(payload.settings()).isEqualTo(RawJson.of("[1]"));
      assertThat(payload.secrets()).isEqualTo(RawJson.of("\"x\""));
      assertThat(payload.secret("x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]"})
    void areThoseThatHoldSomethingElse(String json) {
      assertEmpty(
          PayloadFixture.payload(
              "invocation",
              "scheduled",
              ("'request_id':X,'timestamp':X,'hook':X,'base_url':X,'settings':X,'secrets':X,"
                      + "'rossum_authorization_token':X")
                  .replace("X", json)
                  .replace('\'', '"')));
    }

    @Test
    void areThoseThatAreBlankOrUnreadable() {
      HookPayload payload =
          PayloadFixture.payload(
              "invocation",
              "scheduled",
              "\"request_id\":\" \",\"timestamp\":\"yesterday\",\"hook\":\"None\","
                  + "\"base_url\":\"http://a b\",\"rossum_authorization_token\":\"\"");

      assertEmpty(payload);
    }
  }

  @Nested
  class Events {
    @ParameterizedTest
    @CsvSource({
      "annotation_status, changed, StatusPayload",
      "annotation_status, of_next_year, StatusPayload",
      "email, received, EmailPayload",
      "upload, created, UploadPayload",
      "invocation, scheduled, ScheduledPayload",
      "invocation, manual, ManualPayload",
      "invocation, interface, UnknownPayload",
      "email, of_next_year, UnknownPayload",
      "upload, of_next_year, UnknownPayload",
      "of_next_year, created, UnknownPayload",
      "Email, received, UnknownPayload",
    })
    void haveATypeEach(String event, String action, String type) {
      HookPayload payload = PayloadFixture.payload(event, action, "");

      assertThat(payload.getClass().getSimpleName()).isEqualTo(type);
      assertThat(payload.eventAndAction()).isEqualTo(event + "." + action);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "initialize",
          "started",
          "user_update",
          "updated",
          "confirm",
          "export",
          "of_next_year"
        })
    void ofTheContentHaveOneTypeWhateverTheAction(String action) {
      assertThat(
              PayloadFixture.payload(
                  "annotation_content", action, "\"annotation\":{\"content\":[]}"))
          .isInstanceOf(ContentPayload.class);
    }

    @Test
    void mayBeEscaped() {
      assertThat(
              PayloadFixture.parse(
                  "{\"\\u0065vent\":\"em\\u0061il\",\"action\":\"rec\\u0065ived\"}"))
          .isInstanceOf(EmailPayload.class);
    }

    @ParameterizedTest
    @CsvSource({
      "annotation_content, initialize, false",
      "annotation_content, started, true",
      "annotation_content, user_update, true",
      "annotation_content, updated, true",
      "annotation_content, confirm, true",
      "annotation_content, export, false",
      "annotation_status, changed, false",
      "email, received, false",
      "upload, created, false",
      "invocation, scheduled, false",
      "invocation, manual, false",
    })
    void areInteractiveWhereAUserWaits(String event, String action, boolean interactive) {
      assertThat(
              PayloadFixture.payload(event, action, "\"annotation\":{\"content\":[]}")
                  .isInteractive())
          .isEqualTo(interactive);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PayloadFixture.CONTENT, PayloadFixture.EMAIL, PayloadFixture.MANUAL})
  void theTextShowsEventActionAndSizeOnly(String body) {
    HookPayload payload = PayloadFixture.parse(body);

    assertThat(payload.toString())
        .startsWith(payload.eventAndAction() + "[RawJson[object, ")
        .endsWith(" bytes]]")
        .doesNotContain(PayloadFixture.HUSH);
  }
}
