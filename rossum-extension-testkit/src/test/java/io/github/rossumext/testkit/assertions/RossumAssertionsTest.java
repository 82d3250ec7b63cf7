package io.github.rossumext.testkit.assertions;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.response.AddRow;
import io.github.rossumext.response.AddValue;
import io.github.rossumext.response.AdditionalFile;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.Remove;
import io.github.rossumext.response.Replace;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.UploadBuilder;
import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.Blocker;
import io.github.rossumext.testkit.simulator.ImportDecision;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Secret;
import io.github.rossumext.value.ValidationSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each assertion holds where it should, and fails where it should not. */
class RossumAssertionsTest {
  private static void fails(ThrowingCallable... assertions) {
    for (ThrowingCallable assertion : assertions) {
      assertThatThrownBy(assertion)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("expected: ");
    }
  }

  private static RossumSimulator initialized() {
    RossumSimulator rossum = Talk.rossum();
    rossum.initialize();
    return rossum;
  }

  private static RossumSimulator edited() {
    RossumSimulator rossum = initialized();
    rossum.edit("vendor_name", "volv");
    return rossum;
  }

  @Nested
  class AField {
    @Test
    void hasAValue() {
      SimulatedField vendor = edited().field("vendor");
      assertThat(vendor).hasDisplayedText("3").hasText("3").hasNumber("3.0").isNotEmpty();
      fails(
          () -> assertThat(vendor).hasDisplayedText("4"),
          () -> assertThat(vendor).hasText("4"),
          () -> assertThat(vendor).hasNumber("4"),
          () -> assertThat(vendor).isEmpty());
    }

    @Test
    void hasNone() {
      SimulatedField vendor = initialized().field("vendor");
      assertThat(vendor).isEmpty();
      fails(
          () -> assertThat(vendor).isNotEmpty(),
          () -> assertThat(vendor).hasNumber("0"),
          () -> assertThat(vendor).hasDate(LocalDate.of(2025, 11, 3)));
    }

    @Test
    void showsANumberOrDateDifferently() {
      RossumSimulator rossum = Talk.rossum();
      assertThat(rossum.field("amount_total"))
          .hasDisplayedText("1,748.00")
          .hasText("1748.00")
          .hasNumber("1748");
      assertThat(rossum.field("date_issue"))
          .hasDisplayedText("11/03/2025")
          .hasDate(LocalDate.of(2025, 11, 3));
    }

    @Test
    void hasOptions() {
      SimulatedField vendor = edited().field("vendor");
      assertThat(vendor)
          .hasOptions("3", "")
          .hasOptions(Option.of("3", "Volvo"), Option.of("", "---"))
          .offers("3");
      assertThat(edited().field("notes")).hasNoOptions();
      fails(
          () -> assertThat(vendor).hasOptions("", "3"),
          () -> assertThat(vendor).hasOptions(Option.of("3", "Saab"), Option.of("", "---")),
          () -> assertThat(vendor).offers("4"),
          () -> assertThat(vendor).hasNoOptions());
    }

    @Test
    void isHiddenOrShown() {
      SimulatedField hidden = edited().field("vendor");
      SimulatedField shown = edited().field("notes");
      assertThat(hidden).isHidden();
      assertThat(shown).isShown();
      fails(() -> assertThat(hidden).isShown(), () -> assertThat(shown).isHidden());
    }

    @Test
    void isReadOnlyByTheSchema() {
      RossumSimulator rossum = Talk.rossum().open(Fixtures.invoiceWithSchema());
      assertThat(rossum.field("amount_due")).isReadOnly();
      fails(() -> assertThat(rossum.field("notes")).isReadOnly());
    }

    @Test
    void isValidated() {
      SimulatedField vendor = edited().field("vendor");
      assertThat(vendor).isValidatedBy(ValidationSource.CONNECTOR);
      assertThat(initialized().field("vendor")).isNotValidated();
      fails(
          () ->
              assertThat(vendor)
                  .isValidatedBy(ValidationSource.CONNECTOR, ValidationSource.HISTORY),
          () -> assertThat(vendor).isNotValidated());
    }

