package io.github.rossumext.rules;

import static io.github.rossumext.Wire.operations;
import static io.github.rossumext.Wire.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.ContentRequest;
import io.github.rossumext.FailurePolicy;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.internal.check.ResponseCheck;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.AddRow;
import io.github.rossumext.response.AddValue;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.response.Operation;
import io.github.rossumext.response.Remove;
import io.github.rossumext.rules.ReferenceDocument.Item;
import io.github.rossumext.rules.ReferenceDocument.State;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for every document and every sequence of edits that loses nothing. */
class EditProperties {
  /** The response under {@link LossyWrites#REFUSE}, so that a loss would throw. */
  private static ContentResponse response(RandomDocument document, List<Edit> edits, int rules)
      throws Exception {
    ContentPayload payload = document.payload();
    List<Journal> journal = new ArrayList<>();
    ContentRule[] split = new ContentRule[rules];
    for (int i = 0; i < rules; i++) {
      List<Edit> part = edits.subList(edits.size() * i / rules, edits.size() * (i + 1) / rules);
      split[i] =
          content -> {
            if (journal.isEmpty()) {
              journal.add(new Journal(content));
            }
            part.forEach(edit -> edit.applyTo(content, journal.get(0)));
          };
    }
    return ContentRules.of(split)
        .handle(payload, ContentRequest.context(payload, LossyWrites.REFUSE));
  }

  @Property
  void whatIsWrittenReadsBack(
      @ForAll("documents") RandomDocument document,
      @ForAll("edits") List<Edit> edits,
      @ForAll("writes") Write write) {
    ContentEditor content = Edit.edited(document, edits);

    Edit.apply(List.of(write), content);

    write
        .target()
        .find(content)
        .filter(field -> !field.isNew() || ShownDocument.isSent(field))
        .ifPresent(write.readsBack());
  }

  @Property
  void aMarkHoldsForWhatIsWrittenAfterIt(
      @ForAll("documents") RandomDocument document, @ForAll("texts") String text) {
    ContentEditor content = Edit.editor(document.payload());
    Field note = content.field("note").validatedBy(ValidationSource.CONNECTOR);

    note.set(text + "xyzzy");

    assertThat(note.validationSources()).containsExactly(ValidationSource.CONNECTOR);
    assertThat(operations(content))
        .first()
        .asString()
        .endsWith("'validation_sources':['connector']}}");
  }

  @Property
  void aWriteTouchesNothingElse(
      @ForAll("documents") RandomDocument document,
      @ForAll("edits") List<Edit> edits,
      @ForAll("writes") Write write) {
    ContentEditor content = Edit.edited(document, edits);
    Map<String, List<Item>> before = ShownDocument.of(content);

    Edit.apply(List.of(write), content);

    assertThat(without(write.target(), ShownDocument.of(content)))
        .isEqualTo(without(write.target(), before));
  }

  private static Map<String, List<Item>> without(Target target, Map<String, List<Item>> all) {
    Map<String, List<Item>> others = new LinkedHashMap<>(all);
    String changed = target.container().isEmpty() ? target.schemaId() : target.container();
    List<Item> items = new ArrayList<>(all.getOrDefault(changed, List.of()));
    if (!items.isEmpty()) {
      Item item = items.get(target.index() % items.size());
      Map<String, State> cells = new HashMap<>(item.cells());
      // The values of an empty list without schema are called like the list.
      cells.keySet().removeAll(List.of(target.schemaId(), changed));
      items.set(target.index() % items.size(), new Item(item.id(), cells));
    }
    others.put(changed, items);
    return others;
  }

  @Property
  void theResponseAppliedToTheDocumentIsTheEditedDocument(
      @ForAll("documents") RandomDocument document, @ForAll("edits") List<Edit> edits) {
    ContentEditor content = Edit.edited(document, edits);

    ReferenceDocument rossum = ReferenceDocument.of(document);
    rossum.apply(content.response().toJson());

    assertThat(rossum.refusals()).isEmpty();
    assertThat(rossum.advice()).isEmpty();
    assertThat(ShownDocument.of(content)).isEqualTo(rossum.items());
  }

