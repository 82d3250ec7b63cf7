package io.github.rossumext;

import static io.github.rossumext.SchemaText.choice;
import static io.github.rossumext.SchemaText.table;
import static io.github.rossumext.SchemaText.text;
import static io.github.rossumext.SchemaText.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.internal.check.ResponseCheck;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.Replace;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Option;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Rossum does not show or take, though it is on a field that exists. */
class HiddenMessagesTest {
  private final ContentRequest request =
      ContentRequest.initialize()
          .field("note", "x")
          .field("inner", "x")
          .field("kind", "a")
          .table("lines", ContentRequest.row("code", "a"))
          .schema(
              text("note"),
              with(text("inner"), "'hidden':true"),
              choice("kind", "a", "b"),
              with(table("lines", text("code")), "'hidden':true"));

  private ContentResponse saying(String schemaId, Replace... replaces) {
    ContentResponse.Builder response = ContentResponse.builder();
    for (Replace replace : replaces) {
      response.operation(replace);
    }
    return response
        .message(Message.of(MessageType.ERROR, "Wrong.").withDatapoint(request.id(schemaId)))
        .build();
  }

  private Replace hidden(String schemaId, boolean isHidden) {
    return Replace.of(request.id(schemaId), DatapointChange.empty().withHidden(isHidden));
  }

  private List<String> warnings(ContentResponse response) {
    try (CapturedLog log = CapturedLog.start()) {
      ResponseCheck<ContentResponse> checked = ResponseCheck.of(response, request.payload(), "r-1");

      assertThat(checked.losses()).isEmpty();
      assertThat(checked.kept().messages()).hasSize(1);
      return log.lines();
    }
  }

  @Test
  void aMessageOnAHiddenFieldIsALineOfTheLog() {
    assertThat(warnings(saying("inner")))
        .containsExactly(
            "WARN message on a hidden field, which Rossum does not show request=r-1 id="
                + request.id("inner")
                + " schema_id=\"inner\"");
  }

  @Test
  void aMessageOnAFieldThatTheResponseHidesIsOne() {
    assertThat(warnings(saying("note", hidden("note", true)))).hasSize(1);
  }

  @Test
  void aMessageOnACellOfAHiddenTableIsOne() {
    assertThat(warnings(saying("code"))).hasSize(1);
  }

  @Test
  void aMessageOnAFieldThatTheResponseShowsIsNotHidden() {
    assertThat(warnings(saying("inner", hidden("inner", false)))).isEmpty();
  }

  @Test
  void aMessageOnAShownFieldIsNotHidden() {
    assertThat(warnings(saying("note"))).isEmpty();
  }

  @Test
  void onlyAnEnumHasOptions() {
    DatapointChange options = DatapointChange.empty().withOptions(List.of(Option.of("a")));
    ContentResponse response =
        ContentResponse.builder()
            .operation(Replace.of(request.id("note"), options.withValue("y")))
            .operation(Replace.of(request.id("kind"), options))
            .build();

    ResponseCheck<ContentResponse> checked = ResponseCheck.of(response, request.payload(), "r-1");

    assertThat(checked.losses())
        .containsExactly("The field 'note' is not an enum, so it has no options.");
    assertThat(checked.kept().operations())
        .containsExactly(
            Replace.of(request.id("note"), DatapointChange.empty().withValue("y")),
            Replace.of(request.id("kind"), options));
  }
}
