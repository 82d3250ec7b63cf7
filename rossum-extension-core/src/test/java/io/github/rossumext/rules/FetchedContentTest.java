package io.github.rossumext.rules;

import static io.github.rossumext.LossyWrites.DROP_AND_LOG;
import static io.github.rossumext.LossyWrites.REFUSE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.CapturedLog;
import io.github.rossumext.ContentRequest;
import io.github.rossumext.HookContext;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.Operation;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.value.Key;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules on content that was fetched from Rossum's API. */
class FetchedContentTest {
  private static final String CONTENT =
      """
      {"content": [{"id": 1, "schema_id": "basic", "category": "section", "children": [
        {"id": 5483409761, "schema_id": "note", "category": "datapoint", "content": {"value": "a"}},
        {"id": 5483409762, "schema_id": "sum", "category": "datapoint",
         "content": {"value": "1,5", "normalized_value": "1.5"}},
        {"id": 7, "schema_id": "lines", "category": "multivalue", "children": [
          {"id": 8, "schema_id": "line", "category": "tuple", "children": [
            {"id": 9, "schema_id": "code", "category": "datapoint",
             "content": {"value": "x"}}]}]}]}]}
      """;
  private static final String SCHEMA =
      """
      {"content": [{"category": "section", "id": "basic", "children": [
        {"category": "datapoint", "id": "note", "type": "string", "hidden": true},
        {"category": "datapoint", "id": "sum", "type": "number"}]}]}
      """;

  private static DatapointTree tree() {
    return DatapointTree.of(RawJson.of(CONTENT.getBytes(UTF_8)));
  }

  private static HookContext context(LossyWrites setting) {
    return ContentRequest.context(
        HookPayload.of(
            "{\"event\":\"invocation\",\"action\":\"scheduled\",\"request_id\":\"r-1\"}"
                .getBytes(UTF_8)),
        setting);
  }

  private static ContentEditor edit(LossyWrites setting) {
    return ContentEditor.of(tree(), Schema.of(RawJson.of(SCHEMA)), context(setting));
  }

  @Test
  void aRuleIsAppliedAndItsOperationsAreTheBodyOfTheRestRequest() throws Exception {
    ContentEditor content = edit(REFUSE);
    ContentRule rule =
        editor -> {
          if (editor.concerns("sum")) {
            editor.field("note").set("half of " + editor.number("sum").value());
          }
          editor.table("lines").row(0).remove();
        };

    rule.apply(content);

    List<Operation> operations = content.operations();
    assertThat(new String(Operation.toJson(operations), UTF_8))
        .isEqualTo(
            "{\"operations\":[{\"op\":\"replace\",\"id\":5483409761,\"value\":{\"content\":"
                + "{\"value\":\"half of 1.5\"}}},{\"op\":\"remove\",\"id\":8}]}");
  }

  @Test
  void withoutOperationsTheBodyHasAnEmptyList() {
    assertThat(new String(Operation.toJson(edit(REFUSE).operations()), UTF_8))
        .isEqualTo("{\"operations\":[]}");
  }

  @Test
  void messagesAndBlockersAreThereToRead() {
    ContentEditor content = edit(REFUSE);

    content.field("sum").error("Too low.");
    content.automationBlocker("Look.");

    ContentResponse response = content.response();
    assertThat(response.messages()).extracting(Message::content).asString().contains("Too low.");
    assertThat(response.automationBlockers()).containsExactly(AutomationBlocker.of("Look."));
    assertThat(content.operations()).isEmpty();
  }

  @Test
  void nobodyKnowsWhatWasChanged() {
    ContentEditor content = edit(REFUSE);

    assertThat(content.changed("note", "lines")).isFalse();
    assertThat(content.field("note").isChanged()).isFalse();
    assertThat(content.clicked("note")).isFalse();
    assertThat(content.concerns("note")).isTrue();
    assertThat(content.at(new HookAction("scheduled"))).isTrue();
    assertThat(content.at(HookAction.INITIALIZE)).isFalse();
  }

  @Test
  void theSchemaIsTheGivenOne() {
    assertThat(edit(REFUSE).schema()).isPresent();
    assertThat(edit(REFUSE).field("note").isHidden()).isTrue();

    ContentEditor without = ContentEditor.of(tree(), context(REFUSE));
    assertThat(without.schema()).isEmpty();
    assertThat(without.field("note").isHidden()).isFalse();
  }

  @Test
  void itKnowsItsAnnotationIfItWasNamed() {
    ResourceUrl url = new ResourceUrl("https://acme.rossum.app/api/v1/annotations/7");
    Schema schema = Schema.of(RawJson.of(SCHEMA));

    ContentEditor named = ContentEditor.of(url, tree(), schema, context(REFUSE));

    assertThat(named.annotationUrl()).contains(url);
    assertThat(named.field("note").isHidden()).isTrue();
    assertThat(edit(REFUSE).annotationUrl()).isEmpty();
  }

  @Test
  void itHasNoPayload() {
    ContentEditor content = edit(REFUSE);

    assertThat(content.received().byId(8)).isPresent();
    assertThatThrownBy(content::payload)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("received()");
    assertThat(content).hasToString("ContentEditor[fetched: DatapointTree[1 top-level nodes]]");
  }

  @Test
  void aLossIsRefusedAsInARequest() {
    ContentEditor content = edit(REFUSE);
    Field note = content.field("note");

    assertThatThrownBy(() -> note.set("x".repeat(1501))).isInstanceOf(LossyWriteException.class);
    assertThatThrownBy(content::operations).isInstanceOf(LossyWriteException.class);
  }

  @Test
  void aLossIsDroppedAndLoggedOnce() {
    ContentEditor content = edit(DROP_AND_LOG);
    Row row = content.table("lines").row(0);
    row.field("code").warning("On a row that goes.");
    content.say(
        Message.of(io.github.rossumext.value.MessageType.INFO, "To nobody.").withDatapoint(4711));

    try (CapturedLog log = CapturedLog.start()) {
      assertThat(content.response().messages()).hasSize(1);
      assertThat(content.operations()).isEmpty();

      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("Rossum would lose part of the response request=r-1", "4711");
    }
  }

  @Test
  void anExportOrEmailContextIsAContextToo() {
    ContentEditor content = ContentEditor.of(tree(), context(DROP_AND_LOG));

    assertThat(content.context().isInteractive()).isFalse();
    assertThat(content.settings(new Settings(3))).isEqualTo(new Settings(3));
  }

  @Test
  void aRecordIsBoundByNamesThatAreSpeltInAnotherWay() {
    assertThat(edit(REFUSE).as(Spelt.class)).isEqualTo(new Spelt("a"));
  }

  /** The field is spelt {@code note}. */
  record Spelt(@Key("NO_TE") String text) {}

  /** Settings of a rule. */
  record Settings(int days) {}
}
