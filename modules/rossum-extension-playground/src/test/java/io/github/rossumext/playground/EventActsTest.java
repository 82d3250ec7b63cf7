package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each event as an act: data that says what is sent, and a report of what came of it. */
class EventActsTest {
  private static final String EMAIL =
      """
      {"act": "send_email", "from": "a@b.example", "subject": "Order 7", "text": "Hello",
       "files": [{"name": "a.pdf", "type": "application/pdf"},
                 {"name": "b.png", "type": "image/png"}]}""";

  private static final String UPLOAD =
      """
      {"act": "send_upload", "files": [{"name": "a.pdf", "type": "application/pdf"},
       {"name": "b.zip", "type": "application/zip"}],
       "metadata": {"source": "erp"}, "values": {"upload:center": "7"}}""";

  /** One act of each kind, in an order in which each finds what it needs. */
  private static final List<String> ALL =
      List.of(
          "{\"act\": \"send_content\", \"action\": \"initialize\"}",
          "{\"act\": \"send_content\", \"action\": \"export\", \"delivery\": \"response_lost\"}",
          "{\"act\": \"again\", \"event\": \"annotation_content.export\"}",
          "{\"act\": \"send_status\", \"from\": \"exporting\", \"to\": \"exported\"}",
          EMAIL,
          "{\"act\": \"again\", \"event\": \"email.received\"}",
          UPLOAD,
          "{\"act\": \"send_scheduled\", \"delivery\": \"request_lost\"}",
          "{\"act\": \"send_manual\", \"arguments\": {\"vendor\": \"V \\\"1\\\"\"}}",
          Json.object()
              .put("act", "send_request")
              .put("request", Fixtures.uploadCreated().json())
              .toString(),
          "{\"act\": \"pass_time\", \"seconds\": 60}");

  private final RossumSimulator rossum = EventsExtension.simulator();
  private final Playground playground = open(rossum, TestExtension.invoice());
  private final LiveDocument document = playground.document();

  @TempDir private Path folder;

  private static Playground open(RossumSimulator rossum, Fixture fixture) {
    return Playground.builder(rossum).document(fixture).open();
  }

  @AfterEach
  void close() {
    playground.close();
  }

  private ActResult act(String json) {
    return act(document, json);
  }

  private static ActResult act(LiveDocument document, String json) {
    JsonNode asked = Json.read(json);
    return document.act(Acts.find(asked.path("act").asText()).orElseThrow(), asked);
  }

  private JsonNode report() {
    return document.view().head().path("scenario").path("report");
  }

  private Exchange lastExchange() {
    return playground.exchanges().get(playground.exchanges().size() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"initialize", "started", "user_update", "confirm", "export"})
  void anEventAboutTheDocumentIsSentOnceAndTheStatusStays(String action) {
    int before = playground.exchanges().size();

    ActResult result = act("{\"act\": \"send_content\", \"action\": \"" + action + "\"}");

    assertThat(result.refusals()).isEmpty();
    assertThat(playground.exchanges()).hasSize(before + 1);
    assertThat(report().path("event").asText()).isEqualTo("annotation_content." + action);
    assertThat(report().path("isHandled").asBoolean()).isTrue();
    assertThat(report().path("exchanges").toString()).isEqualTo("[" + before + "]");
    assertThat(document.view().head().path("status").asText()).isEqualTo("reviewing");
  }

  @Test
  void ofAnEmailTheReportHasTheDecisionAboutEachFile() {
    act(EMAIL);

    JsonNode files = report().path("files");
    assertThat(files.path(0).toString())
        .contains("\"a.pdf\",\"isImported\":true", "[[\"email:order_id\",\"7\"]]");
    assertThat(files.path(1).toString()).contains("\"b.png\",\"isImported\":false");
    assertThat(lastExchange().request())
        .contains("\"from\":\"a@b.example\"", "\"body_text_plain\":\"Hello\"");
  }

  @Test
  void ofAnUploadTheReportHasValuesAndMessages() {
    act(UPLOAD);

    JsonNode files = report().path("files");
    assertThat(files.path(0).path("values").toString()).isEqualTo("[[\"upload:center\",\"7\"]]");
    assertThat(files.path(1).path("messages").path(0).path("text").asText())
        .isEqualTo("No archives.");
    assertThat(lastExchange().request()).contains("\"metadata\":{\"source\":\"erp\"}");
  }

