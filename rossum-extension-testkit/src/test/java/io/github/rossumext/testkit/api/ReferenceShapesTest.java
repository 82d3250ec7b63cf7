package io.github.rossumext.testkit.api;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The stub's responses have the keys and types that the documentation of the API has, and no
 * others. Each shape is written in the order of the documentation.
 */
class ReferenceShapesTest extends StubTest {
  private static final String PAGE = HOST + "/pages/4620771801";
  private static final String POSITION = "position:[number]?";

  private String annotation;
  private String task;

  @BeforeEach
  void upload() {
    api.runningPolls(0);
    api.add(
        Fixtures.extractedInvoice()
            .withSchema(Fixtures.invoiceSchema())
            .withStatus(AnnotationStatus.TO_REVIEW));
    task =
        client
            .send("POST", "/v1/uploads/a.pdf?queue=19055", "application/pdf", new byte[] {1})
            .at("/url");
    client.get(task + "?no_redirect=true");
    annotation = client.get("/v1/annotations?ordering=-id").at("/results/0/url");
  }

  private static void check(String what, JsonNode json, String shape) {
    Shape.of(shape).check(what, json);
  }

  private static String annotationShape() {
    return "id:int url:url document:url queue:url schema:url"
        + " status:(created|importing|failed_import|split|to_review|reviewing|in_workflow|confirmed"
        + "|rejected|exporting|exported|failed_export|postponed|deleted|purged)"
        + " relations:[url] pages:[url] creator:url modifier:url? modified_by:url?"
        + " created_at:time modified_at:time? assigned_at:time? confirmed_at:time? deleted_at:time?"
        + " exported_at:time? export_failed_at:time? purged_at:time? rejected_at:time?"
        + " arrived_at:time? confirmed_by:url? deleted_by:url? exported_by:url? purged_by:url?"
        + " rejected_by:url? messages:[{}]? content:url suggested_edit:url? time_spent:number"
        + " metadata:{} automated:bool automatically_rejected:bool einvoice:bool"
        + " training_enabled:bool restricted_access:bool email:url? related_emails:[url]"
        + " email_thread:url? has_email_thread_with_replies:bool"
        + " has_email_thread_with_new_replies:bool automation_blocker:url? organization:url"
        + " assignees:[url] labels:[url] prediction:{}? rir_poll_id:text?";
  }

  @Test
  void annotation() {
    JsonNode json = client.get(annotation).json();
    check("annotation", json, annotationShape());
    assertThat(json.path("id").asLong()).isGreaterThan(Integer.MAX_VALUE);
    assertThat(json.path("content").asText()).isEqualTo(annotation + "/content");
    check(
        "in a list",
        client.get("/v1/annotations?ordering=-id").json().at("/results/0"),
        annotationShape());
    check(
        "created",
        client
            .post(
                "/v1/annotations",
                "{\"status\":\"created\",\"document\":\""
                    + json.path("document").asText()
                    + "\",\"queue\":\""
                    + json.path("queue").asText()
                    + "\"}")
            .json(),
        annotationShape());
    check("changed", client.patch(annotation, "{\"automated\":true}").json(), annotationShape());
    check(
        "found",
        client
            .post(
                "/v1/annotations/search",
                "{\"query\":{\"annotation\":{\"$eq\":\"" + annotation + "\"}}}")
            .json()
            .at("/results/0"),
        annotationShape());
  }

  @Test
  void actionsOfAnnotations() {
    check("start", client.post(PATH + "/start", "").json(), "annotation:url session_timeout:hours");
    client.post(PATH + "/cancel", "");
    check(
        "copy",
        client.post(PATH + "/copy", "{\"target_queue\":\"" + HOST + "/queues/19055\"}").json(),
        "annotation:url");
    check(
        "reject",
        client.post(annotation + "/reject", "{\"note_content\":\"Twice.\"}").json(),
        "status:(rejected) note:url");
    check(
        "create_relation",
        client.post("/v1/relations", "{\"type\":\"edit\",\"annotations\":[]}").json(),
        "id:int url:url type:(edit|attachment|duplicate) key:text? parent:url? annotations:[url]");
  }

