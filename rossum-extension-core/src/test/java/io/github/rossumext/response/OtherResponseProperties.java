package io.github.rossumext.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.json.JsonArbitraries;
import io.github.rossumext.internal.json.JsonStyle;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What goes out to the other events reads as what was said, whatever the texts. */
class OtherResponseProperties {
  /** Strict, so that no key goes out twice. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static JsonNode sent(HookResponse response) throws Exception {
    return JSON.readTree(response.toJson());
  }

  @Property
  void theResponseToAnEmail(@ForAll("emailResponses") EmailResponse response) throws Exception {
    ObjectNode expected = JSON.createObjectNode();
    ArrayNode files = expected.putArray("files");
    for (String id : response.fileIds()) {
      put(response.values(id), files.addObject().put("id", id));
    }
    if (!response.additionalFiles().isEmpty()) {
      ArrayNode more = expected.putArray("additional_files");
      for (AdditionalFile file : response.additionalFiles()) {
        ObjectNode json = more.addObject().put("document", file.document().uri());
        put(file.values(), json.put("import_document", file.isImported()));
      }
    }
    response
        .originalSender()
        .ifPresent(
            sender ->
                expected
                    .putObject("extracted_original_sender")
                    .put("email", sender.email())
                    .put("name", sender.name()));

    assertThat(sent(response)).isEqualTo(JsonArbitraries.stored(expected, "id", "document"));
  }

  private static void put(Map<String, String> values, ObjectNode json) {
    ArrayNode all = json.putArray("values");
    values.forEach((id, value) -> all.addObject().put("id", id).put("value", value));
  }

  @Property
  void theResponseToAnUpload(@ForAll("fileResponses") List<UploadFileResponse> files)
      throws Exception {
    UploadResponse response = UploadResponse.of(files);

    ObjectNode expected = JSON.createObjectNode();
    for (UploadFileResponse file : response.files()) {
      ObjectNode json =
          expected
              .withArray("files")
              .addObject()
              .put("document", file.document().uri())
              .put("prevent_importing", file.isImportPrevented());
      if (file.isImportFailed()) {
        json.put("failed_import", true);
      }
      for (Message message : file.messages()) {
        json.withArray("messages")
            .addObject()
            .put("type", message.type().value())
            .put("content", message.content().markup());
      }
    }

    assertThat(sent(response)).isEqualTo(JsonArbitraries.stored(expected, "id", "document"));
  }

  @Property
  void jsonOfAnyKind(@ForAll("values") JsonNode value, @ForAll long style) throws Exception {
    Assume.that(JsonArbitraries.keysStayApart(value));
    RawJson json = RawJson.of(new String(JsonStyle.write(value, style), UTF_8));

    assertSame(sent(JsonResponse.of(json)), JsonArbitraries.stored(JSON.readTree(json.text())));
  }

  @Property
  void aValueOfAnAuthorsOwn(@ForAll("values") JsonNode value) throws Exception {
    Assume.that(JsonArbitraries.keysStayApart(value));
    // In an Optional, since a map cannot hold null.
    Map<String, Object> own =
        Map.of("any_key", List.of(Optional.ofNullable(JSON.treeToValue(value, Object.class))));

    assertSame(
        sent(JsonResponse.of(own)),
        JsonArbitraries.stored(JSON.readTree("{\"any_key\":[" + value + "]}")));
  }

  /** Numbers are the same however they are written. */
  private static void assertSame(JsonNode actual, JsonNode expected) {
    Comparator<JsonNode> byValue =
        (one, other) ->
            one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
    assertThat(expected.equals(byValue, actual)).as("%s is %s", actual, expected).isTrue();
  }

  @Example
  void everyKindOfResponseAndOperationHasALaw() {
    // Here and in ResponseProperties: a new kind is written down in one of them, and then here.
    assertThat(HookResponse.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(
            ContentResponse.class,
            EmailResponse.class,
            UploadResponse.class,
            JsonResponse.class,
            NoResponse.class);
    assertThat(Operation.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(Replace.class, AddRow.class, AddValue.class, Remove.class);
  }

  @Example
  void whatIsNotSaidIsAnEmptyObject() throws Exception {
    assertThat(sent(NoResponse.empty())).isEqualTo(JSON.createObjectNode());
    assertThat(sent(UploadResponse.empty())).isEqualTo(JSON.createObjectNode());
  }

  @Provide
  Arbitrary<EmailResponse> emailResponses() {
    Arbitrary<AdditionalFile> more =
        Combinators.combine(texts(), Arbitraries.of(true, false), values(texts()))
            .as(
                (document, isImported, values) -> {
                  ResourceUrl url = new ResourceUrl(JsonArbitraries.stored(document));
                  AdditionalFile file =
                      isImported ? AdditionalFile.imported(url) : AdditionalFile.attached(url);
                  for (Map.Entry<String, String> value : values.entrySet()) {
                    file = file.withValue(value.getKey(), value.getValue());
                  }
                  return file;
                });
    return Combinators.combine(
            texts().list().ofMaxSize(3),
            Arbitraries.maps(texts(), values(texts())).ofMaxSize(2),
            more.list().ofMaxSize(2),
            Combinators.combine(texts(), texts()).as(EmailResponse.OriginalSender::new).optional())
        .as(
            (ids, values, additional, sender) -> {
              ids.forEach(id -> values.putIfAbsent(id, Map.of("email:own", "of " + id)));
              return new EmailResponse(ids, values, additional, sender.orElse(null));
            });
  }

  private static Arbitrary<Map<String, String>> values(Arbitrary<String> texts) {
    return Arbitraries.maps(texts.map(text -> "email:a" + text), texts).ofMaxSize(2);
  }

  @Provide
  Arbitrary<List<UploadFileResponse>> fileResponses() {
    Arbitrary<Message> messages =
        Combinators.combine(
                Arbitraries.of(MessageType.ERROR, MessageType.WARNING, MessageType.INFO),
                Arbitraries.oneOf(texts().map(Html::escape), texts().map(Html::unsafe)))
            .as((type, content) -> Message.of(type, content));
    return Combinators.combine(
            texts().map(ResourceUrl::new),
            Arbitraries.of(true, false),
            messages.list().ofMaxSize(3),
            Arbitraries.of(true, false))
        .as(UploadFileResponse::new)
        .list()
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return JsonArbitraries.values();
  }

  @Provide
  Arbitrary<String> texts() {
    return JsonArbitraries.texts();
  }
}
