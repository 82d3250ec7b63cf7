package io.github.rossumext.payload;

import static io.github.rossumext.payload.PayloadFixture.annotation;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.RawJson;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages that Rossum keeps with an annotation (protocol §3.2). */
class StoredMessageTest {
  private static StoredMessage message(String keys) {
    return annotation("\"messages\":[{" + keys + "}]").messages().get(0);
  }

  @Test
  void keepTheirOrderTypeAndContent() {
    Annotation annotation =
        annotation(
            "\"messages\":[{\"type\":\"error\",\"content\":\"No order\",\"id\":\"1002\"},"
                + "{\"type\":\"of_next_year\",\"content\":\"<b>Ready</b>\",\"id\":\"all\"}]");

    assertThat(annotation.messages())
        .extracting(StoredMessage::type)
        .containsExactly(MessageType.ERROR, new MessageType("of_next_year"));
    assertThat(annotation.messages())
        .extracting(StoredMessage::content)
        .containsExactly("No order", "<b>Ready</b>");
    assertThat(annotation.messagesError()).isEmpty();
  }

  @Test
  void nameTheirFieldByAnIdInAText() {
    assertThat(message("\"id\":\"5483409760\"").id()).hasValue(5483409760L);
    assertThat(message("\"id\":1002").id()).hasValue(1002);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"id\":\"all\"", "\"id\":null", "\"id\":\"None\"", ""})
  void belongToTheDocumentWithoutTheIdOfAField(String keys) {
    assertThat(message(keys).id()).isEmpty();
  }

  @Test
  void withoutTypeOrContentAreReadAllTheSame() {
    assertThat(message("").type()).isEqualTo(new MessageType(""));
    assertThat(message("").type().isKnown()).isFalse();
    assertThat(message("").content()).isEmpty();
    assertThat(message("\"type\":null,\"content\":null").content()).isEmpty();
  }

  @Test
  void keepTheKeysThatTheProtocolDoesNotKnow() {
    assertThat(message("\"of_next_year\":7").find("of_next_year")).hasValue(RawJson.of("7"));
  }

  @Test
  void showNothingOfTheirContentAsText() {
    assertThat(message("\"content\":\"hush\"").toString()).doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"None\"", "[]", "{}", "[null,\"hush\",[]]"})
  void thatAreNoListOfObjectsAreNone(String json) {
    assertThat(annotation("\"messages\":" + json).messages()).isEmpty();
    assertThat(annotation("\"messages\":" + json).messagesError()).isEmpty();
  }

  @Test
  void mayGiveWayToAnError() {
    Annotation annotation = annotation("\"messages\":{\"error\":\"Too many messages\"}");

    assertThat(annotation.messagesError()).hasValue("Too many messages");
    assertThat(annotation.messages()).isEmpty();
  }

  @Nested
  class Detail {
    private final StoredMessage.Detail detail =
        message(
                """
                "detail": {"hook_id": 771116, "hook_name": "Orders",
                  "request_id": "1c8f9f2e-6a53-4a2b-9d0e-5f2f6f2c9a11",
                  "timestamp": "2025-11-03T08:15:42.118273Z", "is_exception": true,
                  "traceback_line_number": 12, "source_id": 5483409760,
                  "source_schema_id": "order_id", "of_next_year": 7}
                """)
            .detail();

    @Test
    void saysWhichHookRespondedToWhichRequestAndWhen() {
      assertThat(detail.hookId()).hasValue(771116);
      assertThat(detail.hookName()).hasValue("Orders");
      assertThat(detail.requestId()).hasValue("1c8f9f2e-6a53-4a2b-9d0e-5f2f6f2c9a11");
      assertThat(detail.timestamp()).hasValue(Instant.parse("2025-11-03T08:15:42.118273Z"));
    }

    @Test
    void saysWhereCodeFailed() {
      assertThat(detail.isException()).isTrue();
      assertThat(detail.tracebackLineNumber()).hasValue(12);
    }

    @Test
    void saysWhichNodeItComesFrom() {
      assertThat(detail.sourceId()).hasValue(5483409760L);
      assertThat(detail.sourceSchemaId()).hasValue("order_id");
    }

    @Test
    void keepsTheKeysThatTheProtocolDoesNotKnow() {
      assertThat(detail.find("of_next_year")).hasValue(RawJson.of("7"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "\"detail\":null",
          "\"detail\":\"None\"",
          "\"detail\":[]",
          "\"detail\":{\"hook_id\":null}"
        })
    void hasNothingGuaranteed(String keys) {
      StoredMessage.Detail empty = message(keys).detail();

      assertThat(empty.hookId()).isEmpty();
      assertThat(empty.hookName()).isEmpty();
      assertThat(empty.requestId()).isEmpty();
      assertThat(empty.timestamp()).isEmpty();
      assertThat(empty.isException()).isFalse();
      assertThat(empty.tracebackLineNumber()).isEmpty();
      assertThat(empty.sourceId()).isEmpty();
      assertThat(empty.sourceSchemaId()).isEmpty();
    }
  }
}
