package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTING;
import static io.github.rossumext.payload.AnnotationStatus.POSTPONED;
import static io.github.rossumext.payload.AnnotationStatus.REJECTED;
import static io.github.rossumext.payload.AnnotationStatus.REVIEWING;
import static io.github.rossumext.payload.AnnotationStatus.TO_REVIEW;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.client.EmailDraft;
import io.github.rossumext.client.FileBody;
import io.github.rossumext.client.Label;
import io.github.rossumext.client.RossumApiException;
import io.github.rossumext.client.RossumClient;
import io.github.rossumext.client.UploadDraft;
import io.github.rossumext.payload.Annotation;
import io.github.rossumext.payload.Document;
import io.github.rossumext.payload.StatusPayload;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.junit.HookUnderTest;
import io.github.rossumext.testkit.junit.RossumTest;
import io.github.rossumext.testkit.junit.WithFixture;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Secret;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/call-back.md. */
class CallBackGuideTest {
  private static final long ID = 4310220117L;
  private static final long QUEUE = 19055;

  private final Map<Long, Invoice> archive = new HashMap<>();
  private final RossumApiStub api = RossumApiStub.create();

  @AfterEach
  void close() {
    api.close();
  }

  /** Returns a client of the stub, which has the invoice. */
  private RossumClient rossum() {
    api.add(Fixtures.invoiceWithSchema().withStatus(TO_REVIEW));
    return RossumClient.of(api.baseUrl().toString(), api.token());
  }

  /** Returns Rossum with this extension and the invoice. Its API is the stub. */
  private RossumSimulator simulated(HookEndpoint.Builder endpoint) {
    RossumSimulator rossum =
        RossumSimulator.of(endpoint.build(), Responses.SECRET).open(Fixtures.invoiceWithSchema());
    api.join(rossum);
    return rossum;
  }

  // docs: fetch-content
  record Invoice(String invoiceId, BigDecimal amountTotal) {}

  static void archive(StatusPayload change, HookContext context, Map<Long, Invoice> archive) {
    if (change.annotation().status().filter(EXPORTED::equals).isPresent()) {
      long id = change.annotation().id().orElseThrow();
      RossumClient rossum = RossumClient.of(context);
      archive.put(id, rossum.annotations().content(id).as(Invoice.class));
    }
  }

  HookEndpoint.Builder archiving(HookEndpoint.Builder endpoint) {
    return endpoint.listen(
        ANNOTATION_STATUS, (change, context) -> archive(change, context, archive));
  }

  // end

  @Test
  void theContentOfAnExportedDocumentIsFetched() {
    RossumSimulator rossum = simulated(archiving(Responses.endpoint()));

    rossum.initialize();
    rossum.confirm();
    rossum.export();

    assertThat(archive)
        .containsExactly(Map.entry(ID, new Invoice("NL-2025/0917", new BigDecimal("1748.00"))));
    assertThat(rossum).hasNoProblems();
    assertThat(api).hasNoProblems();
  }

  @Test
  void withoutATokenTheExceptionIsTheOneOfThePage() {
    Fixture withoutOwner = Fixtures.statusChanged().withoutKey("rossum_authorization_token");

    assertThatThrownBy(() -> RossumClient.of(HookContext.of(withoutOwner.payload())))
        .satisfies(CallBackGuideTest::isOnThePage);
  }

  // docs: after-the-response
  static void inTheBackground(HookContext context, Executor background, long annotation) {
    RossumClient rossum =
        RossumClient.of(context.baseUrl().orElseThrow().toString(), context.token().orElseThrow());
    background.execute(() -> rossum.annotations().postpone(annotation));
  }

  // end

