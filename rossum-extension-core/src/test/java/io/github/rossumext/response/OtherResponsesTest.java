package io.github.rossumext.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Secret;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OtherResponsesTest {
  private static String json(HookResponse response) {
    return new String(response.toJson(), UTF_8);
  }

  @Nested
  class AnyJson {
    record Found(String documentId, BigDecimal amountTotal, List<Integer> pages) {}

    @Test
    void aRecordGoesOutInSnakeCase() {
      assertThat(json(JsonResponse.of(new Found("7", new BigDecimal("1.50"), List.of(1, 2)))))
          .isEqualTo("{\"document_id\":\"7\",\"amount_total\":1.50,\"pages\":[1,2]}");
    }

    @Test
    void everyPartOfARecordGoesOutAsThePlainestJson() {
      record Line(Optional<String> itemCode, BigDecimal amount) {}
      record FoundText(
          LocalDate dueDate,
          Instant bookedAt,
          List<Line> lines,
          @Nullable String note,
          RawJson more) {}

      assertThat(
              json(
                  JsonResponse.of(
                      new FoundText(
                          LocalDate.of(2025, 2, 28),
                          Instant.parse("2025-02-28T10:46:15.385330Z"),
                          List.of(
                              new Line(Optional.of("A-1"), new BigDecimal("1E+3")),
                              new Line(Optional.empty(), new BigDecimal("0.10"))),
                          null,
                          RawJson.of("{\"a\":1.50}")))))
          .isEqualTo(
              "{\"due_date\":\"2025-02-28\",\"booked_at\":\"2025-02-28T10:46:15.385330Z\","
                  + "\"lines\":[{\"item_code\":\"A-1\",\"amount\":1000},"
                  + "{\"item_code\":null,\"amount\":0.10}],\"note\":null,\"more\":{\"a\":1.50}}");
    }

    @Test
    void aKeyGoesOutAsItCanBeStored() {
      assertThat(json(JsonResponse.of(Map.of("a\uD800", "v")))).isEqualTo("{\"a\uFFFD\":\"v\"}");
      assertThat(json(JsonResponse.of(RawJson.of("{\"a\\ud800\":{\"\\u0000b\\udC00\":1}}"))))
          .isEqualTo("{\"a\uFFFD\":{\"b\uFFFD\":1}}");
    }

    @Test
    void aListOfRecordsIsAResponseToo() {
      assertThat(json(JsonResponse.of(List.of(new Found("7", BigDecimal.ONE, List.of())))))
          .isEqualTo("[{\"document_id\":\"7\",\"amount_total\":1,\"pages\":[]}]");
      assertThat(json(JsonResponse.of(Optional.empty()))).isEqualTo("null");
      assertThat(json(JsonResponse.of(new BigDecimal("1E+3")))).isEqualTo("1000");
    }

    @Test
    @SuppressWarnings("NullAway") // what an unchecked caller does
    void nullIsNotAResponse() {
      assertThatNullPointerException().isThrownBy(() -> JsonResponse.of(null));
      assertThatNullPointerException().isThrownBy(() -> JsonResponse.of((Object) null));
    }

    @Test
    void neitherTheRequestNorASecretIsEchoed() {
      HookPayload request =
          HookPayload.of(
              "{\"event\":\"invocation\",\"action\":\"manual\",\"secrets\":{\"password\":\"hush\"}}"
                  .getBytes(UTF_8));

      for (Object secret : List.of(request, List.of(request), Map.of("a", Secret.of("hush")))) {
        assertThatExceptionOfType(BindingException.class)
            .isThrownBy(() -> JsonResponse.of(secret))
            .withMessageContaining("expected a type that can be written as JSON, not ")
            .withMessageNotContaining("hush");
      }
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
    void theEmptyResponseIsAnObject() {
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
  void aResponseThatRossumIgnoresIsAnEmptyObject() {
    assertThat(json(NoResponse.empty())).isEqualTo("{}");
    assertThat(NoResponse.empty()).hasToString("NoResponse");
  }
}
