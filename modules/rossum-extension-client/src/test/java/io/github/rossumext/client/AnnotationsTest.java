package io.github.rossumext.client;

import static io.github.rossumext.payload.AnnotationStatus.CONFIRMED;
import static io.github.rossumext.payload.AnnotationStatus.DELETED;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTING;
import static io.github.rossumext.payload.AnnotationStatus.POSTPONED;
import static io.github.rossumext.payload.AnnotationStatus.REJECTED;
import static io.github.rossumext.payload.AnnotationStatus.REVIEWING;
import static io.github.rossumext.payload.AnnotationStatus.TO_REVIEW;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.HookContext;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.payload.Annotation;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.Remove;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an extension does with annotations. */
class AnnotationsTest extends StubTest {
  private final Annotations annotations = rossum.annotations();
  private final long id = invoice.id();
  private final ResourceUrl url = invoice.url();

  @Test
  void oneIsReadByItsIdOrUrl() {
    Annotation annotation = annotations.get(id);

    assertThat(annotation.id()).hasValue(id);
    assertThat(annotation.status()).contains(TO_REVIEW);
    assertThat(annotation.queue()).contains(QUEUE);
    assertThat(annotations.get(url)).isEqualTo(annotation);
    assertThat(api).hasRequests("GET " + path(""), "GET " + path(""));
  }

  @Test
  void keysAndStatusesThatNobodyKnowsYetAreKept() {
    api.respond("GET", path(""), 200, Map.of("id", id, "status", "in_orbit", "altitude", 400));

    Annotation annotation = annotations.get(id);

    assertThat(annotation.status()).contains(new AnnotationStatus("in_orbit"));
    assertThat(annotation.find("altitude").flatMap(RawJson::scalar)).contains("400");
  }

  @Test
  void oneThatIsMissingIsNotFound() {
    assertThatThrownBy(() -> annotations.get(7)).isInstanceOf(RossumApiException.NotFound.class);
    assertThatThrownBy(() -> annotations.tree(7)).isInstanceOf(RossumApiException.NotFound.class);
  }

