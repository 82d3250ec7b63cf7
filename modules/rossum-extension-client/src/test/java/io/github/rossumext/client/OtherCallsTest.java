package io.github.rossumext.client;

import static io.github.rossumext.client.FakeApi.json;
import static io.github.rossumext.client.FakeApi.response;
import static io.github.rossumext.client.FakeApi.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Labels, e-mails, relations, and what is read or configured. */
class OtherCallsTest {
  private static final ResourceUrl ANNOTATION = new ResourceUrl("https://x/v1/annotations/7");

  private final FakeApi api = new FakeApi();
  private final RossumClient rossum = TestClients.of(api);

  @AfterEach
  void close() {
    api.close();
  }

  private String url(String path) {
    return api.url() + "/api/v1/" + path;
  }

  @Test
  void labelsAreAppliedByUrl() {
    api.otherwise(request -> response(204, "", ""));

    rossum.labels().add(3, 7);
    assertThat(RawJson.of(api.lastRequest().text()).as(Applied.class))
        .isEqualTo(
            new Applied(
                new Operations(List.of(url("labels/3")), List.of()),
                new Objects(List.of(url("annotations/7")))));

    rossum.labels().remove(new ResourceUrl("https://x/v1/labels/3"), ANNOTATION);
    assertThat(RawJson.of(api.lastRequest().text()).as(Applied.class))
        .isEqualTo(
            new Applied(
                new Operations(List.of(), List.of("https://x/v1/labels/3")),
                new Objects(List.of("https://x/v1/annotations/7"))));
    assertThat(api.requests()).map(Object::toString).containsOnly("POST /api/v1/labels/apply");
  }

  record Applied(Operations operations, Objects objects) {}

  record Operations(List<String> add, List<String> remove) {}

  record Objects(List<String> annotations) {}

  @Test
  void labelsAreKept() {
    api.answer(
        json("{\"results\": [{\"id\": 3, \"name\": \"urgent\", \"color\": \"#FF5733\"}]}"),
        status(201, "{\"id\": 4, \"organization\": \"https://x/v1/organizations/1\"}"));

    Label label = rossum.labels().list().findFirst().orElseThrow();
    assertThat(label.id()).hasValue(3);
    assertThat(label.name()).contains("urgent");
    assertThat(label.color()).contains("#FF5733");
    assertThat(rossum.labels().create(Map.of("name", "late")).organization()).isPresent();
  }

  @Test
  void anEmailIsSentOnce() {
    api.answer(status(201, "{\"email\": \"https://x/v1/emails/9\"}"));
    EmailDraft email =
        EmailDraft.create(8198)
            .to("a@example.com")
            .cc("b@example.com")
            .bcc("c@example.com")
            .subject("Invoice")
            .message("<p>Hello</p>")
            .value("note", "n")
            .template(2)
            .replyTo(new ResourceUrl("https://x/v1/emails/1"))
            .annotation(7)
            .annotation(ANNOTATION)
            .attachment(5);

    assertThat(rossum.emails().send(email)).contains(new ResourceUrl("https://x/v1/emails/9"));
    assertThat(api.lastRequest()).hasToString("POST /api/v1/emails/send");
    assertThat(api.lastRequest().text())
        .isEqualTo(
            ("{'to':[{'email':'a@example.com'}],'cc':[{'email':'b@example.com'}],"
                    + "'bcc':[{'email':'c@example.com'}],'queue':'BASE/queues/8198',"
                    + "'email_template':'BASE/email_templates/2',"
                    + "'parent_email':'https://x/v1/emails/1','template_values':{'subject':'Invoice',"
                    + "'message':'<p>Hello</p>','note':'n'},'related_annotations':["
                    + "'BASE/annotations/7','https://x/v1/annotations/7'],"
                    + "'attachments':{'documents':['BASE/documents/5']}}")
                .replace('\'', '"')
                .replace("BASE", api.url() + "/api/v1"));

    api.otherwise(request -> status(503, ""));
    assertThatThrownBy(() -> rossum.emails().send(email))
        .isInstanceOf(RossumApiException.Unavailable.class);
    assertThat(api.requests()).hasSize(2);
  }

