package io.github.rossumext.client;

import static io.github.rossumext.client.FakeApi.json;
import static io.github.rossumext.client.FakeApi.response;
import static io.github.rossumext.client.FakeApi.status;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;
import static io.github.rossumext.payload.AnnotationStatus.TO_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookContext;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.payload.Annotation;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.response.Remove;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an extension does with annotations. */
class AnnotationsTest {
  /** As in payloads: another host than that of the base URL, and without /api. */
  private static final ResourceUrl URL =
      new ResourceUrl("https://us.api.rossum.ai/v1/annotations/314528");

  private static final String PATH = "/api/v1/annotations/314528";
  private static final Fixture INVOICE = Fixtures.invoice();

  private final FakeApi api = new FakeApi();
  private final Annotations annotations = TestClients.of(api).annotations();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void oneIsReadWithKeysThatNobodyKnowsYet() {
    api.otherwise(request -> json("{\"id\": 314528, \"status\": \"in_orbit\", \"altitude\": 400}"));

    Annotation annotation = annotations.get(314528);

    assertThat(annotation.id()).hasValue(314528);
    assertThat(annotation.status()).contains(new AnnotationStatus("in_orbit"));
    assertThat(annotation.find("altitude").flatMap(RawJson::scalar)).contains("400");
    assertThat(annotations.get(URL)).isEqualTo(annotation);
    assertThat(api.requests()).hasToString("[GET " + PATH + ", GET " + PATH + "]");
  }

