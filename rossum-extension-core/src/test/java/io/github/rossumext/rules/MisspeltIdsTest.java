package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.at;
import static io.github.rossumext.LossyWrites.DROP_AND_LOG;
import static io.github.rossumext.LossyWrites.REFUSE;
import static io.github.rossumext.SchemaText.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.CapturedLog;
import io.github.rossumext.ContentRequest;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.value.Secret;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schema ids that neither the document nor its schema has, and that are probably misspelt. */
class MisspeltIdsTest {
  /** The ways to ask for an id that a queue may not have. */
  enum Question {
    CONCERNS((content, id) -> content.concerns(id)),
    CHANGED((content, id) -> content.changed("invoice_id", id)),
    CLICKED((content, id) -> content.clicked(id)),
    HAS((content, id) -> content.has("unlike_any", id)),
    FIND((content, id) -> content.find(id)),
    FIND_NUMBER((content, id) -> content.findNumber(id)),
    FIND_DATE((content, id) -> content.findDate(id)),
    FIND_BOOL((content, id) -> content.findBool(id)),
    FIND_TABLE((content, id) -> content.findTable(id)),
    FIND_LIST((content, id) -> content.findList(id)),
    FIELDS((content, id) -> content.fields(id)),
    ROW_FIND((content, id) -> content.table("line_items").row(0).find(id)),
    TABLE_HAS((content, id) -> content.table("line_items").has(id));

    @SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing
    private final BiConsumer<ContentEditor, String> ask;

    Question(BiConsumer<ContentEditor, String> ask) {
      this.ask = ask;
    }
  }

  private static final Secret SECRET = Secret.of("invented for misspelt ids");

  private static ContentRequest document(HookAction action) {
    return at(action)
        .field("invoice_id", "77")
        .field("amount_total", "1")
        .table("line_items", Map.of("item_code", "a"))
        .updated("invoice_id")
        .with("request_id", "'r-1'");
  }

  private static ContentEditor edit(LossyWrites setting) {
    return document(HookAction.UPDATED).edit(setting);
  }

  @ParameterizedTest
  @EnumSource
  void anIdNearAKnownOneIsRefused(Question question) {
    ContentEditor content = edit(REFUSE);

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> question.ask.accept(content, "amout_totals"))
          .isInstanceOf(UnknownFieldException.class)
          .hasMessage(
              HelpTopic.UNKNOWN_FIELD.explain(
                  "Neither the document nor its schema has 'amout_totals'. Did you mean"
                      + " amount_total?"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anIdNearAKnownOneIsALineOfTheLog(Question question) {
    ContentEditor content = edit(DROP_AND_LOG);

    try (CapturedLog log = CapturedLog.start()) {
      question.ask.accept(content, "amout_totals");
      question.ask.accept(content, "amout_totals");

      assertThat(log.lines())
          .containsExactly(
              "WARN unknown schema id request=r-1 schema_id=\"amout_totals\""
                  + " nearest=\"amount_total\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anIdWithoutANearOneIsAFieldThatTheQueueDoesNotHave(Question question) {
    try (CapturedLog log = CapturedLog.start()) {
      question.ask.accept(edit(REFUSE), "project_code");
      question.ask.accept(edit(DROP_AND_LOG), "project_code");

      assertThat(log.lines()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FIELDS")
  void anIdOfTheSchemaIsKnown(Question question) {
    ContentEditor content =
        document(HookAction.UPDATED).schema(number("amount_total"), number("amount_totals")).edit();

    question.ask.accept(content, "amount_totals");
  }

  @Test
  void caseAndSeparatorsDoNotMakeAnIdAnother() {
    ContentEditor content = edit(REFUSE);

    assertThatThrownBy(() -> content.has("Invoice-Id"))
        .isInstanceOf(UnknownFieldException.class)
        .hasMessageContaining("Did you mean invoice_id?");
  }

  @Test
  void anIdOfTheSchemaIsNearToo() {
    ContentEditor content = document(HookAction.UPDATED).schema(number("discount_rate")).edit();

    assertThatThrownBy(() -> content.find("discount_rates"))
        .isInstanceOf(UnknownFieldException.class)
        .hasMessageContaining("Did you mean discount_rate?");
  }

  @Test
  void concernsLooksAtEveryIdAlsoAtInitialize() {
    ContentEditor content = document(HookAction.INITIALIZE).edit();

    assertThatThrownBy(() -> content.concerns("invoice_id", "amout_total"))
        .isInstanceOf(UnknownFieldException.class);
  }

  @Test
  void aColumnOfARowIsFoundAsBefore() {
    ContentEditor content = edit(REFUSE);

    assertThat(content.table("line_items").row(0).find("item_code")).isPresent();
    assertThat(content.table("line_items").has("item_code")).isTrue();
    assertThat(content.table("line_items").has("invoice_id")).isFalse();
  }

  @Test
  void itIsSaidOnceForAHookAndNotForEachRequest() {
    HookEndpoint endpoint = asking("invoice_ids", DROP_AND_LOG);

    try (CapturedLog log = CapturedLog.start()) {
      for (int hook : new int[] {1, 1, 2}) {
        endpoint.handle(request("'https://x.rossum.app/api/v1/hooks/" + hook + "'"));
      }

      assertThat(log.lines().stream().filter(line -> line.contains("unknown schema id")))
          .hasSize(2);
    }
  }

  @Test
  void itIsSaidForTheFirstDocumentThatHasANearId() {
    HookEndpoint endpoint = asking("discount_rates", DROP_AND_LOG);

    try (CapturedLog log = CapturedLog.start()) {
      endpoint.handle(request(document(HookAction.UPDATED)));
      assertThat(log.lines()).noneMatch(line -> line.contains("unknown schema id"));

      endpoint.handle(request(document(HookAction.UPDATED).schema(number("discount_rate"))));
      assertThat(log.lines()).anyMatch(line -> line.contains("nearest=\"discount_rate\""));
    }
  }

  @Test
  void aRuleThatCatchesTheExceptionDoesNotHideIt() {
    EndpointResponse response = asking("invoice_ids", REFUSE).handle(request("'h'"));

    assertThat(response.status()).isEqualTo(500);
  }

  private static EndpointRequest request(String hook) {
    return request(document(HookAction.UPDATED).with("hook", hook));
  }

  private static EndpointRequest request(ContentRequest document) {
    byte[] body = document.body();
    return EndpointRequest.of(
        Map.of(SignatureScheme.SHA256.header(), List.of(RequestSigner.of(SECRET).sign(body))),
        body);
  }

  private static HookEndpoint asking(String schemaId, LossyWrites setting) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .lossyWrites(setting)
        .on(
            HookEvent.ANNOTATION_CONTENT,
            ContentRules.of(
                content -> {
                  try {
                    content.find(schemaId);
                  } catch (UnknownFieldException e) {
                    content.info("Not there.");
                  }
                }))
        .build();
  }
}