  @Test
  void splitsAndEditsOfPages() {
    JsonNode locked = client.post(PATH + "/edit_pages/start", "").json();
    check("lock", locked, "parent_annotation:url children:[{}] session_timeout:hours");
    client.post(PATH + "/edit_pages/cancel", "{\"cancel_parent\":true}");
    JsonNode made =
        client
            .post(
                PATH + "/edit_pages",
                "{\"edit\":[{\"parent_pages\":[{\"page\":\"" + PAGE + "\",\"rotation_deg\":0}]}]}")
            .json();
    check("edit_pages", made, "results:[{}]");
    check("result", made.at("/results/0"), "document:url annotation:url");
    JsonNode child = client.post(PATH + "/edit_pages/start", "").json().at("/children/0");
    check(
        "child",
        child,
        "url:url queue:url status:text started:bool original_file_name:text parent_pages:[{}]"
            + " values:{}");
    check("page of a child", child.at("/parent_pages/0"), "page:url rotation_deg:int deleted:bool");
    check(
        "split",
        client
            .post(
                annotation + "/split",
                "{\"documents\":[{\"pages\":[{\"page\":\"" + PAGE + "\",\"rotation_deg\":0}]}]}")
            .json()
            .at("/results/0"),
        "document:url annotation:url");
  }

  @Test
  void textOfPages() {
    api.pageText(INVOICE, 1, "Total 120");
    JsonNode data = client.get(PATH + "/page_data?granularity=words&page_numbers=1").json();
    check(
        "page_data",
        data.at("/results/0"),
        "page_number:int granularity:(lines|words|chars|texts|barcodes) items:[{}]");
    check("item", data.at("/results/0/items/0"), "position:[number] text:text type?:text");
    JsonNode found = client.get(PATH + "/search?phrase=Total").json();
    check("search", found, "results:[{}] status:(ok)");
    check("place", found.at("/results/0"), "rectangle:[number] page:int");
  }

  @Test
  void content() {
    JsonNode content = client.get(PATH + "/content").json();
    check("content", content, "content:[{}] results:[{}]");
    String node =
        "id:int url:url schema_id:text category:(section|multivalue|tuple|datapoint)"
            + " hidden?:bool no_recalculation?:bool grid?:{}? options?:[{}]? time_spent?:number"
            + " time_spent_overall?:number time_spent_grid?:number time_spent_grid_overall?:number";
    check("section", content.at("/content/0"), node + " children:[{}]");
    JsonNode field = content.at("/content/0/children/1");
    check("field", field, node + " content:{}? validation_sources:[text]");
    check(
        "content of a field",
        field.path("content"),
        "value:text? normalized_value:text? page:int? "
            + POSITION
            + " rir_text:text? rir_raw_text?:text? rir_page:int? rir_position:[number]?"
            + " rir_confidence:number? connector_text:text? connector_position:[number]?"
            + " ocr_text:text? ocr_raw_text?:text? ocr_position:[number]?");
    check(
        "one node",
        client.get(PATH + "/content/" + field.path("id")).json(),
        node + " content:{}? validation_sources:[text]");
    check(
        "operations",
        client.post(PATH + "/content/operations", "{\"operations\":[]}").json(),
        "content:[{}] results:[{}]");
  }

  @Test
  void validation() {
    client.post(PATH + "/start", "");
    client.patch(PATH + "/content/5912004103", "{\"content\":{\"value\":\"\"}}");
    JsonNode json = client.post(PATH + "/content/validate", "{}").json();
    check(
        "validate",
        json,
        "messages:[{}] updated_datapoints:[{}] suggested_operations:[] matched_trigger_rules:[]");
    check(
        "message",
        json.at("/messages/0"),
        "id:text type:(error|warning|info|aggregation) content:text detail:{}"
            + " aggregation_type?:text schema_id?:text");
  }

