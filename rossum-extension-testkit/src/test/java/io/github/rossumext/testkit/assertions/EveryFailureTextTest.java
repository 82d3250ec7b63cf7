package io.github.rossumext.testkit.assertions;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.catchThrowable;

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
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.api.ApiExchange;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.api.StubbedAnnotation;
import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.Blocker;
import io.github.rossumext.testkit.simulator.FileDecision;
import io.github.rossumext.testkit.simulator.ImportDecision;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.QueueSettings;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Secret;
import io.github.rossumext.value.ValidationSource;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * Every assertion has an approved failure text: the lines that say what was expected and found.
 * {@link FailureTextTest} has the lines below them, which all assertions on one kind of subject
 * share.
 */
class EveryFailureTextTest {
  /** Methods that return assertions on a part. They throw if there is no such part. */
  private static final Set<String> WAYS = Set.of("and", "field", "row", "annotation", "file");

  private final Map<String, ThrowingCallable> samples = new LinkedHashMap<>();

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

  private void sample(String assertion, ThrowingCallable failing) {
    assertThat(samples.put(assertion, failing)).isNull();
  }

  private void fields() {
    RossumSimulator edited = edited();
    SimulatedField vendor = edited.field("vendor");
    SimulatedField notes = edited.field("notes");
    SimulatedField code = edited.field("line_items[1].item_code");
    SimulatedField name = initialized().field("vendor_name");
    SimulatedField date = edited.field("date_issue");
    sample("FieldAssert.hasDisplayedText(String)", () -> assertThat(vendor).hasDisplayedText("4"));
    sample("FieldAssert.hasText(String)", () -> assertThat(code).hasText("NL-2075"));
    sample(
        "FieldAssert.hasNumber(String)",
        () -> assertThat(edited.field("amount_total")).hasNumber("1750"));
    sample(
        "FieldAssert.hasNumber(BigDecimal)",
        () -> assertThat(date).hasNumber(new BigDecimal("1E+3")));
    sample(
        "FieldAssert.hasDate(LocalDate)",
        () -> assertThat(date).hasDate(LocalDate.of(2025, 11, 4)));
    sample("FieldAssert.isEmpty()", () -> assertThat(vendor).isEmpty());
    sample("FieldAssert.isNotEmpty()", () -> assertThat(code).isNotEmpty());
    sample("FieldAssert.hasOptions(String[])", () -> assertThat(vendor).hasOptions("3", "4"));
    sample(
        "FieldAssert.hasOptions(Option[])",
        () -> assertThat(vendor).hasOptions(Option.of("3", "Saab")));
    sample("FieldAssert.offers(String)", () -> assertThat(vendor).offers("4"));
    sample("FieldAssert.hasNoOptions()", () -> assertThat(vendor).hasNoOptions());
    sample("FieldAssert.isHidden()", () -> assertThat(notes).isHidden());
    sample("FieldAssert.isShown()", () -> assertThat(vendor).isShown());
    sample("FieldAssert.isReadOnly()", () -> assertThat(notes).isReadOnly());
    sample(
        "FieldAssert.isValidatedBy(ValidationSource[])",
        () -> assertThat(notes).isValidatedBy(ValidationSource.HUMAN, ValidationSource.CONNECTOR));
    sample("FieldAssert.isNotValidated()", () -> assertThat(vendor).isNotValidated());
    sample("FieldAssert.hasBlocker(String)", () -> assertThat(name).hasBlocker("Who is it?"));
    sample(
        "FieldAssert.hasBlocker(Type)", () -> assertThat(notes).hasBlocker(Blocker.Type.LOW_SCORE));
    sample("FieldAssert.hasNoBlockers()", () -> assertThat(name).hasNoBlockers());
  }

  private void messages() {
    RossumSimulator edited = edited();
    SimulatedField code = edited.field("line_items[1].item_code");
    SimulatedField notes = edited.field("notes");
    SimulatedField name = initialized().field("vendor_name");
    sample("MessagesAssert.hasError(String)", () -> assertThat(code).hasError("No code."));
    sample("MessagesAssert.hasWarning(String)", () -> assertThat(notes).hasWarning("Too long."));
    sample("MessagesAssert.hasInfo(String)", () -> assertThat(code).hasInfo("No code"));
    sample(
        "MessagesAssert.hasMessage(MessageType,String)",
        () -> assertThat(edited).hasMessage(MessageType.WARNING, "No code."));
    sample(
        "MessagesAssert.hasErrorContaining(String)",
        () -> assertThat(name).hasErrorContaining("is closed"));
    sample("MessagesAssert.hasNoErrors()", () -> assertThat(name).hasNoErrors());
    sample("MessagesAssert.hasNoMessages()", () -> assertThat(edited).hasNoMessages());
    sample(
        "MessagesAssert.hasMessages(String[])",
        () -> assertThat(edited).hasMessages("The total is <high>."));
  }

