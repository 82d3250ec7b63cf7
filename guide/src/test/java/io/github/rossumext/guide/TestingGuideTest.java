package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.junit.FixtureTest;
import io.github.rossumext.testkit.junit.HookUnderTest;
import io.github.rossumext.testkit.junit.RossumExtension;
import io.github.rossumext.testkit.junit.RossumTest;
import io.github.rossumext.testkit.recording.Replay;
import io.github.rossumext.testkit.recording.RequestRecorder;
import io.github.rossumext.testkit.rule.RuleScenario;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/testing.md. */
class TestingGuideTest {
  static void checkOrderId(ContentEditor content) {
    if (!content.field("order_id").text().matches("\\d{6}")) {
      content.field("order_id").warning("The order number must have six digits.");
    }
  }

  // docs: first-test
  private static ContentEditor edit(Fixture request) {
    ContentPayload payload = request.payload(ContentPayload.class);
    return ContentEditor.of(payload, HookContext.of(payload));
  }

  @Test
  void aRightOrderNumberGetsNoMessage() {
    ContentEditor content = edit(Fixtures.invoice());

    checkOrderId(content);

    assertThat(content.response().isEmpty()).isTrue();
  }

  @Test
  void aWrongOrderNumberGetsAWarning() {
    ContentEditor content = edit(Fixtures.invoice().withField("order_id", "12"));

    checkOrderId(content);

    assertThat(content.response().messages()).hasSize(1);
  }

  // end

  // docs: test-the-endpoint
  @Test
  void theEndpointRespondsToASignedRequest() {
    Secret secret = Secret.of("made-up");
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(secret)
            .on(ANNOTATION_CONTENT, ContentRules.of(TestingGuideTest::checkOrderId))
            .build();
    Fixture click = Fixtures.invoice().withClicked("line_items[1].item_refresh");

    EndpointResponse response =
        endpoint.handle(SignedRequest.of(click, secret).toEndpointRequest());

    assertThat(response.status()).isEqualTo(200);
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
  }

  // end

  // docs: test-one-rule
  @Test
  void aWrongOrderNumberIsShownToTheUser() {
    RuleScenario.given(Fixtures.invoice().withField("order_id", "12").withEdited("order_id"))
        .when(TestingGuideTest::checkOrderId)
        .then()
        .field("order_id")
        .hasWarning("The order number must have six digits.");
  }

  // end

  @Nested
  // docs: play-rossum
  @RossumTest
  class InRossum {
    @HookUnderTest final ContentRule rule = TestingGuideTest::checkOrderId;

    @Test
    void theWarningGoesWhenTheNumberIsRight(RossumSimulator rossum) {
      rossum.edit("order_id", "12");
      assertThat(rossum.field("order_id")).hasWarning("The order number must have six digits.");

      rossum.edit("order_id", "123456");
      assertThat(rossum.field("order_id")).hasNoMessages();
      assertThat(rossum.confirm()).isAccepted();
    }

    @FixtureTest({"invoice", "purchase-order"})
    void aDocumentIsTakenAsItCame(RossumSimulator rossum) {
      rossum.initialize();
      assertThat(rossum).hasNoMessages().hasNoProblems();
    }
  }

  // end

  @Nested
  // docs: register-the-extension
  class OrderIdTest {
    @RegisterExtension
    final RossumExtension extension = RossumExtension.of(TestingGuideTest::checkOrderId);

    @Test
    void aLetterIsRefused(RossumSimulator rossum) {
      rossum.edit("order_id", "45001X");
      assertThat(rossum.field("order_id")).hasWarning("The order number must have six digits.");
    }
  }

  // end

  // docs: print-the-screen
  private static String screen() {
    RossumSimulator rossum = RossumSimulator.of(TestingGuideTest::checkOrderId).open(ORDER);
    rossum.edit("order_id", "12");
    rossum.edit("line_items[0].item_quantity", "3");
    return rossum.screen();
  }

  // end

  @Test
  void theScreenIsPrintedAsThePageShows() {
    assertThat(Guide.text("docs/testing.md")).contains("```text\n" + screen() + "```\n");
  }

  // docs: sign-in-the-old-way
  private static RossumSimulator oldHook(HookEndpoint endpoint, Secret secret) {
    return RossumSimulator.of(endpoint, RequestSigner.of(secret, SignatureScheme.LEGACY_SHA1));
  }

  // end

  @Test
  void aSimulatorSignsAsAnOldHook() {
    Secret secret = Secret.of("made-up");
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(secret)
            .acceptLegacySignature()
            .on(ANNOTATION_CONTENT, ContentRules.of(TestingGuideTest::checkOrderId))
            .build();
    RossumSimulator rossum = oldHook(endpoint, secret).open(Fixtures.invoice());

    rossum.initialize();

    assertThat(rossum).lastExchange().hasStatus(200);
  }

