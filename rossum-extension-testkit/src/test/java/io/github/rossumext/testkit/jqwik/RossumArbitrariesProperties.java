package io.github.rossumext.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Node;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

class RossumArbitrariesProperties {
  private static final Schema SCHEMA = Fixtures.invoiceSchema();

  private static RossumSimulator quietRossum() {
    Secret secret = Secret.of("quiet");
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(secret)
            .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of())
            .build();
    return RossumSimulator.of(endpoint, secret);
  }

  @Provide
  Arbitrary<Fixture> documents() {
    return RossumArbitraries.documents(SCHEMA);
  }

  @Provide
  Arbitrary<Conversation> conversations() {
    return RossumArbitraries.conversations(SCHEMA);
  }

  @Provide
  Arbitrary<Conversation> conversationsAboutTheReceipt() {
    return RossumArbitraries.conversations(Fixtures.receipt());
  }

  @Provide
  Arbitrary<Conversation> conversationsAboutABoolean() {
    return RossumArbitraries.conversations(
        Schema.of(
            RawJson.of(
                """
                [{"category": "section", "id": "basic", "children": [
                  {"category": "datapoint", "id": "is_urgent", "type": "boolean"},
                  {"category": "multivalue", "id": "lines", "children": {
                    "category": "tuple", "id": "line", "children": [
                      {"category": "datapoint", "id": "is_returned", "type": "boolean"}]}}]}]
                """)));
  }

  @Property(tries = 30)
  void aBooleanFieldIsTrueFalseOrEmpty(
      @ForAll("conversationsAboutABoolean") Conversation conversation) {
    RuleLaws.all(
        content ->
            content
                .fields("is_urgent")
                .forEach(urgent -> assertThat(urgent.text()).isIn("", "True", "False")),
        conversation);
  }

  @Property(tries = 30)
  void aDocumentIsOneOfTheSchema(@ForAll("documents") Fixture document) {
    ContentPayload payload = document.payload(ContentPayload.class);

    assertThat(payload.schema()).isPresent();
    for (Node node : nodes(payload)) {
      assertThat(SCHEMA.schemaIds()).contains(node.schemaId());
      if (node instanceof Datapoint field) {
        assertThat(field.value().length()).isLessThanOrEqualTo(1500);
      }
    }
  }

  private static List<Node> nodes(ContentPayload payload) {
    return SCHEMA.schemaIds().stream()
        .flatMap(id -> payload.content().bySchemaId(id).stream())
        .toList();
  }

  @Property(tries = 30)
  void aQuietExtensionIsNeverBlamed(@ForAll("conversations") Conversation conversation) {
    RossumSimulator rossum = quietRossum();
    conversation.in(rossum);

    assertThat(rossum.problems()).allMatch(problem -> problem.kind() == Problem.Kind.USER);
  }

  @Property(tries = 10)
  void aGivenDocumentStaysAsItIs(
      @ForAll("conversationsAboutTheReceipt") Conversation conversation) {
    assertThat(conversation.document().body()).isEqualTo(Fixtures.receipt().body());
    conversation.in(quietRossum());
  }

  @Property(tries = 10)
  void whatIsSimplerIsSmaller(@ForAll("conversations") Conversation conversation) {
    Shrinkable<Conversation> sample =
        new RossumArbitraries.Simplified<>(conversation, Conversation::simpler, Conversation::size);

    assertThat(sample.shrink().limit(100))
        .allMatch(simpler -> simpler.distance().compareTo(sample.distance()) < 0);
  }

  @Example
  void whatTheSchemaHasIsMetAndSometimesViolated() {
    Set<String> met = new TreeSet<>();
    for (Fixture document : samples(RossumArbitraries.documents(SCHEMA), 100)) {
      ContentPayload payload = document.payload(ContentPayload.class);
      met.add("rows " + Math.min(3, payload.content().bySchemaId("line_item").size()));
      for (Node node : nodes(payload)) {
        if (node instanceof Datapoint field) {
          SCHEMA.datapoint(field.schemaId()).ifPresent(known -> met.addAll(traits(known, field)));
        }
      }
    }

    assertThat(met)
        .contains(
            "rows 0",
            "rows 1",
            "rows 2",
            "rows 3",
            "number read",
            "number not read",
            "date read",
            "date not read",
            "enum read",
            "enum not read",
            "pattern read",
            "pattern not read",
            "formula set",
            "hidden set",
            "long",
            "right to left",
            "markup",
            "empty");
  }

  private static Set<String> traits(SchemaDatapoint known, Datapoint field) {
    Set<String> traits = new TreeSet<>();
    String text = field.value();
    if (text.isEmpty()) {
      traits.add("empty");
      return traits;
    }
    DatapointType type = known.type();
    if (type.isOneOf(DatapointType.NUMBER, DatapointType.DATE)) {
      traits.add(type + (field.text().equals(text) && isUnread(field) ? " not read" : " read"));
    } else if (type.equals(DatapointType.ENUM)) {
      boolean isOption =
          known.options().stream().map(Option::value).anyMatch(text::equalsIgnoreCase);
      traits.add(isOption ? "enum read" : "enum not read");
    }
    known
        .regexp()
        .ifPresent(
            pattern -> traits.add(text.matches(pattern) ? "pattern read" : "pattern not read"));
    if (known.isFormula()) {
      traits.add("formula set");
    }
    if (known.isHidden()) {
      traits.add("hidden set");
    }
    if (text.length() == 1500) {
      traits.add("long");
    }
    if (text.chars()
        .anyMatch(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT)) {
      traits.add("right to left");
    }
    if (text.contains("<script>")) {
      traits.add("markup");
    }
    return traits;
  }

  private static boolean isUnread(Datapoint field) {
    return field.normalizedValue().isEmpty();
  }

  @Example
  void aUserDoesWhatTheSchemaLetsHimDo() {
    Set<String> done = new TreeSet<>();
    samples(RossumArbitraries.conversations(SCHEMA), 400)
        .forEach(conversation -> conversation.steps().forEach(step -> done.add(step.toString())));
    String all = String.join("\n", done);

    assertThat(all)
        .contains(
            "rossum.edit(",
            "rossum.edits().edit(",
            "rossum.edit(\"line_items[0].",
            "rossum.click(\"refresh\")",
            "rossum.click(\"line_items[1].item_refresh\")",
            "rossum.addRow(\"tax_details\")",
            "rossum.addRow(\"delivery_notes\")",
            "rossum.row(\"line_items[0]\").remove()",
            "rossum.edit(\"delivery_notes[0]\"",
            "rossum.validate()",
            "rossum.confirm()",
            "rossum.export()",
            "rossum.start()",
            "rossum.cancel()",
            "rossum.postpone()")
        .doesNotContain("vendor_iban", "item_gl_code", "amount_due");
  }

  @Example
  void anEditIsOfAFieldThatIsThere() {
    RossumSimulator rossum = quietRossum().open(Fixtures.invoiceWithSchema());
    for (Step edit : samples(RossumArbitraries.edits(SCHEMA), 30)) {
      edit.in(rossum);
    }

    assertThat(rossum.exchanges()).isNotEmpty();
  }

  @Example
  void aDocumentWithoutSchemaIsNotEnough() {
    assertThatThrownBy(() -> RossumArbitraries.conversations(Fixtures.invoice()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Call withSchema(…) first");
  }

  @Example
  void aSchemaWithoutSectionsIsNotEnough() {
    Schema empty = Schema.of(RawJson.of("[]"));

    assertThatThrownBy(() -> RossumArbitraries.documents(empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The schema has no sections.");
  }

  private static <T> List<T> samples(Arbitrary<T> arbitrary, int count) {
    RandomGenerator<T> generator = arbitrary.generator(1000);
    Random random = new Random(7);
    List<T> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      samples.add(generator.next(random).value());
    }
    return samples;
  }
}
