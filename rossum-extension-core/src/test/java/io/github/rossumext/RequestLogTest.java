package io.github.rossumext;

import static io.github.rossumext.Calls.REQUEST_ID;
import static io.github.rossumext.Calls.signed;
import static io.github.rossumext.Handlers.everywhere;
import static io.github.rossumext.Handlers.failing;
import static io.github.rossumext.Handlers.withPolicy;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.Calls.Kind;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.value.Headers;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log of the requests: one line each, and nothing of what is in them. */
class RequestLogTest {
  private final CapturedLog log = CapturedLog.start();

  @AfterEach
  void close() {
    log.close();
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
              .secret(Calls.SECRET)
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
          "INFO annotation_content\\.initialize, annotation 7000000321, request "
              + REQUEST_ID
              + ", "
              + body.length
              + " bytes -> 200 in \\d+ ms, 2 messages, 1 operations, 1 automation blockers");
    }

    @Test
    void saysOfAnEmailHowManyFilesAreImported() {
      HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(Calls.SECRET)
              .on(HookEvent.EMAIL_RECEIVED, (email, context) -> EmailResponse.importAll(email))
              .build();

      endpoint.handle(Kind.EMAIL.request());

      assertLine(
          "INFO email\\.received, request "
              + REQUEST_ID
              + ", \\d+ bytes -> 200 in \\d{1,6} ms, 2 files");
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenForEveryKindOfEvent(Kind kind) {
      doingNothing().handle(kind.request());

      assertLine("INFO \\w+\\.\\w+,.* request " + REQUEST_ID + ", \\d+ bytes -> 200 in \\d+ ms.*");
    }

    @Test
    void namesTheAnnotationOfAChangeOfStatus() {
      doingNothing().handle(Kind.STATUS.request());

      assertLine("INFO annotation_status\\.changed, annotation 7000000321, request .*");
    }

    @Test
    void isWrittenAlsoWhereTheAnnotationIsOdd() {
      EndpointResponse answer =
          doingNothing()
              .handle(
                  signed(
                      "{'event':'annotation_status','action':'changed','request_id':'r-1',"
                          + "'annotation':{'id':'None'}}"));

      assertThat(answer.status()).isEqualTo(200);
      assertLine("INFO annotation_status\\.changed, request r-1, .*");
    }

    @Test
    void saysThatTheUserWasTold() {
      failing(new UserMessageException("x")).build().handle(Kind.UPDATED.request());

      assertLine("INFO annotation_content\\.updated, .* -> 200 in \\d+ ms, the user was told");
    }

    @Test
    void isAnErrorWithATraceForAFailure() {
      failing(new IOException("x")).build().handle(Kind.UPDATED.request());

      assertLine("ERROR annotation_content\\.updated, .* -> 500 in \\d+ ms, failed");
      assertThat(log.text()).contains("java.io.IOException", "at ", "RequestLogTest.java");
    }

    @Test
    void isLeftOutRatherThanTheAnswer() {
      Exception failsItself =
          new IllegalStateException() {
            private static final long serialVersionUID = 1L;

            @Override
            public StackTraceElement[] getStackTrace() {
              throw new IllegalStateException("x");
            }
          };

      EndpointResponse answer = failing(failsItself).build().handle(Kind.UPDATED.request());

      assertThat(answer.status()).isEqualTo(500);
      assertThat(log.events()).isEmpty();
    }

    @Test
    void isAnErrorAlsoForAFailureThatIsAnsweredOpenly() {
      withPolicy(failing(new IOException("x")), FailurePolicy.FAIL_OPEN)
          .build()
          .handle(Kind.UPDATED.request());

      assertLine("ERROR annotation_content\\.updated, .* -> 200 in \\d+ ms, failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=zz"})
    void isAWarningForARejectedSignature(String signature) {
      Headers headers =
          signature.isEmpty()
              ? Headers.empty()
              : Headers.of("X-Rossum-Signature-SHA256", signature);

      doingNothing().handle(EndpointRequest.of(headers, Kind.UPDATED.body("")));

      assertLine("WARN rejected: signature M(ISSING|ALFORMED), \\d+ bytes -> 401 in \\d+ ms");
    }

    @Test
    void isAWarningForABodyThatIsNoPayload() {
      doingNothing().handle(signed("{'event':1}"));

      assertLine("WARN rejected: not a payload: .*, 11 bytes -> 400 in \\d+ ms");
    }

    @Test
    void isAWarningForABodyThatIsTooLarge() {
      everywhere((payload, context) -> {}).maxBodyBytes(10).build().handle(signed("{'event':1}"));

      assertLine("WARN rejected: body too large, 11 bytes -> 413 in \\d+ ms");
    }
  }

  @Nested
  class WithoutAHandler {
    private final HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(Calls.SECRET)
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
          .startsWith("WARN ")
          .endsWith(
              ", no handler: add .on(HookEvent."
                  + constant
                  + ", …) to the endpoint, or take the event out of the hook");
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
      assertHint("invocation", "interface", "other(\"invocation\", \"interface\")");
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

      assertLine("INFO a\\?\\?ERROR\\?forged\\.b\\?c\\?x{76}, request .*");
    }

    @Test
    void noRuleWritesALineOfTheRequests() {
      HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(Calls.SECRET)
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
              .secret(Calls.SECRET)
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