    @Test
    void hasMessagesOfItsOwn() {
      RossumSimulator rossum = initialized();
      assertThat(rossum.field("vendor_name"))
          .hasError("Vendor not found.")
          .hasErrorContaining("not found")
          .hasMessage(MessageType.ERROR, "Vendor not found.")
          .hasMessages("Vendor not found.");
      assertThat(rossum.field("vendor")).hasNoMessages().hasNoErrors();
      assertThat(rossum.row("line_items", 1).field("item_code")).hasInfo("No code.").hasNoErrors();
      fails(
          () -> assertThat(rossum.field("vendor_name")).hasWarning("Vendor not found."),
          () -> assertThat(rossum.field("vendor_name")).hasError("Vendor not found"),
          () -> assertThat(rossum.field("vendor_name")).hasErrorContaining("found!"),
          () -> assertThat(rossum.field("vendor_name")).hasMessages(),
          () -> assertThat(rossum.field("vendor_name")).hasNoErrors(),
          () -> assertThat(rossum.field("vendor_name")).hasNoMessages(),
          () -> assertThat(rossum.field("vendor")).hasInfo("No code."));
    }

    @Test
    void hasBlockersOfItsOwn() {
      RossumSimulator rossum = initialized();
      assertThat(rossum.field("vendor_name"))
          .hasBlocker(Blocker.Type.ERROR_MESSAGE)
          .hasBlocker("Vendor not found.");
      assertThat(rossum.field("vendor")).hasNoBlockers();
      fails(
          () -> assertThat(rossum.field("vendor_name")).hasNoBlockers(),
          () -> assertThat(rossum.field("vendor_name")).hasBlocker("Who is it?"),
          () -> assertThat(rossum.field("vendor")).hasBlocker(Blocker.Type.ERROR_MESSAGE));
    }

    @Test
    void leadsBackToItsDocument() {
      assertThat(edited().field("vendor")).isHidden().and().field("notes").isShown();
    }
  }

  @Nested
  class ARow {
    @Test
    void hasValuesAndMessages() {
      RossumSimulator rossum = initialized();
      assertThat(rossum.row("line_items", 1))
          .hasDisplayedText("item_quantity", "2")
          .hasDisplayedTexts("", "2")
          .hasInfo("No code.")
          .field("item_code")
          .isEmpty();
      assertThat(rossum.row("line_items", 0)).hasNoMessages().and().hasNoProblems();
      fails(
          () -> assertThat(rossum.row("line_items", 1)).hasDisplayedText("item_quantity", "3"),
          () -> assertThat(rossum.row("line_items", 1)).hasDisplayedTexts("2"),
          () -> assertThat(rossum.row("line_items", 0)).hasInfo("No code."));
    }

    @Test
    void hasMachineTextsAndDisplayedTexts() {
      SimulatedRow row = RossumSimulator.of(content -> {}).open(Fixtures.receipt()).row("items", 1);
      assertThat(row)
          .hasText("item_amount_total", "34.50")
          .hasDisplayedText("item_amount_total", "34,50");
      String[] texts = row.fields().stream().map(SimulatedField::text).toArray(String[]::new);
      fails(
          () -> assertThat(row).hasText("item_amount_total", "34,50"),
          () -> assertThat(row).hasDisplayedText("item_amount_total", "34.50"),
          () -> assertThat(row).hasDisplayedTexts(texts));
    }

    @Test
    void mayBeRemoved() {
      RossumSimulator rossum = initialized();
      SimulatedRow row = rossum.row("line_items", 0);
      fails(() -> assertThat(row).isRemoved());
      row.remove();
      assertThat(row).isRemoved();
    }
  }

  @Nested
  class ADocument {
    @Test
    void hasRowsAndColumns() {
      RossumSimulator rossum = initialized();
      assertThat(rossum)
          .hasRows("line_items", 2)
          .hasColumnTexts("line_items", "item_quantity", "40", "2")
          .hasColumnDisplayedTexts("line_items", "item_quantity", "40", "2")
          .row("line_items", 0)
          .hasDisplayedText("item_code", "NL-4410");
      assertThat(rossum.rows("line_items")).hasSize(2);
      fails(
          () -> assertThat(rossum).hasRows("line_items", 3),
          () -> assertThat(rossum).hasColumnTexts("line_items", "item_quantity", "2", "40"),
          () ->
              assertThat(rossum).hasColumnDisplayedTexts("line_items", "item_quantity", "2", "40"));
    }