  private void rows() {
    SimulatedRow row = edited().row("line_items", 1);
    sample("RowAssert.hasText(String,String)", () -> assertThat(row).hasText("item_quantity", "3"));
    sample(
        "RowAssert.hasDisplayedText(String,String)",
        () -> assertThat(row).hasDisplayedText("item_code", "NL-4410"));
    sample("RowAssert.hasTexts(String[])", () -> assertThat(row).hasTexts("NL-4410", "2"));
    sample("RowAssert.hasDisplayedTexts(String[])", () -> assertThat(row).hasDisplayedTexts("2"));
    sample("RowAssert.isRemoved()", () -> assertThat(row).isRemoved());
  }

  private void documents() {
    RossumSimulator rossum = initialized();
    RossumSimulator automating = Talk.rossum().open(Talk.DOCUMENT.withField("vendor_name", "volv"));
    automating.initialize();
    RossumSimulator queue =
        Talk.rossum()
            .queue(QueueSettings.defaults().withAutomation(AutomationLevel.ALWAYS))
            .open(Talk.DOCUMENT);
    queue.initialize();
    RossumSimulator refusing = edited();
    refusing.edit("vendor", "4");
    sample("SimulatorAssert.lastExchange()", () -> assertThat(Talk.rossum()).lastExchange());
    sample("SimulatorAssert.hasNoProblems()", () -> assertThat(refusing).hasNoProblems());
    sample(
        "SimulatorAssert.hasProblemContaining(String)",
        () -> assertThat(rossum).hasProblemContaining("option"));
    sample(
        "SimulatorAssert.hasStatus(AnnotationStatus)",
        () -> assertThat(rossum).hasStatus(AnnotationStatus.EXPORTED));
    sample(
        "SimulatorAssert.hasRows(String,int)", () -> assertThat(rossum).hasRows("line_items", 3));
    sample(
        "SimulatorAssert.hasColumnTexts(String,String,String[])",
        () -> assertThat(rossum).hasColumnTexts("line_items", "item_code", "NL-4410"));
    sample(
        "SimulatorAssert.hasColumnDisplayedTexts(String,String,String[])",
        () -> assertThat(rossum).hasColumnDisplayedTexts("line_items", "item_quantity", "2", "40"));
    sample("SimulatorAssert.wouldBeAutomated()", () -> assertThat(queue).wouldBeAutomated());
    sample(
        "SimulatorAssert.wouldBeAutomated(AutomationLevel)",
        () -> assertThat(rossum).wouldBeAutomated(AutomationLevel.CONFIDENT));
    sample(
        "SimulatorAssert.wouldNotBeAutomated(AutomationLevel)",
        () -> assertThat(automating).wouldNotBeAutomated(AutomationLevel.ALWAYS));
    sample("SimulatorAssert.hasBlocker(String)", () -> assertThat(rossum).hasBlocker("Who?"));
    sample(
        "SimulatorAssert.hasBlocker(Type)",
        () -> assertThat(rossum).hasBlocker(Blocker.Type.LOW_SCORE));
    sample(
        "SimulatorAssert.hasNoBlockersOfExtensions()",
        () -> assertThat(rossum).hasNoBlockersOfExtensions());
    sample(
        "SimulatorAssert.hasRequests(String[])",
        () -> assertThat(rossum).hasRequests("annotation_content.started"));
  }