  @Property
  void inHowManyRulesTheEditsAreMadeDoesNotMatter(
      @ForAll("documents") RandomDocument document, @ForAll("edits") List<Edit> edits)
      throws Exception {
    assertThat(response(document, edits, 5).toJson())
        .isEqualTo(response(document, edits, 1).toJson());
  }

  @Property
  void editsThatAreTakenBackLeaveTheRemovalsAlone(
      @ForAll("complete") RandomDocument document, @ForAll("edits") List<Edit> edits) {
    ContentEditor content = Edit.edited(document, edits);
    List<Operation> removals =
        content.response().operations().stream().filter(Remove.class::isInstance).toList();

    RandomDocument.TABLES.forEach(table -> content.table(table).removeIf(Row::isNew));
    RandomDocument.LISTS.forEach(list -> content.list(list).removeIf(Field::isNew));
    restore(content);

    assertThat(content.response().operations()).isEqualTo(removals);
  }

  @Property
  void writingWhatWasReceivedEmitsNothing(@ForAll("complete") RandomDocument document) {
    ContentEditor content = Edit.editor(document.payload());

    restore(content);
    allFields(content)
        .forEach(
            field -> {
              field
                  .asNumber()
                  .find()
                  .ifPresent(number -> field.set(number.setScale(number.scale() + 1)));
              field.asDate().find().ifPresent(field::set);
            });

    assertThat(content.response().operations()).isEmpty();
  }

  private static void restore(ContentEditor content) {
    allFields(content).forEach(Edit::restore);
  }

  private static List<Field> allFields(ContentEditor content) {
    List<Field> fields = new ArrayList<>();
    RandomDocument.FIELDS.forEach(schemaId -> fields.add(content.field(schemaId)));
    RandomDocument.TABLES.forEach(
        table -> content.table(table).forEach(row -> fields.addAll(row.fields())));
    RandomDocument.LISTS.forEach(list -> fields.addAll(content.list(list).fields()));
    return fields;
  }

  @Property
  void theOperationsComeInTheOrderOfFirstWritesAndOnceForEach(
      @ForAll("documents") RandomDocument document, @ForAll("edits") List<Edit> edits) {
    ContentEditor content = Edit.editor(document.payload());
    Journal journal = new Journal(content);
    edits.forEach(edit -> edit.applyTo(content, journal));

    List<String> came = new ArrayList<>();
    for (JsonNode operation : tree(content.response().toJson()).path("operations")) {
      came.add(operation.path("op").asText() + " " + operation.path("id"));
    }

    assertThat(came).isEqualTo(journal.expected(came));
  }

  @Property
  void anOperationHoldsOnlyWhatRossumDocumentsAndAtLeastOnePart(
      @ForAll("documents") RandomDocument document, @ForAll("edits") List<Edit> edits) {
    for (JsonNode operation :
        tree(Edit.edited(document, edits).response().toJson()).path("operations")) {
      JsonNode value = operation.path("value");
      switch (operation.path("op").asText()) {
        case "remove" -> assertThat(keys(operation)).containsExactly("op", "id");
        case "add" -> {
          assertThat(keys(operation))
              .startsWith("op", "id", "value")
              .isSubsetOf("op", "id", "value", "validation_sources");
          assertThat(value).isNotEmpty();
          if (value.isArray()) {
            value.forEach(cell -> assertIsChange(cell, Set.of("schema_id")));
            assertThat(value.findValuesAsText("schema_id")).doesNotHaveDuplicates();
          } else {
            assertIsChange(value, Set.of());
          }
        }
        default -> {
          assertThat(keys(operation)).containsExactly("op", "id", "value");
          assertIsChange(value, Set.of());
        }
      }
    }
  }

