package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.at;
import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.Wire.blockers;
import static io.github.rossumext.Wire.json;
import static io.github.rossumext.Wire.messages;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.CapturedLog;
import io.github.rossumext.ContentRequest;
import io.github.rossumext.HookContext;
import io.github.rossumext.SettingsException;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.value.Html;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentEditorTest {
  private static ContentRequest invoice(HookAction action) {
    return at(action)
        .field("invoice_id", "77")
        .field("vendor_name", "Roboyo")
        .button("refresh")
        .table("line_items", Map.of("item_code", "a"), Map.of("item_code", "b"))
        .list("order_ids", "order_id", "1", "2");
  }

  @Test
  void withoutEditsTheResponseIsEmpty() {
    assertThat(json(invoice(HookAction.INITIALIZE).edit().response())).isEqualTo("{}");
  }

  @Nested
  class WhatThereIs {
    private final ContentEditor content = invoice(HookAction.INITIALIZE).edit();

    @Test
    void fieldsAndTablesAreThere() {
      assertThat(content.has("invoice_id")).isTrue();
      assertThat(content.has("invoice_id", "line_items", "order_ids", "refresh")).isTrue();
    }

    @Test
    void oneMissingIsEnough() {
      assertThat(content.has("invoice_id", "vendor_id")).isFalse();
      assertThat(content.has("project_code")).isFalse();
    }

    @Test
    void columnsRowsAndSectionsAreNoFields() {
      assertThat(content.has("item_code")).isFalse();
      assertThat(content.has("line_items_row")).isFalse();
      assertThat(content.has("basic_info")).isFalse();
    }

    @Test
    void aFieldIsFoundOrNot() {
      assertThat(content.find("invoice_id").map(Field::text)).contains("77");
      assertThat(content.find("vendor_id")).isEmpty();
      assertThat(content.find("item_code")).isEmpty();
      assertThat(content.find("line_items")).isEmpty();
    }

    @Test
    void aFoundFieldIsLive() {
      content.find("invoice_id").orElseThrow().set("78");

      assertThat(content.field("invoice_id").text()).isEqualTo("78");
    }

    @Test
    void aFieldWinsOverAColumnOfTheSameSchemaId() {
      ContentEditor twice =
          initialize().table("line_items", Map.of("code", "cell")).field("code", "field").edit();

      assertThat(twice.field("code").text()).isEqualTo("field");
    }

    @Test
    void aDocumentWithoutSectionsStillHasFields() {
      String request =
          """
          {"event": "annotation_content", "action": "initialize", "annotation": {"content": [
            {"id": 5483409760, "schema_id": "note", "content": {"value": "fine"}}]}}\
          """;
      ContentPayload payload = (ContentPayload) HookPayload.of(request.getBytes(UTF_8));

      assertThat(ContentEditor.of(payload, HookContext.of(payload)).field("note").text())
          .isEqualTo("fine");
    }
  }

  @Nested
  class WhyTheRequestCame {
    @Test
    void aFieldWasChangedByTheUser() {
      ContentEditor content = invoice(HookAction.UPDATED).updated("vendor_name").edit();

      assertThat(content.changed("vendor_name")).isTrue();
      assertThat(content.changed("invoice_id")).isFalse();
      assertThat(content.changed("invoice_id", "vendor_name")).isTrue();
      assertThat(content.changed("no_such_field")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"line_items", "line_items_row", "item_code", "order_id"})
    void aTableRowOrCellWasChanged(String schemaId) {
      ContentEditor content = invoice(HookAction.UPDATED).updated(schemaId).edit();

      assertThat(content.changed(schemaId)).isTrue();
      assertThat(content.changed("invoice_id")).isFalse();
    }

    @Test
    void anEditOfARuleIsNoChangeOfTheUser() {
      ContentEditor content = invoice(HookAction.UPDATED).updated("vendor_name").edit();

      content.field("invoice_id").set("78");

      assertThat(content.changed("invoice_id")).isFalse();
    }

    @Test
    void aButtonWasClicked() {
      ContentEditor clicked = invoice(HookAction.USER_UPDATE).updated("refresh").edit();
      ContentEditor other = invoice(HookAction.USER_UPDATE).updated("invoice_id").edit();

      assertThat(clicked.clicked("refresh")).isTrue();
      assertThat(other.clicked("refresh")).isFalse();
    }

    @Test
    void aChangedFieldIsNoClickedButton() {
      ContentEditor content = invoice(HookAction.USER_UPDATE).updated("invoice_id").edit();

      assertThat(content.clicked("invoice_id")).isFalse();
      assertThat(content.clicked("no_such_button")).isFalse();
    }

    @Test
    void theActionIsCompared() {
      ContentEditor content = at(HookAction.EXPORT).edit();

      assertThat(content.at(HookAction.EXPORT)).isTrue();
      assertThat(content.at(HookAction.CONFIRM)).isFalse();
      assertThat(at(new HookAction("reopened")).edit().at(new HookAction("reopened"))).isTrue();
    }

    @Test
    void initializeConcernsEveryField() {
      assertThat(invoice(HookAction.INITIALIZE).edit().concerns("vendor_name")).isTrue();
    }

    @Test
    void laterRequestsConcernTheFieldsThatWereChanged() {
      ContentEditor content = invoice(HookAction.UPDATED).updated("vendor_name").edit();

      assertThat(content.concerns("vendor_name")).isTrue();
      assertThat(content.concerns("invoice_id", "vendor_name")).isTrue();
      assertThat(content.concerns("invoice_id")).isFalse();
      assertThat(invoice(HookAction.STARTED).edit().concerns("vendor_name")).isFalse();
    }
  }

  @Nested
  class Said {
    private final ContentEditor content = invoice(HookAction.INITIALIZE).edit();

    @Test
    void messagesOnTheDocumentAreEscapedUnlessTheyAreHtml() {
      content.error("a < b");
      content.warning("\"a\" > 'b'");
      content.info("a & b");
      content.error(Html.format("<b>{}</b>", "<i>"));
      content.warning(Html.unsafe("<br>"));
      content.info(Html.unsafe("<br>"));

      assertThat(messages(content))
          .containsExactly(
              "{'type':'error','content':'a &lt; b'}",
              "{'type':'warning','content':'&quot;a&quot; &gt; &#39;b&#39;'}",
              "{'type':'info','content':'a &amp; b'}",
              "{'type':'error','content':'<b>&lt;i&gt;</b>'}",
              "{'type':'warning','content':'<br>'}",
              "{'type':'info','content':'<br>'}");
    }

    @Test
    void messagesKeepTheOrderInWhichTheyWereSaid() {
      content.info("1");
      content.field("vendor_name").error("2");
      content.error("3");

      assertThat(messages(content))
          .containsExactly(
              "{'type':'info','content':'1'}",
              "{'type':'error','content':'2','id':5483409761}",
              "{'type':'error','content':'3'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"started", "user_update", "updated", "confirm", "export", "reopened"})
    void blockersAreLeftOutAtOtherActionsThanInitialize(String action) {
      ContentEditor later = invoice(new HookAction(action)).edit();

      later.automationBlocker("x");
      later.field("vendor_name").automationBlocker("y");

      assertThat(blockers(later)).isEmpty();
    }

    @Test
    void aBlockerThatIsLeftOutIsADebugLineWithoutItsText() {
      ContentEditor later = invoice(new HookAction("up\ndated")).edit();

      try (CapturedLog log = CapturedLog.start()) {
        later.automationBlocker("The vendor owes us money");
        later.response();

        assertThat(log.lines())
            .singleElement()
            .asString()
            .startsWith(
                "DEBUG automation blockers left out, because this is not initialize request=")
            .endsWith(" blockers=1");
        assertThat(log.lines().get(0)).doesNotContain("money").doesNotContain("\n");
      }
    }
  }

  @Nested
  class Context {
    record Limits(int max, String currency) {
      static final Limits DEFAULTS = new Limits(10, "eur");
    }

    @Test
    void settingsAreLaidOverDefaults() {
      ContentEditor content = initialize().with("settings", "{'max':3}").edit();

      assertThat(content.settings(Limits.DEFAULTS)).isEqualTo(new Limits(3, "eur"));
    }

    @Test
    void settingsWithoutDefaultsComeFromTheHook() {
      ContentEditor content = initialize().with("settings", "{'max':3,'currency':'czk'}").edit();

      assertThat(content.settings(Limits.class)).isEqualTo(new Limits(3, "czk"));
    }

    @Test
    void settingsThatDoNotFitNameThePath() {
      ContentEditor content = initialize().with("settings", "{'max':'a lot'}").edit();

      assertThatThrownBy(() -> content.settings(Limits.DEFAULTS))
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              HelpTopic.SETTINGS_OR_SECRETS.explain("settings.max: expected a whole number"));
    }

    @Test
    void payloadAndContextAreThoseOfTheRequest() {
      ContentEditor content = initialize().with("request_id", "'r-1'").edit();

      assertThat(content.payload().action()).isEqualTo(HookAction.INITIALIZE);
      assertThat(content.context().requestId()).isEqualTo("r-1");
    }
  }
}