  private void exchanges() {
    RossumSimulator edited = edited();
    RossumSimulator failing =
        RossumSimulator.of(Talk.endpoint(), Secret.of("wrong")).open(Talk.DOCUMENT);
    Outcome failed = failing.initialize();
    sample("ExchangeAssert.isSuccess()", () -> assertThat(failing).lastExchange().isSuccess());
    sample(
        "ExchangeAssert.hasStatus(int)", () -> assertThat(failing).lastExchange().hasStatus(200));
    sample(
        "ExchangeAssert.hasEventAndAction(String)",
        () -> assertThat(edited).lastExchange().hasEventAndAction("annotation_content.confirm"));
    sample(
        "ExchangeAssert.hasOperations(String[])",
        () -> assertThat(edited).lastExchange().hasOperations("replace vendor"));
    sample(
        "ExchangeAssert.changed(String,String)",
        () -> assertThat(edited).lastExchange().changed("amount_total", "3"));
    sample(
        "ExchangeAssert.changedOnly(String[])",
        () -> assertThat(edited).lastExchange().changedOnly("vendor", "line_items"));
    sample(
        "ExchangeAssert.changedNothing()",
        () -> assertThat(edited).lastExchange().changedNothing());
    sample(
        "ExchangeAssert.hasNoProblems()", () -> assertThat(failing).lastExchange().hasNoProblems());
    Outcome refused = initialized().confirm();
    Outcome accepted = edited().confirm();
    sample("OutcomeAssert.isAccepted()", () -> assertThat(refused).isAccepted());
    sample("OutcomeAssert.isRefused()", () -> assertThat(accepted).isRefused());
    sample(
        "OutcomeAssert.isRefusedBecause(String)",
        () -> assertThat(accepted).isRefusedBecause("there is an error"));
    sample(
        "OutcomeAssert.hasStatus(AnnotationStatus)",
        () -> assertThat(refused).hasStatus(AnnotationStatus.EXPORTING));
    sample("OutcomeAssert.hasRequests(String[])", () -> assertThat(accepted).hasRequests());
    sample("OutcomeAssert.hasNoProblems()", () -> assertThat(failed).hasNoProblems());
  }

  private void files() {
    ImportDecision decision = Talk.rossum().receive(Fixtures.emailReceived());
    FileDecision pdf = decision.file("Rechnung NL-2025-0917.pdf");
    ImportDecision failed =
        RossumSimulator.of(Talk.endpoint(), Secret.of("wrong")).receive(Fixtures.emailReceived());
    sample("ImportAssert.imports(String[])", () -> assertThat(decision).imports("logo.png"));
    sample("ImportAssert.importsNothing()", () -> assertThat(decision).importsNothing());
    sample(
        "ImportAssert.hasOriginalSender(String)",
        () -> assertThat(decision).hasOriginalSender("sales@nordlicht.example"));
    sample("ImportAssert.hasNoProblems()", () -> assertThat(failed).hasNoProblems());
    sample(
        "FileAssert.isImported()", () -> assertThat(decision).file("xrechnung.xml").isImported());
    sample("FileAssert.isFailed()", () -> assertThat(pdf).isFailed());
    sample("FileAssert.isNotImported()", () -> assertThat(pdf).isNotImported());
    sample(
        "FileAssert.hasValue(String,String)",
        () -> assertThat(decision).file("logo.png").hasValue("email:order_id", "450017"));
    sample("FileAssert.hasNoValues()", () -> assertThat(pdf).hasNoValues());
  }

