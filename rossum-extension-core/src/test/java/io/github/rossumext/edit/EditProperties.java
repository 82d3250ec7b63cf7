package io.github.rossumext.edit;

import static io.github.rossumext.Wire.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.rossumext.ContentCall;
import io.github.rossumext.FailurePolicy;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** Laws that hold for every document and every sequence of edits. */
class EditProperties {
  private static ContentResponse answer(ContentPayload document, List<Edit> edits, int rules)
      throws Exception {
    ContentRule[] split = new ContentRule[rules];
    for (int i = 0; i < rules; i++) {
      List<Edit> part = edits.subList(edits.size() * i / rules, edits.size() * (i + 1) / rules);
      split[i] = content -> part.forEach(edit -> edit.applyTo(content));
    }
    return ContentRules.of(split)
        .handle(document, ContentCall.context(document, LossyWrites.REFUSE));
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Property
  void aTextReadsBackAsItWasWritten(
      @ForAll("documents") ContentPayload document,
      @ForAll("fields") String schemaId,
      @ForAll @StringLength(max = 1500) String text) {
    ContentEditor content = Edit.editor(document);

    content.field(schemaId).set(text);

    assertThat(content.field(schemaId).text()).isEqualTo(text);
  }

  @Property
  void aNumberReadsBackAsTheSameNumber(
      @ForAll("documents") ContentPayload document,
      @ForAll("fields") String schemaId,
      @ForAll("numbers") BigDecimal number) {
    ContentEditor content = Edit.editor(document);

    content.number(schemaId).set(number);

    assertThat(content.number(schemaId).value()).isEqualByComparingTo(number);
  }

  @Property
  void aDateReadsBackAsTheSameDay(
      @ForAll("documents") ContentPayload document,
      @ForAll("fields") String schemaId,
      @ForAll("days") LocalDate day) {
    ContentEditor content = Edit.editor(document);

    content.date(schemaId).set(day);

    assertThat(content.date(schemaId).value()).isEqualTo(day);
  }

  @Property
  void theAnswerAppliedToTheDocumentIsTheEditedDocument(
      @ForAll("documents") ContentPayload document, @ForAll("edits") List<Edit> edits) {
    ContentEditor content = Edit.editor(document);
    edits.forEach(edit -> edit.applyTo(content));

    ReferenceDocument rossum = ReferenceDocument.of(document);
    rossum.apply(tree(content.response().toJson()));

    assertThat(rossum.states()).isEqualTo(ReferenceDocument.of(content).states());
  }

  @Property
  void inHowManyRulesTheEditsAreMadeDoesNotMatter(
      @ForAll("documents") ContentPayload document, @ForAll("edits") List<Edit> edits)
      throws Exception {
    assertThat(answer(document, edits, 5).toJson()).isEqualTo(answer(document, edits, 1).toJson());
  }

  @Property
  void editsThatAreTakenBackEmitNothing(
      @ForAll("documents") ContentPayload document, @ForAll("edits") List<Edit> edits) {
    ContentEditor content = Edit.editor(document);
    edits.forEach(edit -> edit.applyTo(content));

    Edit.FIELDS.forEach(schemaId -> Edit.restore(content.field(schemaId)));

    assertThat(content.response().operations()).isEmpty();
  }

  @Property
  void writingWhatWasReceivedEmitsNothing(@ForAll("documents") ContentPayload document) {
    ContentEditor content = Edit.editor(document);

    for (String schemaId : Edit.FIELDS) {
      Edit.restore(content.field(schemaId));
      content.number(schemaId).find().ifPresent(content.field(schemaId)::set);
      content.date(schemaId).find().ifPresent(content.field(schemaId)::set);
    }

    assertThat(content.response().operations()).isEmpty();
  }

  @Property
  void thereIsOneOperationForADatapointAtMostInTheOrderOfFirstWrites(
      @ForAll("documents") ContentPayload document, @ForAll("edits") List<Edit> edits) {
    ContentEditor content = Edit.editor(document);
    edits.forEach(edit -> edit.applyTo(content));
    List<Long> written =
        edits.stream().map(edit -> content.field(edit.schemaId()).id()).distinct().toList();

    List<Long> emitted = content.response().operations().stream().map(Operation::id).toList();

    assertThat(emitted).doesNotHaveDuplicates();
    assertThat(emitted).isEqualTo(written.stream().filter(emitted::contains).toList());
  }

  @Property
  void anOperationHoldsOnlyWhatRossumDocumentsAndAtLeastOnePart(
      @ForAll("documents") ContentPayload document, @ForAll("edits") List<Edit> edits) {
    ContentEditor content = Edit.editor(document);
    edits.forEach(edit -> edit.applyTo(content));

    for (JsonNode operation : tree(content.response().toJson()).path("operations")) {
      JsonNode value = operation.path("value");
      assertThat(keys(operation)).containsExactly("op", "id", "value");
      assertThat(keys(value))
          .isNotEmpty()
          .isSubsetOf("content", "hidden", "options", "validation_sources");
      assertThat(keys(value.path("content"))).isSubsetOf("value");
      assertThat(operation.findValues("value").contains(NullNode.getInstance())).isFalse();
    }
  }

  @Property
  void aFailingRuleLeavesNoTrace(
      @ForAll("documents") ContentPayload document,
      @ForAll("edits") List<Edit> edits,
      @ForAll("edits") List<Edit> undone)
      throws Exception {
    ContentRule failing =
        content -> {
          undone.forEach(edit -> edit.applyTo(content));
          throw new IllegalStateException("x");
        };
    ContentRules rules =
        ContentRules.of(content -> edits.forEach(edit -> edit.applyTo(content)))
            .and(failing, FailurePolicy.FAIL_OPEN);

    ContentResponse answer =
        rules.handle(document, ContentCall.context(document, LossyWrites.REFUSE));

    assertThat(answer).isEqualTo(answer(document, edits, 1));
  }

  /** A law that holds because nothing ever happens would prove nothing. */
  @Example
  void theEditsDoChangeSomething() {
    ContentPayload document = Edit.documents().sample();
    ContentEditor content = Edit.editor(document);

    for (String schemaId : Edit.FIELDS) {
      content.field(schemaId).hidden(!content.field(schemaId).isHidden());
    }

    assertThat(content.response().operations()).hasSameSizeAs(Edit.FIELDS);
  }

  @Provide
  Arbitrary<ContentPayload> documents() {
    return Edit.documents();
  }

  @Provide
  Arbitrary<String> fields() {
    return Arbitraries.of(Edit.FIELDS);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Edit.days();
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Edit.numbers();
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Edit.any().list().ofMaxSize(20).withoutEdgeCases();
  }
}
