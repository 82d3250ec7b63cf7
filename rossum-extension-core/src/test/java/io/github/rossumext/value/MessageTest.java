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
    Html markup = Html.trusted("<b>no</b>");

    assertThat(Message.of(MessageType.INFO, markup).content()).isEqualTo(markup);
  }

  @Test
  void itIsForTheWholeDocumentUntilItIsPutOnAField() {
    Message message = Message.of(MessageType.WARNING, "Check this");

    assertThat(message.datapointId()).isEmpty();
    assertThat(message.on(5_483_409_759L).datapointId()).hasValue(5_483_409_759L);
    assertThat(message.on(5_483_409_759L).content()).isEqualTo(message.content());
    assertThat(message.on(5_483_409_759L).type()).isEqualTo(MessageType.WARNING);
    assertThat(message.datapointId()).isEmpty();
  }
}