  @Test
  void aTokenWithALifetimeIsValidAfterTheResponse() {
    List<Runnable> background = new ArrayList<>();
    HookEndpoint endpoint =
        Responses.endpoint()
            .on(
                ANNOTATION_CONTENT.only(INITIALIZE),
                ContentRules.of(content -> inTheBackground(content.context(), background::add, ID)))
            .build();
    SimulatedHook hook =
        SimulatedHook.of(endpoint, Responses.SECRET).withTokenLifetime(Duration.ofHours(1));
    RossumSimulator rossum = RossumSimulator.of(hook).open(Fixtures.invoice());
    api.join(rossum);
    rossum.initialize();

    background.get(0).run();

    assertThat(api).annotation(ID).hasStatus(POSTPONED);
  }

  // docs: a-program-of-your-own
  static RossumClient nightly(String baseUrl, Secret password) {
    return RossumClient.login(baseUrl, "nightly@acme.example", password)
        .withTimeout(Duration.ofMinutes(2)); // for each call, instead of one minute
  }

  // end

  // docs: run-rules-on-fetched-content
  static void completeAll(RossumClient rossum, long queue, ContentRule rule) throws Exception {
    List<Annotation> open =
        rossum.annotations().list(q -> q.queue(queue).status(TO_REVIEW)).toList();
    for (Annotation annotation : open) {
      ResourceUrl url = annotation.url().orElseThrow();
      ContentEditor content = rossum.annotations().content(url);
      rule.apply(content);
      rossum.annotations().apply(url, content.operations());
    }
  }

  // end

  @Test
  void aRuleRunsOnTheDocumentsOfAQueue() throws Exception {
    api.add(Fixtures.invoiceWithSchema().withStatus(TO_REVIEW));
    Secret password = Secret.of("made-up");
    api.user("nightly@acme.example", password);

    completeAll(
        nightly(api.baseUrl().toString(), password), QUEUE, FirstTestGuideTest::fillDueDate);

    assertThat(api).annotation(ID).hasText("date_due", "2025-12-03");
    assertThat(api).hasNoProblems();
  }

  // docs: change-the-status
  /** Confirms a document, unless somebody has it open or an error blocks it. */
  static boolean confirm(RossumClient rossum, long annotation) {
    boolean isStarted = false;
    try {
      rossum.annotations().start(annotation);
      isStarted = true;
      rossum.annotations().confirm(annotation);
      return true;
    } catch (RossumApiException.Conflict e) {
      if (isStarted) {
        rossum.annotations().cancel(annotation);
      }
      return false;
    }
  }

  // end

  @Test
  void aDocumentIsConfirmed() {
    assertThat(confirm(rossum(), ID)).isTrue();
    assertThat(api).annotation(ID).hasStatus(EXPORTING);
  }

  @Test
  void aDocumentThatAUserHasOpenStaysAsItIs() {
    RossumSimulator rossum = simulated(archiving(Responses.endpoint()));
    rossum.initialize();
    rossum.start();

    RossumClient client = RossumClient.of(api.baseUrl().toString(), api.token());

    assertThat(confirm(client, ID)).isFalse();
    assertThat(rossum).hasStatus(REVIEWING);
  }

  @Test
  void aDocumentWithAnErrorIsLeftAsItWas() {
    RossumClient client = rossum();
    api.next(Fault.status(409).on("POST /v1/annotations/" + ID + "/confirm"));

    assertThat(confirm(client, ID)).isFalse();
    assertThat(api).annotation(ID).hasStatus(TO_REVIEW);
  }

  // docs: upload-a-document
  static List<ResourceUrl> importScan(RossumClient rossum, long queue, Path scan) {
    UploadDraft draft =
        UploadDraft.of(FileBody.of(scan))
            .value("upload:cost_center", "CC-7") // to the fields with this rir_field_name
            .rejectIdentical(); // Conflict if the queue has the file already
    return rossum.uploads().upload(queue, draft).await().annotations();
  }

  // end

