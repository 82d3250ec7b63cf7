package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.USER_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.EndpointResponse;
import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.edit.ContentEditor;
import io.github.rossumext.edit.ContentRules;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/testing.md. */
class TestingGuideTest {
  static void checkOrderId(ContentEditor content) {
    if (!content.field("order_id").text().matches("\\d{6}")) {
      content.field("order_id").warning("The order number must have six digits.");
    }
  }

  // docs: first-test
  private static ContentEditor edit(Fixture call) {
    ContentPayload payload = call.payload(ContentPayload.class);
    return ContentEditor.of(payload, HookContext.of(payload));
  }

  @Test
  void aRightOrderNumberIsNotComplainedOf() {
    ContentEditor content = edit(Fixtures.invoice());

    checkOrderId(content);

    assertThat(content.response().isEmpty()).isTrue();
  }

  @Test
  void aWrongOrderNumberIsComplainedOf() {
    ContentEditor content = edit(Fixtures.invoice().edited("order_id"));
    content.field("order_id").set("12");

    checkOrderId(content);

    assertThat(content.response().messages()).hasSize(1);
  }

  // end

  // docs: test-the-endpoint
  @Test
  void theEndpointAnswersASignedCall() {
    Secret secret = Secret.of("made-up");
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(secret)
            .on(ANNOTATION_CONTENT, ContentRules.of(TestingGuideTest::checkOrderId))
            .build();
    Fixture click = Fixtures.invoice().with(USER_UPDATE, 5912004151L); // a button in a row

    EndpointResponse answer = endpoint.handle(SignedRequest.of(click, secret).toEndpointRequest());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
  }

  // end

  // docs: test-with-a-recorded-call
  private static ContentEditor edit(Path recorded) throws IOException {
    ContentPayload payload = (ContentPayload) HookPayload.parse(Files.readAllBytes(recorded));
    return ContentEditor.of(payload, HookContext.of(payload));
  }

  // end

  @Test
  void aRecordedCallIsRead(@TempDir Path directory) throws IOException {
    Path recorded = Files.write(directory.resolve("call.json"), Fixtures.invoice().bytes());

    assertThat(edit(recorded).field("order_id").text()).isEqualTo("450017");
  }

  @Test
  void theInvoiceOfTheExamplesIsShownAsItIs() {
    String chapter = Guide.text("docs/testing.md").split("## The invoice of the examples", -1)[1];
    List<MatchResult> shown =
        Pattern.compile("^\\| `(\\w+)` \\| (?:`([^`]*)`)?", Pattern.MULTILINE)
            .matcher(chapter)
            .results()
            .toList();
    ContentPayload invoice = Fixtures.invoice().payload(ContentPayload.class);

    assertThat(shown).hasSizeGreaterThan(20);
    assertThat(shown)
        .allSatisfy(
            row -> {
              Node node = invoice.content().bySchemaId(row.group(1)).get(0);
              if (node instanceof Datapoint field) {
                assertThat(field.text()).isEqualTo(row.group(2) == null ? "" : row.group(2));
              } else {
                assertThat(node).isInstanceOf(Multivalue.class);
              }
            });
  }
}