    @Test
    void tellsMachineTextsOfAColumnFromDisplayedOnes() {
      RossumSimulator rossum = RossumSimulator.of(content -> {}).open(Fixtures.receipt());
      assertThat(rossum)
          .hasColumnTexts("items", "item_amount_total", "1200", "34.50")
          .hasColumnDisplayedTexts("items", "item_amount_total", "1 200", "34,50");
    }

    @Test
    void hasAStatus() {
      assertThat(initialized()).hasStatus(AnnotationStatus.TO_REVIEW);
      fails(() -> assertThat(initialized()).hasStatus(AnnotationStatus.EXPORTED));
    }

    @Test
    void hasTheMessagesOfAllFields() {
      assertThat(initialized())
          .hasError("Vendor not found.")
          .hasWarning("The total is <high>.")
          .hasInfo("No code.")
          .hasMessages("Vendor not found.", "No code.", "The total is <high>.");
      assertThat(edited()).hasNoErrors();
      fails(
          () -> assertThat(initialized()).hasNoErrors(),
          () -> assertThat(edited()).hasNoMessages(),
          () -> assertThat(edited()).hasError("The total is <high>."));
    }

    @Test
    void wouldBeAutomatedOrNot() {
      RossumSimulator rossum = initialized();
      assertThat(rossum)
          .wouldNotBeAutomated(AutomationLevel.ALWAYS)
          .hasBlocker("Who is it?")
          .hasBlocker(Blocker.Type.EXTENSION);
      RossumSimulator clean = Talk.rossum().open(Talk.DOCUMENT.withField("vendor_name", "volv"));
      clean.initialize();
      assertThat(clean).wouldBeAutomated(AutomationLevel.ALWAYS).hasNoBlockersOfExtensions();
      fails(
          () -> assertThat(rossum).wouldBeAutomated(AutomationLevel.ALWAYS),
          () -> assertThat(clean).wouldNotBeAutomated(AutomationLevel.ALWAYS),
          () -> assertThat(rossum).hasNoBlockersOfExtensions(),
          () -> assertThat(rossum).hasBlocker("Who?"),
          () -> assertThat(clean).hasBlocker(Blocker.Type.EXTENSION));
    }

    @Test
    void hasProblems() {
      RossumSimulator rossum = edited();
      assertThat(rossum).hasNoProblems();
      fails(() -> assertThat(rossum).hasProblemContaining("option"));
      rossum.edit("vendor_name", "Nordlicht");
      rossum.edit("vendor", "none of these");
      assertThat(rossum).hasProblemContaining("'vendor' is hidden");
      fails(() -> assertThat(rossum).hasNoProblems());
    }

    @Test
    void hasRequests() {
      assertThat(initialized())
          .hasRequests("annotation_content.initialize")
          .lastExchange()
          .hasEventAndAction("annotation_content.initialize");
      fails(
          () -> assertThat(initialized()).hasRequests(),
          () -> assertThat(Talk.rossum()).lastExchange());
    }
  }

  @Nested
  class ACall {
    @Test
    void isDescribedByItsResponse() {
      RossumSimulator rossum = edited();
      assertThat(rossum)
          .lastExchange()
          .isSuccess()
          .hasStatus(200)
          .hasEventAndAction("annotation_content.updated")
          .hasOperations("replace vendor", "replace notes")
          .changed("vendor", "3")
          .changedOnly("notes", "vendor")
          .hasWarning("The total is <high>.")
          .hasNoProblems();
      assertThat(initialized()).lastExchange().changedNothing();
      fails(
          () -> assertThat(rossum).lastExchange().hasStatus(500),
          () -> assertThat(rossum).lastExchange().hasEventAndAction("annotation_content.confirm"),
          () -> assertThat(rossum).lastExchange().hasOperations("replace vendor"),
          () -> assertThat(rossum).lastExchange().changed("vendor", "4"),
          () -> assertThat(rossum).lastExchange().changed("amount_total", "3"),
          () -> assertThat(rossum).lastExchange().changedOnly("vendor"),
          () -> assertThat(rossum).lastExchange().changedNothing());
    }

    @Test
    void mayFail() {
      RossumSimulator rossum =
          RossumSimulator.of(Talk.endpoint(), Secret.of("wrong")).open(Talk.DOCUMENT);
      Outcome outcome = rossum.initialize();
      assertThat(rossum).lastExchange().hasStatus(401);
      fails(
          () -> assertThat(rossum).lastExchange().isSuccess(),
          () -> assertThat(rossum).lastExchange().hasNoProblems(),
          () -> assertThat(outcome).hasNoProblems());
    }
  }

