package io.github.rossumext.snippets;

import static io.github.rossumext.payload.AnnotationStatus.EXPORTING;
import static io.github.rossumext.payload.AnnotationStatus.SPLIT;
import static io.github.rossumext.payload.AnnotationStatus.TO_REVIEW;
import static io.github.rossumext.payload.HookAction.UPDATED;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.HookContext;
import io.github.rossumext.client.EditPagesDraft;
import io.github.rossumext.client.EmailDraft;
import io.github.rossumext.client.FileBody;
import io.github.rossumext.client.NewAnnotation;
import io.github.rossumext.client.PartDraft;
import io.github.rossumext.client.RelationDraft;
import io.github.rossumext.client.RossumApiException;
import io.github.rossumext.client.RossumClient;
import io.github.rossumext.client.Upload;
import io.github.rossumext.client.Validation;
import io.github.rossumext.client.ValidationDraft;
import io.github.rossumext.payload.Annotation;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.Document;
import io.github.rossumext.payload.StatusPayload;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.api.StubbedAnnotation;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the Javadoc of the client, and that of the API stub. */
class ClientSnippetsTest {
  private final RossumApiStub api = RossumApiStub.create();
  private final StubbedAnnotation invoice = add(TO_REVIEW);
  private final RossumClient rossum = RossumClient.of(api.baseUrl().toString(), api.token());

  @AfterEach
  void stop() {
    api.close();
  }

  private StubbedAnnotation add(AnnotationStatus status) {
    return api.add(Fixtures.invoiceWithSchema().withStatus(status));
  }

  // @start region="client"
  /** Confirms the document that an event is about, unless somebody has it open. */
  static void confirm(StatusPayload change, HookContext context) {
    RossumClient rossum = RossumClient.of(context); // its base URL, token and deadline
    ResourceUrl annotation = change.annotation().url().orElseThrow();
    try {
      rossum.annotations().start(annotation);
      rossum.annotations().confirm(annotation);
    } catch (RossumApiException.Conflict e) {
      rossum.annotations().replaceMetadata(annotation, Map.of("confirm_later", true));
    }
  }

  // @end

  @Test
  void aClientOfARequest() {
    Fixture changed = ofTheInvoice();
    StatusPayload change = changed.payload(StatusPayload.class);

    confirm(change, HookContext.of(changed.payload()));
    assertThat(invoice).hasStatus(EXPORTING);

    confirm(change, HookContext.of(changed.payload()));
    assertThat(invoice.raw().find("metadata")).contains(RawJson.of("{\"confirm_later\":true}"));
  }

  /** The event that the status of the invoice has changed. */
  private Fixture ofTheInvoice() {
    Fixture changed =
        Fixtures.statusChanged().withBaseUrl(api.baseUrl()).withToken(api.token().reveal());
    assertThat(changed.payload(StatusPayload.class).annotation().id()).hasValue(invoice.id());
    return changed;
  }

  // @start region="content"
  static void complete(RossumClient rossum, long annotation, ContentRule rule) throws Exception {
    ContentEditor content = rossum.annotations().content(annotation);
    rule.apply(content);
    rossum.annotations().apply(annotation, content.operations());
  }

  // @end

  @Test
  void aRuleOnFetchedContent() throws Exception {
    complete(rossum, invoice.id(), new RuleSnippetsTest.DueDateRule());

    assertThat(invoice).hasText("date_due", "2025-12-03");
    assertThat(api).hasNoProblems();
  }

  // @start region="validate"
  /** Sets a field, and lets the hooks of the queue check it as after an edit of a user. */
  static Validation set(RossumClient rossum, long annotation, String schemaId, String text) {
    rossum.annotations().start(annotation);
    ContentEditor content = rossum.annotations().content(annotation);
    content.field(schemaId).set(text);
    rossum.annotations().apply(annotation, content.operations());
    long id = content.field(schemaId).received().id();
    return rossum
        .annotations()
        .validate(annotation, ValidationDraft.create().action(UPDATED).updatedDatapoints(id));
  }

  // @end

  @Test
  void aFieldIsSetAndChecked() {
    assertThat(set(rossum, invoice.id(), "order_id", "450018").updatedDatapoints()).hasSize(1);
    assertThat(invoice).hasText("order_id", "450018");
    assertThat(api).hasNoProblems();
  }

  // @start region="list"
  static List<Annotation> oldest(RossumClient rossum) {
    return rossum
        .annotations()
        .list(q -> q.queue(19055).status(TO_REVIEW).orderBy("arrived_at"))
        .limit(5) // pages behind the fifth are not fetched
        .toList();
  }

