package io.github.rossumext.guide;

import static io.github.rossumext.FailurePolicy.FAIL_OPEN;
import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static io.github.rossumext.HookEvent.INVOCATION_MANUAL;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static io.github.rossumext.HookEvent.UNKNOWN;
import static io.github.rossumext.HookEvent.UPLOAD_CREATED;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;
import static io.github.rossumext.payload.AnnotationStatus.TO_REVIEW;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.STARTED;
import static io.github.rossumext.testkit.simulator.DeliveryFault.RESPONSE_LOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.HookHandler;
import io.github.rossumext.UserMessageException;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.ManualPayload;
import io.github.rossumext.payload.UploadFile;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.JsonResponse;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.rules.Field;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of docs/events.md. */
class EventsGuideTest {
  private final List<String> received = new ArrayList<>();

  // docs: one-endpoint
  static HookEndpoint endpoint(Secret secret, ContentRule orderCheck, ContentRule guess) {
    return HookEndpoint.builder()
        .secret(secret)
        .on(ANNOTATION_CONTENT, ContentRules.of(orderCheck).and(guess, FAIL_OPEN))
        .on(ANNOTATION_CONTENT.only(EXPORT), ContentRules.of(EventsGuideTest::book))
        .once(ANNOTATION_CONTENT.only(EXPORT))
        .build();
  }

  // end

  @Test
  void oneEndpointHasRulesAnExportHandlerAndPolicies() {
    HookEndpoint endpoint =
        endpoint(
            Responses.SECRET,
            content -> content.info("Checked."),
            content -> {
              throw new IllegalStateException("The model is down.");
            });
    RossumSimulator rossum =
        RossumSimulator.of(endpoint, Responses.SECRET).open(Fixtures.invoice());

    rossum.start();
    assertThat(rossum.messages()).extracting(Object::toString).containsExactly("info: Checked.");

    rossum.open(Fixtures.invoice().with(EXPORT)).export();
    assertThat(rossum.field("notes").text()).isEqualTo("ERP-20250917");
    assertThat(rossum.messages()).isEmpty();
  }

  // docs: filter-emails
  /** Imports only PDFs and passes the order number of the subject on. */
  static final class InboxFilter implements HookHandler<EmailPayload, EmailResponse> {
    private static final Pattern ORDER = Pattern.compile("Bestellung (\\d+)");

    @Override
    public EmailResponse handle(EmailPayload email, HookContext context) {
      EmailResponse pdfs = EmailResponse.importOnly(email, EmailFile::isPdf);
      Matcher order = ORDER.matcher(email.headers().subject());
      return order.find() ? pdfs.withValue("email:order_id", order.group(1)) : pdfs;
    }
  }

  static HookEndpoint.Builder inbox(HookEndpoint.Builder endpoint) {
    return endpoint.on(EMAIL_RECEIVED, new InboxFilter());
  }

  // end

  @Test
  void onlyPdfsAreImportedWithTheOrderNumber() {
    assertThat(Responses.of(Fixtures.emailReceived(), inbox(Responses.endpoint())))
        .isEqualTo(Guide.json("filter-emails"));
  }

  @Test
  void anEmailWithoutAHandlerIsImportedWhole() {
    assertThat(
            Responses.of(
                Fixtures.emailReceived(),
                Responses.endpoint().on(ANNOTATION_CONTENT, ContentRules.of())))
        .isEqualTo(Guide.json("no-opinion-on-an-email"));
  }

  // docs: respond-to-an-upload
  static UploadResponse closedCostCenters(UploadPayload upload, HookContext context) {
    UploadResponse response = UploadResponse.empty();
    for (UploadFile file : upload.files()) {
      if ("CC-7".equals(file.values().get("upload:cost_center"))) {
        Message why = Message.of(MessageType.WARNING, "The cost center CC-7 is closed.");
        response = response.withImportPrevented(file).withMessage(file, why);
      }
    }
    return response;
  }

  static HookEndpoint.Builder uploads(HookEndpoint.Builder endpoint) {
    return endpoint.on(UPLOAD_CREATED, EventsGuideTest::closedCostCenters);
  }

  // end

  @Test
  void aFileOfAnUploadIsNotImported() {
    assertThat(Responses.of(Fixtures.uploadCreated(), uploads(Responses.endpoint())))
        .isEqualTo(Guide.json("respond-to-an-upload"));
  }

  // docs: respond-to-an-invocation
  record Lookup(String vendor, Limits options) {
    record Limits(boolean dryRun, int limit) {}
  }

  record Found(String vendor, int openInvoices) {}

  static HookEndpoint.Builder lookups(HookEndpoint.Builder endpoint) {
    return endpoint.on(
        INVOCATION_MANUAL,
        (request, context) -> {
          Lookup lookup;
          try {
            lookup = request.arguments(Lookup.class);
          } catch (BindingException e) {
            throw new UserMessageException(e.problem(), e); // the caller's mistake
          }
          return JsonResponse.of(new Found(lookup.vendor(), lookup.options().limit() - 22));
        });
  }

  // end

  @Test
  void anInvocationGetsAResponse() {
    ManualPayload request = Fixtures.invocationManual().payload(ManualPayload.class);
    assertThat(Guide.compact(request.arguments().text())).isEqualTo(Guide.json("invoke"));
    assertThat(Responses.of(Fixtures.invocationManual(), lookups(Responses.endpoint())))
        .isEqualTo(Guide.json("respond-to-an-invocation"));
  }

