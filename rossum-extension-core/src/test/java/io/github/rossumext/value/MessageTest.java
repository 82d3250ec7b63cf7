package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTest {
  @Test
  void plainTextIsEscaped() {
    assertThat(Message.of(MessageType.ERROR, "1 < 2").content().markup()).isEqualTo("1 &lt; 2");
  }

  @Test
  void markupIsKept() {
    Html markup = Html.unsafe("<b>no</b>");

    assertThat(Message.of(MessageType.INFO, markup).content()).isEqualTo(markup);
  }

  @Test
  void itIsForTheWholeDocumentUntilItGetsADatapoint() {
    Message message = Message.of(MessageType.WARNING, "Check this");

    assertThat(message.datapointId()).isEmpty();
    assertThat(message.withDatapoint(5_483_409_759L).datapointId()).hasValue(5_483_409_759L);
    assertThat(message.withDatapoint(5_483_409_759L).content()).isEqualTo(message.content());
    assertThat(message.withDatapoint(5_483_409_759L).type()).isEqualTo(MessageType.WARNING);
    assertThat(message.datapointId()).isEmpty();
  }

  @Test
  void messagesAreEqualByTypeTextAndPlace() {
    Message message = Message.of(MessageType.ERROR, "1 < 2");

    assertThat(message)
        .isEqualTo(Message.of(MessageType.ERROR, Html.unsafe("1 &lt; 2")))
        .hasSameHashCodeAs(Message.of(MessageType.ERROR, "1 < 2"))
        .isNotEqualTo(Message.of(MessageType.INFO, "1 < 2"))
        .isNotEqualTo(Message.of(MessageType.ERROR, "2 < 1"))
        .isNotEqualTo(message.withDatapoint(7));
    assertThat(message.withDatapoint(7)).isEqualTo(message.withDatapoint(7));
  }

  @Test
  void itPrintsWhereItIsAndWhatItSays() {
    Message message = Message.of(MessageType.ERROR, "No order");

    assertThat(message).hasToString("Message[error, document, No order]");
    assertThat(message.withDatapoint(7)).hasToString("Message[error, datapoint 7, No order]");
  }
}
