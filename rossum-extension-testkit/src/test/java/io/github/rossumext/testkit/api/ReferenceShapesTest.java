package io.github.rossumext.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The objects that the stub makes have the keys that the documentation of the API lists. */
class ReferenceShapesTest extends StubTest {
  private String annotation;
  private String task;

  @BeforeEach
  void upload() {
    api.runningPolls(0);
    task =
        client
            .send("POST", "/v1/uploads/a.pdf?queue=19055", "application/pdf", new byte[] {1})
            .at("/url");
    client.get(task + "?no_redirect=true");
    annotation = client.get("/v1/annotations?ordering=-id").at("/results/0/url");
  }

  private static void has(JsonNode object, String keys) {
    List<String> found = new ArrayList<>();
    object.fieldNames().forEachRemaining(found::add);
    assertThat(found).containsAll(Arrays.asList(keys.split(" ", -1)));
  }

  @Test
  void annotation() {
    JsonNode json = client.get(annotation).json();
    has(
        json,
        "id url document queue schema status relations pages creator modifier modified_by"
            + " created_at modified_at assigned_at confirmed_at deleted_at exported_at"
            + " export_failed_at purged_at rejected_at arrived_at confirmed_by rejected_by messages"
            + " content suggested_edit time_spent metadata automated automatically_rejected einvoice"
            + " training_enabled restricted_access email related_emails email_thread"
            + " has_email_thread_with_replies has_email_thread_with_new_replies automation_blocker"
            + " organization assignees labels prediction rir_poll_id");
    assertThat(json.path("id").asLong()).isGreaterThan(Integer.MAX_VALUE);
    assertThat(json.path("content").asText()).isEqualTo(annotation + "/content");
    assertThat(json.path("created_at").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    assertThat(json.has("previous_status")).isFalse();
  }

  @Test
  void documentAndPage() {
    has(
        client.get(client.get(annotation).at("/document")).json(),
        "id url s3_name parent email annotations mime_type creator created_at arrived_at"
            + " original_file_name content attachment_status metadata");
    has(
        client.get(client.get(annotation).at("/pages/0")).json(),
        "id url annotation number rotation_deg mime_type s3_name content metadata width height");
  }

  @Test
  void taskAndUpload() {
    JsonNode json = client.get(task + "?no_redirect=true").json();
    has(json, "id url type status expires_at detail content result_url");
    has(
        client.get(json.at("/content/upload").asText()).json(),
        "url queue email organization creator created_at documents additional_documents annotations");
  }

  @Test
  void relationsAndEdits() {
    String links = "\"annotations\":[\"" + annotation + "\"]}";
    has(
        client.post("/v1/relations", "{\"type\":\"duplicate\",\"key\":\"5d41\"," + links).json(),
        "id url type key parent annotations");
    has(
        client.post("/v1/document_relations", "{\"annotation\":\"" + annotation + "\"}").json(),
        "id url type key annotation documents");
  }

  @Test
  void nodeOfTheContent() {
    JsonNode sections = client.get(PATH + "/content").json().path("content");
    has(sections.path(0), "id url schema_id category children");
    JsonNode field = sections.at("/0/children/0");
    has(field, "id url schema_id category content validation_sources time_spent");
    has(
        field.path("content"),
        "value normalized_value page position rir_text rir_page rir_position rir_confidence"
            + " connector_text connector_position ocr_text ocr_position");
  }

  @Test
  void hook() {
    has(
        client
            .post(
                "/v1/hooks",
                "{\"name\":\"x\",\"events\":[\"upload.created\"],\"config\":{\"url\":\"https://x.example\"}}")
            .json(),
        "id url name type queues events active sideload run_after config token_owner"
            + " token_lifetime_s settings settings_schema secrets secrets_schema metadata description"
            + " extension_source modified_at");
  }

  @Test
  void errors() {
    assertThat(new Client(api, "").get(PATH).text()).isEqualTo("{\"detail\":\"Invalid token.\"}");
    assertThat(client.get("/v1/labels/1").text()).isEqualTo("{\"detail\":\"Not found.\"}");
    assertThat(client.post("/v1/labels", "{}").text())
        .isEqualTo("{\"name\":[\"This field is required.\"]}");
    assertThat(client.post(PATH + "/cancel", "").json().path("detail").isTextual()).isTrue();
  }

  @Test
  void listOfObjects() {
    api.add("labels", Map.of("name", "checked"));
    JsonNode page = client.get("/v1/labels").json();
    has(page, "pagination results");
    assertThat(page.path("pagination").toString()).isEqualTo("{\"next\":null,\"previous\":null}");
  }
}