  @Nested
  class AnOutcome {
    @Test
    void isAcceptedOrRefused() {
      Outcome refused = initialized().confirm();
      Outcome accepted = edited().confirm();
      assertThat(refused)
          .isRefused()
          .isRefusedBecause("Vendor not found.")
          .hasStatus(AnnotationStatus.REVIEWING);
      assertThat(accepted)
          .isAccepted()
          .hasStatus(AnnotationStatus.EXPORTING)
          .hasRequests("annotation_content.confirm")
          .hasWarning("The total is <high>.")
          .hasNoErrors()
          .hasNoProblems();
      fails(
          () -> assertThat(refused).isAccepted(),
          () -> assertThat(refused).isRefusedBecause("it is late"),
          () -> assertThat(accepted).isRefused(),
          () -> assertThat(accepted).isRefusedBecause("late"),
          () -> assertThat(accepted).hasStatus(AnnotationStatus.EXPORTED),
          () -> assertThat(accepted).hasRequests());
    }
  }

  @Nested
  class AnImport {
    private final ImportDecision decision = Talk.rossum().receive(Fixtures.emailReceived());

    @Test
    void hasFiles() {
      assertThat(decision)
          .imports("Rechnung NL-2025-0917.pdf")
          .hasOriginalSender("office@nordlicht.example")
          .hasNoMessages()
          .hasNoProblems();
      assertThat(decision)
          .file("Rechnung NL-2025-0917.pdf")
          .isImported()
          .hasValue("email:order_id", "450017")
          .hasNoMessages();
      assertThat(decision.file("logo.png")).isNotImported().hasNoValues();
      assertThat(
              RossumSimulator.of(Talk.endpoint(), Talk.SECRET)
                  .upload(UploadBuilder.create().pdf("a.pdf").importFailed().build())
                  .file("a.pdf"))
          .isFailed()
          .isNotImported();
      fails(
          () -> assertThat(decision).imports("logo.png"),
          () -> assertThat(decision).importsNothing(),
          () -> assertThat(decision).hasOriginalSender("other@nordlicht.example"),
          () -> assertThat(decision).file("Rechnung NL-2025-0917.pdf").isNotImported(),
          () -> assertThat(decision).file("Rechnung NL-2025-0917.pdf").isFailed(),
          () -> assertThat(decision).file("Rechnung NL-2025-0917.pdf").hasNoValues(),
          () ->
              assertThat(decision)
                  .file("Rechnung NL-2025-0917.pdf")
                  .hasValue("email:order_id", "1"),
          () -> assertThat(decision).file("logo.png").isImported(),
          () -> assertThat(decision).file("logo.png").hasValue("email:order_id", "450017"));
    }
  }

  @Nested
  class AResponseAboutContent {
    private final ContentResponse response =
        ContentResponse.builder()
            .operation(
                Replace.of(
                    7,
                    DatapointChange.empty()
                        .withValue("3")
                        .withOptions(List.of(Option.of("3")))
                        .withHidden(true)
                        .withValidationSources(List.of(ValidationSource.CONNECTOR))))
            .operation(Replace.of(8, DatapointChange.empty().withHidden(false)))
            .operation(AddRow.of(9, Map.of("code", DatapointChange.empty().withValue("X"))))
            .operation(AddValue.of(10, DatapointChange.empty().withValue("Y")))
            .operation(Remove.of(11))
            .message(Message.of(MessageType.ERROR, "Look & see.").withDatapoint(7))
            .automationBlocker(AutomationBlocker.of("Who is it?"))
            .build();

    @Test
    void hasOperationsMessagesAndBlockers() {
      assertThat(response)
          .sets(7, "3")
          .doesNotSet(8)
          .offers(7, "3")
          .hides(7)
          .shows(8)
          .validates(7, ValidationSource.CONNECTOR)
          .addsRow(9, Map.of("code", "X"))
          .addsValue(10, "Y")
          .removes(11)
          .hasError("Look & see.")
          .hasBlocker("Who is it?");
      fails(
          () -> assertThat(response).isEmpty(),
          () -> assertThat(response).hasNoOperations(),
          () -> assertThat(response).hasOperations(Remove.of(11)),
          () -> assertThat(response).sets(8, "3"),
          () -> assertThat(response).sets(7, "4"),
          () -> assertThat(response).doesNotSet(7),
          () -> assertThat(response).offers(7),
          () -> assertThat(response).offers(8, "3"),
          () -> assertThat(response).shows(7),
          () -> assertThat(response).hides(11),
          () -> assertThat(response).validates(7, ValidationSource.HISTORY),
          () -> assertThat(response).addsRow(9, Map.of("code", "Y")),
          () -> assertThat(response).addsRow(10, Map.of("code", "X")),
          () -> assertThat(response).addsValue(10, "X"),
          () -> assertThat(response).removes(7),
          () -> assertThat(response).hasNoMessages(),
          () -> assertThat(response).hasNoBlockers(),
          () -> assertThat(response).hasBlocker("Who?"));
    }