  @Test
  void aUrlOfSomethingElseIsRefused() {
    assertThatThrownBy(() -> annotations.get(new ResourceUrl("https://x/v1/queues/8198")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Expected a URL of annotations, such as "
                + api.url()
                + "/api/v1/annotations/1, but found 'https://x/v1/queues/8198'.");
    assertThatThrownBy(() -> annotations.get(new ResourceUrl("https://x/annotations/1")))
        .hasMessageContaining("has /v1/ in its path");
    assertThatThrownBy(() -> annotations.get(new ResourceUrl("https://x/v1/annotations/a")))
        .hasMessageContaining("does not end in an id");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void aListHasFilters() {
    api.answer(json("{\"pagination\": {\"next\": null}, \"results\": [{\"id\": 1}]}"));

    Stream<Annotation> list =
        annotations.list(
            q ->
                q.queue(8198, 8199)
                    .status(TO_REVIEW, EXPORTED)
                    .after("exported_at", Instant.parse("2026-04-26T10:00:00Z"))
                    .labels(new ResourceUrl("https://x/v1/labels/3"))
                    .automated(true)
                    .where("relations__key", "a b")
                    .orderBy("-created_at")
                    .pageSize(20));

    assertThat(list).map(each -> each.id().orElseThrow()).containsExactly(1L);
    assertThat(api.lastRequest().query())
        .isEqualTo(
            "queue=8198%2C8199&status=to_review%2Cexported&exported_at_after=2026-04-26T10%3A00%3A00Z"
                + "&labels=3&automated=true&relations__key=a+b&ordering=-created_at&page_size=20");
  }

  @Test
  void aSearchSendsTheSameBodyToEachPage() {
    api.answer(
        json(
            "{\"pagination\": {\"next\": \"https://x/v1/annotations/search?search_after=a\"},"
                + " \"results\": [{\"id\": 1}]}"),
        status(503, ""),
        json("{\"pagination\": {\"next\": null}, \"results\": [{\"id\": 2}]}"));

    Stream<Annotation> found =
        annotations.search(Map.of("field.vendor_id.string", Map.of("$in", List.of("17"))));

    assertThat(found).map(each -> each.id().orElseThrow()).containsExactly(1L, 2L);
    assertThat(api.requests())
        .map(Object::toString)
        .containsExactly(
            "POST /api/v1/annotations/search?page_size=100",
            "POST /api/v1/annotations/search?search_after=a",
            "POST /api/v1/annotations/search?search_after=a");
    assertThat(api.requests())
        .extracting(FakeApi.Request::text)
        .containsOnly("{\"query\":{\"field.vendor_id.string\":{\"$in\":[\"17\"]}}}");
  }

  @Test
  void aSearchForAText() {
    api.answer(json("{\"results\": []}"));

    assertThat(annotations.searchText("ACME")).isEmpty();
    assertThat(api.lastRequest().text()).isEqualTo("{\"query_string\":{\"string\":\"ACME\"}}");
  }

  private static String content() {
    return INVOICE.payload().find("annotation").orElseThrow().text();
  }

  private FakeApi.Answer answerContent(FakeApi.Request request) {
    return switch (request.path()) {
      case PATH -> json("{\"schema\": \"https://us.api.rossum.ai/v1/schemas/31336\"}");
      case "/api/v1/schemas/31336" -> json(Fixtures.invoiceSchema().raw().text());
      default -> json(content());
    };
  }

  /** The same rule as at an event. */
  private static final ContentRule DOUBLE_TOTAL =
      content ->
          content
              .number("amount_total")
              .set(content.number("amount_total").value().multiply(BigDecimal.valueOf(2)));

  @Test
  void contentIsEditedByRulesAndSentInOneCall() throws Exception {
    api.otherwise(this::answerContent);

    ContentEditor content = annotations.content(URL);
    DOUBLE_TOTAL.apply(content);
    DatapointTree after = annotations.apply(URL, content.operations());

    assertThat(content.schema()).isPresent();
    assertThat(api.requests())
        .map(Object::toString)
        .containsExactly(
            "GET " + PATH,
            "GET /api/v1/schemas/31336",
            "GET " + PATH + "/content",
            "POST " + PATH + "/content/operations");
    assertThat(api.lastRequest().text()).startsWith("{\"operations\":[{\"op\":\"replace\",\"id\":");
    assertThat(after.roots()).isNotEmpty();
  }

  @Test
  void aSchemaThatIsThereIsNotFetchedAgain() {
    api.otherwise(this::answerContent);

    annotations.content(314528, Fixtures.invoiceSchema());

    assertThat(api.requests()).hasToString("[GET " + PATH + "/content]");
  }

  record Tax(BigDecimal rate) {}

  @Test
  void contentHasTheSettingsOfTheRequest() {
    api.otherwise(this::answerContent);
    HookContext context =
        HookContext.of(
            Fixtures.statusChanged()
                .withSettings("{\"rate\": 21}")
                .withBaseUrl(URI.create(api.url()))
                .withToken("token-of-a-request")
                .payload());

    Annotations ofTheRequest = RossumClient.of(context).annotations();

    assertThat(ofTheRequest.content(URL).settings(Tax.class))
        .isEqualTo(new Tax(BigDecimal.valueOf(21)));
    assertThat(annotations.content(URL).settings(new Tax(BigDecimal.TEN)))
        .as("a program of one's own has the defaults")
        .isEqualTo(new Tax(BigDecimal.TEN));
  }

  @Test
  void anAnnotationWithoutASchemaIsAnError() {
    api.answer(json("{}"));

    assertThatThrownBy(() -> annotations.content(7))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The annotation 7 has no schema.");
  }

  @Test
  void operationsAreNotSentAgain() {
    api.otherwise(request -> status(504, ""));

    assertThatThrownBy(() -> annotations.apply(7, List.of(Remove.of(1))))
        .isInstanceOf(RossumApiException.Unavailable.class);
    assertThat(api.requests()).hasSize(1);
    assertThat(api.lastRequest().text())
        .isEqualTo("{\"operations\":[{\"op\":\"remove\",\"id\":1}]}");
  }

  private static Arguments change(
      String verb,
      String body,
      BiConsumer<Annotations, Long> byId,
      BiConsumer<Annotations, ResourceUrl> byUrl,
      boolean isRepeatable) {
    return Arguments.of(verb, body, byId, byUrl, isRepeatable);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change("start", "{}", (a, id) -> a.start(id), (a, url) -> a.start(url), true),
        change("cancel", "{}", Annotations::cancel, Annotations::cancel, true),
        change("confirm", "{}", Annotations::confirm, Annotations::confirm, false),
        change("postpone", "{}", Annotations::postpone, Annotations::postpone, false),
        change("delete", "{}", Annotations::delete, Annotations::delete, false),
        change(
            "reject",
            "{\"note_content\":\"Twice.\"}",
            (a, id) -> a.reject(id, "Twice."),
            (a, url) -> a.reject(url, "Twice."),
            false),
        change("reject", "{}", (a, id) -> a.reject(id, ""), (a, url) -> a.reject(url, ""), false),
        change(
            "content/validate",
            "{}",
            (a, id) -> a.validate(id),
            (a, url) -> a.validate(url),
            true));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("changes")
  void aChangeOfStatusIsAPost(
      String verb,
      String body,
      BiConsumer<Annotations, Long> byId,
      BiConsumer<Annotations, ResourceUrl> byUrl,
      boolean isRepeatable) {
    byId.accept(annotations, 314528L);
    byUrl.accept(annotations, URL);

    assertThat(api.requests())
        .hasSize(2)
        .allSatisfy(
            request -> {
              assertThat(request).hasToString("POST " + PATH + "/" + verb);
              assertThat(request.text()).isEqualTo(body);
            });
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("changes")
  void aChangeOfStatusIsSentAgainOnlyIfThatIsHarmless(
      String verb,
      String body,
      BiConsumer<Annotations, Long> byId,
      BiConsumer<Annotations, ResourceUrl> byUrl,
      boolean isRepeatable) {
    api.otherwise(request -> status(502, ""));

    assertThatThrownBy(() -> byId.accept(annotations, 7L))
        .isInstanceOf(RossumApiException.Unavailable.class);
    assertThat(api.requests()).hasSize(isRepeatable ? 4 : 1);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("changes")
  void aWrongStatusIsAConflict(
      String verb,
      String body,
      BiConsumer<Annotations, Long> byId,
      BiConsumer<Annotations, ResourceUrl> byUrl,
      boolean isRepeatable) {
    api.otherwise(request -> status(409, "{\"detail\": \"Not in this state.\"}"));

    assertThatThrownBy(() -> byUrl.accept(annotations, URL))
        .isInstanceOf(RossumApiException.Conflict.class);
    assertThat(api.requests()).hasSize(1);
  }

  @Test
  void startSaysHowLongTheAnnotationStaysOpen() {
    api.answer(json("{\"annotation\": \"x\", \"session_timeout\": \"01:30:15\"}"), json("{}"));

    assertThat(annotations.start(7)).contains(Duration.ofMinutes(90).plusSeconds(15));
    assertThat(annotations.start(7)).isEmpty();
  }

  @Test
  void confirmMayHaveNoResponse() {
    api.answer(response(204, "", ""));

    annotations.confirm(7);

    assertThat(api.requests()).hasSize(1);
  }

  @Test
  void validateReturnsMessages() {
    api.answer(
        json(
            "{\"messages\": [{\"id\": \"1038654\", \"type\": \"error\", \"content\": \"Wrong.\"},"
                + " {\"id\": \"all\", \"type\": \"aggregation\", \"content\": \"160.00\"}],"
                + " \"updated_datapoints\": [{\"id\": 7}]}"));

    Validation validation = annotations.validate(7);

    assertThat(validation.messages())
        .extracting(each -> each.type().value())
        .containsExactly("error", "aggregation");
    assertThat(validation.messages().get(0).id()).hasValue(1038654);
    assertThat(validation.messages().get(1).id()).isEmpty();
    assertThat(validation.updatedDatapoints()).hasSize(1);
  }

  @Test
  void metadataIsReplaced() {
    annotations.replaceMetadata(URL, Map.of("erp", 7));
    annotations.patch(314528, RawJson.of("{\"automated\": true}"));

    assertThat(api.requests()).map(Object::toString).containsOnly("PATCH " + PATH);
    assertThat(api.requests())
        .extracting(FakeApi.Request::text)
        .containsExactly("{\"metadata\":{\"erp\":7}}", "{\"automated\": true}");
  }

  @Test
  void aCopyIsAnAnnotationOfItsOwn() {
    api.otherwise(request -> json("{\"annotation\": \"https://x/v1/annotations/2\"}"));

    assertThat(annotations.copy(1, 8198)).hasToString("https://x/v1/annotations/2");
    assertThat(api.lastRequest().text())
        .isEqualTo("{\"target_queue\":\"" + api.url() + "/api/v1/queues/8198\"}");

    annotations.copy(URL, new ResourceUrl("https://y/v1/queues/8198"));
    assertThat(api.lastRequest().text())
        .as("a URL is sent as it came")
        .isEqualTo("{\"target_queue\":\"https://y/v1/queues/8198\"}");
  }

  @Test
  void aCopyThatRossumDoesNotNameIsAnError() {
    assertThatThrownBy(() -> annotations.copy(1, 8198))
        .isInstanceOf(RossumApiException.class)
        .hasMessage(
            "POST /v1/annotations/1/copy: the response does not have a URL \"annotation\".");
  }

  @Test
  void pagesBecomeNewAnnotations() {
    api.otherwise(
        request ->
            json(
                "{\"results\": [{\"document\": \"https://x/v1/documents/5\", \"annotation\":"
                    + " \"https://x/v1/annotations/6\"}]}"));
    ResourceUrl page = new ResourceUrl("https://x/v1/pages/9");

    List<NewAnnotation> parts = annotations.split(URL, List.of(List.of(page)));

    assertThat(parts.get(0).annotation()).contains(new ResourceUrl("https://x/v1/annotations/6"));
    assertThat(parts.get(0).document()).contains(new ResourceUrl("https://x/v1/documents/5"));
    assertThat(api.lastRequest()).hasToString("POST " + PATH + "/split");
    assertThat(RawJson.of(api.lastRequest().text()).find("documents").orElseThrow().elements())
        .singleElement()
        .satisfies(
            document ->
                assertThat(document.find("pages").orElseThrow().text())
                    .contains("\"page\":\"https://x/v1/pages/9\"", "\"rotation_deg\":0"));

    assertThat(annotations.editPages(URL, Map.of("delete", List.of(page)))).hasSize(1);
    assertThat(api.lastRequest()).hasToString("POST " + PATH + "/edit_pages");
  }

  @Test
  void theTextOfPagesHasPlaces() {
    api.answer(
        json(
            "{\"results\": [{\"page_number\": 2, \"granularity\": \"words\", \"items\":"
                + " [{\"position\": [1, 2.5, 3, 4], \"text\": \"Total\"}, {\"text\": \"x\"}]}]}"));

    List<PageData> pages = annotations.pageData(URL, "words", 1, 2);

    assertThat(api.lastRequest())
        .hasToString("GET " + PATH + "/page_data?granularity=words&page_numbers=1%2C2");
    assertThat(pages.get(0).pageNumber()).hasValue(2);
    PageData.Item total = pages.get(0).items().get(0);
    assertThat(total.text()).isEqualTo("Total");
    assertThat(total.position()).contains(new Position(1, 2.5, 3, 4));
    assertThat(pages.get(0).items().get(1).position()).isEmpty();
  }

  @Test
  void aPlaceThatNoNumberCanHoldIsLeftOut() {
    api.answer(
        json(
            "{\"results\": [{\"page_number\": 1, \"items\":"
                + " [{\"position\": [1, 1e999, 3, 4], \"text\": \"Total\"}]}]}"));

    List<PageData> pages = annotations.pageData(URL, "words", 1);

    assertThat(pages.get(0).items().get(0).position()).isEmpty();
  }
}
