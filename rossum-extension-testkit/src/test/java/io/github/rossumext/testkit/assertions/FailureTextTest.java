package io.github.rossumext.testkit.assertions;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.catchThrowableOfType;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.Replace;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.api.StubbedAnnotation;
import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.ValidationSource;
import java.io.IOException;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** What failures say, compared with approved samples. */
class FailureTextTest {
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

  @Test
  void aTextShowsTheFieldItsMessagesAndTheLastExchange() throws IOException {
    Approved.failure(
        "field-value",
        () -> assertThat(initialized().field("vendor_name")).hasDisplayedText("volv"));
  }

  @Test
  void optionsOfAHiddenFieldAreShown() throws IOException {
    Approved.failure("field-options", () -> assertThat(edited().field("vendor")).hasOptions("3"));
  }

  @Test
  void aSecretThatTheExtensionRepeatsIsNotShown() throws IOException {
    Approved.failure("field-secret", () -> assertThat(edited().field("notes")).isEmpty());
  }

  @Test
  void aMissingErrorShowsTheOtherMessages() throws IOException {
    Approved.failure(
        "field-error", () -> assertThat(initialized().field("vendor")).hasError("Choose one."));
  }

  @Test
  void aMissingValidationSourceShowsTheOthers() throws IOException {
    Approved.failure(
        "field-sources",
        () -> assertThat(edited().field("vendor")).isValidatedBy(ValidationSource.DATA_MATCHING));
  }

  @Test
  void aFieldBeforeAnyRequestShowsNone() throws IOException {
    Approved.failure(
        "field-before-any-request",
        () -> assertThat(Talk.rossum().field("amount_total")).hasNumber("1750"));
  }

  @Test
  void aRowShowsItsCells() throws IOException {
    Approved.failure(
        "row",
        () -> assertThat(edited().row("line_items", 1)).hasDisplayedText("item_quantity", "3"));
  }

  @Test
  void aStatusShowsTheMessages() throws IOException {
    RossumSimulator rossum = initialized();
    rossum.confirm();
    Approved.failure(
        "document-status", () -> assertThat(rossum).hasStatus(AnnotationStatus.EXPORTING));
  }

  @Test
  void unexpectedMessagesAreShown() throws IOException {
    Approved.failure("document-messages", () -> assertThat(edited()).hasNoMessages());
  }

  @Test
  void problemsAreShown() throws IOException {
    RossumSimulator rossum = edited();
    rossum.edit("vendor_name", "Nordlicht");
    rossum.edit("vendor", "none of these");
    Approved.failure("document-problems", () -> assertThat(rossum).hasNoProblems());
  }

  @Test
  void blockersOfAutomationAreShown() throws IOException {
    Approved.failure(
        "document-automation",
        () -> assertThat(initialized()).wouldBeAutomated(AutomationLevel.ALWAYS));
  }

  @Test
  void anExchangeShowsItself() throws IOException {
    Approved.failure("exchange", () -> assertThat(edited()).lastExchange().changedOnly("vendor"));
  }

  @Test
  void aRefusalShowsItsReason() throws IOException {
    Approved.failure("outcome", () -> assertThat(initialized().confirm()).isAccepted());
  }

  @Test
  void anImportShowsTheFiles() throws IOException {
    Approved.failure(
        "import",
        () -> assertThat(Talk.rossum().receive(Fixtures.emailReceived())).imports("xrechnung.xml"));
  }

  @Test
  void aFileShowsItsValues() throws IOException {
    Approved.failure(
        "file",
        () ->
            assertThat(Talk.rossum().receive(Fixtures.emailReceived()))
                .file("Rechnung NL-2025-0917.pdf")
                .hasValue("email:order_id", "12"));
  }

  @Test
  void aContentResponseShowsItsJson() throws IOException {
    ContentResponse response =
        ContentResponse.builder()
            .operation(Replace.of(7, DatapointChange.empty().withValue("3")))
            .message(Message.of(MessageType.WARNING, "Look & see.").withDatapoint(7))
            .build();
    Approved.failure("content-response", () -> assertThat(response).sets(7, "4"));
  }

  @Test
  void anEmailResponseShowsItsJson() throws IOException {
    EmailResponse response =
        EmailResponse.importAll(Fixtures.emailReceived().payload(EmailPayload.class));
    Approved.failure("email-response", () -> assertThat(response).imports("1"));
  }

  @Test
  void anUploadResponseShowsItsJson() throws IOException {
    UploadResponse response =
        UploadResponse.preventImporting(
            Fixtures.uploadCreated().payload(UploadPayload.class), file -> true);
    Approved.failure("upload-response", () -> assertThat(response).isEmpty());
  }

  @Test
  void anEndpointResponseShowsItsBody() throws IOException {
    EndpointResponse response =
        Talk.endpoint().handle(SignedRequest.of(Talk.DOCUMENT, Talk.SECRET).toEndpointRequest());
    Approved.failure("endpoint-response", () -> assertThat(response).hasStatus(422));
  }

  @Test
  void anApiStubShowsItsRequests() throws IOException {
    try (RossumApiStub api = RossumApiStub.create()) {
      StubbedAnnotation annotation = api.add(Fixtures.invoice());
      Talk.get(api, "/api/v1/documents?ordering=id");
      Approved.failure("api-stub", () -> assertThat(api).hasEmailsTo("ap@acme.example"));
      Approved.failure("api-exchange", () -> assertThat(api).lastExchange().hasStatus(404));
      Approved.failure(
          "api-annotation", () -> assertThat(annotation).hasStatus(AnnotationStatus.EXPORTED));
    }
  }

  @Test
  void anIdeGetsBothTextsToCompare() {
    AssertionFailedError failure =
        catchThrowableOfType(
            AssertionFailedError.class,
            () -> assertThat(edited().field("vendor")).hasDisplayedText("4"));

    assertThat(failure.getExpected().getValue()).isEqualTo("4");
    assertThat(failure.getActual().getValue()).isEqualTo("3");
  }

  @Test
  void yourDescriptionComesFirst() {
    AssertionError failure =
        catchThrowableOfType(
            AssertionError.class,
            () -> assertThat(edited().field("vendor")).as("the 100% right vendor").isShown());

    assertThat(failure).hasMessageStartingWith("[the 100% right vendor] ");
  }

  @Test
  void percentSignsInADocumentDoNoHarm() {
    RossumSimulator rossum = edited();
    rossum.edit("vendor_name", "100 %s %d");
    AssertionError failure =
        catchThrowableOfType(
            AssertionError.class, () -> assertThat(rossum.field("vendor_name")).isEmpty());

    assertThat(failure).hasMessageContaining("found:    displayed text '100 %s %d'");
  }

  @Test
  void softAssertionsWorkWithThem() {
    SoftAssertions softly = new SoftAssertions();
    softly.check(() -> assertThat(edited().field("vendor")).hasDisplayedText("4"));
    softly.check(() -> assertThat(edited().field("vendor")).isShown());

    assertThat(softly.assertionErrorsCollected()).hasSize(2);
  }
}
