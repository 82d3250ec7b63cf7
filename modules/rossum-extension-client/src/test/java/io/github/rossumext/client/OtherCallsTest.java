package io.github.rossumext.client;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.testkit.api.SentEmail;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Labels, e-mails, relations, the data storage, and the calls that have no type of their own. */
class OtherCallsTest extends StubTest {
  private final ResourceUrl urgent = api.add("labels", Map.of("name", "urgent"));
  private final ResourceUrl late = api.add("labels", Map.of("name", "late"));

  @Test
  void aLabelIsGivenAndTakenById() {
    rossum.labels().add(urgent.id().orElseThrow(), invoice.id());
    assertThat(invoice).hasLabels("urgent");
    assertThat(lastBody())
        .contains("'add':['@labels/801']", "'annotations':['@annotations/4310220117']");

    rossum.labels().remove(urgent.id().orElseThrow(), invoice.id());
    assertThat(invoice).hasNoLabels();
  }

  @Test
  void aLabelIsGivenAndTakenByUrl() {
    rossum.labels().add(urgent, invoice.url());
    assertThat(invoice).hasLabels("urgent");
    assertThat(lastBody()).contains("'annotations':['*annotations/4310220117']");

    rossum.labels().remove(urgent, invoice.url());
    assertThat(invoice).hasNoLabels();
  }

  @Test
  void labelsAreChangedInOneCall() {
    rossum.labels().add(urgent, invoice.url());
    rossum.labels().apply(List.of(late), List.of(urgent), List.of(invoice.url()));

    assertThat(invoice).hasLabels("late");
    assertThat(api).hasRequests("POST /v1/labels/apply", "POST /v1/labels/apply");
  }

  @Test
  void anEmailHasAllThatTheDocumentationHas() {
    ResourceUrl template =
        api.add("email_templates", Map.of("subject", "Template", "queue", QUEUE));

    ResourceUrl url =
        rossum
            .emails()
            .send(
                EmailDraft.of(19055)
                    .to("a@example.com", "A")
                    .to("b@example.com")
                    .cc("c@example.com", "C")
                    .cc("d@example.com")
                    .bcc("e@example.com", "E")
                    .bcc("f@example.com")
                    .subject("Invoice {{annotation.content.value.order_id}}")
                    .message("<p>Hello</p>")
                    .value("note", "n")
                    .template(template.id().orElseThrow())
                    .replyTo(EMAIL)
                    .annotation(invoice.id())
                    .annotation(invoice.url())
                    .document(DOCUMENT)
                    .document(4402118830L)
                    .attachment(4402118830L)
                    .attachment(DOCUMENT)
                    .label("rejection")
                    .resetThread())
            .orElseThrow();

    assertThat(lastBody())
        .isEqualTo(
            "{'to':[{'email':'a@example.com','name':'A'},{'email':'b@example.com'}],"
                + "'cc':[{'email':'c@example.com','name':'C'},{'email':'d@example.com'}],"
                + "'bcc':[{'email':'e@example.com','name':'E'},{'email':'f@example.com'}],"
                + "'queue':'@queues/19055','email_template':'@email_templates/801',"
                + "'parent_email':'*emails/880412','template_values':{'subject':"
                + "'Invoice {{annotation.content.value.order_id}}','message':'<p>Hello</p>',"
                + "'note':'n'},'related_annotations':['@annotations/4310220117',"
                + "'*annotations/4310220117'],'related_documents':['*documents/4402118830',"
                + "'@documents/4402118830'],'attachments':{'documents':['@documents/4402118830',"
                + "'*documents/4402118830']},'labels':['rejection'],"
                + "'reset_related_annotations_email_thread':true}");
    SentEmail sent = api.emails().get(0);
    assertThat(sent.to()).containsExactly("a@example.com", "b@example.com");
    assertThat(sent.subject()).isEqualTo("Invoice 450017");
    Email email = rossum.emails().get(url);
    assertThat(email.parent()).contains(EMAIL);
    assertThat(email.relatedAnnotations()).hasSize(2);
    assertThat(email.documents()).hasSize(2);
    assertThat(email.createdAt()).isPresent();
    assertThat(email.find("labels")).contains(RawJson.of("[\"rejection\"]"));
  }

  @Test
  void aShortEmailHasNothingElse() {
    rossum
        .emails()
        .send(EmailDraft.of(QUEUE).to("a@example.com").replyTo(880412).template(template()));

    assertThat(lastBody())
        .isEqualTo(
            "{'to':[{'email':'a@example.com'}],'cc':[],'bcc':[],'queue':'*queues/19055',"
                + "'parent_email':'@emails/880412','email_template':'@email_templates/801'}");
    assertThat(api).hasEmailsTo("a@example.com");
  }

  private ResourceUrl template() {
    return api.add("email_templates", Map.of("subject", "Template", "queue", QUEUE));
  }

  @Test
  void anEmailIsSentOnce() {
    api.next(Fault.status(503).afterEffect());

    assertThatThrownBy(
            () -> rossum.emails().send(EmailDraft.of(19055).to("a@example.com").subject("s")))
        .isInstanceOf(RossumApiException.Unavailable.class);
    assertThat(api).hasEmailsTo("a@example.com");
  }

  @Test
  void anEmailHasOneToFortyRecipients() {
    EmailDraft email = EmailDraft.of(QUEUE);
    assertThatThrownBy(() -> rossum.emails().send(email))
        .hasMessage("An e-mail needs 1 to 40 recipients, but has 0.");
    for (int i = 0; i < 41; i++) {
      email.to("a" + i + "@example.com");
    }
    assertThatThrownBy(() -> rossum.emails().send(email))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("but has 41.");
    assertThat(api).hasNoRequests();
  }

