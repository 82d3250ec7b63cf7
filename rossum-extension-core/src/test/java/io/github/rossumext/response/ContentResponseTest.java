package io.github.rossumext.response;

import static io.github.rossumext.response.DatapointChange.empty;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rossumext.value.Html;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContentResponseTest {
  private static String json(HookResponse response) {
    return new String(response.toJson(), UTF_8);
  }

  @Nested
  class Json {
    @Test
    void anEmptyResponseChangesNothing() {
      assertThat(json(ContentResponse.empty())).isEqualTo("{}");
    }

    @Test
    void aMessageForTheWholeDocumentHasNoId() {
      ContentResponse response =
          ContentResponse.builder()
              .message(Message.of(MessageType.INFO, "for the whole document"))
              .build();

      assertThat(json(response))
          .isEqualTo("{\"messages\":[{\"type\":\"info\",\"content\":\"for the whole document\"}]}");
    }

    @Test
    void aMessageOnAFieldHasItsIdAsANumber() {
      ContentResponse response =
          ContentResponse.builder()
              .message(
                  Message.of(MessageType.ERROR, "Differs from the order")
                      .withDatapoint(5_483_409_760L))
              .build();

      assertThat(json(response))
          .isEqualTo(
              "{\"messages\":[{\"type\":\"error\",\"content\":\"Differs from the order\","
                  + "\"id\":5483409760}]}");
    }

    @Test
    void plainTextOfAMessageIsEscapedAndMarkupIsNot() {
      ContentResponse response =
          ContentResponse.builder()
              .message(Message.of(MessageType.WARNING, "1 < \"2\""))
              .message(Message.of(MessageType.WARNING, Html.format("<b>{}</b>", "<")))
              .build();

      assertThat(json(response))
          .isEqualTo(
              "{\"messages\":[{\"type\":\"warning\",\"content\":\"1 &lt; &quot;2&quot;\"},"
                  + "{\"type\":\"warning\",\"content\":\"<b>&lt;</b>\"}]}");
    }

    @Test
    void blockersAreForTheDocumentOrForAField() {
      ContentResponse response =
          ContentResponse.builder()
              .automationBlocker(
                  AutomationBlocker.of("Unregistered vendor").withDatapoint(5_483_409_761L))
              .automationBlocker(AutomationBlocker.of("Order not found"))
              .build();

      assertThat(json(response))
          .isEqualTo(
              "{\"automation_blockers\":[{\"content\":\"Unregistered vendor\",\"id\":5483409761},"
                  + "{\"content\":\"Order not found\"}]}");
    }

    @Test
    void everythingKeepsTheOrderInWhichItWasAdded() {
      ContentResponse response =
          ContentResponse.builder()
              .automationBlocker(AutomationBlocker.of("b"))
              .operation(Replace.of(2, empty().withValue("x")))
              .message(Message.of(MessageType.INFO, "one"))
              .operation(Replace.of(1, empty().withValue("")))
              .operation(Replace.of(2, empty().withHidden(true)))
              .message(Message.of(MessageType.ERROR, "two"))
              .build();

      assertThat(json(response))
          .isEqualTo(
              "{\"messages\":[{\"type\":\"info\",\"content\":\"one\"},"
                  + "{\"type\":\"error\",\"content\":\"two\"}],"
                  + "\"operations\":["
                  + "{\"op\":\"replace\",\"id\":2,\"value\":{\"content\":{\"value\":\"x\"}}},"
                  + "{\"op\":\"replace\",\"id\":1,\"value\":{\"content\":{\"value\":\"\"}}},"
                  + "{\"op\":\"replace\",\"id\":2,\"value\":{\"hidden\":true}}],"
                  + "\"automation_blockers\":[{\"content\":\"b\"}]}");
    }
  }

  @Nested
  class Values {
    private final Message message = Message.of(MessageType.INFO, "hush");
    private final Replace replace = Replace.of(1, empty().withValue("hush"));
    private final AutomationBlocker blocker = AutomationBlocker.of("hush");

    @Test
    void areWhatWasAdded() {
      ContentResponse response =
          ContentResponse.builder()
              .message(message)
              .operation(replace)
              .automationBlocker(blocker)
              .build();

      assertThat(response.messages()).containsExactly(message);
      assertThat(response.operations()).containsExactly(replace);
      assertThat(response.automationBlockers()).containsExactly(blocker);
    }

    @Test
    void doNotChangeWithTheBuilder() {
      ContentResponse.Builder builder = ContentResponse.builder().message(message);
      ContentResponse response = builder.build();
      builder.message(message).operation(replace).automationBlocker(blocker);

      assertThat(response).isEqualTo(ContentResponse.builder().message(message).build());
    }

    @Test
    void cannotBeChanged() {
      List<Message> messages = ContentResponse.builder().message(message).build().messages();

      assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(messages::clear);
    }

    @Test
    void decideWhatIsEqual() {
      assertThat(ContentResponse.builder().message(message).operation(replace).build())
          .isEqualTo(ContentResponse.builder().operation(replace).message(message).build())
          .hasSameHashCodeAs(ContentResponse.builder().operation(replace).message(message).build())
          .isNotEqualTo(ContentResponse.builder().message(message).build())
          .isNotEqualTo(ContentResponse.empty());
      assertThat(ContentResponse.builder().automationBlocker(blocker).build())
          .isNotEqualTo(ContentResponse.empty());
    }

    @Test
    void areNotShown() {
      assertThat(
              ContentResponse.builder()
                  .message(message)
                  .operation(replace)
                  .operation(replace)
                  .automationBlocker(blocker)
                  .build())
          .hasToString("ContentResponse[1 messages, 2 operations, 1 automation blockers]");
    }
  }
}