  private static void assertIsChange(JsonNode change, Set<String> required) {
    JsonNode content = change.path("content");
    assertThat(keys(change))
        .isNotEmpty()
        .containsAll(required)
        .isSubsetOf("schema_id", "content", "hidden", "options", "validation_sources");
    assertThat(keys(content)).isSubsetOf("value", "page", "position");
    assertThat(content.has("value")).isEqualTo(content.path("value").isTextual());
    assertThat(content.has("page")).isEqualTo(content.has("position"));
    assertThat(content.path("page").isNull()).isEqualTo(content.path("position").isNull());
    assertThat(change.has("hidden")).isEqualTo(change.path("hidden").isBoolean());
    for (JsonNode option : change.path("options")) {
      assertThat(keys(option)).containsExactly("value", "label");
      assertThat(option).allMatch(JsonNode::isTextual);
    }
    assertThat(change.path("validation_sources")).allMatch(JsonNode::isTextual);
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Property
  void nothingOfTheResponseIsLost(
      @ForAll("documents") RandomDocument document, @ForAll("edits") List<Edit> edits)
      throws Exception {
    ContentResponse response = response(document, edits, 1);

    ResponseCheck<? extends HookResponse> checked =
        ResponseCheck.of(response, document.payload(), "r-1");

    assertThat(checked.losses()).isEmpty();
    assertThat(checked.kept()).isEqualTo(response);
    assertThat(checked.kept().toJson()).isEqualTo(response.toJson());
  }

  @Property
  void aFailingRuleLeavesNoTrace(
      @ForAll("documents") RandomDocument document,
      @ForAll("edits") List<Edit> edits,
      @ForAll("edits") List<Edit> undone)
      throws Exception {
    ContentRule failing =
        content -> {
          Edit.apply(undone, content);
          content.error("x");
          content.automationBlocker("x");
          throw new IllegalStateException("x");
        };
    ContentRules rules =
        ContentRules.of(content -> Edit.apply(edits, content))
            .and(failing, FailurePolicy.FAIL_OPEN);
    ContentPayload payload = document.payload();

    ContentResponse response =
        rules.handle(payload, ContentRequest.context(payload, LossyWrites.REFUSE));

    assertThat(response).isEqualTo(response(document, edits, 1));
  }

  @Property
  void whatIsRemovedCanBeReadAndNotBeWritten(
      @ForAll("documents") RandomDocument document, @ForAll("edits") List<Edit> edits) {
    ContentEditor content = Edit.edited(document, edits);
    List<Row> rows = new ArrayList<>();
    RandomDocument.TABLES.forEach(table -> rows.addAll(content.table(table).rows()));
    List<Item> before = rows.stream().map(ShownDocument::row).toList();

    RandomDocument.TABLES.forEach(table -> content.table(table).clear());

    assertThat(rows).allMatch(Row::isRemoved);
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).isNew()) {
        assertThat(ShownDocument.row(rows.get(i)).cells())
            .containsOnlyKeys(before.get(i).cells().keySet());
      }
      for (Field cell : rows.get(i).fields()) {
        assertThatThrownBy(() -> cell.hidden(true))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("its row is removed");
      }
    }
  }

  /** Laws that hold because nothing ever happens would prove nothing. */
  @Example
  void theEditsDoChangeSomething() {
    int replaced = 0;
    int rows = 0;
    int values = 0;
    int removed = 0;
    for (int i = 0; i < 50; i++) {
      ContentEditor content = Edit.edited(RandomDocument.any().sample(), Edit.some().sample());
      for (Operation operation : content.response().operations()) {
        rows += operation instanceof AddRow ? 1 : 0;
        values += operation instanceof AddValue ? 1 : 0;
        removed += operation instanceof Remove ? 1 : 0;
        replaced++;
      }
    }

    assertThat(List.of(rows, values, removed, replaced)).allMatch(count -> count > 20);
  }

  @Provide
  Arbitrary<RandomDocument> documents() {
    return RandomDocument.any();
  }

  @Provide
  Arbitrary<RandomDocument> complete() {
    return RandomDocument.complete();
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Edit.some();
  }

  @Provide
  Arbitrary<String> texts() {
    return Write.texts().filter(text -> text.length() < 1500);
  }

  @Provide
  Arbitrary<Write> writes() {
    return Write.any();
  }
}