  @Test
  void anEmailIsDownloaded() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResourceUrl url =
        rossum
            .emails()
            .send(EmailDraft.of(19055).to("a@example.com").subject("Hi").message("There"))
            .orElseThrow();

    long length = rossum.emails().download(url.id().orElseThrow(), out);

    assertThat(out.toString(UTF_8)).isEqualTo("Subject: Hi\r\n\r\nThere");
    assertThat(rossum.emails().download(url, out)).isEqualTo(length).isEqualTo(out.size() / 2);
  }

  @Test
  void duplicatesAreRelatedAndFound() {
    Relation relation =
        rossum
            .relations()
            .create(RelationDraft.of("duplicate").key("d41d8").annotation(invoice.id()));

    assertThat(lastBody())
        .isEqualTo("{'type':'duplicate','key':'d41d8','annotations':['@annotations/4310220117']}");
    assertThat(relation.type()).contains("duplicate");
    assertThat(relation.key()).contains("d41d8");
    assertThat(relation.parent()).isEmpty();
    assertThat(rossum.relations().list(Map.of("annotation", invoice.url(), "type", "duplicate")))
        .containsExactly(relation);
    assertThat(
            rossum
                .annotations()
                .list(
                    q -> q.where("relations__key", "d41d8").where("relations__type", "duplicate")))
        .hasSize(1);
  }

  @Test
  void aRelationHasAParent() {
    Relation byUrl =
        rossum
            .relations()
            .create(RelationDraft.of("attachment").parent(invoice.url()).annotation(invoice.url()));
    Relation byId =
        rossum
            .relations()
            .create(RelationDraft.of("edit").parent(invoice.id()).annotation(invoice.url()));

    assertThat(byUrl.parent()).contains(invoice.url());
    assertThat(byId.parent().orElseThrow().id()).hasValue(invoice.id());
    assertThat(byUrl.annotations()).containsExactly(invoice.url());
  }

  @Test
  void documentsAreAttachedToAnAnnotation() {
    DocumentRelation relation =
        rossum.documentRelations().attach(invoice.id(), "export", "erp", 4402118830L);

    assertThat(relation.type()).contains("export");
    assertThat(relation.key()).contains("erp");
    assertThat(relation.annotation().orElseThrow().id()).hasValue(invoice.id());
    assertThat(relation.documents()).containsExactly(new ResourceUrl(url("documents/4402118830")));
    assertThat(api).hasRequests("GET /v1/document_relations", "POST /v1/document_relations");
  }

  @Test
  void documentsOfTheSameKeyAreReplaced() {
    DocumentRelations relations = rossum.documentRelations();
    DocumentRelation first = relations.attach(invoice.url(), "export", "erp", List.of(DOCUMENT));
    DocumentRelation other = relations.attach(invoice.url(), "export", "tax", List.of(DOCUMENT));

    DocumentRelation second = relations.attach(invoice.url(), "export", "erp", List.of());

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.documents()).isEmpty();
    assertThat(relations.get(other.url().orElseThrow()).documents()).hasSize(1);
  }

  @Test
  void aDocumentRelationIsEmptiedBeforeItIsDeleted() {
    DocumentRelation relation =
        rossum.documentRelations().attach(invoice.url(), "export", "erp", List.of(DOCUMENT));

    rossum.documentRelations().delete(relation.id().orElseThrow());

    assertThat(rossum.documentRelations().list()).isEmpty();
    assertThat(requests())
        .contains("PATCH /v1/document_relations/801", "DELETE /v1/document_relations/801");
  }

  @Test
  void theDataStorageIsSearchedAgainAfterAFault() {
    api.collection("suppliers", Map.of("name", "Acme", "vat_id", "CZ1"), Map.of("name", "Other"));
    api.next(Fault.status(503));

    assertThat(rossum.dataStorage().find("suppliers", Map.of("vat_id", "CZ1")))
        .singleElement()
        .satisfies(found -> assertThat(found.find("name")).contains(RawJson.of("\"Acme\"")));
    assertThat(
            rossum
                .dataStorage()
                .aggregate("suppliers", List.of(Map.of("$sort", Map.of("name", -1)))))
        .extracting(each -> each.find("name").flatMap(RawJson::scalar).orElseThrow())
        .containsExactly("Other", "Acme");
    assertThat(api)
        .hasRequests(
            "POST /svc/data-storage/api/v1/data/find",
            "POST /svc/data-storage/api/v1/data/find",
            "POST /svc/data-storage/api/v1/data/aggregate");
  }

  @Test
  void callsWithoutATypeHaveTheirEffectToo() {
    assertThat(rossum.get("/v1/queues/19055").find("id")).contains(RawJson.of("19055"));
    assertThat(rossum.get("/v1/labels", Map.of("name", "late")).find("results")).isPresent();
    assertThat(rossum.list("/v1/labels", Map.of("ordering", "name")))
        .extracting(each -> each.find("name").flatMap(RawJson::scalar).orElseThrow())
        .containsExactly("late", "urgent");

    RawJson label = rossum.post("/v1/labels", Map.of("name", "new"));
    String path = "/v1/labels/" + label.find("id").flatMap(RawJson::scalar).orElseThrow();
    assertThat(rossum.patch(path, Map.of("color", "#000000")).find("color"))
        .contains(RawJson.of("\"#000000\""));
    assertThat(rossum.put(path, Map.of("name", "newer")).find("name"))
        .contains(RawJson.of("\"newer\""));
    rossum.delete(path);
    assertThatThrownBy(() -> rossum.get(path)).isInstanceOf(RossumApiException.NotFound.class);
  }
}