  @Test
  void anotherEventHasTheSettingsAndSecretsOfTheDocument() {
    Fixture document =
        TestExtension.invoice()
            .withSettings("{\"folder\": \"in\"}")
            .withSecret("erp", "s3cret-of-the-erp");
    try (Playground other = open(EventsExtension.simulator(), document)) {
      act(other.document(), EMAIL);

      Exchange email = other.exchanges().get(other.exchanges().size() - 1);
      assertThat(email.request()).contains("\"folder\":\"in\"", "s3cret-of-the-erp");
      assertThat(other.document().view().head().toString()).doesNotContain("s3cret-of-the-erp");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"act\": \"send_content\", \"action\": \"updated\"} | but found 'updated'.",
        "{\"act\": \"send_content\"} | needs 'action', a text",
        "{\"act\": \"send_status\", \"from\": \"lost\", \"to\": \"exported\"} | no status 'lost'.",
        "{\"act\": \"send_email\", \"subject\": 7} | 'subject' must be a text, but found 7.",
        "{\"act\": \"send_email\", \"files\": [{\"name\": \"a\"}]} | needs a name and a type",
        "{\"act\": \"send_upload\", \"metadata\": \"x\"} | 'metadata' must be a JSON object",
        "{\"act\": \"send_upload\", \"values\": {\"a\": 1}} | 'a' must be a text, but found 1.",
        "{\"act\": \"send_manual\", \"arguments\": []} | The arguments must be a JSON object.",
        "{\"act\": \"send_manual\", \"arguments\": {\"event\": 1}} | 'event' is a key of Rossum's own.",
        "{\"act\": \"send_scheduled\", \"delivery\": \"by pigeon\"} | but found 'by pigeon'.",
        "{\"act\": \"send_request\", \"request\": \"{}\"} | This is not a request of Rossum",
        "{\"act\": \"pass_time\", \"seconds\": 0} | from 1 second to 366 days, but was 0.",
        "{\"act\": \"pass_time\"} | but was not given.",
        "{\"act\": \"again\", \"event\": \"upload.created\"} | No request of upload.created was sent yet."
      })
  void whatDoesNotFitIsRefusedAndSaysWhy(String json, String reason) {
    int before = playground.exchanges().size();

    assertThat(act(json).refusals()).singleElement().asString().contains(reason);

    assertThat(playground.exchanges()).hasSize(before);
  }

  @Test
  void aRequestWithADocumentOfItsOwnIsPasted() {
    String request = Fixtures.invoice().json();

    assertThat(
            act(Json.object().put("act", "send_request").put("request", request).toString())
                .refusals())
        .singleElement()
        .asString()
        .contains("Use \"Paste a document\".");
  }

  @Test
  void aLostResponseLeadsToAnotherAttemptAndToNoFault() {
    act("{\"act\": \"send_content\", \"action\": \"export\", \"delivery\": \"response_lost\"}");

    assertThat(report().path("delivery").asText()).isEqualTo("response_lost");
    assertThat(report().path("exchanges")).hasSize(2);
    assertThat(lastExchange().attempt()).isEqualTo(2);
    assertThat(rossum.deliveryFaultsLeft()).isEmpty();
    assertThat(document.view().head().path("failures")).isEmpty();
  }

  @Test
  void whatTheExtensionDoesNotHandleIsNotSentAndNoFaultIsLeft() {
    RossumSimulator other = RossumSimulator.of(TestExtension.endpoint(), TestExtension.SECRET);
    try (Playground narrow = open(other, TestExtension.invoice())) {
      int before = narrow.exchanges().size();

      act(narrow.document(), "{\"act\": \"send_manual\"}");
      act(narrow.document(), "{\"act\": \"send_scheduled\", \"delivery\": \"request_lost\"}");

      assertThat(narrow.exchanges()).hasSize(before);
      JsonNode head = narrow.document().view().head();
      assertThat(head.path("scenario").path("report").path("isHandled").asBoolean()).isFalse();
      assertThat(head.path("handled").toString())
          .contains("annotation_content.export")
          .doesNotContain("invocation");
      assertThat(other.deliveryFaultsLeft()).isEmpty();
    }
  }

  @Test
  void aRequestThatIsNotTheLastAboutTheDocumentIsNotDeliveredAgain() {
    act("{\"act\": \"send_content\", \"action\": \"export\"}");
    act("{\"act\": \"send_content\", \"action\": \"user_update\"}");

    assertThat(act("{\"act\": \"again\", \"event\": \"annotation_content.export\"}").refusals())
        .singleElement()
        .asString()
        .contains(
            "the document was validated by annotation_content.user_update. Send a new request.");
  }

