package io.github.rossumext.testkit.api;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relations, document relations, labels, suggested edits and e-mails. */
class LinksTest extends StubTest {
  private static final String ANNOTATION = HOST + "/annotations/" + INVOICE;
  private static final String DOCUMENT = HOST + "/documents/4402118830";

  private Client.Reply apply(String operations, String annotation) {
    return client.post(
        "/v1/labels/apply",
        "{\"operations\":" + operations + ",\"objects\":{\"annotations\":[" + annotation + "]}}");
  }

  @Test
  void labelsAreAppliedAndRemoved() {
    String checked = api.add("labels", Map.of("name", "checked")).uri();
    String paid = api.add("labels", Map.of("name", "paid")).uri();
    Client.Reply reply =
        apply("{\"add\":[\"" + checked + "\",\"" + paid + "\"]}", "\"" + ANNOTATION + "\"");
    assertThat(reply.status()).isEqualTo(204);
    assertThat(api).annotation(INVOICE).hasLabels("checked", "paid");
    apply(
        "{\"add\":[\"" + paid + "\"],\"remove\":[\"" + checked + "\"]}", "\"" + ANNOTATION + "\"");
    assertThat(api).annotation(INVOICE).hasLabels("paid");
    assertThat(client.get("/v1/annotations?labels=802").json().path("results")).hasSize(1);
  }

  @Test
  void labelsAreAppliedByUrlsOnly() {
    api.add("labels", Map.of("name", "checked"));
    assertThat(apply("{\"add\":[801]}", "\"" + ANNOTATION + "\"").at("/add/0"))
        .isEqualTo("Incorrect type. Expected URL string, received int.");
    assertThat(apply("{\"add\":[]}", String.valueOf(INVOICE)).json().has("annotations")).isTrue();
    assertThat(apply("{\"add\":[\"" + url("labels/7") + "\"]}", "\"" + ANNOTATION + "\"").status())
        .isEqualTo(400);
    assertThat(apply("{\"add\":[\"" + ANNOTATION + "\"]}", "\"" + ANNOTATION + "\"").status())
        .isEqualTo(400);
    assertThat(client.post("/v1/labels/apply", "{}").json().has("operations")).isTrue();
    assertThat(api).annotation(INVOICE).hasNoLabels();
  }