  // docs: build-a-document
  private static final Fixture ORDER =
      DocumentBuilder.create()
          .section(
              "basic_info",
              s ->
                  s.field("order_id", "123456")
                      .date("date_issue", "1. 3. 2026", "2026-03-01")
                      .number("amount_total", "1,132.87", "1132.87"))
          .section(
              "items",
              s ->
                  s.table(
                      "line_items",
                      t ->
                          t.row(r -> r.field("item_code", "NL-4410").number("item_quantity", "2"))
                              .blankRow()))
          .build();

  // end

  @Test
  void aDocumentThatWasBuiltIsReadAsAnyOther() {
    ContentEditor content = edit(ORDER);

    assertThat(content.number("amount_total").value()).isEqualByComparingTo("1132.87");
    assertThat(content.table("line_items").rows()).hasSize(2);
  }

  // docs: fill-a-schema
  private static Fixture order(Path schema) throws IOException {
    return DocumentBuilder.of(schema)
        .set("order_id", "123456")
        .set("date_issue", "2026-03-01")
        .row("line_items", r -> r.field("item_code", "NL-4410").number("item_quantity", "2"))
        .build();
  }

  // end

  @Test
  void theEmptyDocumentOfASchemaIsFilled(@TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(directory.resolve("schema.json"), Fixtures.invoiceSchema().raw().text());

    assertThat(edit(order(file)).date("date_issue").value()).isEqualTo("2026-03-01");
  }

  // docs: test-with-a-recorded-request
  private static Fixture recorded(Path file) throws IOException {
    return Fixture.of(file).withSecret("erp_password", "made-up").withEdited("order_id");
  }

  // end

  @Test
  void aRecordedRequestIsRead(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("request.json"), Fixtures.invoice().body());

    assertThat(edit(recorded(file)).field("order_id").text()).isEqualTo("450017");
  }

  // docs: record-requests
  private static HookEndpoint recording(Path folder, Secret secret) {
    return HookEndpoint.builder()
        .secret(secret)
        .on(ANNOTATION_CONTENT, ContentRules.of(TestingGuideTest::checkOrderId))
        .listener(RequestRecorder.of(folder).withMask().withUnmasked("document_type", "currency"))
        .build();
  }

  // end

  // docs: replay-requests
  private static void replay(Path folder, HookEndpoint endpoint, Secret secret) {
    Replay.of(folder, secret).against(endpoint);
  }

  // end

  // docs: replay-requests-of-rules-that-call-rossum
  private static void replay(Path folder, HookEndpoint endpoint, Secret secret, RossumApiStub api) {
    Replay.of(folder, secret)
        .withChange(request -> request.withBaseUrl(api.baseUrl()).withToken(api.token().reveal()))
        .against(endpoint);
  }

  // end

  @Test
  void whatWasRecordedIsReplayed(@TempDir Path folder) {
    Secret secret = Secret.of("made-up");
    HookEndpoint endpoint = recording(folder.resolve("recorded"), secret);
    SignedRequest request = SignedRequest.of(Fixtures.invoice(), secret);
    assertThat(endpoint.handle(request.toEndpointRequest()).status()).isEqualTo(200);

    HookEndpoint quiet =
        HookEndpoint.builder()
            .secret(secret)
            .on(ANNOTATION_CONTENT, ContentRules.of(TestingGuideTest::checkOrderId))
            .build();
    assertThatThrownBy(() -> replay(folder.resolve("recorded"), quiet, secret))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not approved yet");
    Replay.of(folder.resolve("recorded"), secret).withApproval().against(quiet);
    assertThatCode(() -> replay(folder.resolve("recorded"), quiet, secret))
        .doesNotThrowAnyException();
    try (RossumApiStub api = RossumApiStub.create()) {
      assertThatCode(() -> replay(folder.resolve("recorded"), quiet, secret, api))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void theInvoiceOfTheExamplesIsShownAsItIs() {
    String chapter = Guide.text("docs/testing.md").split("## The invoice of the examples", -1)[1];
    List<MatchResult> shown =
        Pattern.compile("^\\| `(\\w+)` \\| (?:`([^`]*)`)?", Pattern.MULTILINE)
            .matcher(chapter)
            .results()
            .toList();
    ContentPayload invoice = Fixtures.invoice().payload(ContentPayload.class);

    assertThat(shown).hasSizeGreaterThan(20);
    assertThat(shown)
        .allSatisfy(
            row -> {
              Node node = invoice.content().bySchemaId(row.group(1)).get(0);
              if (node instanceof Datapoint field) {
                assertThat(field.text()).isEqualTo(row.group(2) == null ? "" : row.group(2));
              } else {
                assertThat(node).isInstanceOf(Multivalue.class);
              }
            });
  }
}
