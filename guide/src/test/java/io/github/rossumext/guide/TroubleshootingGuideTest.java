package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The texts that docs/troubleshooting.md quotes are the texts of the library. */
class TroubleshootingGuideTest {
  private static final String PAGE = Guide.text("docs/troubleshooting.md");

  @TestFactory
  Stream<DynamicTest> theSymptomIsTheMessageOfTheException() {
    Map<String, ThrowingCallable> symptoms = new LinkedHashMap<>();
    symptoms.put(
        "UnknownFieldException: The document has no field 'due_date'",
        rule(content -> content.field("due_date")));
    symptoms.put(
        "UnknownFieldException: 'line_items' is a table, not a field",
        rule(content -> content.field("line_items")));
    symptoms.put(
        "'date_issue' is a date in the schema, but was opened as a number",
        rule(content -> content.number("date_issue")));
    symptoms.put(
        "NoSuchElementException: 'amount_total' is empty or not a number",
        rule(
            content -> {
              content.field("amount_total").clear();
              content.number("amount_total").value();
            }));
    symptoms.put(
        "IllegalStateException: The row is new, so it has no id",
        rule(content -> content.table("line_items").append().id()));
    symptoms.put(
        "IllegalStateException: The endpoint has no secret", () -> HookEndpoint.builder().build());
    symptoms.put(
        "IllegalStateException: The endpoint has no handler",
        () -> HookEndpoint.builder().secret(Responses.SECRET).build());
    symptoms.put(
        "IllegalStateException: Registered twice: annotation_content and annotation_content",
        () ->
            HookEndpoint.builder()
                .secret(Responses.SECRET)
                .on(ANNOTATION_CONTENT, ContentRules.of())
                .on(ANNOTATION_CONTENT, ContentRules.of())
                .build());
    symptoms.put(
        "IllegalStateException: The environment variable ROSSUM_HOOK_SECRET is not set",
        () -> Secret.fromEnv("ROSSUM_HOOK_SECRET"));
    symptoms.put("the body is not a JSON object", body("[]"));
    symptoms.put("expected a text in \"event\" and in \"action\"", body("{}"));
    symptoms.put(
        "is computed by a formula",
        rule(content -> content.number("amount_due").set(BigDecimal.TEN)));
    symptoms.put(
        "got a value that is not among its options",
        rule(content -> content.field("currency").set("guilder")));
    symptoms.put(
        "takes values of up to 1500 characters",
        rule(content -> content.field("notes").set("x".repeat(1501))));
    symptoms.put(
        "is a number; it cannot hold this text",
        rule(content -> content.field("amount_total").set("1,748.00")));
    symptoms.put(
        "of a new row can only be for the whole document",
        rule(content -> content.table("line_items").append().field("item_code").info("New.")));
    return symptoms.entrySet().stream()
        .map(
            symptom ->
                DynamicTest.dynamicTest(
                    symptom.getKey(), () -> check(symptom.getKey(), symptom.getValue())));
  }

  private static void check(String quoted, ThrowingCallable mistake) {
    Throwable thrown = catchThrowable(mistake);

    assertThat(PAGE).contains(quoted);
    assertThat(thrown.getClass().getSimpleName() + ": " + thrown.getMessage()).contains(quoted);
  }

  private static ThrowingCallable rule(ContentRule rule) {
    ContentPayload payload = Fixtures.invoiceWithSchema().payload(ContentPayload.class);
    ContentEditor content = ContentEditor.of(payload, HookContext.of(payload));
    return () -> {
      rule.apply(content);
      assertThat(content.response()).isNotNull();
    };
  }

  private static ThrowingCallable body(String json) {
    return () -> HookPayload.of(json.getBytes(StandardCharsets.UTF_8));
  }
}