  @Test
  void aLabelIsMadeChangedAndDeleted() {
    Client.Reply made = client.post("/v1/labels", "{\"name\":\"checked\",\"color\":\"#FF0000\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "url", "name", "organization", "color");
    assertThat(client.patch(made.at("/url"), "{\"name\":\"paid\"}").at("/name")).isEqualTo("paid");
    assertThat(client.send("PUT", made.at("/url"), "{}").json().has("name")).isTrue();
    apply("{\"add\":[\"" + made.at("/url") + "\"]}", "\"" + ANNOTATION + "\"");
    assertThat(client.delete(made.at("/url")).status()).isEqualTo(204);
    assertThat(client.get(made.at("/url")).status()).isEqualTo(404);
    assertThat(api).annotation(INVOICE).hasNoLabels();
  }

  @Test
  void aRelationIsInTheAnnotation() {
    Client.Reply made =
        client.post(
            "/v1/relations",
            "{\"type\":\"attachment\",\"parent\":\""
                + ANNOTATION
                + "\",\"annotations\":[\""
                + ANNOTATION
                + "\"]}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("key").isNull()).isTrue();
    assertThat(client.get(PATH).at("/relations/0")).isEqualTo(made.at("/url"));
    assertThat(
            client
                .get("/v1/relations?annotation=" + INVOICE + "&type=attachment")
                .json()
                .path("results"))
        .hasSize(1);
    client.delete(made.at("/url"));
    assertThat(client.get(PATH).json().path("relations")).isEmpty();
    assertThat(client.post("/v1/relations", "{\"type\":\"copy\"}").json().has("type")).isTrue();
  }

  @Test
  void aDocumentRelationIsUnique() {
    String body =
        "{\"type\":\"export\",\"key\":\"erp\",\"annotation\":\""
            + ANNOTATION
            + "\",\"documents\":[\""
            + DOCUMENT
            + "\"]}";
    Client.Reply made = client.post("/v1/document_relations", body);
    assertThat(made.status()).isEqualTo(201);
    assertThat(client.post("/v1/document_relations", body).json().has("non_field_errors")).isTrue();
    assertThat(client.post("/v1/document_relations", body.replace("erp", "other")).status())
        .isEqualTo(201);
    assertThat(
            client
                .get(
                    "/v1/document_relations?key=erp&annotation="
                        + INVOICE
                        + "&documents=4402118830")
                .json()
                .path("results"))
        .hasSize(1);
    assertThat(client.delete(made.at("/url")).status()).isEqualTo(400);
    assertThat(client.patch(made.at("/url"), "{\"documents\":[]}").status()).isEqualTo(200);
    assertThat(client.delete(made.at("/url")).status()).isEqualTo(204);
  }

  @Test
  void aSuggestedEditHasRotationOfItsOwn() {
    String page = HOST + "/pages/4620771801";
    Client.Reply made =
        client.post(
            "/v1/suggested_edits",
            "{\"annotation\":\""
                + ANNOTATION
                + "\",\"documents\":[{\"pages\":[{\"page\":\""
                + page
                + "\",\"rotation\":0}]}]}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(client.get(PATH).at("/suggested_edit")).isEqualTo(made.at("/url"));
    assertThat(client.get("/v1/suggested_edits?annotation=" + INVOICE).json().path("results"))
        .hasSize(1);
    assertThat(
            client
                .post(
                    "/v1/suggested_edits",
                    "{\"annotation\":\""
                        + ANNOTATION
                        + "\",\"documents\":[{\"pages\":[{\"page\":\""
                        + page
                        + "\",\"rotation_deg\":0}]}]}")
                .json()
                .has("rotation"))
        .isTrue();
  }

  @Test
  void automationBlockersAreReadByAnnotation() {
    api.add(
        "automation_blockers",
        Map.of(
            "annotation",
            ANNOTATION,
            "content",
            List.of(Map.of("level", "annotation", "type", "is_duplicate"))));
    assertThat(
            client
                .get("/v1/automation_blockers?annotation=" + INVOICE)
                .at("/results/0/content/0/type"))
        .isEqualTo("is_duplicate");
  }

  @Test
  void aTestSeesTheAttachedDocuments() {
    String document =
        client
            .send(
                client
                    .request("/v1/documents")
                    .header("Content-Type", "application/json")
                    .header("Content-Disposition", "attachment; filename=\"receipt.json\"")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")))
            .at("/url");
    client.post(
        "/v1/document_relations",
        "{\"type\":\"export\",\"key\":\"erp\",\"annotation\":\""
            + ANNOTATION
            + "\",\"documents\":[\""
            + document
            + "\"]}");

    assertThat(api.annotation(INVOICE).attachedDocuments("export", "erp"))
        .singleElement()
        .satisfies(
            attached -> {
              long id = attached.find("id").orElseThrow().as(Long.class);
              assertThat(api.documentContent(id)).asString().isEqualTo("{}");
            });
    assertThat(api.annotation(INVOICE).attachedDocuments("export", "other")).isEmpty();
    assertThat(api.annotation(INVOICE).attachedDocuments("einvoice", "erp")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> api.documentContent(7));
  }

  private Client.Reply send(String more) {
    return client.post(
        "/v1/emails/send",
        "{\"queue\":\""
            + HOST
            + "/queues/19055\",\"to\":[{\"email\":\"ap@acme.example\",\"name\":\"AP\"}]"
            + (more.contains("template") ? "" : ",\"template_values\":{\"subject\":\"s\"}")
            + more
            + "}");
  }

  @Test
  void aSentEmailIsInTheOutbox() {
    Client.Reply reply =
        send(
            ",\"cc\":[{\"email\":\"cc@acme.example\"}],\"related_annotations\":[\""
                + ANNOTATION
                + "\"],\"template_values\":{\"subject\":\"Invoice {{annotation.content.value.invoice_id}}\",\"message\":\"<p>{{annotation.id}} {{ user_name }} {{note}}</p>\",\"note\":\"n\"},\"labels\":[\"rejection\"]");
    assertThat(reply.status()).isEqualTo(201);
    assertThat(api).hasEmailsTo("ap@acme.example");
    SentEmail email = api.emails().get(0);
    assertThat(email.subject()).isEqualTo("Invoice " + api.annotation(INVOICE).text("invoice_id"));
    assertThat(email.message()).isEqualTo("<p>" + INVOICE + " {{ user_name }} n</p>");
    assertThat(email.cc()).containsExactly("cc@acme.example");
    assertThat(email.bcc()).isEmpty();
    assertThat(client.get(reply.at("/url")).at("/labels/0")).isEqualTo("rejection");
    assertThat(client.get(reply.at("/url") + "/content").text()).startsWith("Subject: Invoice ");
    assertThat(client.patch(reply.at("/url"), "{\"labels\":[]}").json().path("labels")).isEmpty();
    assertThat(api).hasNoProblems();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{annotation.content.value.invoce_id}} | Did you mean annotation.content.value.invoice_id",
        "{{ annotation.idd }}                   | Did you mean annotation.id",
        "{{unknown}}                            | Rossum does not fill the placeholder {{unknown}}",
      })
  void aPlaceholderThatRossumDoesNotFillIsRefused(String text, String problem) {
    Client.Reply reply =
        send(
            ",\"related_annotations\":[\""
                + ANNOTATION
                + "\"],\"template_values\":{\"subject\":\"s\",\"message\":\""
                + text
                + "\"}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/template_values/0")).contains(problem);
    assertThat(api).hasProblemContaining(problem);
    assertThat(api.emails()).isEmpty();
  }

  @Test
  void aPlaceholderOfAnAnnotationNeedsOne() {
    assertThat(send(",\"template_values\":{\"subject\":\"{{annotation.id}}\"}").status())
        .isEqualTo(400);
    assertThat(api).hasProblemContaining("{{annotation.id}} needs an annotation");
  }

  @Test
  void anEmailNeedsASubject() {
    assertThat(send(",\"template_values\":{\"message\":\"m\"}").status()).isEqualTo(400);
    assertThat(api).hasProblemContaining("An e-mail needs a subject");
    assertThat(api.emails()).isEmpty();
  }

  @Test
  void anEmailHasFrom1To40RecipientsAndAQueue() {
    String one = "{\"email\":\"a@b.example\"}";
    assertThat(send(",\"bcc\":[" + (one + ",").repeat(38) + one + "]").status()).isEqualTo(201);
    assertThat(send(",\"bcc\":[" + (one + ",").repeat(39) + one + "]").status()).isEqualTo(400);
    assertThat(
            client
                .post("/v1/emails/send", "{\"queue\":\"" + HOST + "/queues/19055\",\"to\":[]}")
                .status())
        .isEqualTo(400);
    assertThat(client.post("/v1/emails/send", "{\"to\":[" + one + "]}").json().has("queue"))
        .isTrue();
    assertThat(send(",\"cc\":[{\"email\":\"nobody\"}]").json().has("cc")).isTrue();
    assertThat(send(",\"related_annotations\":[7]").status()).isEqualTo(400);
    assertThat(api.emails()).hasSize(1);
  }

  @Test
  void aTemplateIsRendered() {
    api.add(
        "email_templates",
        Map.of(
            "name",
            "Rejected",
            "type",
            "rejection",
            "queue",
            HOST + "/queues/19055",
            "subject",
            "Of {{annotation.document.original_file_name}}",
            "message",
            "Hello"));
    JsonNode found = client.get("/v1/email_templates?type=rejection&queue=19055").json();
    String url = found.at("/results/0/url").asText();
    assertThat(
            client
                .post(url + "/render", "{\"annotation_list\":[\"" + ANNOTATION + "\"]}")
                .at("/subject"))
        .isEqualTo("Of Rechnung NL-2025-0917.pdf");
    send(",\"email_template\":\"" + url + "\",\"related_annotations\":[\"" + ANNOTATION + "\"]");
    assertThat(api.emails().get(0).subject()).isEqualTo("Of Rechnung NL-2025-0917.pdf");
  }

  @Test
  void anEmailIsImportedByATask() {
    api.runningPolls(0);
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"raw_message\"; filename=\"m.eml\"\r\n\r\nSubject: x\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"recipient\"\r\n\r\nap@acme.example\r\n--b--";
    Client.Reply reply =
        client.send(
            "POST",
            "/v1/emails/import",
            "multipart/form-data; boundary=b",
            form.getBytes(StandardCharsets.UTF_8));
    assertThat(reply.status()).isEqualTo(202);
    assertThat(client.get(reply.at("/url") + "?no_redirect=true").at("/type"))
        .isEqualTo("email_imported");
  }
}
