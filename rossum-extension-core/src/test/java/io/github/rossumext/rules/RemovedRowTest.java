package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.LossyWrites.DROP_AND_LOG;
import static io.github.rossumext.LossyWrites.REFUSE;
import static io.github.rossumext.Wire.blockers;
import static io.github.rossumext.Wire.messages;
import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.CapturedLog;
import io.github.rossumext.ContentRequest;
import io.github.rossumext.LossyWriteException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is written into rows, and said on them, that Rossum does not know or know any more. */
class RemovedRowTest {
  private static ContentRequest ab() {
    return initialize().table("lines", row("code", "a"), row("code", "b"));
  }

  @Nested
  class Removed {
    private final ContentEditor content = ab().edit(REFUSE);
    private final Table lines = content.table("lines");
    private final Row row = lines.row(0);

    @Test
    void itCanBeRead() {
      row.remove();

      assertThat(row.isRemoved()).isTrue();
      assertThat(row.field("code").text()).isEqualTo("a");
      assertThat(row.id()).isEqualTo(5_483_409_761L);
      assertThat(lines.row(0).isRemoved()).isFalse();
    }

    @Test
    void itsEditsAreGone() {
      row.set("code", "x").remove();

      assertThat(row.field("code").text()).isEqualTo("a");
      assertThat(operations(content)).containsExactly("{'op':'remove','id':5483409761}");
    }

    @Test
    void itCannotBeChanged() {
      Field code = row.field("code");
      row.remove();

      assertThatIllegalStateException()
          .isThrownBy(() -> row.set("code", "x"))
          .withMessage("'code' cannot be changed, because its row is removed.");
      assertThatIllegalStateException().isThrownBy(() -> code.hidden(true));
      assertThatIllegalStateException().isThrownBy(code::clear);
      assertThatIllegalStateException().isThrownBy(() -> row.validatedBy(CONNECTOR));
    }

    @Test
    void removingItAgainChangesNothing() {
      row.remove();
      row.remove();
      lines.clear();

      assertThat(operations(content))
          .containsExactly("{'op':'remove','id':5483409761}", "{'op':'remove','id':5483409763}");
    }

    @Test
    void whatIsSaidOnItBeforeOrAfterGoesWithIt() {
      row.field("code").error("before").automationBlocker("before");
      lines.row(1).field("code").error("stays").automationBlocker("stays");
      row.remove();
      row.field("code").warning("after").automationBlocker("after");

      assertThat(messages(content))
          .containsExactly("{'type':'error','content':'stays','id':5483409764}");
      assertThat(blockers(content)).containsExactly("{'content':'stays','id':5483409764}");
    }
  }

  @Nested
  class AddedAndRemoved {
    private final ContentEditor content = ab().edit(REFUSE);
    private final Row added = content.table("lines").append().set("code", "c");

    @Test
    void itLeavesNothing() {
      added.remove();
      added.remove();

      assertThat(added.isRemoved()).isTrue();
      assertThat(content.table("lines").size()).isEqualTo(2);
      assertThat(operations(content)).isEmpty();
    }

    @Test
    void itCannotBeChanged() {
      added.remove();

      assertThatIllegalStateException()
          .isThrownBy(() -> added.set("code", "x"))
          .withMessage("'code' cannot be changed, because its row is removed.");
      assertThatIllegalStateException().isThrownBy(() -> added.validatedBy(CONNECTOR));
      assertThat(operations(content)).isEmpty();
    }
  }

  @Nested
  class SaidOnNewRows {
    @Test
    void aMessageAndABlockerAreRefused() {
      Field code = ab().edit(REFUSE).table("lines").append().field("code");

      assertThatThrownBy(() -> code.warning("Odd."))
          .isInstanceOf(LossyWriteException.class)
          .hasMessageStartingWith(
              "A message on 'code' of a new row can only be for the whole document");
      assertThatThrownBy(() -> code.automationBlocker("Odd."))
          .isInstanceOf(LossyWriteException.class)
          .hasMessageStartingWith(
              "An automation blocker on 'code' of a new row can only be for the whole document");
    }

    @Test
    void otherwiseTheyAreSaidForTheWholeDocumentAndLogged() {
      ContentEditor content = ab().with("request_id", "'r-1'").edit(DROP_AND_LOG);
      Field code = content.table("lines").append().set("code", "c").field("code");

      try (CapturedLog log = CapturedLog.start()) {
        code.error("Odd.").automationBlocker("Look.");

        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(0))
            .startsWith(
                "WARN Rossum would lose part of the response request=r-1 loss=\"A message on"
                    + " 'code'")
            .doesNotContain("Odd");
      }
      assertThat(messages(content)).containsExactly("{'type':'error','content':'Odd.'}");
      assertThat(blockers(content)).containsExactly("{'content':'Look.'}");
    }
  }

  @Nested
  class Values {
    private final ContentEditor content = initialize().list("orders", "order", "1", "2").edit();

    @Test
    void aRemovedValueCannotBeChangedAndWhatIsSaidOnItGoesWithIt() {
      Field order = content.list("orders").fields().get(0);
      order.set("3").error("Odd.");
      content.list("orders").removeIf(value -> value.text().equals("3"));

      assertThatIllegalStateException()
          .isThrownBy(() -> order.set("4"))
          .withMessage("'order' cannot be changed, because it is removed.");
      assertThat(messages(content)).isEmpty();
      assertThat(operations(content)).containsExactly("{'op':'remove','id':5483409761}");
    }
  }
}
