package io.github.rossumext.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.RawJson;
import org.junit.jupiter.api.Test;

class StatusPayloadTest {
  @Test
  void theContentOfTheAnnotationIsAUrl() {
    StatusPayload payload =
        (StatusPayload)
            PayloadFixture.payload(
                "annotation_status",
                "changed",
                "\"annotation\":{\"id\":610001,\"status\":\"to_review\","
                    + "\"previous_status\":\"importing\",\"content\":\"https://acme/content\"},"
                    + "\"document\":{\"id\":700001}");

    assertThat(payload.annotation().id()).hasValue(610001);
    assertThat(payload.annotation().status()).hasValue(AnnotationStatus.TO_REVIEW);
    assertThat(payload.annotation().previousStatus()).hasValue(AnnotationStatus.IMPORTING);
    assertThat(payload.annotation().find("content"))
        .hasValue(RawJson.of("\"https://acme/content\""));
    assertThat(payload.document().orElseThrow().id()).hasValue(700001);
  }

  @Test
  void annotationAndDocumentMayBeMissing() {
    StatusPayload payload =
        (StatusPayload) PayloadFixture.payload("annotation_status", "changed", "");

    assertThat(payload.annotation().keys()).isEmpty();
    assertThat(payload.document()).isEmpty();
  }
}
