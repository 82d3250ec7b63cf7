package io.github.rossumext.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.value.RawJson;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPayloadTest {
  @Test
  void annotationDocumentAndTreeAreRead() {
    ContentPayload payload = PayloadFixture.content();

    assertThat(payload.annotation().id()).hasValue(610001);
    assertThat(payload.annotation().status()).hasValue(AnnotationStatus.REVIEWING);
    assertThat(payload.document().orElseThrow().originalFileName()).hasValue("hush.pdf");
    assertThat(payload.content().byId(5483409760L))
        .hasValueSatisfying(node -> assertThat(((Datapoint) node).rirText()).hasValue("hush 77"));
  }

  @Test
  void theTreeIsReachedAsItCameToo() {
    assertThat(PayloadFixture.content().annotation().find("content"))
        .hasValueSatisfying(
            content -> {
              assertThat(content.text()).isEqualTo(PayloadFixture.TREE.strip());
              assertThat(content.elements()).hasSize(1);
            });
  }

  @Test
  void sideloadsAreReachedAsTheyCame() {
    ContentPayload payload = content("\"annotation\":{\"content\":[]},\"schemas\":[{\"id\":8001}]");

    assertThat(payload.find("schemas")).hasValue(RawJson.of("[{\"id\":8001}]"));
  }

  @Nested
  class UpdatedDatapoints {
    @Test
    void areTheIdsOfTheChangedNodesInTheirOrder() {
      ContentPayload payload = PayloadFixture.content();

      assertThat(payload.updatedDatapoints()).containsExactly(5483409760L, 5483409763L);
      assertThat(payload.isUpdated(5483409763L)).isTrue();
      assertThat(payload.isUpdated(5483409764L)).isFalse();
      assertThat(payload.isUpdated(5483409763L - (1L << 32))).isFalse();
    }

    @Test
    void areFoundAndKeptInWhateverOrderTheyCame() {
      ContentPayload payload = updated("[30,10,-5,20,10]");

      assertThat(payload.updatedDatapoints()).containsExactly(30L, 10L, -5L, 20L, 10L);
      assertThat(List.of(30L, 10L, -5L, 20L)).allMatch(payload::isUpdated);
      assertThat(List.of(-6L, 0L, 15L, 31L)).noneMatch(payload::isUpdated);
    }

    @Test
    void mayStandInTexts() {
      assertThat(updated("[\"5483409760\",190001]").updatedDatapoints())
          .containsExactly(5483409760L, 190001L);
    }

    @Test
    void areNoneWhereTheyAreMissing() {
      assertThat(content("\"annotation\":{\"content\":[]}").updatedDatapoints()).isEmpty();
      assertThat(updated("null").updatedDatapoints()).isEmpty();
      assertThat(updated("[]").updatedDatapoints()).isEmpty();
      assertThat(updated("[]").isUpdated(0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"hush\":1}",
          "\"hush\"",
          "7",
          "[\"hush\"]",
          "[null]",
          "[1.5]",
          "[[1]]",
          "[9223372036854775808]"
        })
    void thatAreNoListOfNumbersAreRefused(String json) {
      assertThatExceptionOfType(PayloadException.class)
          .isThrownBy(() -> updated(json))
          .withMessageContaining("updated_datapoints")
          .withMessageNotContaining("hush");
    }

    private static ContentPayload updated(String json) {
      return content("\"annotation\":{\"content\":[]},\"updated_datapoints\":" + json);
    }
  }

  @Nested
  class PayloadsOf2020 {
    @Test
    void haveNoDocumentSettingsSecretsOrUpdatedDatapoints() {
      ContentPayload payload =
          content(
              "\"request_id\":\"a\",\"annotation\":{\"id\":3213337,\"exported_at\":\"None\","
                  + "\"messages\":[],\"content\":[]}");

      assertThat(payload.document()).isEmpty();
      assertThat(payload.settings().keys()).isEmpty();
      assertThat(payload.secrets().keys()).isEmpty();
      assertThat(payload.updatedDatapoints()).isEmpty();
      assertThat(payload.baseUrl()).isEmpty();
      assertThat(payload.annotation().exportedAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"None\"", "[]"})
    void aDocumentThatIsNotAnObjectIsMissing(String json) {
      assertThat(content("\"annotation\":{\"content\":[]},\"document\":" + json).document())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"document\":{}",
        "\"annotation\":null",
        "\"annotation\":\"hush\"",
        "\"annotation\":[]",
        "\"annotation\":{}",
        "\"annotation\":{\"content\":null}",
        "\"annotation\":{\"content\":{}}",
        "\"annotation\":{\"content\":\"https://acme.rossum.app/hush\"}",
      })
  void withoutATreeTheRequestIsRefused(String keys) {
    assertThatExceptionOfType(PayloadException.class)
        .isThrownBy(() -> content(keys))
        .withMessageContaining("annotation.content is not a list")
        .withMessageNotContaining("hush");
  }

  private static ContentPayload content(String keys) {
    return (ContentPayload) PayloadFixture.payload("annotation_content", "updated", keys);
  }
}
