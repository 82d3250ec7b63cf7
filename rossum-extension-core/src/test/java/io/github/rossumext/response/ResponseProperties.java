package io.github.rossumext.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.json.JsonArbitraries;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import java.util.OptionalLong;
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
      @ForAll("replaces") List<Replace> operations,
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
        .isEqualTo(JSON.readTree(expected.toString()));
  }

  @Property
  void anyTextOfAnAuthorsOwnGoesOutAsItIs(@ForAll("texts") String text) throws Exception {
    assertThat(JSON.readTree(JsonResponse.of(text).toJson()).textValue()).isEqualTo(text);
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

  private static JsonNode expected(Replace replace) {
    ObjectNode json = JSON.createObjectNode().put("op", "replace").put("id", replace.id());
    ObjectNode value = json.putObject("value");
    DatapointChange change = replace.change();
    change.value().ifPresent(text -> value.putObject("content").put("value", text));
    change.hidden().ifPresent(hidden -> value.put("hidden", hidden));
    change
        .options()
        .ifPresent(
            options -> {
              ArrayNode all = value.putArray("options");
              options.forEach(
                  option ->
                      all.addObject().put("value", option.value()).put("label", option.label()));
            });
    change
        .validationSources()
        .ifPresent(
            sources -> {
              ArrayNode all = value.putArray("validation_sources");
              sources.forEach(source -> all.add(source.value()));
            });
    return json;
  }

  @Provide
  Arbitrary<String> texts() {
    return JsonArbitraries.texts();
  }

  @Provide
  Arbitrary<List<Message>> messages() {
    return Combinators.combine(
            Arbitraries.of(MessageType.ERROR, MessageType.WARNING, MessageType.INFO),
            Arbitraries.oneOf(texts().map(Html::escape), texts().map(Html::trusted)),
            ids())
        .as(Message::new)
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<AutomationBlocker>> blockers() {
    return Combinators.combine(texts(), ids()).as(AutomationBlocker::new).list().ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<Replace>> replaces() {
    Arbitrary<List<Option>> options =
        Combinators.combine(texts(), texts()).as(Option::of).list().ofMaxSize(3);
    Arbitrary<List<ValidationSource>> sources =
        texts().map(ValidationSource::new).list().ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.longs(),
            texts().optional(),
            Arbitraries.of(true, false),
            options.optional(),
            sources.optional())
        .as(
            (id, value, hidden, allOptions, allSources) -> {
              DatapointChange change = DatapointChange.none().hidden(hidden);
              if (value.isPresent()) {
                change = change.value(value.get());
              }
              if (allOptions.isPresent()) {
                change = change.options(allOptions.get());
              }
              if (allSources.isPresent()) {
                change = change.validationSources(allSources.get());
              }
              return Replace.of(id, change);
            })
        .list()
        .ofMaxSize(4);
  }

  private static Arbitrary<OptionalLong> ids() {
    return Arbitraries.oneOf(
        Arbitraries.just(OptionalLong.empty()), Arbitraries.longs().map(OptionalLong::of));
  }
}
