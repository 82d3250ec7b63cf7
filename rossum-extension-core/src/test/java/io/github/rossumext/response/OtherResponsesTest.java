package io.github.rossumext.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OtherResponsesTest {
  private static String json(HookResponse response) {
    return new String(response.toJson(), UTF_8);
  }

  @Nested
  class AnyJson {
    record Answer(String documentId, BigDecimal amountTotal, List<Integer> pages) {}

    @Test
    void aRecordGoesOutInSnakeCase() {
      assertThat(json(JsonResponse.of(new Answer("7", new BigDecimal("1.50"), List.of(1, 2)))))
          .isEqualTo("{\"document_id\":\"7\",\"amount_total\":1.50,\"pages\":[1,2]}");
    }

    @Test
    void mapsListsAndScalarsGoOutAsTheyAre() {
      assertThat(json(JsonResponse.of(Map.of("anyKey", true)))).isEqualTo("{\"anyKey\":true}");
      assertThat(json(JsonResponse.of(List.of(1, "a")))).isEqualTo("[1,\"a\"]");
      assertThat(json(JsonResponse.of("a\"é"))).isEqualTo("\"a\\\"é\"");
    }

    @Test
    void jsonThatCameGoesOutByteForByte() {
      RawJson raw = RawJson.of("{ \"b\":1.50,\n \"a\":\"\\u00e9\" }");

      assertThat(json(JsonResponse.of(raw))).isEqualTo(raw.text());
      assertThat(JsonResponse.of(raw).json()).isEqualTo(raw);
    }

    @Test
    void theEmptyAnswerIsAnObject() {
      assertThat(json(JsonResponse.empty())).isEqualTo("{}");
    }

    @Test
    void whatCannotBeWrittenIsRefusedAtOnce() {
      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> JsonResponse.of(new Object()));
    }

    @Test
    void theTextShowsKindAndSizeOnly() {
      assertThat(JsonResponse.of("hush")).hasToString("JsonResponse[RawJson[text, 6 bytes]]");
    }
  }

  @Test
  void anAnswerThatRossumIgnoresIsAnEmptyObject() {
    assertThat(json(NoResponse.INSTANCE)).isEqualTo("{}");
    assertThat(NoResponse.INSTANCE).hasToString("NoResponse");
  }
}