  // @end

  @Test
  void aListOfAnnotations() {
    assertThat(oldest(rossum)).map(each -> each.id().orElseThrow()).containsExactly(invoice.id());
    assertThat(api).hasNoProblems();
  }

  // @start region="upload"
  static List<ResourceUrl> importScan(RossumClient rossum, Path scan) {
    Upload upload = rossum.uploads().upload(19055, FileBody.of(scan)).await();
    return upload.annotations();
  }

  // @end

  @Test
  void anUpload(@TempDir Path folder) throws IOException {
    api.runningPolls(0);
    Path scan = Files.writeString(folder.resolve("scan.pdf"), "%PDF");

    assertThat(importScan(rossum, scan)).hasSize(1);
  }

  // @start region="attach"
  static void keepReceipt(RossumClient rossum, ResourceUrl annotation, byte[] receipt) {
    Document document = rossum.documents().create(FileBody.of("receipt.json", receipt));
    rossum
        .documentRelations()
        .attach(annotation, "export", "erp", List.of(document.url().orElseThrow()));
  }

  // @end

  @Test
  void aFileOfAnExport() {
    keepReceipt(rossum, invoice.url(), "{}".getBytes(UTF_8));

    assertThat(rossum.documentRelations().list(Map.of("key", "erp"))).hasSize(1);
  }

  // @start region="email"
  static void askForTheOrder(RossumClient rossum, Annotation annotation, String supplier) {
    rossum
        .emails()
        .send(
            EmailDraft.of(annotation.queue().orElseThrow())
                .to(supplier)
                .subject("Your invoice needs an order number")
                .message("<p>Please send it again with our order number.</p>")
                .annotation(annotation.url().orElseThrow()));
  }

  // @end

  @Test
  void anEmail() {
    Annotation annotation = rossum.annotations().get(invoice.id());

    askForTheOrder(rossum, annotation, "billing@example.com");

    assertThat(api).hasEmailsTo("billing@example.com");
  }

  // @start region="find"
  static List<RawJson> suppliersWith(RossumClient rossum, String vatId) {
    return rossum.dataStorage().find("suppliers", Map.of("vat_id", vatId));
  }

  // @end

  @Test
  void aSearchInTheDataStorage() {
    api.collection("suppliers", Map.of("vat_id", "CZ123", "name", "Acme"));

    assertThat(suppliersWith(rossum, "CZ123")).hasSize(1);
  }

  // @start region="duplicates"
  static void markDuplicates(RossumClient rossum, String md5, ResourceUrl first, long second) {
    rossum
        .relations()
        .create(RelationDraft.of("duplicate").key(md5).annotation(first).annotation(second));
  }

  // @end

  @Test
  void aRelationOfDuplicates() {
    markDuplicates(rossum, "9e107d9d372bb6826bd81d3542a419d6", invoice.url(), invoice.id());

    assertThat(rossum.relations().list(Map.of("type", "duplicate"))).hasSize(1);
  }

  // @start region="edit-pages"
  /** Makes an annotation of each page, in the queue of the parent. */
  static List<NewAnnotation> separate(RossumClient rossum, Annotation parent) {
    EditPagesDraft edit = EditPagesDraft.create();
    for (ResourceUrl page : parent.pages()) {
      edit.part(PartDraft.of(page).value("edit:document_type", "invoice"));
    }
    return rossum.annotations().editPages(parent.url().orElseThrow(), edit);
  }

  // @end

  @Test
  void eachPageBecomesAnAnnotation() {
    assertThat(separate(rossum, rossum.annotations().get(invoice.id()))).hasSize(2);
    assertThat(invoice).hasStatus(SPLIT);
  }

  // @start region="stub"
  @Test
  void theAnnotationOfAnEventIsConfirmed() {
    try (RossumApiStub api = RossumApiStub.create()) {
      StubbedAnnotation invoice = api.add(Fixtures.invoiceWithSchema().withStatus(TO_REVIEW));
      Fixture changed =
          Fixtures.statusChanged().withBaseUrl(api.baseUrl()).withToken(api.token().reveal());

      confirm(changed.payload(StatusPayload.class), HookContext.of(changed.payload()));

      assertThat(invoice).hasStatus(EXPORTING);
      assertThat(api)
          .hasRequests(
              "POST /v1/annotations/" + invoice.id() + "/start",
              "POST /v1/annotations/" + invoice.id() + "/confirm")
          .hasNoProblems();
    }
  }

  // @end
}
