package io.github.rossumext.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.json.JsonArbitraries;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ResponseProperties {
  private static final JsonMapper JSON = new JsonMapper();

  @Property
  void whatGoesOutReadsAsWhatWasSaid(
      @ForAll("messages") List<Message> messages,
      @ForAll("operations") List<Operation> operations,
      @ForAll("blockers") List<AutomationBlocker> blockers)
      throws Exception {
    ContentResponse.Builder builder = ContentResponse.builder();
    messages.forEach(builder::message);
    operations.forEach(builder::operation);
    blockers.forEach(builder::automationBlocker);

    ObjectNode expected = JSON.createObjectNode();
    if (!messages.isEmpty()) {
      ArrayNode all = expected.putArray("messages");
      messages.forEach(message -> all.add(expected(message)));
    }
    if (!operations.isEmpty()) {
      ArrayNode all = expected.putArray("operations");
      operations.forEach(operation -> all.add(expected(operation)));
    }
    if (!blockers.isEmpty()) {
      ArrayNode all = expected.putArray("automation_blockers");
      blockers.forEach(blocker -> all.add(expected(blocker)));
    }
    // Both sides are parsed, so that a number is a number whatever its Java type.
    assertThat(JSON.readTree(builder.build().toJson()))
        .isEqualTo(JsonArbitraries.stored(JSON.readTree(expected.toString()), "schema_id"));
  }

  @Property
  void anyTextOfAnAuthorsOwnGoesOutAsItCanBeStored(@ForAll("texts") String text) throws Exception {
    assertThat(JSON.readTree(JsonResponse.of(text).toJson()).textValue())
        .isEqualTo(JsonArbitraries.stored(text));
  }

  private static JsonNode expected(Message message) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("type", message.type().value())
            .put("content", message.content().markup());
    message.datapointId().ifPresent(id -> json.put("id", id));
    return json;
  }

  private static JsonNode expected(AutomationBlocker blocker) {
    ObjectNode json = JSON.createObjectNode().put("content", blocker.content());
    blocker.datapointId().ifPresent(id -> json.put("id", id));
    return json;
  }

  private static JsonNode expected(Operation operation) {
    ObjectNode json = JSON.createObjectNode();
    if (operation instanceof Remove) {
      return json.put("op", "remove").put("id", operation.id());
    }
    json.put("op", operation instanceof Replace ? "replace" : "add").put("id", operation.id());
    if (operation instanceof Replace replace) {
      put(replace.change(), json.putObject("value"));
    } else if (operation instanceof AddValue add) {
      put(add.value(), json.putObject("value"));
    } else if (operation instanceof AddRow add) {
      ArrayNode cells = json.putArray("value");
      add.cells()
          .forEach((column, change) -> put(change, cells.addObject().put("schema_id", column)));
      if (!add.validationSources().isEmpty()) {
        put(add.validationSources(), json);
      }
    }
    return json;
  }

  private static void put(DatapointChange change, ObjectNode json) {
    change.value().ifPresent(text -> json.withObject("/content").put("value", text));
    change.position().ifPresent(position -> put(change.page().orElseThrow(), position, json));
    if (change.isPositionCleared()) {
      json.withObject("/content").putNull("page").putNull("position");
    }
    change.hidden().ifPresent(hidden -> json.put("hidden", hidden));
    change
        .options()
        .ifPresent(
            options -> {
              ArrayNode all = json.putArray("options");
              options.forEach(
                  option ->
                      all.addObject().put("value", option.value()).put("label", option.label()));
            });
    change.validationSources().ifPresent(sources -> put(sources, json));
  }

  private static void put(int page, Position position, ObjectNode json) {
    ArrayNode edges = json.withObject("/content").put("page", page).putArray("position");
    for (double edge :
        new double[] {position.left(), position.top(), position.right(), position.bottom()}) {
      // A whole number goes out without a point.
      if (edge == Math.rint(edge)) {
        edges.add((long) edge);
      } else {
        edges.add(edge);
      }
    }
  }

  private static void put(List<ValidationSource> sources, ObjectNode json) {
    ArrayNode all = json.putArray("validation_sources");
    sources.forEach(source -> all.add(source.value()));
  }

  @Provide
  Arbitrary<String> texts() {
    return JsonArbitraries.texts();
  }

  @Provide
  Arbitrary<List<Message>> messages() {
    return Combinators.combine(
            Arbitraries.of(MessageType.ERROR, MessageType.WARNING, MessageType.INFO),
            Arbitraries.oneOf(texts().map(Html::escape), texts().map(Html::unsafe)),
            ids())
        .as(
            (type, content, id) -> {
              Message message = Message.of(type, content);
              return id.isPresent() ? message.withDatapoint(id.getAsLong()) : message;
            })
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<AutomationBlocker>> blockers() {
    return Combinators.combine(texts(), ids())
        .as(
            (text, id) ->
                id.isPresent()
                    ? AutomationBlocker.of(text).withDatapoint(id.getAsLong())
                    : AutomationBlocker.of(text))
        .list()
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<Operation>> operations() {
    Arbitrary<Long> nodes = Arbitraries.longs();
    return Arbitraries.<Operation>oneOf(
            Combinators.combine(nodes, changes().filter(change -> !change.isEmpty()))
                .as(Replace::of),
            Combinators.combine(nodes, changes()).as(AddValue::of),
            Combinators.combine(nodes, Arbitraries.maps(texts(), changes()).ofMaxSize(3), sources())
                .as((id, cells, sources) -> AddRow.of(id, cells).withValidationSources(sources)),
            nodes.map(Remove::of))
        .list()
        .ofMaxSize(4);
  }

  private Arbitrary<List<ValidationSource>> sources() {
    return texts().map(ValidationSource::new).list().ofMaxSize(3);
  }

  /** Changes of any parts, none included. */
  private Arbitrary<DatapointChange> changes() {
    Arbitrary<UnaryOperator<DatapointChange>> value =
        texts().map(text -> change -> change.withValue(text));
    Arbitrary<UnaryOperator<DatapointChange>> hidden =
        Arbitraries.of(true, false).map(is -> change -> change.withHidden(is));
    Arbitrary<UnaryOperator<DatapointChange>> options =
        Combinators.combine(texts(), texts())
            .as(Option::of)
            .list()
            .ofMaxSize(3)
            .map(all -> change -> change.withOptions(all));
    Arbitrary<UnaryOperator<DatapointChange>> sources =
        sources().map(all -> change -> change.withValidationSources(all));
    // Halves, so that what is written and what is read are the same double.
    Arbitrary<Double> edges = Arbitraries.integers().between(-9999, 9999).map(half -> half / 2.0);
    Arbitrary<UnaryOperator<DatapointChange>> position =
        Combinators.combine(Arbitraries.integers().between(1, 99), edges, edges, edges, edges)
            .as(
                (page, left, top, right, bottom) ->
                    change -> change.withPosition(page, new Position(left, top, right, bottom)));
    Arbitrary<UnaryOperator<DatapointChange>> nowhere =
        Arbitraries.just(DatapointChange::withPositionCleared);
    return Arbitraries.oneOf(value, hidden, options, sources, position, nowhere)
        .list()
        .ofMaxSize(4)
        .map(
            parts -> {
              DatapointChange change = DatapointChange.empty();
              for (UnaryOperator<DatapointChange> part : parts) {
                change = part.apply(change);
              }
              return change;
            });
  }

  private static Arbitrary<OptionalLong> ids() {
    return Arbitraries.oneOf(
        Arbitraries.just(OptionalLong.empty()), Arbitraries.longs().map(OptionalLong::of));
  }
}
