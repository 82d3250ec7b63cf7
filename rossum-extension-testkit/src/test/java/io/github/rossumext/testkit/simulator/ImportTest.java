package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.response.EmailResponse.OriginalSender;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.UploadBuilder;
import io.github.rossumext.value.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTest {
  private static final Secret SECRET = Secret.of("simulated");
  private static final String PDF = "Rechnung NL-2025-0917.pdf";

  private static SimulatedHook hook(String response) {
    return SimulatedHook.of(StubTransport.responding(response), SECRET);
  }

  private static ImportDecision email(String... responses) {
    RossumSimulator rossum = RossumSimulator.of(hook(responses[0]));
    for (int i = 1; i < responses.length; i++) {
      rossum.then(hook(responses[i]));
    }
    return rossum.receive(Fixtures.emailReceived());
  }

  @Nested
  class AnEmail {
    @Test
    void importsTheListedFilesWithTheirValues() {
      ImportDecision decision =
          email("{\"files\":[{\"id\":\"1\",\"values\":[{\"id\":\"email:po\",\"value\":\"47\"}]}]}");

      assertThat(decision.importedFiles()).containsExactly(PDF);
      assertThat(decision.file(PDF).values()).isEqualTo(Map.of("email:po", "47"));
      assertThat(decision.file("logo.png").isImported()).isFalse();
      assertThat(decision.problems()).isEmpty();
    }

    @Test
    void importsOnlyWhatEveryHookListsAndTheLatestValueWins() {
      ImportDecision decision =
          email(
              "{\"files\":[{\"id\":\"1\",\"values\":[{\"id\":\"email:a\",\"value\":\"1\"},"
                  + "{\"id\":\"email:b\",\"value\":\"1\"}]},{\"id\":\"2\",\"values\":[]}]}",
              "{\"files\":[{\"id\":\"1\",\"values\":[{\"id\":\"email:b\",\"value\":\"2\"}]}]}");

      assertThat(decision.importedFiles()).containsExactly(PDF);
      assertThat(decision.file("1").values()).isEqualTo(Map.of("email:a", "1", "email:b", "2"));
    }

    @Test
    void isRejectedByOneHookWhateverTheNextOnesList() {
      String both = "{\"files\":[{\"id\":\"1\",\"values\":[]},{\"id\":\"2\",\"values\":[]}]}";
      ImportDecision decision = email("{\"files\":[{\"id\":\"1\",\"values\":[]}]}", both, both);

      assertThat(decision.importedFiles()).containsExactly(PDF);
      assertThat(email("{\"files\":[]}", both).importedFiles()).isEmpty();
      assertThat(email(both, "oops", both).importedFiles()).isEmpty();
    }

    @Test
    void isDroppedAsAWholeByAResponseWithoutFiles() {
      ImportDecision decision = email("{}");

      assertThat(decision.importedFiles()).isEmpty();
      assertThat(decision.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.text()).contains("none of the files"));
    }

    @Test
    void isNotToldOfTheMessagesThatExplainAFailure() {
      HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(SECRET)
              .on(
                  HookEvent.EMAIL_RECEIVED,
                  (payload, context) -> {
                    throw new IllegalStateException("No price list.");
                  })
              .build();
      RossumSimulator rossum = RossumSimulator.of(endpoint, SECRET);

      ImportDecision decision = rossum.receive(Fixtures.emailReceived());
      assertThat(rossum.exchanges().get(0).response()).contains("messages");
      assertThat(decision.problems())
          .extracting(Problem::text)
          .isNotEmpty()
          .noneMatch(text -> text.contains("'messages'"));
      assertThat(email("{\"files\":[],\"messages\":[]}").problems())
          .extracting(Problem::text)
          .contains("The response has a key 'messages', which email.received ignores.");
    }

    @Test
    void keepsAdditionalFilesWhatOtherHooksSay() {
      ImportDecision decision =
          email(
              "{\"files\":[],\"additional_files\":[{\"document\":\"https://x/documents/9\","
                  + "\"values\":[]},{\"document\":\"https://x/documents/8\",\"values\":[],"
                  + "\"import_document\":false}]}",
              "{\"files\":[]}");

      assertThat(decision.importedFiles()).containsExactly("https://x/documents/9");
      assertThat(decision.additionalFiles()).hasSize(2);
    }

    @Test
    void mayHaveAnotherSender() {
      ImportDecision decision =
          email(
              "{\"files\":[],\"extracted_original_sender\":{\"email\":\"a@b.example\"}}",
              "{\"files\":[],\"extracted_original_sender\":{\"email\":\"\"}}");

      assertThat(decision.originalSender()).contains(new OriginalSender("a@b.example", ""));
      assertThat(decision.problems()).hasSize(1);
    }

    @Test
    void losesValuesThatAreNotOfAnEmail() {
      ImportDecision decision =
          email("{\"files\":[{\"id\":\"1\",\"values\":[{\"id\":\"po\",\"value\":\"47\"}]}]}");

      assertThat(decision.file(PDF).values()).isEmpty();
      assertThat(decision.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.text()).contains("does not start with email:"));
    }

    @Test
    void losesFilesThatItDoesNotHave() {
      ImportDecision decision = email("{\"files\":[{\"id\":\"77\",\"values\":[]},{\"id\":1}]}");

      assertThat(decision.importedFiles()).isEmpty();
      assertThat(decision.problems()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{'files':[{'id':1}]} | A file has an id that is not a text, so it is ignored.",
          "{'files':[{'id':'1','values':7}]} | 'values' of the file '1' is not a list.",
          "{'files':[{'id':'1','name':'x'}]} | The key 'name' is ignored.",
          "{'files':[{'id':'1','values':[{'value':'x'}]}]}"
              + " | A value of the file '1' has no id, so it is lost.",
          "{'files':[{'id':'1','values':[7]}]}"
              + " | A value of the file '1' has no id, so it is lost.",
          "{'files':[{'id':'1','values':[{'id':'email:a','value':7}]}]}"
              + " | A value of the file '1' is not a text, so it is lost.",
          "{'files':[],'additional_files':7}"
              + " | 'additional_files' is not a list, so it is ignored.",
          "{'files':[],'additional_files':[{'document':' '}]}"
              + " | An additional file has no document, so it is ignored.",
          "{'files':[],'additional_files':[{'document':7}]}"
              + " | An additional file has no document, so it is ignored.",
          "{'files':[],'additional_files':[{'document':'d','import_document':'no'}]}"
              + " | 'import_document' of an additional file is not true or false, so the file is"
              + " ignored.",
          "{'files':[],'additional_files':[{'document':'d','name':'x'}]}"
              + " | The key 'name' is ignored.",
          "{'files':[],'additional_files':[{'document':'d','values':7}]}"
              + " | 'values' of the file 'd' is not a list.",
          "{'files':[],'extracted_original_sender':{'email':'a@b.example','phone':'1'}}"
              + " | The key 'phone' is ignored.",
        })
    void reportsWhatItIgnores(String response, String problem) {
      assertThat(email(Order.quoted(response)).problems())
          .extracting(Problem::text)
          .containsExactly(problem);
    }

    @Test
    void takesAValueOfTheGreatestLength() {
      String longest = "x".repeat(1500);
      ImportDecision decision =
          email(
              Order.quoted(
                  "{'files':[{'id':'1','values':[{'id':'email:a','value':'"
                      + longest
                      + "'},{'id':'email:b','value':'"
                      + longest
                      + "x'}]}]}"));

      assertThat(decision.file("1").values()).isEqualTo(Map.of("email:a", longest));
      assertThat(decision.problems())
          .extracting(Problem::text)
          .containsExactly(
              "A value of the file '1' has 1501 characters, more than 1500, so it is lost.");
    }

    @Test
    void namesItsFilesIfItIsAskedForAnother() {
      ImportDecision decision = email("{\"files\":[]}");

      assertThat(decision.file("1").name()).isEqualTo(PDF);
      assertThat(decision.file("1").isFailed()).isFalse();
      assertThatThrownBy(() -> decision.file("b.pdf"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("There is no file 'b.pdf'. The files are [" + PDF);
    }

    @Test
    void isReceivedAsAnEmailOnly() {
      assertThatThrownBy(() -> RossumSimulator.of(hook("{}")).receive(Fixtures.uploadCreated()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("email.received");
    }
  }

  @Nested
  class AnUpload {
    private static final String FIRST =
        "https://papierhaus.rossum.example/api/v1/documents/4402118830";
    private static final String SECOND =
        "https://papierhaus.rossum.example/api/v1/documents/4402118833";

    @Test
    void isImportedAsItCameUnlessAHookSaysOtherwise() {
      ImportDecision decision = RossumSimulator.of(hook("{}")).upload(Fixtures.uploadCreated());

      assertThat(decision.file(FIRST).isImported()).isTrue();
      assertThat(decision.file(FIRST).values()).containsEntry("upload:cost_center", "CC-7");
      assertThat(decision.file(SECOND).isImported()).isFalse();
    }

    @Test
    void showsTheNextHookWhatTheOneBeforeHasSaid() {
      StubTransport second = StubTransport.responding("{}");
      RossumSimulator rossum =
          RossumSimulator.of(
                  hook(
                      "{\"files\":[{\"document\":\""
                          + FIRST
                          + "\",\"prevent_importing\":true,\"messages\":"
                          + "[{\"type\":\"info\",\"content\":\"A copy\"}]}]}"))
              .then(SimulatedHook.of(second, SECRET));

      ImportDecision decision = rossum.upload(Fixtures.uploadCreated());

      assertThat(decision.importedFiles()).isEmpty();
      assertThat(decision.file(FIRST).messages())
          .extracting(ShownMessage::text)
          .containsExactly("A copy");
      assertThat(second.requests().get(0)).doesNotContain("\"prevent_importing\":false");
    }

    private static final String BOTH = "\"prevent_importing\":true,\"failed_import\":true";

    private static SimulatedHook saying(String document, String keys) {
      return hook("{\"files\":[{\"document\":\"" + document + "\"," + keys + "}]}");
    }

    @Test
    void failsAFileAndShowsItToTheNextHook() {
      StubTransport second = StubTransport.responding("{}");
      RossumSimulator rossum =
          RossumSimulator.of(saying(FIRST, "\"failed_import\":true"))
              .then(SimulatedHook.of(second, SECRET));

      ImportDecision decision = rossum.upload(Fixtures.uploadCreated());

      assertThat(decision.importedFiles()).isEmpty();
      assertThat(decision.file(FIRST).isFailed()).isTrue();
      assertThat(decision.file(FIRST).values()).isEmpty();
      assertThat(decision.file(FIRST)).hasToString(PDF + ", failed");
      assertThat(decision.file(SECOND).isFailed()).isFalse();
      assertThat(decision.problems()).isEmpty();
      assertThat(second.requests().get(0)).contains("\"failed_import\":true");
    }

    @Test
    void takesFailedOverPrevented() {
      ImportDecision decision =
          RossumSimulator.of(saying(FIRST, BOTH)).upload(Fixtures.uploadCreated());

      assertThat(decision.file(FIRST).isFailed()).isTrue();
      assertThat(decision.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.text()).contains("'failed_import' wins"));
    }

    @Test
    void mayFailWhatCamePrevented() {
      ImportDecision decision =
          RossumSimulator.of(saying(SECOND, BOTH)).upload(Fixtures.uploadCreated());

      assertThat(decision.file(SECOND).isFailed()).isTrue();
      assertThat(decision.problems()).isEmpty();
    }

    @Test
    void isNotFailedAnyMoreIfALaterHookLeavesItOut() {
      ImportDecision decision =
          RossumSimulator.of(saying(FIRST, "\"failed_import\":true"))
              .then(saying(FIRST, "\"messages\":[]"))
              .upload(Fixtures.uploadCreated());

      assertThat(decision.file(FIRST).isImported()).isTrue();
    }

    @Test
    void mayComeWithAFailedFile() {
      Fixture upload = UploadBuilder.create().pdf("a.pdf").importFailed().build();

      assertThat(RossumSimulator.of(hook("{}")).upload(upload).file("a.pdf").isFailed()).isTrue();
    }

    @Test
    void ignoresAFileWhoseFailureIsNotABoolean() {
      ImportDecision decision =
          RossumSimulator.of(saying(FIRST, "\"failed_import\":\"yes\""))
              .upload(Fixtures.uploadCreated());

      assertThat(decision.file(FIRST).isImported()).isTrue();
      assertThat(decision.problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{'files':7} | 'files' is not a list, so it is ignored.",
          "{'files':[{'document':7}]} | The document '7' is not in the upload, so it is ignored.",
          "{'files':[{'document':'" + FIRST + "','name':'x'}]} | The key 'name' is ignored.",
        })
    void reportsWhatItIgnores(String response, String problem) {
      ImportDecision decision =
          RossumSimulator.of(hook(Order.quoted(response))).upload(Fixtures.uploadCreated());

      assertThat(decision.problems()).extracting(Problem::text).containsExactly(problem);
      assertThat(decision.file(FIRST).isImported()).isTrue();
    }

    @Test
    void namesAFileOfAnUnknownDocumentByItsUrl() {
      Fixture upload = Fixtures.uploadCreated().withKey("documents", List.of());

      ImportDecision decision = RossumSimulator.of(hook("{}")).upload(upload);

      assertThat(decision.file(FIRST).name()).isEqualTo(FIRST);
    }

    @Test
    void keepsADecisionThatIsNotABoolean() {
      ImportDecision decision =
          RossumSimulator.of(saying(SECOND, "\"prevent_importing\":\"no\""))
              .upload(Fixtures.uploadCreated());

      assertThat(decision.file(SECOND).isImported()).isFalse();
      assertThat(decision.problems()).hasSize(1);
    }

    @Test
    void losesDocumentsThatItDoesNotHave() {
      ImportDecision decision =
          RossumSimulator.of(hook("{\"files\":[{\"document\":\"https://x/1\"}]}"))
              .upload(Fixtures.uploadCreated());

      assertThat(decision.problems()).hasSize(1);
    }
  }

  @Nested
  class AnInvocation {
    @Test
    void forwardsAnyJsonToTheClient() {
      Exchange exchange = RossumSimulator.of(hook("[1]")).invoke(Fixtures.invocationManual());

      assertThat(exchange.response()).isEqualTo("[1]");
      assertThat(exchange.problems()).isEmpty();
    }

    @Test
    void thatIsScheduledIgnoresTheResponse() {
      assertThat(RossumSimulator.of(hook("oops")).schedule(Fixtures.invocationScheduled()).get(0))
          .satisfies(exchange -> assertThat(exchange.problems()).isEmpty());
    }

    @Test
    void thatIsNotJsonGivesTheClientNothing() {
      assertThat(RossumSimulator.of(hook("oops")).invoke(Fixtures.invocationManual()).problems())
          .extracting(Problem::text)
          .containsExactly("The response is not JSON, so the client gets nothing.");
    }

    @Test
    void thatTellsAStatusReachesTheHooksOfIt() {
      Fixture change = Fixtures.statusChanged();

      assertThat(RossumSimulator.of(hook("oops")).changeStatus(change))
          .singleElement()
          .satisfies(exchange -> assertThat(exchange.isSuccess()).isTrue())
          .satisfies(exchange -> assertThat(exchange.problems()).isEmpty());
    }

    @Test
    void needsAHookThatIsRegisteredForIt() {
      RossumSimulator rossum = RossumSimulator.of(hook("{}").withEvents("email.received"));
      assertThatThrownBy(() -> rossum.invoke(Fixtures.invocationManual()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("invocation.manual");
    }
  }
}
