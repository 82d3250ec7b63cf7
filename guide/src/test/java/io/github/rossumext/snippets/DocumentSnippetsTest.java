package io.github.rossumext.snippets;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.AnnotationStatus.REVIEWING;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.EmailBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.UploadBuilder;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.VirtualClock;
import io.github.rossumext.value.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the Javadoc of the testkit that build documents and send them. */
class DocumentSnippetsTest {
  private static final Secret SECRET = Secret.of("made-up");

  // @start region="document-builder"
  private static final Fixture ORDER =
      DocumentBuilder.create()
          .section(
              "basic_info",
              s ->
                  s.field("order_id", "123456")
                      .date("date_issue", "2026-03-01")
                      .number("amount_total", "1,132.87", "1132.87"))
          .section(
              "items",
              s ->
                  s.table(
                      "line_items",
                      t ->
                          t.row(
                              r ->
                                  r.field("item_description", "Paper")
                                      .number("item_quantity", "2"))))
          .build();

  // @end

  @Test
  void aDocumentIsBuiltWithoutASchema() {
    RossumSimulator rossum = RossumSimulator.of(content -> {}).open(ORDER);

    assertThat(rossum.field("amount_total")).hasText("1132.87");
    assertThat(rossum.field("line_items[0].item_description")).hasText("Paper");
  }

  // @start region="schema-document"
  private static Fixture order(Path schema) throws Exception {
    return DocumentBuilder.of(schema)
        .set("order_id", "123456")
        .row("line_items", r -> r.field("item_code", "A-1").number("item_quantity", "2"))
        .build();
  }

  // @end

  @Test
  void aDocumentOfASchemaIsFilled(@TempDir Path folder) throws Exception {
    Path schema =
        Files.writeString(folder.resolve("schema.json"), Fixtures.invoiceSchema().raw().text());
    RossumSimulator rossum = RossumSimulator.of(content -> {}).open(order(schema));

    assertThat(rossum.field("line_items[0].item_code")).hasText("A-1");
  }

  // @start region="email-builder"
  private static final Fixture EMAIL =
      EmailBuilder.create()
          .subject("Invoice for order 450017")
          .pdf("invoice.pdf")
          .file("logo.png", "image/png")
          .build();

  // @end

  // @start region="upload-builder"
  private static final Fixture UPLOAD =
      UploadBuilder.create()
          .pdf("invoice.pdf")
          .value("upload:cost_center", "CC-7")
          .pdf("terms.pdf")
          .importPrevented()
          .build();

  // @end

  @Test
  void anEmailAndAnUploadHaveFiles() {
    assertThat(EMAIL.payload(EmailPayload.class).files()).hasSize(2);
    assertThat(UPLOAD.payload(UploadPayload.class).files()).hasSize(2);
  }

  @Test
  void aRequestIsSigned() {
    HookEndpoint endpoint = endpoint();
    Secret secret = SECRET;

    // @start region="signed-request"
    SignedRequest request = SignedRequest.of(Fixtures.invoice(), secret);
    EndpointResponse response = endpoint.handle(request.toEndpointRequest());
    // @end

    assertThat(response.status()).isEqualTo(200);
  }

  private static HookEndpoint endpoint() {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(ANNOTATION_CONTENT, ContentRules.of(DocumentSnippetsTest::unknownVendor))
        .build();
  }

  private static void unknownVendor(ContentEditor content) {
    content.field("vendor_name").error("Vendor not found.");
  }

  @Test
  void severalEditsAreOneRequest() {
    RossumSimulator rossum = RossumSimulator.of(content -> {}).open(Fixtures.invoice());

    // @start region="edits"
    rossum.edits().edit("vendor_name", "volv").edit("line_items[0].item_quantity", "7").send();
    // @end

    assertThat(rossum.field("vendor_name")).hasText("volv");
  }

  @Test
  void theAssertionsReadAsSentences() {
    RossumSimulator rossum =
        RossumSimulator.of(DocumentSnippetsTest::unknownVendor).open(Fixtures.invoice());
    rossum.initialize();

    // @start region="assertions"
    // import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

    assertThat(rossum.field("order_id")).hasText("450017").hasNoMessages();
    assertThat(rossum.field("vendor_name")).hasError("Vendor not found.");
    assertThat(rossum.rows("line_items")).hasSize(4);
    assertThat(rossum.confirm()).isRefused();
    assertThat(rossum).hasStatus(REVIEWING).hasNoProblems();
    // @end
  }

  // @start region="clock"
  @Test
  void aRuleSeesHowMuchTimeIsLeft() {
    VirtualClock clock = VirtualClock.create();
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(SECRET)
            .clock(clock)
            .on(
                ANNOTATION_CONTENT,
                ContentRules.of(
                    content -> {
                      clock.advance(Duration.ofSeconds(9)); // a slow ERP
                      content.info(content.context().remaining().toSeconds() + " s left");
                    }))
            .build();
    RossumSimulator rossum =
        RossumSimulator.of(endpoint, SECRET).clock(clock).open(Fixtures.invoice());

    rossum.initialize();

    assertThat(rossum).hasInfo("20 s left");
  }
  // @end
}