  private void responses() {
    Fixture document = Talk.DOCUMENT;
    long vendor = document.id("vendor");
    ContentResponse response =
        ContentResponse.builder()
            .operation(
                Replace.of(
                    vendor,
                    DatapointChange.empty()
                        .withValue("3")
                        .withOptions(List.of(Option.of("3")))
                        .withHidden(true)
                        .withValidationSources(List.of(ValidationSource.CONNECTOR))))
            .operation(AddRow.of(9, Map.of("code", DatapointChange.empty().withValue("X"))))
            .operation(AddValue.of(10, DatapointChange.empty().withValue("Y")))
            .automationBlocker(AutomationBlocker.of("Who is it?"))
            .build();
    sample("ContentResponseAssert.isEmpty()", () -> assertThat(response).isEmpty());
    sample(
        "ContentResponseAssert.hasOperations(Operation[])",
        () -> assertThat(response).hasOperations(Remove.of(11)));
    sample("ContentResponseAssert.hasNoOperations()", () -> assertThat(response).hasNoOperations());
    sample("ContentResponseAssert.sets(long,String)", () -> assertThat(response).sets(9, "4"));
    sample("ContentResponseAssert.doesNotSet(long)", () -> assertThat(response).doesNotSet(vendor));
    sample(
        "ContentResponseAssert.doesNotSet(Fixture,String)",
        () -> assertThat(response).doesNotSet(document, "vendor"));
    sample(
        "ContentResponseAssert.offers(long,String[])",
        () -> assertThat(response).offers(vendor, "3", "4"));
    sample("ContentResponseAssert.hides(long)", () -> assertThat(response).hides(10));
    sample("ContentResponseAssert.shows(long)", () -> assertThat(response).shows(vendor));
    sample(
        "ContentResponseAssert.validates(long,ValidationSource[])",
        () -> assertThat(response).validates(vendor, ValidationSource.HISTORY));
    sample(
        "ContentResponseAssert.addsRow(long,Map)",
        () -> assertThat(response).addsRow(9, Map.of("code", "Y")));
    sample(
        "ContentResponseAssert.addsValue(long,String)",
        () -> assertThat(response).addsValue(10, "X"));
    sample("ContentResponseAssert.removes(long)", () -> assertThat(response).removes(vendor));
    sample("ContentResponseAssert.hasBlocker(String)", () -> assertThat(response).hasBlocker("W"));
    sample("ContentResponseAssert.hasNoBlockers()", () -> assertThat(response).hasNoBlockers());
    EmailResponse email =
        EmailResponse.importAll(Fixtures.emailReceived().payload(EmailPayload.class))
            .withAdditionalFile(
                AdditionalFile.imported(
                    new ResourceUrl("https://rossum.example/api/v1/documents/1")));
    sample("EmailResponseAssert.imports(String[])", () -> assertThat(email).imports("1"));
    sample("EmailResponseAssert.importsNothing()", () -> assertThat(email).importsNothing());
    sample(
        "EmailResponseAssert.hasValue(String,String,String)",
        () -> assertThat(email).hasValue("1", "email:order_id", "450017"));
    sample("EmailResponseAssert.adds(String[])", () -> assertThat(email).adds());
    sample(
        "EmailResponseAssert.hasOriginalSender(String)",
        () -> assertThat(email).hasOriginalSender("office@nordlicht.example"));
    UploadResponse upload =
        UploadResponse.preventImporting(
            Fixtures.uploadCreated().payload(UploadPayload.class), file -> true);
    sample("UploadResponseAssert.isEmpty()", () -> assertThat(upload).isEmpty());
    sample(
        "UploadResponseAssert.preventsImporting(String[])",
        () -> assertThat(upload).preventsImporting());
    sample(
        "UploadResponseAssert.failsImporting(String[])",
        () -> assertThat(upload).failsImporting("https://rossum.example/api/v1/documents/1"));
    EndpointResponse sent =
        Talk.endpoint().handle(SignedRequest.of(document, Talk.SECRET).toEndpointRequest());
    sample("EndpointResponseAssert.hasStatus(int)", () -> assertThat(sent).hasStatus(422));
    sample(
        "EndpointResponseAssert.hasHeader(String,String)",
        () -> assertThat(sent).hasHeader("Retry-After", "1"));
    sample("EndpointResponseAssert.hasJson(String)", () -> assertThat(sent).hasJson("{\"a\": 1}"));
    sample(
        "EndpointResponseAssert.hasOperations(String[])",
        () -> assertThat(sent).hasOperations("replace " + vendor));
    sample("EndpointResponseAssert.hasBlocker(String)", () -> assertThat(sent).hasBlocker("Who?"));
  }