  @Test
  void messageOfAHook() {
    RossumSimulator rossum =
        RossumSimulator.of(content -> content.field("order_id").error("Unknown."))
            .open(Fixtures.invoice());
    try (RossumApiStub joined = RossumApiStub.create().join(rossum)) {
      rossum.initialize();
      Client user = new Client(joined, joined.token());
      user.post(PATH + "/start", "");
      JsonNode json = user.post(PATH + "/content/validate", "{}").json();
      check(
          "detail",
          json.at("/messages/0/detail"),
          "hook_id:int hook_name:text request_id:text timestamp:instant is_exception:bool"
              + " traceback_line_number?:int? source_id?:int? source_schema_id?:text?");
      check(
          "log",
          user.get("/v1/hooks/logs").json().at("/results/0"),
          "timestamp:instant request_id:text event:text action:text organization_id:int? queue_id:int?"
              + " annotation_id:int? email_id?:int? hook_id:int hook_name:text hook_type:text"
              + " log_level:text message:text request?:text response?:text start:instant end:instant"
              + " settled_at?:instant status:(waiting|running|completed|cancelled|failed)"
              + " status_code?:int uuid?:text");
    }
  }

  @Test
  void documentAndPage() {
    String shape =
        "id:int url:url s3_name:text parent:url? email:url? annotations:[url] mime_type:text"
            + " creator:url created_at:time arrived_at:time original_file_name:text content:url?"
            + " attachment_status:text? metadata:{}";
    String document = client.get(annotation).at("/document");
    check("document", client.get(document).json(), shape);
    check("changed", client.patch(document, "{\"metadata\":{\"a\":1}}").json(), shape);
    check(
        "page",
        client.get(client.get(annotation).at("/pages/0")).json(),
        "id:int url:url annotation:url number:int rotation_deg:int mime_type:text s3_name:text"
            + " content:url metadata:{} width:int height:int");
  }

  @Test
  void taskAndUpload() {
    JsonNode json = client.get(task + "?no_redirect=true").json();
    check(
        "task",
        json,
        "id:int url:url type:(documents_download|upload_created|email_imported)"
            + " status:(running|succeeded|failed) expires_at:time detail:text? content:{}"
            + " code?:text result_url?:url");
    check("content of a task", json.path("content"), "upload?:url file_name?:text");
    check(
        "upload",
        client.get(json.at("/content/upload").asText()).json(),
        "id?:int url:url queue:url email:url? organization:url creator:url created_at:time"
            + " documents:[url] additional_documents?:[url] annotations?:[url]");
  }

  @Test
  void linksOfAnnotations() {
    check(
        "relation",
        client
            .post(
                "/v1/relations",
                "{\"type\":\"duplicate\",\"key\":\"5d41\",\"parent\":\""
                    + annotation
                    + "\",\"annotations\":[\""
                    + annotation
                    + "\"]}")
            .json(),
        "id:int url:url type:(duplicate) key:text parent:url annotations:[url]");
    check(
        "document relation",
        client
            .post(
                "/v1/document_relations",
                "{\"annotation\":\"" + annotation + "\",\"documents\":[]}")
            .json(),
        "id:int url:url type:(export|einvoice) key:text? annotation:url documents:[url]");
    check(
        "label",
        client.post("/v1/labels", "{\"name\":\"urgent\",\"color\":\"#FF0000\"}").json(),
        "id:int url:url name:text organization:url color:text");
    check(
        "suggested edit",
        client
            .post(
                "/v1/suggested_edits",
                "{\"annotation\":\""
                    + annotation
                    + "\",\"documents\":[{\"pages\":[{\"page\":\""
                    + PAGE
                    + "\",\"rotation\":0}]}]}")
            .json(),
        "id:int url:url annotation:url documents:[{}]");
  }

  @Test
  void emails() {
    check(
        "send",
        client
            .post(
                "/v1/emails/send",
                "{\"queue\":\""
                    + HOST
                    + "/queues/19055\",\"to\":[{\"email\":\"a@example.com\"}],\"template_values\":{\"subject\":\"s\"}}")
            .json(),
        "url:url");
    String template = api.add("email_templates", Map.of("subject", "s", "message", "m")).uri();
    check(
        "render",
        client.post(template + "/render", "{\"annotation_list\":[]}").json(),
        "to:[] cc:[] bcc:[] subject:text message:text");
  }