    @Test
    void maySayNothing() {
      assertThat(ContentResponse.empty())
          .isEmpty()
          .hasNoOperations()
          .hasNoMessages()
          .hasNoBlockers();
    }
  }

  @Nested
  class OtherResponses {
    @Test
    void toAnEmailHaveFilesAndValues() {
      EmailResponse response =
          EmailResponse.importOnly(
                  Fixtures.emailReceived().payload(EmailPayload.class), file -> file.isPdf())
              .withValue("email:order_id", "12")
              .withAdditionalFile(
                  AdditionalFile.imported(
                      new ResourceUrl("https://rossum.example/api/v1/documents/1")))
              .withOriginalSender("office@nordlicht.example", "");
      assertThat(response)
          .imports("1")
          .hasValue("1", "email:order_id", "12")
          .adds("https://rossum.example/api/v1/documents/1")
          .hasOriginalSender("office@nordlicht.example");
      assertThat(EmailResponse.importNothing()).importsNothing().adds();
      fails(
          () -> assertThat(response).importsNothing(),
          () -> assertThat(response).imports("1", "2"),
          () -> assertThat(response).hasValue("1", "email:order_id", "13"),
          () -> assertThat(response).hasValue("2", "email:order_id", "12"),
          () -> assertThat(response).adds(),
          () -> assertThat(EmailResponse.importNothing()).hasOriginalSender("x@y.example"));
    }

    @Test
    void toAnUploadHaveFilesAndMessages() {
      UploadPayload upload = Fixtures.uploadCreated().payload(UploadPayload.class);
      UploadResponse response =
          UploadResponse.empty()
              .withImportPrevented(upload.files().get(0))
              .withMessage(upload.files().get(0), Message.of(MessageType.INFO, "A duplicate."));
      String url = "https://papierhaus.rossum.example/api/v1/documents/4402118830";
      assertThat(response).preventsImporting(url).failsImporting().hasInfo("A duplicate.");
      UploadResponse failing = response.withImportFailed(upload.files().get(0));
      assertThat(failing).failsImporting(url).preventsImporting();
      assertThat(UploadResponse.empty()).isEmpty().preventsImporting().hasNoMessages();
      fails(
          () -> assertThat(response).isEmpty(),
          () -> assertThat(response).preventsImporting(),
          () -> assertThat(response).failsImporting(url),
          () -> assertThat(failing).failsImporting(),
          () -> assertThat(failing).preventsImporting(url),
          () -> assertThat(response).hasNoMessages(),
          () -> assertThat(UploadResponse.empty()).preventsImporting(url));
    }

    @Test
    void overTheWireHaveStatusHeadersAndBody() {
      EndpointResponse response =
          Talk.endpoint().handle(SignedRequest.of(Talk.DOCUMENT, Talk.SECRET).toEndpointRequest());
      assertThat(response)
          .hasStatus(200)
          .hasHeader("content-type", "application/json")
          .hasOperations()
          .hasError("Vendor not found.")
          .hasWarning("The total is <high>.")
          .hasBlocker("Who is it?");
      EndpointResponse error = EndpointResponse.error(503, "Later.");
      assertThat(error)
          .hasJson("{ \"messages\": [{\"content\": \"Later.\", \"type\": \"error\"}] }");
      fails(
          () -> assertThat(response).hasStatus(201),
          () -> assertThat(response).hasHeader("Content-Type", "text/plain"),
          () -> assertThat(response).hasOperations("replace 1"),
          () -> assertThat(response).hasJson("{}"),
          () -> assertThat(response).hasNoErrors(),
          () -> assertThat(response).hasBlocker("Who?"));
      assertThatThrownBy(() -> assertThat(response).hasJson("{"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
