package io.github.rossumext.testkit.recording;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.ManualPayload;
import io.github.rossumext.response.JsonResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestRecorderTest {
  private static final Secret SECRET = Secret.of("made-up");
  private static final String TOKEN = "rossum_authorization_token";
  private static final String PASSWORD = "fixture-password-Zx81";

  @TempDir Path directory;

  private HookEndpoint endpoint(RequestRecorder recorder) {
    return endpoint(recorder, content -> content.info("seen"));
  }

  private static HookEndpoint endpoint(RequestRecorder recorder, ContentRule rule) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(ANNOTATION_CONTENT, ContentRules.of(rule))
        .on(
            HookEvent.INVOCATION_MANUAL,
            (payload, context) -> JsonResponse.of(payload.raw().as(Map.class)))
        .listener(recorder)
        .build();
  }

  private static EndpointResponse send(HookEndpoint endpoint, Fixture fixture) {
    return endpoint.handle(SignedRequest.of(fixture, SECRET).toEndpointRequest());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private Fixture recorded(String name) throws IOException {
    return Fixture.of(directory.resolve(name));
  }

  @Nested
  class TheFiles {
    @Test
    void areNamedByNumberEventAndAction() throws IOException {
      HookEndpoint endpoint = endpoint(RequestRecorder.of(directory));
      send(endpoint, Fixtures.invoice());
      send(endpoint, Fixtures.emailReceived());
      assertThat(names())
          .containsExactly(
              "000001-annotation_content-initialize.approved.json",
              "000001-annotation_content-initialize.json",
              "000002-email-received.approved.json",
              "000002-email-received.json");
    }

    @Test
    void ofAnEarlierRunAreLeftAlone() throws IOException {
      send(endpoint(RequestRecorder.of(directory)), Fixtures.emailReceived());
      send(endpoint(RequestRecorder.of(directory)), Fixtures.uploadCreated());
      assertThat(names()).contains("000001-email-received.json", "000002-upload-created.json");
    }

    @Test
    void ofTwoRecordersAtATimeHaveNumbersOfTheirOwn() throws IOException {
      HookEndpoint one = endpoint(RequestRecorder.of(directory));
      HookEndpoint other = endpoint(RequestRecorder.of(directory));
      for (int i = 0; i < 3; i++) {
        send(one, Fixtures.emailReceived());
        send(other, Fixtures.emailReceived());
        send(other, Fixtures.uploadCreated());
      }
      assertThat(new RecordingFolder(directory).requests()).hasSize(9);
      assertThat(names())
          .hasSize(18)
          .allMatch(name -> name.matches("00000[1-9].*"))
          .contains("000001-email-received.json", "000009-upload-created.json");
    }

    @Test
    void ofRecordersThatWriteAtOneMomentAreAllKept() throws Exception {
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        RecordingFolder folder = new RecordingFolder(directory);
        writers.add(
            threads.submit(
                () -> {
                  for (int j = 0; j < 10; j++) {
                    folder.write("email", "received", Json.newObject());
                  }
                  return null;
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      threads.shutdown();
      assertThat(names()).hasSize(40).allMatch(name -> name.endsWith("-email-received.json"));
    }

    @Test
    void ofAnUnknownEventLeadNowhereElse() throws IOException {
      Fixture fixture = Fixtures.invocationScheduled().withKey("event", "../../Evil event\u0000");
      send(endpoint(RequestRecorder.of(directory)), fixture);
      assertThat(names()).contains("000001-______evil_event_-scheduled.json");
    }

    @Test
    void areNoMoreThanAskedFor() throws IOException {
      RequestRecorder recorder = RequestRecorder.of(directory).withMaxRequests(2);
      HookEndpoint endpoint = endpoint(recorder);
      for (int i = 0; i < 4; i++) {
        send(endpoint, Fixtures.invocationScheduled());
      }
      assertThat(names()).hasSize(4).allMatch(name -> name.matches("00000[12].*"));
      assertThat(recorder.recordedRequests()).isEqualTo(2);
      assertThatIllegalArgumentException().isThrownBy(() -> recorder.withMaxRequests(0));
    }

    @Test
    void ofManyRequestsAtATimeAreWhole() throws Exception {
      HookEndpoint endpoint = endpoint(RequestRecorder.of(directory.resolve("new/folder")));
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<EndpointResponse>> responses = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        responses.add(threads.submit(() -> send(endpoint, Fixtures.emailReceived())));
      }
      for (Future<EndpointResponse> response : responses) {
        assertThat(response.get().status()).isEqualTo(200);
      }
      threads.shutdown();
      List<Path> requests = new RecordingFolder(directory.resolve("new/folder")).requests();
      assertThat(requests).hasSize(20);
      for (Path request : requests) {
        assertThat(Fixture.of(request).payload()).isInstanceOf(EmailPayload.class);
      }
    }
  }

  @Test
  void aRequestThatIsNotVerifiedIsNotRecorded() throws IOException {
    HookEndpoint endpoint = endpoint(RequestRecorder.of(directory));
    endpoint.handle(SignedRequest.of(Fixtures.invoice(), Secret.of("another")).toEndpointRequest());
    assertThat(names()).isEmpty();
  }

  /** The pool of the JVM has no limit, and a recorder may run in a service. */
  @Test
  void theKeysOfARequestAreNotInterned() {
    String key = UUID.randomUUID().toString();
    Fixture fixture = Fixtures.invoice().withKey("annotation.metadata", Map.of(key, 1));
    send(endpoint(RequestRecorder.of(directory)), fixture);
    String copy = String.valueOf(key.toCharArray());
    assertThat(copy.intern()).as("the first of its kind").isSameAs(copy);
  }

  @Test
  void theResponseIsNotDisturbedByAFolderThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    RequestRecorder recorder = RequestRecorder.of(file.resolve("folder"));
    assertThat(send(endpoint(recorder), Fixtures.invoice()).status()).isEqualTo(200);
    assertThat(recorder.recordedRequests()).isZero();
  }

  @Test
  void aRequestThatFailedIsRecordedWithoutItsResponse() throws IOException {
    ContentRule failing =
        content -> {
          throw new IllegalStateException("broken");
        };
    send(endpoint(RequestRecorder.of(directory), failing), Fixtures.invoice());
    assertThat(names()).containsExactly("000001-annotation_content-initialize.json");
  }

  @Test
  void printsNothingButItsFolder() {
    assertThat(RequestRecorder.of(Path.of("there"))).hasToString("RequestRecorder[there]");
  }

  @Nested
  class Secrets {
    @ParameterizedTest
    @MethodSource("io.github.rossumext.testkit.Fixtures#all")
    void areInNoFile(Fixture fixture) throws IOException {
      send(endpoint(RequestRecorder.of(directory)), fixture);
      assertThat(names()).isNotEmpty();
      for (String name : names()) {
        assertThat(Files.readString(directory.resolve(name)))
            .doesNotContain("fixture-token", PASSWORD, "svc-invoices");
      }
    }

    @Test
    void keepTheirNamesSoThatASettingsRecordStillBinds() throws IOException {
      send(endpoint(RequestRecorder.of(directory)), Fixtures.invocationScheduled());
      HookPayload payload = recorded("000001-invocation-scheduled.json").payload();
      assertThat(payload.secretNames()).containsExactly("erp_user", "erp_password");
      assertThat(payload.secret("erp_user").orElseThrow().reveal()).isEqualTo("removed");
      assertThat(payload.token().orElseThrow().reveal()).isEqualTo("removed");
    }

    @Test
    void becomeANewTokenWhenTheRequestIsSentAgain() throws IOException {
      HookEndpoint endpoint = endpoint(RequestRecorder.of(directory));
      send(endpoint, Fixtures.invoice());
      Fixture recorded = recorded("000001-annotation_content-initialize.json");

      RossumSimulator rossum = RossumSimulator.of(endpoint, SECRET);
      RossumApiStub api = RossumApiStub.create().join(rossum);
      rossum.deliver(recorded);
      String token = Json.read(rossum.exchanges().get(0).request()).path(TOKEN).asText();
      assertThat(token).isNotEmpty().isNotEqualTo("removed").doesNotContain("fixture-token");

      rossum.deliver(recorded.withoutKey(TOKEN)); // of a hook without an owner of its token
      assertThat(Json.read(rossum.exchanges().get(1).request()).has(TOKEN)).isFalse();
      api.close();

      RossumSimulator alone = RossumSimulator.of(endpoint, SECRET);
      alone.deliver(recorded);
      assertThat(Json.read(alone.exchanges().get(0).request()).has(TOKEN)).isFalse();
    }

    @Test
    void areFoundInOtherTextsToo() throws IOException {
      Fixture fixture =
          Fixtures.invocationManual()
              .withArguments(
                  Map.of(
                      "login",
                      "svc-invoices:" + PASSWORD,
                      "deep",
                      List.of(Map.of(TOKEN, "another"))))
              .withSecret("pin", "12")
              .withKey("number", 12)
              .withKey("year", "2012");
      send(endpoint(RequestRecorder.of(directory)), fixture);
      ManualPayload payload =
          recorded("000001-invocation-manual.json").payload(ManualPayload.class);
      assertThat(payload.arguments().find("login").orElseThrow().scalar())
          .hasValue("removed:removed");
      assertThat(payload.arguments().find("deep").orElseThrow().text()).isEqualTo("[ { } ]");
      assertThat(payload.arguments().find("number").orElseThrow().scalar()).hasValue("removed");
      assertThat(payload.arguments().find("year").orElseThrow().scalar()).hasValue("2012");
    }

    @Test
    void areFoundInTheKeysThatSomebodyGaveAndLeaveThoseOfTheProtocol() throws IOException {
      Fixture fixture =
          Fixtures.invoice()
              .withSecret("word", "category")
              .withSecret("other", "lowercase")
              .withKey(
                  "annotation.metadata", Map.of("lowercase", 1, "kept", Map.of("category", 2)));
      send(endpoint(RequestRecorder.of(directory)), fixture);
      Fixture recorded = recorded("000001-annotation_content-initialize.json");
      assertThat(Json.read(recorded.json()).at("/annotation/metadata"))
          .isEqualTo(Json.of(Map.of("removed", 1, "kept", Map.of("removed", 2))));
      assertThat(recorded.id("order_id")).isEqualTo(fixture.id("order_id"));
      assertThat(recorded.json()).doesNotContain("lowercase");
    }

    @Test
    void areFoundInTheArgumentsOfACallerWhoseKeysAreNotOfTheProtocol() throws IOException {
      Fixture fixture =
          Fixtures.invocationManual()
              .withSecret("word", "lowercase")
              .withArguments(
                  Map.of(
                      "category",
                      "lowercase",
                      "lowercase",
                      1,
                      "order",
                      Map.of("op", "lowercase", "lowercase", List.of("lowercase"))));
      send(endpoint(RequestRecorder.of(directory)), fixture);
      for (String name : names()) {
        assertThat(Files.readString(directory.resolve(name)))
            .as(name)
            .contains("removed", "category")
            .doesNotContain("lowercase");
      }
      ManualPayload payload =
          recorded("000001-invocation-manual.json").payload(ManualPayload.class);
      assertThat(payload.eventAndAction()).isEqualTo("invocation.manual");
      assertThat(payload.secretNames()).contains("word");
    }

    @Test
    void areFoundIfTheyAreEncodedTwice() throws IOException {
      String secret = "???>>>"; // of whose Base64 a URL and JSON escape some characters
      String base64 = Base64.getEncoder().encodeToString(("u:" + secret).getBytes(UTF_8));
      String alone = Base64.getEncoder().encodeToString(secret.getBytes(UTF_8));
      assertThat(base64 + alone).contains("/", "+", "=");
      Map<String, Object> arguments = new HashMap<>();
      for (String text : List.of(base64, alone)) {
        arguments.put("url " + text.length(), URLEncoder.encode(text, UTF_8));
        arguments.put("json " + text.length(), text.replace("/", "\\/"));
      }
      Fixture fixture =
          Fixtures.invocationManual().withSecret("key", secret).withArguments(arguments);
      send(endpoint(RequestRecorder.of(directory)), fixture);
      ManualPayload payload =
          recorded("000001-invocation-manual.json").payload(ManualPayload.class);
      for (String argument : arguments.keySet()) {
        assertThat(payload.arguments().find(argument).orElseThrow().scalar().orElseThrow())
            .as(argument)
            .matches("(\\S{0,4}removed\\S{0,4})");
      }
    }

    @Test
    void leaveTheRestAsItCame() throws IOException {
      send(endpoint(RequestRecorder.of(directory)), Fixtures.invoice());
      Fixture expected =
          Fixtures.invoice()
              .withToken("removed")
              .withSecrets(Map.of())
              .withSecret("erp_user", "removed")
              .withSecret("erp_password", "removed");
      assertThat(Json.read(recorded("000001-annotation_content-initialize.json").json()))
          .isEqualTo(Json.read(expected.json()));
    }
  }

  @Nested
  class Masked {
    private Fixture masked(Fixture fixture, RequestRecorder recorder) throws IOException {
      send(endpoint(recorder), fixture);
      assertThat(names()).hasSize(1);
      return recorded(names().get(0));
    }

    @Test
    void valuesKeepTheirShape() throws IOException {
      ContentPayload payload =
          masked(Fixtures.invoiceWithSchema(), RequestRecorder.of(directory).withMask())
              .payload(ContentPayload.class);
      assertThat(field(payload, "invoice_id").value()).isEqualTo("xx-0000/0000");
      assertThat(field(payload, "vendor_name").value()).isEqualTo("xxxxxxxxx xxxxxx xxxx");
      assertThat(field(payload, "vendor_name").rirText()).hasValue("xxxxxxxxx xxxxxx xxxx");
      assertThat(field(payload, "amount_total").value()).isEqualTo("0,000.00");
      assertThat(field(payload, "amount_total").text()).isEqualTo("0000.00");
      assertThat(field(payload, "date_issue").value()).isEqualTo("01/01/2000");
      assertThat(field(payload, "date_issue").text()).isEqualTo("2000-01-01");
      assertThat(field(payload, "date_due").value()).isEmpty();
    }

    @Test
    void enumsKeepAValueOfTheirOptions() throws IOException {
      ContentPayload payload =
          masked(Fixtures.invoiceWithSchema(), RequestRecorder.of(directory).withMask())
              .payload(ContentPayload.class);
      assertThat(field(payload, "vendor").options().orElseThrow())
          .extracting(option -> option.value())
          .contains(field(payload, "vendor").value());
      assertThat(payload.schema().orElseThrow().datapoint("currency").orElseThrow().options())
          .extracting(option -> option.value())
          .contains(field(payload, "currency").value());
    }

    @Test
    void fieldsThatAreKeptAreAsTheyCame() throws IOException {
      ContentPayload payload =
          masked(
                  Fixtures.invoiceWithSchema(),
                  RequestRecorder.of(directory).withMask().withUnmasked("currency", "item_uom"))
              .payload(ContentPayload.class);
      assertThat(field(payload, "currency").value()).isEqualTo("eur");
      assertThat(field(payload, "item_uom").value()).isEqualTo("box");
      assertThat(field(payload, "item_code").value()).isEqualTo("xx-0000");
      assertThat(payload.schema().orElseThrow().datapoint("currency").orElseThrow().options())
          .extracting(option -> option.value())
          .contains("eur");
    }

    @Test
    void fieldsThatAreKeptAreAddedToThoseOfBefore() throws IOException {
      ContentPayload payload =
          masked(
                  Fixtures.invoice(),
                  RequestRecorder.of(directory)
                      .withMask()
                      .withUnmasked("order_id")
                      .withUnmasked("item_uom"))
              .payload(ContentPayload.class);
      assertThat(field(payload, "order_id").value()).isEqualTo("450017");
      assertThat(field(payload, "item_uom").value()).isEqualTo("box");
    }

    @Test
    void structureStaysAsItIs() throws IOException {
      Fixture fixture = Fixtures.invoiceWithSchema().withEdited("order_id");
      Fixture recorded = masked(fixture, RequestRecorder.of(directory).withMask());
      ContentPayload payload = recorded.payload(ContentPayload.class);
      ContentPayload before = fixture.payload(ContentPayload.class);
      assertThat(payload.updatedDatapoints()).isEqualTo(before.updatedDatapoints());
      assertThat(payload.content().schemaIds()).isEqualTo(before.content().schemaIds());
      assertThat(Json.read(payload.settings().text()))
          .isEqualTo(Json.read(before.settings().text()));
      assertThat(payload.annotation().url()).isEqualTo(before.annotation().url());
      assertThat(payload.annotation().createdAt()).isEqualTo(before.annotation().createdAt());
      assertThat(payload.schema().orElseThrow().schemaIds())
          .isEqualTo(before.schema().orElseThrow().schemaIds());
      assertThat(recorded.id("line_items[1].item_code"))
          .isEqualTo(fixture.id("line_items[1].item_code"));
    }

    @ParameterizedTest
    @MethodSource("io.github.rossumext.testkit.Fixtures#all")
    void nothingThatTheDocumentSaysIsInTheFile(Fixture fixture) throws IOException {
      String text = masked(fixture, RequestRecorder.of(directory).withMask()).json();
      assertThat(text)
          .doesNotContain(
              "Nordlicht",
              "nordlicht",
              "450017",
              "NL-2025",
              "LS-88120",
              "1,748",
              "2207",
              "Bestellung",
              "Rechnung",
              "CC-7",
              "scanner",
              "Copy paper",
              "DE811907980");
    }

    @Test
    void anEmailKeepsTheKindsOfItsFiles() throws IOException {
      EmailPayload email =
          masked(Fixtures.emailReceived(), RequestRecorder.of(directory).withMask())
              .payload(EmailPayload.class);
      assertThat(email.files())
          .extracting(file -> file.filename().orElse(""))
          .containsExactly("xxxxxxxx xx-0000-0000.pdf", "xxxx.png", "xxxxxxxxx.xml");
      assertThat(email.files()).extracting(file -> file.id()).containsExactly("1", "2", "3");
    }

    @Test
    void theArgumentsOfAClientAreMaskedWhateverTheirNames() throws IOException {
      ManualPayload payload =
          masked(
                  Fixtures.invocationManual()
                      .withArguments(Map.of("id", "A-17", "url", "https://x.example", "n", 25)),
                  RequestRecorder.of(directory).withMask())
              .payload(ManualPayload.class);
      assertThat(Json.read(payload.arguments().text()))
          .isEqualTo(Json.of(Map.of("id", "x-00", "url", "xxxxx://x.xxxxxxx", "n", 0)));
    }

    private static Datapoint field(ContentPayload payload, String schemaId) {
      return (Datapoint) payload.content().bySchemaId(schemaId).get(0);
    }
  }
}