  @Test
  void hook() {
    JsonNode hook =
        client
            .post(
                "/v1/hooks",
                "{\"name\":\"x\",\"events\":[\"upload.created\"],\"config\":{\"url\":\"https://x.example\"}}")
            .json();
    check(
        "hook",
        hook,
        "id:int url:url name:text type:(webhook|function|job) queues:[url] events:[text]"
            + " active:bool sideload:[text] run_after:[url] config:{} token_owner:url?"
            + " token_lifetime_s:int? settings:{} settings_schema:{}? secrets:{} secrets_schema:{}"
            + " metadata:{} description:text? extension_source:(custom|rossum_store)"
            + " created_at:time created_by:url modified_at:time modified_by:url");
    assertThat(hook.path("secrets")).isEmpty();
    assertThat(client.get(hook.path("url").asText() + "/secrets_keys").text()).isEqualTo("[]");
  }

  @Test
  void queueAndSchema() {
    check(
        "schema",
        client.get("/v1/schemas/33810").json(),
        "id:int url:url name:text content:[{}] queues:[url] metadata:{} created_at?:time"
            + " created_by?:url modified_at?:time"
            + " modified_by?:url? rules?:[]?");
    JsonNode queue =
        client
            .post("/v1/queues", "{\"name\":\"Orders\",\"schema\":\"" + HOST + "/schemas/33810\"}")
            .json();
    check(
        "queue",
        queue,
        "id:int url:url name:text workspace:url? schema:url hooks:[url] session_timeout:hours"
            + " automation_level:(always|confident|never) locale:text settings:{} metadata:{}"
            + " counts:{}");
  }

  @Test
  void export() {
    JsonNode item = client.get("/v1/queues/19055/export").json().at("/results/0");
    check(
        "export",
        item,
        "url:url status:text arrived_at:time? exported_at:time? document:{} modifier:url?"
            + " schema:url automated:bool content:[{}] metadata:{}");
    check("file", item.path("document"), "url:url file_name:text file:url");
    check(
        "field of an export",
        item.at("/content/0/children/0"),
        "url:url? schema_id:text category:text value:text type:text");
  }

  @Test
  void dataStorage() {
    api.collection("vendors", Map.of("name", "ACME"));
    String path = api.baseUrl() + "/svc/data-storage/api/v1/data/";
    check(
        "find",
        client.post(path + "find", "{\"collectionName\":\"vendors\",\"query\":{}}").json(),
        "code:int message:text result:[{}]");
    check(
        "aggregate",
        client.post(path + "aggregate", "{\"collectionName\":\"vendors\",\"pipeline\":[]}").json(),
        "code:int message:text result:[{}]");
  }

  @Test
  void access() {
    api.user("jane", Secret.of("password"));
    Client nobody = new Client(api, "");
    JsonNode login =
        nobody.post("/v1/auth/login", "{\"username\":\"jane\",\"password\":\"password\"}").json();
    check("login", login, "key:text domain:text");
    Client jane = new Client(api, Secret.of(login.path("key").asText()));
    check("token", jane.post("/v1/auth/token", "{}").json(), "key:text domain:text scope:text");
    check("logout", jane.post("/v1/auth/logout", "").json(), "detail:text");
  }

  @Test
  void errors() {
    assertThat(new Client(api, "").get(PATH).text()).isEqualTo("{\"detail\":\"Invalid token.\"}");
    assertThat(client.get("/v1/labels/1").text()).isEqualTo("{\"detail\":\"Not found.\"}");
    assertThat(client.post("/v1/labels", "{}").text())
        .isEqualTo("{\"name\":[\"This field is required.\"]}");
    check("conflict", client.post(PATH + "/cancel", "").json(), "detail:text");
  }

  @Test
  void listOfObjects() {
    List.of("checked", "paid").forEach(name -> api.add("labels", Map.of("name", name)));
    JsonNode page = client.get("/v1/labels?page_size=1").json();
    check("list", page, "pagination:{} results:[{}]");
    assertThat(page.at("/pagination/next").asText()).startsWith(url("labels?page_size=1&cursor="));
    check(
        "last page", client.get("/v1/labels").json().path("pagination"), "next:url? previous:url?");
    check(
        "total",
        client.get("/v1/labels?include_total=true").json().path("pagination"),
        "next:url? previous:url? total:int total_pages:int");
  }
}