  @Test
  void aUrlOfSomethingElseIsRefused() {
    assertThatThrownBy(() -> annotations.get(QUEUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Expected a URL of annotations, such as "
                + url("annotations/1")
                + ", but found '"
                + QUEUE
                + "'.");
    assertThatThrownBy(() -> annotations.get(new ResourceUrl("https://x/annotations/1")))
        .hasMessageContaining("has /v1/ in its path");
    assertThatThrownBy(() -> annotations.get(new ResourceUrl("https://x/v1/annotations/a")))
        .hasMessageContaining("does not end in an id");
    assertThat(api).hasNoRequests();
  }

  @Test
  void aListHasFilters() {
    assertThat(annotations.list(q -> q.queue(19055).status(TO_REVIEW).id(id)))
        .containsExactly(annotations.get(id));
    assertThat(annotations.list(q -> q.queue(QUEUE).document(DOCUMENT).id(url))).hasSize(1);
    assertThat(annotations.list(q -> q.document(4402118830L).search("NL-2025/0917"))).hasSize(1);
    api.add("queues", Map.of("id", 19056, "url", url("queues/19056")));
    assertThat(annotations.list(q -> q.queue(19056))).isEmpty();
    assertThat(annotations.list(q -> q.status(EXPORTED, POSTPONED))).isEmpty();
    assertThat(annotations.list(q -> q.labels(3).automated(true))).isEmpty();
  }

  @Test
  void filtersAreParameters() {
    for (int queue : new int[] {8198, 8199}) {
      api.add("queues", Map.of("id", queue, "url", url("queues/" + queue)));
    }
    Stream<Annotation> list =
        annotations.list(
            q ->
                q.queue(8198, 8199)
                    .status(TO_REVIEW, EXPORTED)
                    .after("exported_at", Instant.parse("2026-04-26T10:00:00Z"))
                    .before("created_at", Instant.parse("2026-04-26T11:00:00Z"))
                    .labels(new ResourceUrl("https://x/v1/labels/3"))
                    .automated(true)
                    .where("relations__key", "a b")
                    .orderBy("-created_at")
                    .pageSize(20));

    assertThat(list).isEmpty();
    assertThat(last().query())
        .isEqualTo(
            "queue=8198%2C8199&status=to_review%2Cexported&exported_at_after=2026-04-26T10%3A00%3A00Z"
                + "&created_at_before=2026-04-26T11%3A00%3A00Z&labels=3&automated=true"
                + "&relations__key=a+b&ordering=-created_at&page_size=20");
  }

  @Test
  void aSearchFindsFields() {
    assertThat(
            annotations.search(
                Map.of(
                    "$and",
                    List.of(
                        Map.of("field.order_id.string", Map.of("$in", List.of("450017"))),
                        Map.of("queue", Map.of("$in", List.of(QUEUE)))))))
        .containsExactly(annotations.get(id));
    assertThat(annotations.search(Map.of("field.order_id.string", Map.of("$eq", "7")))).isEmpty();
  }

  @Test
  void aSearchFindsATextAnywhere() {
    assertThat(annotations.searchText("nordlicht")).hasSize(1);
    assertThat(lastBody()).isEqualTo("{'query_string':{'string':'nordlicht'}}");
    assertThat(annotations.searchText("südlicht")).isEmpty();
  }

  @Test
  void aSearchSendsTheSameBodyToEachPage() {
    // The second page is the first one again, from a URL of its own.
    api.next(
        Fault.next("https://x/v1/annotations/search?page_size=1"), Fault.status(503).afterEffect());

    assertThat(annotations.searchText("nordlicht")).hasSize(2);

    assertThat(api.exchanges())
        .hasSize(3)
        .extracting(each -> each.requestJson().text())
        .containsOnly("{\"query_string\":{\"string\":\"nordlicht\"}}");
    assertThat(api.exchanges())
        .extracting(each -> each.query())
        .containsExactly("page_size=100", "page_size=1", "page_size=1");
  }

  /** The same rule as at an event. */
  private static final ContentRule DOUBLE_TOTAL =
      content ->
          content
              .number("amount_total")
              .set(content.number("amount_total").value().multiply(BigDecimal.valueOf(2)));

  @Test
  void contentIsEditedByRulesAndSentInOneCall() throws Exception {
    ContentEditor content = annotations.content(id);
    DOUBLE_TOTAL.apply(content);
    DatapointTree after = annotations.apply(id, content.operations());

    assertThat(content.schema()).isPresent();
    assertThat(invoice).hasText("amount_total", "3496.00");
    assertThat(value(after, "amount_total")).isEqualTo("3,496.00");
    assertThat(value(annotations.tree(id), "amount_total")).isEqualTo("3,496.00");
    assertThat(requests())
        .startsWith(
            "GET " + path(""),
            "GET /v1/schemas/33810",
            "GET " + path("/content"),
            "POST " + path("/content/operations"));
  }

  private static String value(DatapointTree tree, String schemaId) {
    return ((Datapoint) tree.bySchemaId(schemaId).get(0)).value();
  }

  @Test
  void contentIsReadAndEditedByUrl() {
    ContentEditor content = annotations.content(url);
    content.field("order_id").set("450018");
    DatapointTree after = annotations.apply(url, content.operations());

    assertThat(invoice).hasText("order_id", "450018");
    assertThat(value(after, "order_id")).isEqualTo("450018");
    assertThat(value(annotations.tree(url), "order_id")).isEqualTo("450018");
  }

  @Test
  void aSchemaThatIsThereIsNotFetchedAgain() {
    ContentEditor byId = annotations.content(id, Fixtures.invoiceSchema());
    ContentEditor byUrl = annotations.content(url, Fixtures.invoiceSchema());

    assertThat(byId.field("order_id").text()).isEqualTo("450017");
    assertThat(byUrl.field("order_id").text()).isEqualTo("450017");
    assertThat(api).hasRequests("GET " + path("/content"), "GET " + path("/content"));
  }

  @Test
  void contentKnowsItsAnnotation() {
    Schema schema = Fixtures.invoiceSchema();
    ResourceUrl elsewhere = new ResourceUrl("https://us.api.rossum.ai/v1/annotations/" + id);

    assertThat(annotations.content(id).annotationUrl()).contains(url);
    assertThat(annotations.content(elsewhere).annotationUrl()).as("Rossum's own").contains(url);
    assertThat(annotations.content(id, schema).annotationUrl())
        .contains(new ResourceUrl(url("annotations/" + id)));
    assertThat(annotations.content(elsewhere, schema).annotationUrl()).contains(elsewhere);
  }

  record Tax(BigDecimal rate) {}

  @Test
  void contentHasTheSettingsOfTheRequest() {
    Fixture changed =
        Fixtures.statusChanged()
            .withSettings("{\"rate\": 21}")
            .withBaseUrl(api.baseUrl())
            .withToken(api.token().reveal());

    Annotations ofTheRequest = RossumClient.of(HookContext.of(changed.payload())).annotations();

    assertThat(ofTheRequest.content(id).settings(Tax.class))
        .isEqualTo(new Tax(BigDecimal.valueOf(21)));
    assertThat(annotations.content(id).settings(new Tax(BigDecimal.TEN)))
        .as("a program of one's own has the defaults")
        .isEqualTo(new Tax(BigDecimal.TEN));
  }

  @Test
  void anAnnotationWithoutASchemaIsAnError() {
    api.respond("GET", "/v1/annotations/7", 200, Map.of());

    assertThatThrownBy(() -> annotations.content(7))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The annotation 7 has no schema.");
  }

  @Test
  void operationsAreNotSentAgain() {
    api.next(Fault.status(504).afterEffect());

    assertThatThrownBy(() -> annotations.apply(id, List.of(Remove.of(5912004132L))))
        .isInstanceOf(RossumApiException.Unavailable.class);
    assertThat(lastBody()).isEqualTo("{'operations':[{'op':'remove','id':5912004132}]}");
    assertThat(api).hasRequests("POST " + path("/content/operations"));
    assertThat(invoice).hasText("line_items[0].item_code", "NL-2075");
  }

  @Test
  void anAnnotationIsOpenAfterAStartUntilACancel() {
    assertThat(annotations.start(id)).contains(Duration.ofHours(1));
    assertThat(invoice).hasStatus(REVIEWING);
    annotations.cancel(id);
    assertThat(invoice).hasStatus(TO_REVIEW);

    annotations.start(url);
    assertThat(invoice).hasStatus(REVIEWING);
    annotations.cancel(url);
    assertThat(invoice).hasStatus(TO_REVIEW);
  }

  @Test
  void anAnnotationIsStartedInTheStatusesThatTheCallNames() {
    annotations.reject(id, "");

    assertThatThrownBy(() -> annotations.start(id)).isInstanceOf(RossumApiException.Conflict.class);
    annotations.start(id, POSTPONED, REJECTED);

    assertThat(lastBody()).isEqualTo("{'statuses':['postponed','rejected']}");
    assertThat(invoice).hasStatus(REVIEWING);
    assertThatThrownBy(() -> annotations.start(url, EXPORTED))
        .isInstanceOf(RossumApiException.Conflict.class);
  }

  @Test
  void startMaySayNothingOfTheTime() {
    api.respond("POST", path("/start"), 200, Map.of());

    assertThat(annotations.start(id)).isEmpty();
  }

  @Test
  void anAnnotationThatIsOpenIsConfirmed() {
    annotations.start(id);
    annotations.confirm(id);

    assertThat(invoice).hasStatus(EXPORTING);
    assertThat(api).lastExchange().hasStatus(204);
  }

  @Test
  void anAnnotationIsConfirmedByItsUrl() {
    annotations.start(url);
    annotations.confirm(url);

    assertThat(invoice).hasStatus(EXPORTING);
  }

  @Test
  void aConfirmationMaySkipTheWorkflows() {
    annotations.start(id);
    annotations.confirm(id, ConfirmDraft.create().skipWorkflows());

    assertThat(lastBody()).isEqualTo("{'skip_workflows':true}");
    assertThat(invoice).hasStatus(EXPORTING);
    assertThatThrownBy(() -> annotations.confirm(url, ConfirmDraft.create()))
        .isInstanceOf(RossumApiException.Conflict.class);
    assertThat(lastBody()).isEqualTo("{}");
  }

  @Test
  void anAnnotationIsPutOff() {
    annotations.postpone(id);
    assertThat(invoice).hasStatus(POSTPONED);

    annotations.start(url);
    annotations.postpone(url);
    assertThat(invoice).hasStatus(POSTPONED);
  }

  @Test
  void anAnnotationIsRejectedWithANote() {
    annotations.reject(id, "Twice.");

    assertThat(invoice).hasStatus(REJECTED);
    assertThat(lastBody()).isEqualTo("{'note_content':'Twice.'}");
  }

  @Test
  void anAnnotationIsRejectedWithoutANote() {
    annotations.reject(url, "");

    assertThat(invoice).hasStatus(REJECTED);
    assertThat(lastBody()).isEqualTo("{}");
  }

  @Test
  void anAnnotationIsDeletedAndStillThere() {
    annotations.delete(id);

    assertThat(invoice).hasStatus(DELETED);
    assertThat(annotations.get(id).status()).contains(DELETED);
    assertThatThrownBy(() -> annotations.delete(url))
        .isInstanceOf(RossumApiException.Conflict.class);
  }

  @Test
  void validateReturnsMessages() {
    annotations.start(id);
    ContentEditor content = annotations.content(id);
    content.field("invoice_id").set("");
    annotations.apply(id, content.operations());

    Validation validation = annotations.validate(id);

    assertThat(validation.messages())
        .anySatisfy(
            message -> {
              assertThat(message.type().value()).isEqualTo("error");
              assertThat(message.id()).hasValue(5912004103L);
            });
    assertThat(validation.updatedDatapoints()).isEmpty();
    assertThat(annotations.validate(url).messages()).isEqualTo(validation.messages());
  }

  @Test
  void validateMayNameAnActionAndWhatChanged() {
    annotations.start(id);

    annotations.validate(
        id, ValidationDraft.create().action(HookAction.UPDATED).updatedDatapoints(5912004103L));
    assertThat(lastBody())
        .isEqualTo("{'actions':['user_update','updated'],'updated_datapoint_ids':[5912004103]}");
    annotations.validate(url, ValidationDraft.create());
    assertThat(lastBody()).isEqualTo("{'actions':['user_update']}");
    ValidationDraft started = ValidationDraft.create().action(HookAction.STARTED);
    annotations.validate(url, started);
    assertThat(lastBody()).isEqualTo("{'actions':['user_update','started']}");

    assertThatThrownBy(() -> started.action(HookAction.UPDATED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ValidationDraft.create().action(HookAction.EXPORT))
        .hasMessageEndingWith("but the action was export.");
  }

  @Test
  void validateKnowsAggregationsAndChanges() {
    api.respond(
        "POST",
        path("/content/validate"),
        200,
        RawJson.of(
            "{\"messages\": [{\"id\": \"1038654\", \"type\": \"error\", \"content\": \"Wrong.\"},"
                + " {\"id\": \"all\", \"type\": \"aggregation\", \"content\": \"160.00\"}],"
                + " \"updated_datapoints\": [{\"id\": 7}]}"));

    Validation validation = annotations.validate(id);

    assertThat(validation.messages())
        .extracting(each -> each.type().value())
        .containsExactly("error", "aggregation");
    assertThat(validation.messages().get(0).id()).hasValue(1038654);
    assertThat(validation.messages().get(1).id()).isEmpty();
    assertThat(validation.updatedDatapoints()).hasSize(1);
  }

  private static Arguments change(
      String verb, BiConsumer<Annotations, Long> call, boolean isRepeatable) {
    return Arguments.of(verb, call, isRepeatable);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change("start", (a, id) -> a.start(id), true),
        change("cancel", Annotations::cancel, true),
        change("confirm", (a, id) -> a.confirm(id), false),
        change("postpone", Annotations::postpone, false),
        change("delete", Annotations::delete, false),
        change("reject", (a, id) -> a.reject(id, ""), false),
        change("content/validate", (a, id) -> a.validate(id), true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aChangeOfStatusIsSentAgainOnlyIfThatIsHarmless(
      String verb, BiConsumer<Annotations, Long> call, boolean isRepeatable) {
    api.next(Fault.html(502), Fault.html(502), Fault.html(502), Fault.html(502));

    assertThatThrownBy(() -> call.accept(annotations, id))
        .isInstanceOf(RossumApiException.Unavailable.class);
    assertThat(requests()).hasSize(isRepeatable ? 4 : 1).containsOnly("POST " + path("/" + verb));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aWrongStatusIsAConflict(
      String verb, BiConsumer<Annotations, Long> call, boolean isRepeatable) {
    annotations.delete(id);

    assertThatThrownBy(() -> call.accept(annotations, id))
        .isInstanceOf(RossumApiException.Conflict.class);
    assertThat(api).hasRequests("POST " + path("/delete"), "POST " + path("/" + verb));
  }

  @Test
  void anAnnotationOfAnotherUserIsAConflict() {
    annotations.start(id);
    Fixture changed =
        Fixtures.statusChanged().withBaseUrl(api.baseUrl()).withToken(api.readOnlyToken().reveal());
    Annotations reader = RossumClient.of(HookContext.of(changed.payload())).annotations();

    assertThatThrownBy(() -> reader.start(id)).isInstanceOf(RossumApiException.Forbidden.class);
    assertThat(reader.get(id).status()).contains(REVIEWING);
  }

  @Test
  void metadataIsReplaced() {
    assertThat(annotations.replaceMetadata(url, Map.of("erp", 7)).find("metadata"))
        .contains(RawJson.of("{\"erp\":7}"));
    assertThat(annotations.replaceMetadata(id, Map.of("erp", 8)).find("metadata"))
        .contains(RawJson.of("{\"erp\":8}"));
    assertThat(lastBody()).isEqualTo("{'metadata':{'erp':8}}");
  }

  @Test
  void keysAreChanged() {
    assertThat(annotations.patch(id, RawJson.of("{\"automated\": true}")).find("automated"))
        .contains(RawJson.of("true"));
    assertThat(annotations.patch(url, Map.of("automated", false)).find("automated"))
        .contains(RawJson.of("false"));
  }

  @Test
  void aCopyIsAnAnnotationOfItsOwn() {
    ResourceUrl byId = annotations.copy(id, 19055);
    assertThat(lastBody()).isEqualTo("{'target_queue':'@queues/19055'}");

    ResourceUrl byUrl = annotations.copy(url, QUEUE);
    assertThat(lastBody())
        .as("a URL is sent as it came")
        .isEqualTo("{'target_queue':'*queues/19055'}");

    assertThat(List.of(byId, byUrl, url)).doesNotHaveDuplicates();
    assertThat(annotations.get(byUrl).status()).contains(TO_REVIEW);
    assertThat(api.annotation(byId.id().orElseThrow())).hasText("order_id", "450017");
  }

  @Test
  void aCopyMayHaveAStatusOrBeImportedAgain() {
    ResourceUrl confirmed = annotations.copy(id, CopyDraft.of(19055).status(CONFIRMED));
    assertThat(lastBody())
        .isEqualTo("{'target_queue':'@queues/19055','target_status':'confirmed'}");
    assertThat(annotations.get(confirmed).status()).contains(CONFIRMED);

    ResourceUrl imported = annotations.copy(url, CopyDraft.of(QUEUE).reimport());
    assertThat(last().query()).isEqualTo("reimport=true");
    assertThat(lastBody()).isEqualTo("{'target_queue':'*queues/19055'}");
    assertThat(api.annotation(imported.id().orElseThrow())).hasText("order_id", "");
  }

  @Test
  void aCopyThatRossumDoesNotNameIsAnError() {
    api.respond("POST", "/v1/annotations/1/copy", 200, Map.of());

    assertThatThrownBy(() -> annotations.copy(1, 8198))
        .isInstanceOf(RossumApiException.class)
        .hasMessage(
            "POST /v1/annotations/1/copy: the response does not have a URL \"annotation\".");
  }

  @Test
  void pagesBecomeNewAnnotations() {
    List<NewAnnotation> parts =
        annotations.split(
            url,
            PartDraft.of(PAGE).documentMetadata(Map.of("part", 1)),
            PartDraft.of().page(NEXT_PAGE, 180).annotationMetadata(Map.of("part", 2)));

    assertThat(lastBody())
        .isEqualTo(
            "{'documents':[{'metadata':{'document':{'part':1}},"
                + "'pages':[{'page':'*pages/4620771801','rotation_deg':0}]},"
                + "{'metadata':{'annotation':{'part':2}},"
                + "'pages':[{'page':'*pages/4620771802','rotation_deg':180}]}]}");
    assertThat(invoice).hasStatus(AnnotationStatus.SPLIT);
    assertThat(parts).hasSize(2);
    assertThat(rossum.documents().get(parts.get(0).document().orElseThrow()).find("metadata"))
        .contains(RawJson.of("{\"part\":1}"));
    assertThat(annotations.get(parts.get(1).annotation().orElseThrow()).find("metadata"))
        .contains(RawJson.of("{\"part\":2}"));
  }

  @Test
  void pagesAreSplitById() {
    assertThat(annotations.split(id, PartDraft.of().page(4620771801L))).hasSize(1);
    assertThat(lastBody()).contains("'page':'@pages/4620771801'");
  }

  @Test
  void pagesAreEditedWithAllThatTheDocumentationHas() {
    List<NewAnnotation> made =
        annotations.editPages(
            id,
            EditPagesDraft.create()
                .part(
                    PartDraft.of(PAGE)
                        .deletedPage(4620771802L)
                        .queue(19055)
                        .name("first.pdf")
                        .documentMetadata(Map.of("a", 1))
                        .annotationMetadata(Map.of("b", 2))
                        .value("edit:document_type", "invoice"))
                .stopParent(true)
                .dataSource("automation"));

    assertThat(lastBody())
        .isEqualTo(
            "{'edit':[{'target_queue':'@queues/19055','document_name':'first.pdf',"
                + "'metadata':{'document':{'a':1},'annotation':{'b':2}},"
                + "'values':{'edit:document_type':'invoice'},"
                + "'parent_pages':[{'page':'*pages/4620771801','rotation_deg':0},"
                + "{'page':'@pages/4620771802','rotation_deg':0,'deleted':true}]}],"
                + "'stop_parent':true,'edit_data_source':'automation'}");
    ResourceUrl child = made.get(0).annotation().orElseThrow();
    assertThat(annotations.get(child).find("pages").orElseThrow().elements()).hasSize(1);
    assertThat(
            rossum.documents().get(made.get(0).document().orElseThrow()).find("original_file_name"))
        .contains(RawJson.of("\"first.pdf\""));
  }

  @Test
  void childrenAreChangedMovedClosedAndDeleted() {
    List<NewAnnotation> made =
        annotations.editPages(
            url, EditPagesDraft.create().part(PartDraft.of(PAGE)).part(PartDraft.of(NEXT_PAGE)));
    ResourceUrl first = made.get(0).annotation().orElseThrow();
    ResourceUrl second = made.get(1).annotation().orElseThrow();
    ResourceUrl other = rossum.queues().create(queue("Other")).url().orElseThrow();

    annotations.editPages(
        url,
        EditPagesDraft.create()
            .part(PartDraft.of(PAGE, NEXT_PAGE).annotation(first).queue(QUEUE))
            .move(first, other)
            .stopReviewing(first)
            .stopReviewing(first.id().orElseThrow())
            .delete(second));
    assertThat(annotations.get(first).queue()).contains(other);
    assertThat(annotations.get(second).status()).contains(DELETED);

    annotations.editPages(
        url,
        EditPagesDraft.create()
            .part(
                PartDraft.of()
                    .page(PAGE, 90)
                    .page(4620771802L, 270)
                    .deletedPage(NEXT_PAGE)
                    .annotation(first.id().orElseThrow()))
            .move(first.id().orElseThrow(), 19055)
            .delete(second.id().orElseThrow()));
    assertThat(annotations.get(first).queue().orElseThrow().id()).hasValue(19055);
  }

  private static Map<String, Object> queue(String name) {
    return Map.of("name", name, "schema", SCHEMA);
  }

  @Test
  void aPartHasNothingThatItsCallDoesNotKnow() {
    assertThatThrownBy(() -> annotations.split(id, PartDraft.of(PAGE).queue(19055)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A part of a split cannot have target_queue.");
    assertThatThrownBy(() -> annotations.split(id, PartDraft.of().deletedPage(PAGE)))
        .hasMessage("A split has no deleted pages: leave them out.");
    assertThatThrownBy(() -> annotations.split(id, PartDraft.of()))
        .hasMessage("A part of a split needs at least one page.");
    assertThatThrownBy(() -> PartDraft.of().page(PAGE, 45))
        .hasMessage("A page is turned by 0, 90, 180 or 270 degrees, but found 45.");
    assertThatThrownBy(() -> PartDraft.of().value("document_type", "invoice"))
        .hasMessage("The id must begin with edit:, but was document_type.");
    assertThat(api).hasNoRequests();
  }

  @Test
  void theTextOfPagesHasPlaces() {
    api.pageText(id, 2, "Total 120");

    List<PageData> pages = annotations.pageData(url, "words", 2);

    assertThat(last().query()).isEqualTo("granularity=words&page_numbers=2");
    assertThat(pages.get(0).pageNumber()).hasValue(2);
    assertThat(pages.get(0).items())
        .extracting(PageData.Item::text)
        .containsExactly("Total", "120");
    assertThat(pages.get(0).items().get(0).position()).contains(new Position(100, 100, 160, 130));
    assertThat(annotations.pageData(id, "lines", 1, 2)).hasSize(2);
  }

  @Test
  void aPageWithoutTextIsNotFound() {
    assertThatThrownBy(() -> annotations.pageData(id, "barcodes", 1))
        .isInstanceOf(RossumApiException.NotFound.class);
  }

  @Test
  void aPlaceThatNoNumberCanHoldIsLeftOut() {
    api.respond(
        "GET",
        path("/page_data"),
        200,
        RawJson.of(
            "{\"results\": [{\"page_number\": 1, \"items\":"
                + " [{\"position\": [1, 1e999, 3, 4], \"text\": \"Total\"}, {\"text\": \"x\"}]}]}"));

    List<PageData> pages = annotations.pageData(id, "words", 1);

    assertThat(pages.get(0).items().get(0).position()).isEmpty();
    assertThat(pages.get(0).items().get(1).position()).isEmpty();
  }
}
