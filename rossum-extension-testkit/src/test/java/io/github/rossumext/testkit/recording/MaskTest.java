package io.github.rossumext.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.HookContext;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.Option;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
  private static JsonNode masked(Fixture fixture, String... kept) {
    return Mask.mask(Json.object(fixture.body()), Set.of(kept));
  }

  private static Fixture replayed(Fixture fixture, String... kept) {
    return Fixture.of(Json.bytes(masked(fixture, kept)));
  }

  private static JsonNode at(JsonNode json, String path) {
    return json.at("/" + path.replace('.', '/'));
  }

  /** Every place that the protocol knows, with a text that it does not. */
  @Nested
  class ATextThatDoesNotBelongThere {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "annotation.url",
          "annotation.id",
          "annotation.status",
          "annotation.previous_status",
          "annotation.queue",
          "annotation.rir_poll_id",
          "annotation.created_at",
          "annotation.time_spent",
          "annotation.organization",
          "annotation.email",
          "annotation.newer",
          "annotation.metadata",
          "annotation.prediction",
          "annotation.automated",
          "annotation.messages",
          "document.s3_name",
          "document.mime_type",
          "document.original_file_name",
          "document.attachment_status",
          "document.content",
          "document.newer",
          "newer",
          "request_id",
          "timestamp",
          "queues"
        })
    void isMasked(String path) {
      for (Object secretive :
          List.of(
              "Nordlicht",
              "Nordlicht GmbH 4711",
              "https://papierhaus.rossum.example/api/v1/Nordlicht",
              "https://nordlicht.example/api/v1/queues/1",
              "2025-11-03T08:00:00Z Nordlicht",
              Map.of("Nordlicht", 4711.25, "type", "Nordlicht"),
              List.of("Nordlicht", 4711))) {
        Fixture fixture = Fixtures.invoice().withKey(path, secretive);
        String masked = Json.text(at(masked(fixture), path));
        assertThat(masked).doesNotContainIgnoringCase("nordlicht").doesNotContain("4711");
        assertThat(masked).isNotEmpty();
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "id",
          "url",
          "schema_id",
          "category",
          "validation_sources",
          "time_spent",
          "options",
          "newer",
          "grid",
          "content/page",
          "content/position",
          "content/rir_confidence",
          "content/newer",
          "content/value",
          "content/normalized_value",
          "content/rir_raw_text",
          "content/ocr_text",
          "content/connector_text"
        })
    void isMaskedInAField(String key) {
      for (String secretive :
          List.of("\"Nordlicht GmbH\"", "4711.5", "[\"Nordlicht\", {\"Nordlicht\": 4711}]")) {
        JsonNode request = Json.read(Fixtures.invoice().json());
        ObjectNode node =
            (ObjectNode)
                request.at(
                    "/annotation/content/0/children/1" + (key.contains("/") ? "/content" : ""));
        node.set(key.substring(key.indexOf('/') + 1), Json.read(secretive));
        String masked =
            Json.text(Mask.mask(request, Set.of()).at("/annotation/content/0/children/1"));
        assertThat(masked).doesNotContainIgnoringCase("nordlicht");
        if (!key.matches("time_spent|content/page|content/position|content/rir_confidence")) {
          assertThat(masked).doesNotContain("4711");
        }
      }
    }

    @Test
    void isMaskedInTheUrlsThatNameRossumsHosts() {
      for (String path : List.of("hook", "base_url")) {
        for (String secretive : List.of("Nordlicht", "https://x.example/Nordlicht?id=4711")) {
          assertThat(at(masked(Fixtures.invoice().withKey(path, secretive)), path).asText())
              .doesNotContain("Nordlicht", "4711");
        }
      }
    }

    @Test
    void isMaskedAmongTheUpdatedDatapoints() {
      JsonNode masked =
          masked(
              Fixtures.invoice()
                  .withKey(
                      "updated_datapoints",
                      List.of("Nordlicht", "4711 A", "+4711", "007", 5912004104L)));
      assertThat(masked.path("updated_datapoints").toString())
          .isEqualTo("[\"xxxxxxxxx\",\"0000 x\",\"+0000\",\"000\",5912004104]");
    }

    @Test
    void isMaskedInMessages() {
      Fixture fixture =
          Fixtures.invoice()
              .withKey(
                  "annotation.messages",
                  List.of(
                      Map.of("type", "error", "content", "Nordlicht <b>4711</b>", "id", "all"),
                      Map.of(
                          "type",
                          "Nordlicht",
                          "content",
                          "x",
                          "id",
                          5912004104L,
                          "detail",
                          Map.of("hook_name", "Nordlicht", "is_exception", true, "hook_id", 12))));
      JsonNode messages = at(masked(fixture), "annotation.messages");
      assertThat(Json.text(messages)).doesNotContain("Nordlicht", "4711");
      assertThat(messages.at("/0/type").asText()).isEqualTo("error");
      assertThat(messages.at("/0/id").asText()).isEqualTo("all");
      assertThat(messages.at("/1/id").asLong()).isEqualTo(5912004104L);
      assertThat(messages.at("/1/detail/hook_id").asInt()).isEqualTo(12);
      assertThat(messages.at("/1/detail/is_exception").asBoolean()).isTrue();
    }

    @Test
    void isMaskedInTheOldFormOfMessages() {
      Fixture fixture =
          Fixtures.invoice().withKey("annotation.messages", Map.of("error", "Nordlicht"));
      assertThat(at(masked(fixture), "annotation.messages.error").asText()).isEqualTo("xxxxxxxxx");
    }

    @Test
    void isMaskedInSideloads() {
      Map<String, Object> named =
          Map.of(
              "id",
              7,
              "url",
              "https://papierhaus.rossum.example/api/v1/queues/7",
              "name",
              "Nordlicht",
              "settings",
              Map.of("Nordlicht", 4711),
              "users",
              List.of("https://papierhaus.rossum.example/api/v1/users/5"));
      for (String sideload :
          List.of("queues", "modifiers", "emails", "labels", "relations", "newer")) {
        JsonNode masked = masked(Fixtures.invoice().withKey(sideload, List.of(named)));
        assertThat(Json.text(masked.path(sideload))).doesNotContain("Nordlicht", "4711");
        if (!sideload.equals("newer")) {
          assertThat(masked.path(sideload).at("/0/id").asInt()).isEqualTo(7);
          assertThat(masked.path(sideload).at("/0/users/0").asText()).endsWith("/users/5");
        }
      }
    }

    @Test
    void isMaskedInAnEmail() {
      Fixture fixture =
          Fixtures.emailReceived()
              .withKey("headers.x-nordlicht", "4711")
              .withKey("headers.newer", "Nordlicht")
              .withKey("email", "Nordlicht")
              .withKey(
                  "files",
                  List.of(
                      Map.of(
                          "id",
                          "Nordlicht",
                          "filename",
                          "a.Nordlicht",
                          "mime_type",
                          "x/Nordlicht",
                          "n_pages",
                          2,
                          "newer",
                          4711)));
      assertThat(Json.text(masked(fixture)))
          .doesNotContainIgnoringCase("nordlicht")
          .doesNotContain("4711");
    }
  }

  @Test
  void keysThatSomebodyGaveAreMaskedAndStayApart() {
    Fixture fixture =
        Fixtures.invoice()
            .withKey("annotation.metadata", Map.of("Nordlicht", 1, "nordlicht", Map.of("4711", 2)));
    JsonNode metadata = at(masked(fixture), "annotation.metadata");
    assertThat(metadata).hasSize(2);
    assertThat(Json.text(metadata)).doesNotContainIgnoringCase("nordlicht").doesNotContain("4711");
  }

  @Test
  void theWordsAndIdsOfTheProtocolStay() {
    for (Fixture fixture : Fixtures.all()) {
      JsonNode before = Json.read(fixture.json());
      JsonNode masked = masked(fixture);
      for (String path :
          List.of(
              "request_id",
              "timestamp",
              "hook",
              "base_url",
              "event",
              "action",
              "settings",
              "updated_datapoints",
              "annotation.id",
              "annotation.url",
              "annotation.status",
              "annotation.previous_status",
              "annotation.pages",
              "annotation.created_at",
              "annotation.rir_poll_id",
              "document.s3_name",
              "document.mime_type",
              "document.attachment_status",
              "queue",
              "email",
              "files.0.id",
              "files.0.document",
              "files.0.mime_type",
              "files.0.height_px",
              "files.0.values.0.id",
              "documents.1.url",
              "upload")) {
        assertThat(at(masked, path)).as(path).isEqualTo(at(before, path));
      }
    }
  }

  @Test
  void aDateStaysADateOfItsFormat() {
    assertThat(MaskedText.ofDate("31.3.2026", "2026-03-31")).isEqualTo("01.1.2000");
    assertThat(MaskedText.ofDate("2026-03-31", "2026-03-31")).isEqualTo("2000-01-01");
    assertThat(MaskedText.ofDate("20260331", "2026-03-31")).isEqualTo("20000101");
    assertThat(MaskedText.ofDate("31032026", "2026-03-31")).isEqualTo("01012000");
    assertThat(MaskedText.ofDate("132026", "2026-03-01")).isEqualTo("012000");
    assertThat(MaskedText.ofDate("31. M\u00e4rz 2026", "2026-03-31")).isEqualTo("01. xxxx 2000");
    assertThat(MaskedText.of("2026-03-31T10:11:12.5Z")).isEqualTo("2000-01-01T00:00:00.0Z");
    assertThat(MaskedText.of("2026-13-31")).isEqualTo("0000-00-00");
    assertThat(MaskedText.ofMailDate("Tue, 04 Nov 2025 09:13:41 +0100"))
        .isEqualTo("Sat, 1 Jan 2000 00:00:00 GMT");
    assertThat(MaskedText.ofMailDate("yesterday")).isEqualTo("xxxxxxxxx");
  }

  @Test
  void aNumberStaysANumberOfItsFormat() {
    assertThat(MaskedText.of("-1132.87")).isEqualTo("-0000.00");
    assertThat(MaskedText.of("1 132,87")).isEqualTo("0 000,00");
    assertThat(Place.UNKNOWN.masked(Json.read("[12, 12.50, 1e3, 1e2000000]")).toString())
        .isEqualTo("[0,0.00,0,0]");
  }

  @Test
  void signsOfAllScriptsAreMasked() {
    assertThat(
            MaskedText.of(
                "\u0928\u092e\u0938\u094d\u0924\u0947 \u00bd \u2167 \ud83d\ude00 \u21167 e\u0301"))
        .isEqualTo("xxxxxx x x x x0 xx");
  }

  @Test
  void aMaskedRequestCanBeReplayed() {
    Fixture fixture = Fixtures.invoiceWithSchema().withField("date_due", LocalDate.of(2026, 3, 31));
    ContentPayload payload = replayed(fixture).payload(ContentPayload.class);
    ContentEditor content = ContentEditor.of(payload, HookContext.of(payload));

    assertThat(content.date("date_due").value()).isEqualTo(LocalDate.of(2000, 1, 1));
    assertThat(content.date("date_issue").value()).isEqualTo(LocalDate.of(2000, 1, 1));
    assertThat(content.number("amount_total").value()).isEqualByComparingTo("0");
    assertThat(content.table("line_items").rows()).hasSize(4);
    content.number("amount_total").set(BigDecimal.TEN);
    ContentResponse response = content.response();
    assertThat(response.operations()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("io.github.rossumext.testkit.Fixtures#all")
  void maskingAgainChangesNothing(Fixture fixture) {
    JsonNode masked = masked(fixture);
    assertThat(Mask.mask(masked, Set.of())).isEqualTo(masked);
  }

  @Test
  void optionsHoldTheValueWhateverItsCaseAndKind() {
    JsonNode request =
        masked(
            Fixtures.invoice()
                .withOptions("vendor", Option.of("TRUE", "yes"), Option.of("2025-11-03", ""))
                .withField("vendor", "true"));
    Datapoint vendor =
        (Datapoint)
            Fixture.of(Json.bytes(request))
                .payload(ContentPayload.class)
                .content()
                .bySchemaId("vendor")
                .get(0);
    assertThat(vendor.options().orElseThrow())
        .extracting(option -> option.value())
        .contains(vendor.value());
  }

  @Test
  void argumentsKeepTheirNamesAndMayBeKept() {
    Fixture fixture =
        Fixtures.invocationManual()
            .withArguments(
                Map.of("vendorName", "Nordlicht", "limits", Map.of("dryRun", true, "n", 4711)));
    assertThat(Json.text(masked(fixture)))
        .contains("\"vendorName\":\"xxxxxxxxx\"")
        .contains("\"limits\":{\"key_1\":")
        .doesNotContain("4711");
    assertThat(at(masked(fixture, "limits"), "limits.n").asInt()).isEqualTo(4711);
  }

  @Test
  void aFileValueMayBeKeptByItsName() {
    assertThat(at(masked(Fixtures.uploadCreated()), "files.0.values.0.value").asText())
        .isEqualTo("xx-0");
    assertThat(
            at(masked(Fixtures.uploadCreated(), "cost_center"), "files.0.values.0.value").asText())
        .isEqualTo("CC-7");
  }
}