  @Test
  void aFileIsUploaded(@TempDir Path folder) throws Exception {
    Path scan = Files.writeString(folder.resolve("scan.pdf"), "%PDF");
    RossumClient client = rossum();
    api.runningPolls(0);

    List<ResourceUrl> annotations = importScan(client, QUEUE, scan);

    assertThat(annotations).hasSize(1);
    assertThat(api).annotation(annotations.get(0).id().orElseThrow());
    assertThatThrownBy(() -> importScan(client, QUEUE, scan))
        .isInstanceOf(RossumApiException.Conflict.class);
  }

  // docs: attach-a-file-at-export
  static void attachReceipt(ContentEditor content) {
    byte[] receipt = bookInTheErp(content);
    RossumClient rossum = RossumClient.of(content.context());
    Document document = rossum.documents().create(FileBody.of("receipt.json", receipt));
    rossum
        .documentRelations()
        .attach(
            content.payload().annotation().url().orElseThrow(),
            "export",
            "erp-receipt",
            List.of(document.url().orElseThrow()));
  }

  static HookEndpoint.Builder exporting(HookEndpoint.Builder endpoint) {
    return endpoint.on(
        ANNOTATION_CONTENT.only(EXPORT), ContentRules.of(CallBackGuideTest::attachReceipt));
  }

  // end

  private static byte[] bookInTheErp(ContentEditor content) {
    return ("{\"booked\":\"" + content.field("invoice_id").text() + "\"}").getBytes(UTF_8);
  }

  @Test
  void aReceiptIsAttachedAtEachExportAndReplacesTheOneBefore() {
    RossumSimulator rossum = simulated(exporting(Responses.endpoint()));
    rossum.initialize();
    rossum.confirm();

    rossum.export();
    rossum.export();

    // docs: see-an-attached-file
    List<RawJson> attached = api.annotation(ID).attachedDocuments("export", "erp-receipt");
    assertThat(attached).hasSize(1); // RawJson: id, url, original_file_name …
    long receipt = attached.get(0).find("id").orElseThrow().as(Long.class);
    assertThat(api.documentContent(receipt)).asString().isEqualTo("{\"booked\":\"NL-2025/0917\"}");
    // end
    assertThat(rossum).hasStatus(EXPORTED).hasNoProblems();
  }

  // docs: labels
  static void label(RossumClient rossum, ResourceUrl annotation, String name) {
    Label label =
        rossum
            .labels()
            .list()
            .filter(each -> each.name().equals(Optional.of(name)))
            .findFirst()
            .orElseGet(() -> rossum.labels().create(Map.of("name", name)));
    rossum.labels().add(label.url().orElseThrow(), annotation);
  }

  // end

  // docs: send-an-email
  static void askForTheOrder(RossumClient rossum, Annotation annotation, String supplier) {
    rossum
        .emails()
        .send(
            EmailDraft.of(annotation.queue().orElseThrow())
                .to(supplier)
                .subject("Your invoice needs an order number")
                .message("<p>Please send {{annotation.content.value.invoice_id}} again.</p>")
                .annotation(annotation.url().orElseThrow()));
  }

  // end

  // docs: remember-what-you-sent
  /** Remembers first, so it asks at most once. The other keys of the metadata stay. */
  static void askOnce(RossumClient rossum, ResourceUrl annotation, String supplier) {
    Annotation now = rossum.annotations().get(annotation);
    RawJson before = now.metadata().orElse(RawJson.of("{}"));
    if (before.find("asked_for_order").isPresent()) {
      return;
    }
    Map<String, Object> metadata = new LinkedHashMap<>();
    before.keys().forEach(key -> metadata.put(key, before.find(key).orElseThrow()));
    metadata.put("asked_for_order", Instant.now());
    rossum.annotations().replaceMetadata(annotation, metadata);
    askForTheOrder(rossum, now, supplier);
  }

  // end