  @Test
  void aSecondDeliverySaysWhetherTheResponseIsTheSame() {
    act("{\"act\": \"send_content\", \"action\": \"export\"}");
    act("{\"act\": \"again\", \"event\": \"annotation_content.export\"}");
    assertThat(report().path("isSame").asBoolean()).isTrue();
    assertThat(report().path("isNew").asBoolean()).isFalse();

    act("{\"act\": \"send_content\", \"action\": \"confirm\"}");
    act("{\"act\": \"again\", \"event\": \"annotation_content.confirm\"}");
    assertThat(report().path("isSame").asBoolean()).isFalse(); // nothing is left to change
    assertThat(report().path("isNew").asBoolean()).isTrue();
  }

  @Test
  void theActsAreOfAFileAndCanBeReadFromIt() {
    ALL.forEach(json -> assertThat(act(json).refusals()).as(json).isEmpty());

    List<Act> acts = document.scenario().acts();
    assertThat(acts).hasSize(ALL.size());
    assertThat(acts).allSatisfy(act -> assertThat(Acts.read(act.json())).isEqualTo(act));
    assertThat(acts.stream().map(act -> act.kind().name()).collect(Collectors.toSet()))
        .containsAll(EventActs.all().stream().map(ActKind::name).toList());
  }

  @Test
  void theActsInJavaCompileAndSendTheSame() throws Exception {
    ALL.forEach(this::act);
    List<Act> acts = document.scenario().acts();
    StringBuilder lines = new StringBuilder();
    TreeSet<String> imports = new TreeSet<>();
    for (Act act : acts) {
      JavaStep step = act.kind().inJava(act);
      lines.append("    ").append(step.expression()).append(";\n");
      imports.addAll(step.imports());
    }
    String source =
        "import io.github.rossumext.testkit.simulator.RossumSimulator;\n"
            + imports.stream().map("import %s;\n"::formatted).collect(Collectors.joining())
            + "public class Steps {\n  public static void all(RossumSimulator rossum) {\n"
            + lines
            + "  }\n}\n";
    Path file = Files.writeString(folder.resolve("Steps.java"), source);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-cp", TestClassPath.text(), file.toString());
    assertThat(result).as(source).isZero();

    RossumSimulator other = EventsExtension.simulator();
    ScenarioPlayer.open(document.scenario(), other);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, TestClassPath.class.getClassLoader())) {
      loader.loadClass("Steps").getMethod("all", RossumSimulator.class).invoke(null, other);

      assertThat(ends(other.exchanges())).isEqualTo(ends(playground.exchanges()));
    }
  }

  private static List<String> ends(List<Exchange> exchanges) {
    List<String> ends = new ArrayList<>();
    exchanges.forEach(
        one ->
            ends.add(
                one.eventAndAction()
                    + one.attempt()
                    + one.failure()
                    + sentByAnAuthor(one)
                    + one.response()));
    return ends;
  }

  /** What a request has of the act: not what each request has of its own. */
  private static JsonNode sentByAnAuthor(Exchange exchange) {
    return ((ObjectNode) Json.read(exchange.requestWithoutSecrets()))
        .without(List.of("request_id", "timestamp", "base_url", "rossum_authorization_token"));
  }

  @Test
  void eachActIsTold() {
    ALL.forEach(this::act);

    List<String> words = new ArrayList<>();
    JsonNode steps = document.view().head().path("scenario").path("steps");
    steps.forEach(step -> words.add(step.path("words").asText()));
    assertThat(words)
        .containsExactly(
            "Send annotation_content.initialize",
            "Send annotation_content.export, whose response is lost",
            "Deliver annotation_content.export again",
            "Send annotation_status.changed from exporting to exported",
            "Send email.received",
            "Deliver email.received again",
            "Send upload.created",
            "Send invocation.scheduled, whose request is lost",
            "Send invocation.manual",
            "Send upload.created",
            "Let 60 s pass");
  }

  @Test
  void aRecordedRequestIsReportedAsItsEventIs() {
    Fixture email = Fixtures.emailReceived();
    act(Json.object().put("act", "send_request").put("request", email.json()).toString());
    assertThat(report().path("files").path(0).path("name").asText()).endsWith(".pdf");

    act("{\"act\": \"again\", \"event\": \"email.received\"}");
    assertThat(report().path("files").path(0).path("name").asText()).endsWith(".pdf");
    assertThat(report().path("exchanges").toString())
        .isEqualTo("[" + (playground.exchanges().size() - 1) + "]");

    Fixture upload = Fixtures.uploadCreated();
    act(Json.object().put("act", "send_request").put("request", upload.json()).toString());
    assertThat(report().path("files")).isNotEmpty();
  }
}