  @Test
  void theCallerLearnsWhichArgumentsDoNotFit() {
    byte[] request =
        Fixtures.invocationManual()
            .json()
            .replace("\"limit\": 25", "\"limit\": \"many\"")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(Responses.of(request, lookups(Responses.endpoint())))
        .isEqualTo(Guide.json("arguments-that-do-not-fit"));
  }

  // docs: listen-to-events
  HookEndpoint.Builder listening(HookEndpoint.Builder endpoint) {
    return endpoint
        .listen(
            INVOCATION_SCHEDULED,
            (request, context) -> importVendors(context.secret("erp_password")))
        .listen(
            ANNOTATION_STATUS,
            (change, context) -> {
              if (change.annotation().status().filter(EXPORTED::equals).isPresent()) {
                archive(change.annotation().id().orElseThrow());
              }
            });
  }

  // end

  private void importVendors(Secret password) {
    received.add(password.toString());
  }

  private void archive(long annotation) {
    received.add("annotation " + annotation);
  }

  @Test
  void anEventWhoseResponseRossumIgnoresIsReceived() {
    assertThat(Responses.of(Fixtures.invocationScheduled(), listening(Responses.endpoint())))
        .isEqualTo("{}");
    assertThat(Responses.of(Fixtures.statusChanged(), listening(Responses.endpoint())))
        .isEqualTo("{}");
    assertThat(received).containsExactly("Secret[hidden]");

    byte[] exported =
        Responses.changed(
            Fixtures.statusChanged(),
            "\"status\": \"" + TO_REVIEW + "\"",
            "\"status\": \"" + EXPORTED + "\"");
    assertThat(Responses.of(exported, listening(Responses.endpoint()))).isEqualTo("{}");
    assertThat(received).containsExactly("Secret[hidden]", "annotation 4310220117");
  }

  // docs: unknown-events
  static HookEndpoint.Builder newerEvents(HookEndpoint.Builder endpoint) {
    return endpoint
        .on(
            HookEvent.other("invocation", "interface"),
            (event, context) -> JsonResponse.of(event.find("form").orElse(RawJson.EMPTY_OBJECT)))
        .on(UNKNOWN, (event, context) -> JsonResponse.empty()); // every other unknown event
  }

  // end

  @Test
  void anEventThatTheLibraryDoesNotKnowIsHandled() {
    byte[] form =
        "{\"event\":\"invocation\",\"action\":\"interface\",\"form\":{\"a\":1}}"
            .getBytes(StandardCharsets.UTF_8);
    byte[] newer = "{\"event\":\"queue\",\"action\":\"created\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(Responses.of(form, newerEvents(Responses.endpoint()))).isEqualTo("{\"a\":1}");
    assertThat(Responses.of(newer, newerEvents(Responses.endpoint()))).isEqualTo("{}");
  }

  // docs: export
  static void book(ContentEditor content) {
    Field booked = content.field("notes"); // a field of your own, such as erp_document_id
    if (booked.isEmpty()) {
      booked.set(bookInTheErp(content.field("invoice_id").text()));
    }
  }

  static HookEndpoint.Builder export(HookEndpoint.Builder endpoint) {
    return endpoint
        .on(ANNOTATION_CONTENT.only(EXPORT), ContentRules.of(EventsGuideTest::book))
        .once(ANNOTATION_CONTENT.only(EXPORT)); // a repeat gets the stored response
  }

  // end

  /** What the ERP has booked. */
  private static final List<String> BOOKED = new CopyOnWriteArrayList<>();

  private static String bookInTheErp(String invoiceId) {
    BOOKED.add(invoiceId);
    return "ERP-" + invoiceId.replaceAll("\\D", "");
  }

  @Test
  void anExportThatFailsIsNotRepeated() {
    HookEndpoint endpoint = export(Responses.endpoint()).build();
    RossumSimulator rossum =
        RossumSimulator.of(endpoint, Responses.SECRET)
            .open(Fixtures.invoice().without("invoice_id").with(EXPORT));

    Outcome outcome = rossum.export();

    assertThat(outcome.exchanges()).hasSize(1);
    assertThat(rossum.status()).isEqualTo(AnnotationStatus.FAILED_EXPORT);
  }

  @Test
  void anExportWhoseResponseIsLostIsBookedOnce() {
    try (HookEndpoint endpoint = export(Responses.endpoint()).build()) {
      RossumSimulator rossum =
          RossumSimulator.of(endpoint, Responses.SECRET)
              .open(Fixtures.invoice().with(EXPORT))
              .deliveryFaults(ANNOTATION_CONTENT.only(EXPORT), List.of(RESPONSE_LOST));
      int before = BOOKED.size();

      rossum.export();

      assertThat(rossum.exchanges()).hasSize(2);
      assertThat(rossum.status()).isEqualTo(EXPORTED);
      assertThat(BOOKED).hasSize(before + 1);
    }
  }

  @Test
  void anInvoiceIsBookedAtExportOnly() {
    assertThat(Responses.of(Fixtures.invoice().with(EXPORT), export(Responses.endpoint())))
        .isEqualTo(Guide.json("export"));
    assertThat(Responses.of(Fixtures.invoice().with(STARTED), export(Responses.endpoint())))
        .isEqualTo("{}");
  }
}
