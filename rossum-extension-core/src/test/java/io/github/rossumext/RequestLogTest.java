package io.github.rossumext;

import static io.github.rossumext.Handlers.everywhere;
import static io.github.rossumext.Handlers.failing;
import static io.github.rossumext.Handlers.withPolicy;
import static io.github.rossumext.Requests.REQUEST_ID;
import static io.github.rossumext.Requests.signed;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log of the requests: one line each, and nothing of what is in them. */
class RequestLogTest {
  private final CapturedLog log = CapturedLog.start();

  @AfterEach
  void close() {
    log.close();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            content -> content.number("note").value(),
            "NoSuchElementException: 'note' is empty or not a number. Ask isSet() first, or call"
                + " orElse(…). See "),
        mistake(
            content -> content.date("note").set("fine"),
            "IllegalArgumentException: The text for 'note' must be an ISO date"),
        mistake(
            content -> content.bool("note").set("fine"),
            "IllegalArgumentException: The text for 'note' must be True or False."),
        mistake(content -> content.field("nota"), "UnknownFieldException: "));
  }

  private static Arguments mistake(ContentRule rule, String text) {
    return Arguments.of(rule, text);
  }

  private void assertLine(String pattern) {
    assertThat(log.lines()).singleElement().asString().matches(pattern);
  }

  private static HookEndpoint doingNothing() {
    return everywhere((payload, context) -> {}).build();
  }

  @Nested
  class OneLineARequest {
    @Test
    void saysOfContentWhatItWasAndHowItEnded() {
      HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(Requests.SECRET)
              .on(
                  HookEvent.ANNOTATION_CONTENT,
                  ContentRules.of(
                      content -> {
                        content.field("note").set("x").validatedBy(CONNECTOR).info("y");
                        content.warning("z");
                        content.automationBlocker("w");
                      }))
              .build();
      byte[] body = Kind.INITIALIZE.body("");

      endpoint.handle(signed(body));

      assertLine(
          "INFO handled event=annotation_content\\.initialize annotation=7000000321 request="
              + REQUEST_ID
              + " bytes="
              + body.length
              + " status=200 ms=\\d+ messages=2 operations=1 blockers=1");
    }

    @Test
    void saysOfAnEmailHowManyFilesAreImported() {
      HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(Requests.SECRET)
              .on(HookEvent.EMAIL_RECEIVED, (email, context) -> EmailResponse.importAll(email))
              .build();

      endpoint.handle(Kind.EMAIL.request());

      assertLine(
          "INFO handled event=email\\.received request="
              + REQUEST_ID
              + " bytes=\\d+ status=200 ms=\\d{1,6} files=2");
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenForEveryKindOfEvent(Kind kind) {
      doingNothing().handle(kind.request());

      assertLine(
          "INFO handled event=\\w+\\.\\w+( annotation=\\d+)? request="
              + REQUEST_ID
              + " bytes=\\d+ status=200 ms=\\d+( \\w+=\\d+)*");
    }

    @Test
    void namesTheAnnotationOfAChangeOfStatus() {
      doingNothing().handle(Kind.STATUS.request());

      assertLine("INFO handled event=annotation_status\\.changed annotation=7000000321 request=.*");
    }

    @Test
    void isWrittenAlsoWhereTheAnnotationIsOdd() {
      EndpointResponse response =
          doingNothing()
              .handle(
                  signed(
                      "{'event':'annotation_status','action':'changed','request_id':'r-1',"
                          + "'annotation':{'id':'None'}}"));

      assertThat(response.status()).isEqualTo(200);
      assertLine("INFO handled event=annotation_status\\.changed request=r-1 .*");
    }

    @Test
    void saysThatTheHandlerEndedWithAMessageForTheUser() {
      failing(new UserMessageException("x")).build().handle(Kind.UPDATED.request());

      assertLine(
          "INFO handled event=annotation_content\\.updated .* status=200 ms=\\d+"
              + " exception=io.github.rossumext.UserMessageException");
    }

    @Test
    void isAnErrorWithATraceForAFailure() {
      failing(new IOException("x")).build().handle(Kind.UPDATED.request());

      assertLine("ERROR failed event=annotation_content\\.updated .* status=500 ms=\\d+");
      assertThat(log.text()).contains("java.io.IOException", "at ", "RequestLogTest.java");
    }

    @Test
    void isWrittenAlsoForAFailureThatFailsItself() {
      Exception failsItself =
          new IllegalStateException("hidden") {
            private static final long serialVersionUID = 1L;

            @Override
            public StackTraceElement[] getStackTrace() {
              throw new IllegalStateException("x");
            }

            @Override
            public synchronized Throwable getCause() {
              throw new IllegalStateException("x");
            }

            @Override
            public String getMessage() {
              throw new IllegalStateException("x");
            }

            @Override
            public String toString() {
              throw new IllegalStateException("x");
            }
          };

      for (HookEndpoint.Builder endpoint :
          List.of(
              failing(failsItself),
              failing(failsItself).logExceptionTexts(),
              failing(new FailureException(FailurePolicy.RETRY, failsItself)),
              failing(new FailureException(FailurePolicy.RETRY, failsItself)).logExceptionTexts(),
              withPolicy(failing(failsItself), FailurePolicy.FAIL_OPEN))) {
        EndpointResponse response = endpoint.build().handle(Kind.UPDATED.request());

        assertThat(response.status()).isIn(200, 500);
      }
      assertThat(log.lines()).hasSize(5).allMatch(line -> line.matches("(ERROR|WARN) failed .*"));
      assertThat(log.text()).contains(failsItself.getClass().getName()).doesNotContain("hidden");
    }

    @Test
    void isOneLineWithoutATraceForAFailureThatIsExpected() {
      failing(new FailureException(FailurePolicy.RETRY, new SocketTimeoutException("db.internal")))
          .build()
          .handle(Kind.EXPORT.request());

      assertLine(
          "WARN failed event=annotation_content\\.export .* status=503 ms=\\d+"
              + " exception=java\\.net\\.SocketTimeoutException at=io\\.github\\.rossumext\\.\\S+");
      assertThat(log.text().lines()).hasSize(1);
      assertThat(log.text()).doesNotContain("db.internal");
    }

    @ParameterizedTest
    @CsvSource({"TELL_USER,500", "RETRY,503", "NO_RETRY,422"})
    void isOneLineForAFailureThatIsExpectedWhateverThePolicyOfTheRule(
        FailurePolicy policy, int status) {
      ContentRule rule =
          content -> {
            throw new FailureException(FailurePolicy.RETRY, new IOException("db.internal"));
          };

      HookEndpoint.builder()
          .secret(Requests.SECRET)
          .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of().and(rule, policy))
          .build()
          .handle(Kind.EXPORT.request());

      assertLine(
          "WARN failed event=annotation_content\\.export .* status="
              + status
              + " ms=\\d+ exception=java\\.io\\.IOException at=io\\.github\\.rossumext\\.\\S+");
      assertThat(log.text().lines()).hasSize(1);
    }

    @Test
    void hasATraceForAFailureThatAPolicyMakesARetry() {
      ContentRule broken =
          content -> {
            throw new IOException("x");
          };

      HookEndpoint.builder()
          .secret(Requests.SECRET)
          .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of().and(broken, FailurePolicy.RETRY))
          .build()
          .handle(Kind.EXPORT.request());

      assertLine("ERROR failed event=annotation_content\\.export .* status=503 ms=\\d+");
      assertThat(log.text()).contains("java.io.IOException", "RequestLogTest.java");
    }

    @Test
    void isAnErrorAlsoForAFailureThatHasNoOpinion() {
      withPolicy(failing(new IOException("x")), FailurePolicy.FAIL_OPEN)
          .build()
          .handle(Kind.UPDATED.request());

      assertLine("ERROR failed event=annotation_content\\.updated .* status=200 ms=\\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=zz"})
    void isAWarningForARejectedSignature(String signature) {
      Headers headers =
          signature.isEmpty()
              ? Headers.empty()
              : Headers.of("X-Rossum-Signature-SHA256", signature);

      doingNothing().handle(EndpointRequest.of(headers, Kind.UPDATED.body("")));

      assertLine(
          "WARN rejected reason=\"signature M(ISSING|ALFORMED)\" bytes=\\d+ status=401 ms=\\d+"
              + " hint=\"[^\"]+\\. See https://[^\"]+#status-401\"");
    }

    private void assertHint(Headers headers, String expected) {
      doingNothing().handle(EndpointRequest.of(headers, Kind.UPDATED.body("")));

      assertThat(log.lines()).singleElement().asString().contains(" hint=\"" + expected);
    }

    @Test
    void saysWhatToCheckIfTheSignatureIsMissing() {
      assertHint(Headers.empty(), "Set config.secret of the hook, and look for a proxy");
    }

    @Test
    void saysWhatToCheckIfThereIsOnlyTheLegacySignature() {
      assertHint(
          Headers.of("X-Elis-Signature", "sha1=00"),
          "The request has only the legacy header X-Elis-Signature. Set config.secret of the hook");
    }

    @Test
    void saysWhatToCheckIfTheSignatureIsMalformed() {
      assertHint(Headers.of("X-Rossum-Signature-SHA256", "x"), "Look for a proxy that changes");
    }

    @Test
    void saysWhatToCheckIfTheSignatureIsWrong() {
      assertHint(
          RequestSigner.of(Secret.of("another")).headers(Kind.UPDATED.body("")),
          "Compare config.secret of the hook with the secret of the service");
    }

    @Test
    void isAWarningForABodyThatIsNoPayload() {
      doingNothing().handle(signed("{'event':1}"));

      assertLine("WARN rejected reason=\"not a payload: .*\" bytes=11 status=400 ms=\\d+");
    }

    @Test
    void isAWarningForABodyThatIsTooLarge() {
      everywhere((payload, context) -> {}).maxBodyBytes(10).build().handle(signed("{'event':1}"));

      assertLine(
          "WARN rejected reason=\"body too large, 11 bytes, limit 10 bytes\" bytes=11 status=413"
              + " ms=\\d+");
    }
  }

  @Nested
  class WithoutAHandler {
    private final HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(Requests.SECRET)
            .on(
                HookEvent.other("no_such", "event"),
                (payload, context) -> {
                  throw new AssertionError("The wrong handler was called.");
                })
            .build();

    private void assertHint(String event, String action, String constant) {
      endpoint.handle(
          signed(
              "{'event':'%s','action':'%s','annotation':{'content':[]},'files':[]}"
                  .formatted(event, action)));

      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("WARN no handler event=" + event + "." + action + " ")
          .endsWith(
              " hint=\"add .on(HookEvent."
                  + constant
                  + ", …) to the endpoint, or remove the event from the hook\"");
    }

    @Test
    void theLineNamesTheConstantOfContent() {
      assertHint("annotation_content", "started", "ANNOTATION_CONTENT");
    }

    @Test
    void theLineNamesTheConstantOfStatus() {
      assertHint("annotation_status", "changed", "ANNOTATION_STATUS");
    }

    @Test
    void theLineNamesAConstantThatWorksForAnUnknownActionOfStatus() {
      assertHint("annotation_status", "reopened", "ANNOTATION_STATUS");
    }

    @Test
    void theLineNamesTheConstantOfEmail() {
      assertHint("email", "received", "EMAIL_RECEIVED");
    }

    @Test
    void theLineNamesTheConstantOfUpload() {
      assertHint("upload", "created", "UPLOAD_CREATED");
    }

    @Test
    void theLineNamesTheConstantOfScheduled() {
      assertHint("invocation", "scheduled", "INVOCATION_SCHEDULED");
    }

    @Test
    void theLineNamesTheConstantOfManual() {
      assertHint("invocation", "manual", "INVOCATION_MANUAL");
    }

    @Test
    void theLineNamesTheWordsOfAnUnknownEvent() {
      assertHint("invocation", "interface", "other(\\\"invocation\\\", \\\"interface\\\")");
    }
  }

  @Nested
  class TextsOfExceptions {
    private final Exception failure =
        new IOException("the reason", new IllegalStateException("its\nERROR cause"));

    private HookEndpoint.Builder rules(ContentRules rules) {
      return HookEndpoint.builder()
          .secret(Requests.SECRET)
          .on(HookEvent.ANNOTATION_CONTENT, rules)
          .logExceptionTexts();
    }

    @Test
    void areLoggedIfTheAuthorAsksForThem() {
      failing(failure).logExceptionTexts().build().handle(Kind.UPDATED.request());

      assertThat(log.text())
          .contains(
              "java.io.IOException: the reason",
              "Caused by: java.lang.IllegalStateException: its\n    ERROR cause");
      assertThat(log.text().lines().filter(line -> line.startsWith("ERROR"))).hasSize(1);
    }

    @Test
    void areLoggedForAFailureThatIsExpected() {
      failing(new FailureException(FailurePolicy.RETRY, failure))
          .logExceptionTexts()
          .build()
          .handle(Kind.UPDATED.request());

      assertLine("WARN failed .* text=\"the reason\"");
    }

    @Test
    void areLoggedForARuleWhoseFailureIsOpen() {
      rules(
              ContentRules.of()
                  .and(
                      content -> {
                        throw failure;
                      },
                      FailurePolicy.FAIL_OPEN))
          .build()
          .handle(Kind.UPDATED.request());

      assertThat(log.lines().get(0))
          .startsWith("WARN rule failed, its edits were taken back rule=")
          .endsWith(" request=" + REQUEST_ID + " text=\"the reason\"");
    }

    @Test
    void areLoggedForAListener() {
      everywhere((payload, context) -> {})
          .logExceptionTexts()
          .listener(
              new HookListener() {
                @Override
                public void received(HookRequest request) {
                  throw new IllegalStateException("the reason");
                }
              })
          .build()
          .handle(Kind.UPDATED.request());

      assertThat(log.lines().get(0))
          .startsWith("WARN listener failed listener=")
          .endsWith(" text=\"the reason\"");
    }

    @ParameterizedTest
    @MethodSource("io.github.rossumext.RequestLogTest#mistakes")
    void areLoggedOfTheLibraryInAnyCase(ContentRule mistake, String text) {
      HookEndpoint.builder()
          .secret(Requests.SECRET)
          .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(mistake))
          .build()
          .handle(Kind.UPDATED.request());

      assertThat(log.text())
          .containsPattern("\njava\\.util\\.NoSuch|\njava\\.lang\\.Illegal|\nio\\.github")
          .contains(text)
          .doesNotContain("fine");
    }

    @Test
    void areCut() {
      failing(new IOException("x".repeat(9000)))
          .logExceptionTexts()
          .build()
          .handle(Kind.UPDATED.request());

      assertThat(log.text()).contains("x".repeat(4096) + "…").doesNotContain("x".repeat(4097));
    }

    @Test
    void reachNoResponse() {
      EndpointResponse response =
          failing(failure).logExceptionTexts().build().handle(Kind.UPDATED.request());

      assertThat(Wire.json(response)).doesNotContain("reason");
    }
  }

  @Nested
  class Forgeries {
    @Test
    void aRequestIdWithLineBreaksIsNotTakenOver() {
      failing(new IOException("x"))
          .build()
          .handle(
              signed(
                  "{'event':'invocation','action':'manual',"
                      + "'request_id':'1\\nERROR forged\\u2028ERROR forged\\r'}"));

      assertThat(log.text()).doesNotContain("forged");
      assertThat(log.events()).hasSize(1);
    }

    @Test
    void eventAndActionAreOneWordEach() {
      doingNothing()
          .handle(
              signed(
                  "{'event':'a\\r\\nERROR forged','action':'b\\u2028c\\u007f%s'}"
                      .formatted("x".repeat(99))));

      assertLine("INFO handled event=a\\?\\?ERROR\\?forged\\.b\\?c\\?x{76} request=.*");
    }

    @Test
    void noWordOfARequestAddsAPair() {
      doingNothing()
          .handle(
              signed("{'event':'a status=200','action':'b\\u0022c','request_id':'r status=500'}"));

      assertLine("INFO handled event=a\\?status=200\\.b\\?c request=[-0-9a-f]{36} bytes=.*");
    }

    @Test
    void noRuleWritesALineOfTheRequests() {
      HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(Requests.SECRET)
              .on(
                  HookEvent.ANNOTATION_CONTENT,
                  ContentRules.of(
                          content -> content.field("x\nERROR forged").set("y".repeat(1501)),
                          content -> content.automationBlocker("x"))
                      .and(
                          content -> {
                            throw new IllegalStateException("x");
                          },
                          FailurePolicy.FAIL_OPEN))
              .build();

      endpoint.handle(
          signed(
              "{'event':'annotation_content','action':'z\\nERROR forged',"
                  + "'request_id':'1\\nERROR forged','annotation':{'content':["
                  + "{'id':1,'schema_id':'x\\nERROR forged','content':{'value':'a'}}]}}"));

      assertThat(log.lines()).hasSize(4).noneMatch(line -> line.contains("\n"));
      assertThat(log.text().lines()).noneMatch(line -> line.startsWith("ERROR"));
    }

    @Test
    void theTextOfAnExceptionOfTheLibraryIsOneLine() {
      HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(Requests.SECRET)
              .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(content -> content.field("nota")))
              .build();

      endpoint.handle(
          signed(
              "{'event':'annotation_content','action':'started','annotation':{'content':["
                  + "{'id':1,'schema_id':'note\\nERROR forged','content':{'value':'a'}}]}}"));

      assertThat(log.text()).contains("Did you mean note?ERROR forged?");
    }
  }
}