  @Test
  void theSupplierIsAskedOnceAndTheOtherMetadataStays() {
    api.add(Fixtures.invoice().withStatus(TO_REVIEW).withKey("annotation.metadata.source", "sftp"));
    RossumClient client = RossumClient.of(api.baseUrl().toString(), api.token());
    ResourceUrl url = api.annotation(ID).url();

    askOnce(client, url, "billing@papierhaus.example");
    askOnce(client, url, "billing@papierhaus.example");

    assertThat(api).hasEmailsTo("billing@papierhaus.example").hasNoProblems();
    RawJson metadata = api.annotation(ID).raw().find("metadata").orElseThrow();
    assertThat(metadata.find("source")).contains(RawJson.of("\"sftp\""));
    assertThat(metadata.find("asked_for_order")).isPresent();
  }

  @Test
  void theSupplierIsAskedOnceAlsoIfTheResponseToTheCallIsLost() {
    api.add(Fixtures.invoice().withStatus(TO_REVIEW));
    RossumClient client = RossumClient.of(api.baseUrl().toString(), api.token());
    ResourceUrl url = api.annotation(ID).url();
    api.next(Fault.html(502).on("POST /v1/emails/send").afterEffect());

    assertThatThrownBy(() -> askOnce(client, url, "billing@papierhaus.example"))
        .isInstanceOf(RossumApiException.Unavailable.class);
    askOnce(client, url, "billing@papierhaus.example");

    assertThat(api.emails()).hasSize(1);
  }

  // docs: a-program-and-the-stub
  @Test
  void theSupplierGetsAnEmail() {
    try (RossumApiStub stub = RossumApiStub.create()) {
      long id = stub.add(Fixtures.invoice()).id();
      RossumClient rossum = RossumClient.of(stub.baseUrl().toString(), stub.token());

      askForTheOrder(rossum, rossum.annotations().get(id), "billing@papierhaus.example");

      assertThat(stub).hasEmailsTo("billing@papierhaus.example").hasNoProblems();
      assertThat(stub.emails().get(0).message()).contains("NL-2025/0917");
    }
  }

  // end

  // docs: search
  static List<Annotation> sameInvoice(RossumClient rossum, ContentEditor content) {
    ResourceUrl own = content.annotationUrl().orElseThrow();
    String number = content.field("invoice_id").text();
    Object query =
        Map.of(
            "field.invoice_id.string", Map.of("$eq", number),
            "annotation", Map.of("$ne", own));
    return rossum.annotations().search(query).limit(5).toList();
  }

  static List<RawJson> suppliersWith(RossumClient rossum, String vatId) {
    return rossum.dataStorage().find("suppliers", Map.of("vat_id", vatId));
  }

  // end

  @Test
  void aSupplierIsFoundInADataSet() {
    api.collection("suppliers", Map.of("vat_id", "DE811907980", "name", "Nordlicht"), Map.of());

    assertThat(suppliersWith(rossum(), "DE811907980")).hasSize(1);
  }

  // docs: mark-duplicates
  static void markDuplicates(ContentEditor content) {
    markDuplicates(RossumClient.of(content.context()), content);
  }

  static void markDuplicates(RossumClient rossum, ContentEditor content) {
    if (!sameInvoice(rossum, content).isEmpty()) {
      label(rossum, content.annotationUrl().orElseThrow(), "duplicate");
    }
  }

  // end

  // docs: a-rule-that-calls-back-in-a-batch
  static void markAll(RossumClient rossum, long queue) {
    rossum
        .annotations()
        .list(q -> q.queue(queue).status(TO_REVIEW))
        .map(annotation -> rossum.annotations().content(annotation.url().orElseThrow()))
        .forEach(content -> markDuplicates(rossum, content));
  }

  // end

  @Test
  void aRuleThatCallsBackServesABatch() {
    RossumClient client = rossum();
    api.add(
        Fixtures.invoiceWithSchema()
            .withStatus(EXPORTED)
            .withKey("annotation.id", 7)
            .withKey("annotation.url", "https://papierhaus.rossum.example/api/v1/annotations/7"));

    markAll(client, QUEUE);

    assertThat(api).annotation(ID).hasLabels("duplicate");
    assertThat(api).annotation(7).hasNoLabels();
    assertThat(api).hasNoProblems();
  }