  private void api(RossumApiStub api) {
    StubbedAnnotation annotation = api.add(Fixtures.invoice());
    Talk.get(api, "/api/v1/documents?ordering=id");
    Talk.get(api, "/api/v1/annotations/7");
    ApiExchange found = api.exchanges().get(0);
    ApiExchange missing = api.exchanges().get(1);
    RossumApiStub silent = RossumApiStub.create();
    silent.close();
    sample("ApiStubAssert.lastExchange()", () -> assertThat(silent).lastExchange());
    sample("ApiStubAssert.hasRequests(String[])", () -> assertThat(api).hasRequests("GET /v1/me"));
    sample(
        "ApiStubAssert.hasRequest(String)",
        () -> assertThat(api).hasRequest("POST /v1/labels/apply"));
    sample("ApiStubAssert.hasNoRequests()", () -> assertThat(api).hasNoRequests());
    sample("ApiStubAssert.hasNoProblems()", () -> assertThat(silent).hasNoProblems());
    sample(
        "ApiStubAssert.hasProblemContaining(String)",
        () -> assertThat(api).hasProblemContaining("no such path"));
    sample(
        "ApiStubAssert.hasEmailsTo(String[])",
        () -> assertThat(api).hasEmailsTo("ap@acme.example"));
    sample(
        "ApiExchangeAssert.hasMethodAndPath(String)",
        () -> assertThat(found).hasMethodAndPath("GET /v1/annotations"));
    sample(
        "ApiExchangeAssert.hasParameter(String,String)",
        () -> assertThat(found).hasParameter("ordering", "-id"));
    sample("ApiExchangeAssert.hasStatus(int)", () -> assertThat(found).hasStatus(404));
    sample(
        "ApiExchangeAssert.hasRequestBody(String)", () -> assertThat(found).hasRequestBody("{}"));
    sample("ApiExchangeAssert.isSuccess()", () -> assertThat(missing).isSuccess());
    sample(
        "StubbedAnnotationAssert.hasStatus(AnnotationStatus)",
        () -> assertThat(annotation).hasStatus(AnnotationStatus.EXPORTED));
    sample(
        "StubbedAnnotationAssert.hasText(String,String)",
        () -> assertThat(annotation).hasText("line_items[0].item_code", "NL-1"));
    sample(
        "StubbedAnnotationAssert.hasLabels(String[])",
        () -> assertThat(annotation).hasLabels("checked"));
    String label = api.add("labels", Map.of("name", "checked")).uri();
    StubbedAnnotation labelled =
        api.add(
            Fixtures.invoice()
                .withKey("annotation.id", 8)
                .withKey("annotation.url", "https://papierhaus.rossum.example/api/v1/annotations/8")
                .withKey("annotation.labels", List.of(label)));
    sample("StubbedAnnotationAssert.hasNoLabels()", () -> assertThat(labelled).hasNoLabels());
  }

  /** Returns the assertions of all types that {@code assertThat} returns. */
  private static Set<String> assertions() {
    return Arrays.stream(RossumAssertions.class.getDeclaredMethods())
        .filter(method -> method.getName().equals("assertThat"))
        .flatMap(entry -> Arrays.stream(entry.getReturnType().getMethods()))
        .filter(method -> RossumAssert.class.isAssignableFrom(method.getDeclaringClass()))
        .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
        .filter(method -> !WAYS.contains(method.getName()))
        .map(EveryFailureTextTest::named)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String named(Method method) {
    return method.getDeclaringClass().getSimpleName()
        + "."
        + method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(",", "(", ")"));
  }

  /** Returns the assertion that the test called, as the stack trace of its failure shows it. */
  private static String called(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
        .filter(frame -> frame.matches(".*\\.assertions\\.[A-Za-z]+Assert\\..*"))
        .reduce((inner, outer) -> outer)
        .map(frame -> frame.substring(frame.lastIndexOf('.', frame.lastIndexOf('.') - 1) + 1))
        .orElse("");
  }

  private static Throwable failure(ThrowingCallable failing) {
    // AssertJ would remove the frames of assertions.
    RossumAssertions.setRemoveAssertJRelatedElementsFromStackTrace(false);
    try {
      return catchThrowable(failing);
    } finally {
      RossumAssertions.setRemoveAssertJRelatedElementsFromStackTrace(true);
    }
  }

  private static String text(String assertion, ThrowingCallable failing) {
    Throwable failure = failure(failing);
    assertThat(failure).as(assertion).isInstanceOf(AssertionError.class);
    assertThat(called(failure)).isEqualTo(assertion.substring(0, assertion.indexOf('(')));
    return String.valueOf(failure.getMessage())
        .lines()
        .limit(3)
        .collect(Collectors.joining("\n  ", assertion + "\n  ", "\n"));
  }

  @Test
  void everyAssertionSaysWhatItExpectedAndFound() throws IOException {
    try (RossumApiStub api = RossumApiStub.create()) {
      fields();
      messages();
      rows();
      documents();
      exchanges();
      files();
      responses();
      api(api);
      assertThat(samples.keySet()).containsExactlyInAnyOrderElementsOf(assertions());

      Approved.text(
          "every-assertion",
          samples.entrySet().stream()
              .map(sample -> text(sample.getKey(), sample.getValue()))
              .collect(Collectors.joining("\n")));
    }
  }
}
