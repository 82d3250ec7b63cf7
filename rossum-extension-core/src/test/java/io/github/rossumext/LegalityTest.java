package io.github.rossumext;

import static io.github.rossumext.CompiledHandler.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A response that Rossum would ignore for the event does not compile (protocol §1, §4). */
class LegalityTest {
  private static void assertRefused(String registration, String... words) {
    String complaint = complaint(registration);

    assertThat(complaint).containsOnlyOnce(": error: ").contains(words);
    // Place, source, caret, the types that do not fit, the type variables.
    assertThat(complaint.lines()).as(complaint).hasSizeLessThanOrEqualTo(11);
    assertThat(complaint).hasSizeLessThan(750);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on(ANNOTATION_CONTENT, (content, context) -> CONTENT)",
        "on(ANNOTATION_CONTENT.only(EXPORT, CONFIRM), (content, context) -> CONTENT)",
        "on(EMAIL_RECEIVED, (email, context) -> EmailResponse.importOnly(email, EmailFile::isPdf))",
        "on(UPLOAD_CREATED, (upload, context) -> UPLOAD.withImportPrevented(upload.files().get(0)))",
        "on(INVOCATION_MANUAL, (payload, context) -> JsonResponse.of(payload.arguments()))",
        "on(HookEvent.other(\"invocation\", \"interface\"), (payload, context) -> JSON)",
        "on(UNKNOWN, (payload, context) -> JSON)",
        "listen(ANNOTATION_STATUS, (change, context) -> change.annotation().status())",
        "listen(INVOCATION_SCHEDULED, (payload, context) -> context.secret(\"erp_password\"))",
      })
  void theResponseToTheEventCompiles(String registration) {
    assertThat(complaint(registration)).isEmpty();
  }

  @Nested
  class AResponseToAnotherEvent {
    @Test
    void isNoneToAnEmail() {
      assertRefused(
          "on(EMAIL_RECEIVED, (email, context) -> CONTENT)", "ContentResponse", "EmailResponse");
      assertRefused("on(EMAIL_RECEIVED, (email, context) -> JSON)", "EmailResponse");
      assertRefused("on(EMAIL_RECEIVED, (email, context) -> UPLOAD)", "EmailResponse");
      assertRefused("on(EMAIL_RECEIVED, (email, context) -> NONE)", "EmailResponse");
    }

    @Test
    void isNoneToAnEmailWhereAClassGivesItEither() {
      assertRefused("on(EMAIL_RECEIVED, new EmailFilter())", "ContentResponse", "EmailResponse");
    }

    @Test
    void isNoneToAnyOther() {
      assertRefused("on(ANNOTATION_CONTENT, (content, context) -> EMAIL)", "ContentResponse");
      assertRefused("on(UPLOAD_CREATED, (upload, context) -> EMAIL)", "UploadResponse");
      assertRefused("on(INVOCATION_MANUAL, (payload, context) -> CONTENT)", "JsonResponse");
    }
  }

  @Nested
  class AnEventWhoseResponseIsIgnored {
    @Test
    void cannotGetOne() {
      assertRefused("on(ANNOTATION_STATUS, (change, context) -> CONTENT)", "NoResponse");
      assertRefused("on(ANNOTATION_STATUS.only(CHANGED), (change, context) -> JSON)", "NoResponse");
      assertRefused("on(INVOCATION_SCHEDULED, (payload, context) -> JSON)", "NoResponse");
    }

    @Test
    void isTheOnlyKindThatCanBeListenedTo() {
      assertRefused("listen(EMAIL_RECEIVED, (email, context) -> email.files())", "NoResponse");
      assertRefused("listen(ANNOTATION_CONTENT, (content, context) -> {})", "NoResponse");
      assertRefused("listen(UPLOAD_CREATED, (upload, context) -> {})", "NoResponse");
      assertRefused("listen(INVOCATION_MANUAL, (payload, context) -> {})", "NoResponse");
    }
  }
}