  @Nested
  // docs: test-a-rule-that-calls-back
  @RossumTest
  class Duplicates {
    private static final long ID = 4310220117L; // the annotation of Fixtures.invoice()
    private static final Fixture OTHER_INVOICE =
        Fixtures.invoice()
            .withKey("annotation.id", 7)
            .withKey("annotation.url", "https://papierhaus.rossum.example/api/v1/annotations/7");

    @HookUnderTest final ContentRule rule = CallBackGuideTest::markDuplicates;

    @Test
    void theSecondInvoiceWithANumberGetsALabel(RossumSimulator rossum, RossumApiStub api) {
      api.add(OTHER_INVOICE);

      rossum.initialize();

      assertThat(api).annotation(ID).hasLabels("duplicate");
      assertThat(api).hasNoProblems();
    }

    @Test
    void theFirstGetsNone(RossumSimulator rossum, RossumApiStub api) {
      rossum.initialize();

      assertThat(api).annotation(ID).hasNoLabels();
      assertThat(api).hasRequests("POST /v1/annotations/search"); // and nothing else
    }
  }

  // end

  @Nested
  // docs: test-a-listener
  @RossumTest
  @WithFixture("invoice-with-schema")
  class Archiving {
    private final Map<Long, Invoice> archive = new HashMap<>();

    @HookUnderTest
    HookEndpoint endpoint(Secret secret) {
      return HookEndpoint.builder()
          .secret(secret)
          .listen(ANNOTATION_STATUS, (change, context) -> archive(change, context, archive))
          .build();
    }

    @Test
    void anExportedInvoiceIsArchived(RossumSimulator rossum, RossumApiStub api) {
      rossum.initialize(); // importing → to_review
      rossum.confirm(); // → reviewing → exporting
      assertThat(archive).isEmpty();

      rossum.export(); // → exported

      assertThat(archive).hasSize(1);
      assertThat(rossum).lastExchange().hasEventAndAction("annotation_status.changed").isSuccess();
    }

    @Test
    void aRejectedOneIsNot(RossumSimulator rossum, RossumApiStub api) {
      rossum.initialize();
      rossum.start();
      rossum.reject();

      assertThat(rossum)
          .hasRequests( // one for each status
              "annotation_status.changed", "annotation_status.changed", "annotation_status.changed")
          .hasStatus(REJECTED);
      assertThat(archive).isEmpty();
      assertThat(api).hasNoRequests();
    }

    @Test
    void anotherDocumentIsArchived(RossumSimulator rossum, RossumApiStub api) {
      Fixture exported = Fixtures.statusChanged().withKey("annotation.status", "exported");

      assertThat(rossum.changeStatus(exported)).allMatch(Exchange::isSuccess);

      assertThat(archive).hasSize(1);
    }
  }

  // end

  @Nested
  // docs: test-a-fault
  @RossumTest
  class Faults {
    @HookUnderTest final ContentRule rule = CallBackGuideTest::markDuplicates;

    @Test
    void rossumSendsTheRequestAgain(RossumSimulator rossum, RossumApiStub api) {
      api.next(Fault.status(403).on("POST /v1/annotations/search"));

      rossum.initialize();

      assertThat(rossum.exchanges()).extracting(Exchange::isSuccess).containsExactly(false, true);
    }
  }

  // end

  @Test
  void aFailedAssertionIsPrintedAsThePageShows() {
    RossumClient client = rossum();
    label(client, api.annotation(ID).url(), "duplicate");

    assertThatThrownBy(() -> assertThat(api).hasRequest("POST /v1/emails/send"))
        .satisfies(CallBackGuideTest::isOnThePage);
  }

  private static void isOnThePage(Throwable failure) {
    assertThat(Guide.text("docs/call-back.md"))
        .contains("```text\n" + failure.getMessage() + "\n```");
  }
}