  @Test
  void anEmailHasOneToFortyRecipients() {
    EmailDraft email = EmailDraft.create(new ResourceUrl("https://x/v1/queues/8198"));
    assertThatThrownBy(() -> rossum.emails().send(email))
        .hasMessage("An e-mail needs 1 to 40 recipients, but has 0.");
    for (int i = 0; i < 41; i++) {
      email.to("a" + i + "@example.com");
    }
    assertThatThrownBy(() -> rossum.emails().send(email))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("but has 41.");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void anEmailIsReadAndDownloaded() throws IOException {
    api.answer(
        json("{\"id\": 9, \"subject\": \"Hi\", \"documents\": [\"https://x/v1/documents/5\"]}"),
        response(200, "Content-Type: message/rfc822", "Subject: Hi"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Email email = rossum.emails().get(9);
    rossum.emails().download(9, out);

    assertThat(email.subject()).contains("Hi");
    assertThat(email.documents()).hasSize(1);
    assertThat(out.toString(UTF_8)).isEqualTo("Subject: Hi");
  }

  @Test
  void relationsAreRead() {
    api.answer(
        json(
            "{\"results\": [{\"type\": \"duplicate\", \"key\": \"d41d8\", \"parent\": null,"
                + " \"annotations\": [\"https://x/v1/annotations/7\"]}]}"));

    Relation relation =
        rossum
            .relations()
            .list(Map.of("annotation", ANNOTATION, "type", "duplicate"))
            .findFirst()
            .orElseThrow();

    assertThat(api.lastRequest().query()).contains("annotation=7", "type=duplicate");
    assertThat(relation.key()).contains("d41d8");
    assertThat(relation.parent()).isEmpty();
    assertThat(relation.annotations()).containsExactly(ANNOTATION);
  }

  @Test
  void documentsAreAttachedToAnAnnotation() {
    api.answer(
        json("{\"results\": [{\"id\": 1, \"type\": \"export\", \"key\": \"other\"}]}"),
        status(201, "{\"id\": 2}"));

    DocumentRelation relation = rossum.documentRelations().attach(7, "export", "erp", 5, 6);

    assertThat(relation.id()).hasValue(2);
    assertThat(api.lastRequest()).hasToString("POST /api/v1/document_relations");
    assertThat(api.lastRequest().text())
        .isEqualTo(
            "{\"type\":\"export\",\"key\":\"erp\",\"annotation\":\""
                + url("annotations/7")
                + "\",\"documents\":[\""
                + url("documents/5")
                + "\",\""
                + url("documents/6")
                + "\"]}");
  }

  @Test
  void documentsOfTheSameKeyAreReplaced() {
    api.answer(
        json("{\"results\": [{\"id\": 1, \"type\": \"export\", \"key\": \"erp\"}]}"),
        json("{\"id\": 1}"));

    rossum.documentRelations().attach(ANNOTATION, "export", "erp", List.of());

    assertThat(api.lastRequest()).hasToString("PATCH /api/v1/document_relations/1");
    assertThat(api.lastRequest().text()).isEqualTo("{\"documents\":[]}");
  }

  @Test
  void aDocumentRelationIsEmptiedBeforeItIsDeleted() {
    api.answer(json("{\"id\": 1}"), response(204, "", ""));

    rossum.documentRelations().delete(1);

    assertThat(api.requests())
        .hasToString("[PATCH /api/v1/document_relations/1, DELETE /api/v1/document_relations/1]");
  }

  @Test
  void schemasAreTheSameTypeAsInARequest() {
    api.answer(json(Fixtures.invoiceSchema().raw().text()));

    assertThat(rossum.schemas().get(31336).schemaIds())
        .isEqualTo(Fixtures.invoiceSchema().schemaIds());
  }

  @Test
  void queuesAndHooksAreConfigured() {
    api.answer(
        json("{\"id\": 1, \"name\": \"Invoices\", \"schema\": \"https://x/v1/schemas/3\"}"),
        json(
            "{\"id\": 2, \"active\": true, \"events\": [\"invocation.manual\"],"
                + " \"token_owner\": null, \"config\": {\"timeout_s\": 60}}"),
        response(204, "", ""));

    Queue queue = rossum.queues().patch(new ResourceUrl("https://x/v1/queues/1"), Map.of("a", 1));
    Hook hook = rossum.hooks().get(2);
    rossum.hooks().delete(new ResourceUrl("https://x/v1/hooks/2"));

    assertThat(queue.name()).contains("Invoices");
    assertThat(queue.schema()).contains(new ResourceUrl("https://x/v1/schemas/3"));
    assertThat(hook.isActive()).isTrue();
    assertThat(hook.events()).containsExactly("invocation.manual");
    assertThat(hook.tokenOwner()).isEmpty();
    assertThat(api.requests())
        .hasToString("[PATCH /api/v1/queues/1, GET /api/v1/hooks/2, DELETE /api/v1/hooks/2]");
  }

  @Test
  void blockersAndSuggestedEditsAreRead() {
    api.answer(
        json(
            "{\"annotation\": \"https://x/v1/annotations/7\", \"content\": [{\"level\":"
                + " \"datapoint\", \"type\": \"low_score\", \"schema_id\": \"amount_total\"}]}"),
        json("{\"annotation\": \"https://x/v1/annotations/7\", \"documents\": [{\"pages\": []}]}"));

    AutomationBlockers.Reason reason = rossum.automationBlockers().get(1).reasons().get(0);
    assertThat(reason.level()).contains("datapoint");
    assertThat(reason.type()).contains("low_score");
    assertThat(reason.schemaId()).contains("amount_total");
    assertThat(rossum.suggestedEdits().get(1).documents()).hasSize(1);
  }

  @Test
  void theDataStorageIsSearchedAgainAfterAFault() {
    api.answer(
        status(503, ""),
        json("{\"code\": 200, \"result\": [{\"name\": \"Acme\"}]}"),
        json("{\"code\": 200, \"result\": []}"));

    assertThat(rossum.dataStorage().find("suppliers", Map.of("vat_id", "CZ1")))
        .singleElement()
        .satisfies(found -> assertThat(found.find("name")).isPresent());
    assertThat(rossum.dataStorage().aggregate("suppliers", List.of(Map.of("$limit", 1)))).isEmpty();
    assertThat(api.requests())
        .map(Object::toString)
        .containsExactly(
            "POST /svc/data-storage/api/v1/data/find",
            "POST /svc/data-storage/api/v1/data/find",
            "POST /svc/data-storage/api/v1/data/aggregate");
    assertThat(api.lastRequest().text())
        .isEqualTo("{\"collectionName\":\"suppliers\",\"pipeline\":[{\"$limit\":1}]}");
  }
}
