package io.github.rossumext.client;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.payload.Document;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects of each kind are read; those that extensions configure are created and changed, too. */
class ObjectsTest extends StubTest {
  private <T extends JsonView> T isRead(Resources<T> objects, ResourceUrl url) {
    long id = url.id().orElseThrow();
    T object = objects.get(id);
    assertThat(objects.get(url)).isEqualTo(object);
    assertThat(objects.list()).contains(object);
    assertThat(objects.list(Map.of("id", id))).containsExactly(object);
    assertThat(objects.list(Map.of("id", id + 1_000_000))).isEmpty();
    assertThatThrownBy(() -> objects.get(id + 1_000_000))
        .isInstanceOf(RossumApiException.NotFound.class);
    return object;
  }

  /** Creates two objects, changes them by id and by URL, reads and deletes them. */
  private <T extends JsonView> void isEdited(
      EditableResources<T> objects, Object first, Object second, String key, Object change) {
    ResourceUrl byId = urlOf(objects.create(first));
    ResourceUrl byUrl = urlOf(objects.create(second));
    Map<String, Object> body = Map.of(key, change);

    T changed = objects.patch(byId.id().orElseThrow(), body);
    // The response may lack keys.
    assertThat(isRead(objects, byId).find(key)).isEqualTo(changed.find(key)).isPresent();
    assertThat(objects.patch(byUrl, body).find(key)).isEqualTo(changed.find(key));

    objects.delete(byId.id().orElseThrow());
    objects.delete(byUrl);
    assertThatThrownBy(() -> objects.get(byId)).isInstanceOf(RossumApiException.NotFound.class);
    assertThatThrownBy(() -> objects.delete(byUrl)).isInstanceOf(RossumApiException.NotFound.class);
  }

  private static ResourceUrl urlOf(JsonView object) {
    return object.find("url").flatMap(RawJson::scalar).map(ResourceUrl::new).orElseThrow();
  }

  private static Map<String, Object> named(String name) {
    return Map.of("name", name);
  }

  @Test
  void annotations() {
    assertThat(isRead(rossum.annotations(), invoice.url()).queue()).contains(QUEUE);
  }

  @Test
  void documents() {
    Document document = isRead(rossum.documents(), DOCUMENT);
    assertThat(document.find("original_file_name"))
        .contains(RawJson.of("\"Rechnung NL-2025-0917.pdf\""));
  }

  @Test
  void emails() {
    api.add(
        "emails",
        Map.of(
            "id", 880412, "url", EMAIL, "subject", "Invoice", "type", "incoming", "queue", QUEUE));

    Email email = isRead(rossum.emails(), EMAIL);

    assertThat(email.subject()).contains("Invoice");
    assertThat(email.type()).contains("incoming");
    assertThat(email.queue()).contains(QUEUE);
    assertThat(rossum.emails().patch(880412, Map.of("labels", List.of("a"))).find("labels"))
        .contains(RawJson.of("[\"a\"]"));
    assertThat(rossum.emails().patch(EMAIL, Map.of("labels", List.of())).find("labels"))
        .contains(RawJson.of("[]"));
  }

  @Test
  void labels() {
    Label label = rossum.labels().create(Map.of("name", "urgent", "color", "#FF5733"));
    assertThat(label.name()).contains("urgent");
    assertThat(label.color()).contains("#FF5733");
    assertThat(label.organization()).isPresent();

    isEdited(rossum.labels(), named("first"), named("second"), "color", "#00FF00");
  }

  @Test
  void relations() {
    Map<String, Object> body = Map.of("type", "edit", "annotations", List.of(invoice.url()));

    isEdited(rossum.relations(), body, body, "key", "d41d8");
  }

  @Test
  void documentRelations() {
    Map<String, Object> export = Map.of("type", "export", "annotation", invoice.url());
    Map<String, Object> einvoice = Map.of("type", "einvoice", "annotation", invoice.url());

    isEdited(rossum.documentRelations(), export, einvoice, "documents", List.of(DOCUMENT));
  }

  @Test
  void schemasAreTheSameTypeAsInARequest() {
    Schema schema = isRead(rossum.schemas(), SCHEMA);
    assertThat(schema.schemaIds()).isEqualTo(Fixtures.invoiceSchema().schemaIds());

    Map<String, Object> body =
        Map.of("name", "Orders", "content", schema.raw().find("content").orElseThrow());
    isEdited(rossum.schemas(), body, body, "name", "Changed");
  }

  @Test
  void aSchemaIsCheckedBeforeItIsStored() {
    Schema schema = rossum.schemas().get(SCHEMA);
    assertThat(rossum.schemas().validate(schema.raw())).isEmpty();
    assertThat(rossum.schemas().validate(Map.of("name", "x", "content", List.of())))
        .contains(RawJson.of("{\"content\":[\"Schema content must be a list of sections.\"]}"));
  }

  @Test
  void aSchemaThatIsUsedIsNotDeleted() {
    assertThatThrownBy(() -> rossum.schemas().delete(SCHEMA))
        .isInstanceOf(RossumApiException.Conflict.class);
  }

  @Test
  void queues() {
    Map<String, Object> body = Map.of("name", "Orders", "schema", SCHEMA);
    Queue queue = rossum.queues().create(body);
    assertThat(queue.name()).contains("Orders");
    assertThat(queue.schema()).contains(SCHEMA);
    assertThat(queue.automationLevel()).contains("never");
    assertThat(queue.metadata()).contains(RawJson.of("{}"));
    assertThat(queue.counts()).isEmpty();
    assertThat(rossum.queues().get(QUEUE).counts()).isEqualTo(Map.of("to_review", 1L));

    isEdited(rossum.queues(), body, body, "name", "Invoices");
  }

  private static Map<String, Object> hook(String name) {
    return Map.of(
        "name",
        name,
        "events",
        List.of("invocation.manual"),
        "queues",
        List.of(QUEUE),
        "config",
        Map.of("url", "https://hooks.example.com", "timeout_s", 30),
        "secrets",
        Map.of("erp", "never shown"));
  }

  @Test
  void hooks() {
    Hook hook = rossum.hooks().create(hook("Checks"));
    assertThat(hook.name()).contains("Checks");
    assertThat(hook.type()).contains("webhook");
    assertThat(hook.isActive()).isTrue();
    assertThat(hook.queues()).containsExactly(QUEUE);
    assertThat(hook.events()).containsExactly("invocation.manual");
    assertThat(hook.runAfter()).isEmpty();
    assertThat(hook.tokenOwner()).isEmpty();
    assertThat(hook.settings()).isPresent();
    assertThat(hook.config().orElseThrow().find("timeout_s")).contains(RawJson.of("30"));
    assertThat(hook.sideloads()).isEmpty();
    assertThat(hook.metadata()).contains(RawJson.of("{}"));
    assertThat(hook.modifiedAt()).isPresent();
    assertThat(hook.modifiedBy()).contains(new ResourceUrl(url("users/1")));
    assertThat(hook.toString() + hook.raw().text()).doesNotContain("never shown");
    assertThat(rossum.hooks().secretNames(hook.id().orElseThrow())).containsExactly("erp");
    assertThat(rossum.hooks().secretNames(hook.url().orElseThrow())).containsExactly("erp");

    isEdited(rossum.hooks(), hook("First"), hook("Second"), "active", false);
  }

  @Test
  void aHookIsTriedAndItsLogSaysWhatHappened() {
    List<String> notes = new ArrayList<>();
    RossumSimulator simulator =
        RossumSimulator.of(
                content -> {
                  notes.add(content.field("order_id").text());
                  content.field("order_id").set("450018");
                })
            .open(Fixtures.invoice());
    api.join(simulator);
    Hook hook = rossum.hooks().list().findFirst().orElseThrow();
    long id = hook.id().orElseThrow();

    RawJson payload =
        rossum
            .hooks()
            .generatePayload(
                id, "annotation_content.initialize", Map.of("annotation", invoice.url()));
    RawJson response = rossum.hooks().test(id, payload);

    assertThat(response.keys()).contains("operations");
    assertThat(notes).containsExactly("450017");
    assertThatThrownBy(() -> rossum.hooks().generatePayload(id, "upload", Map.of()))
        .hasMessageContaining("annotation_content.initialize");
    HookLog log = rossum.hooks().logs(Map.of("hook", hook.url().orElseThrow())).findFirst().get();
    assertThat(log.event()).contains("annotation_content.initialize");
    assertThat(log.hookId()).hasValue(id);
    assertThat(log.status()).contains("completed");
    assertThat(log.statusCode()).hasValue(200);
    assertThat(log.level()).contains("INFO");
    assertThat(log.message()).isPresent();
    assertThat(log.requestId()).isPresent();
    assertThat(log.timestamp()).isEqualTo(log.start());
    assertThat(log.end()).isPresent();
  }

  @Test
  void suggestedEdits() {
    SuggestedEdit edit =
        rossum
            .suggestedEdits()
            .create(
                invoice.id(),
                PartDraft.of(PAGE).queue(19055).value("edit:document_type", "invoice"),
                PartDraft.of().page(NEXT_PAGE, 90).deletedPage(PAGE));
    assertThat(edit.annotation().orElseThrow().id()).hasValue(invoice.id());
    assertThat(edit.documents()).hasSize(2);
    assertThat(lastBody())
        .isEqualTo(
            "{'annotation':'@annotations/4310220117','documents':["
                + "{'target_queue':'@queues/19055','values':{'edit:document_type':'invoice'},"
                + "'pages':[{'page':'*pages/4620771801','rotation':0}]},"
                + "{'pages':[{'page':'*pages/4620771802','rotation':90},"
                + "{'page':'*pages/4620771801','rotation':0,'deleted':true}]}]}");
    assertThat(rossum.suggestedEdits().create(invoice.url(), PartDraft.of(PAGE)).annotation())
        .contains(invoice.url());
    assertThatThrownBy(() -> rossum.suggestedEdits().create(7, PartDraft.of(PAGE).name("a.pdf")))
        .hasMessage("A part of a suggestion cannot have document_name.");

    Map<String, Object> body =
        Map.of(
            "annotation", invoice.url(), "documents", edit.raw().find("documents").orElseThrow());
    isEdited(
        rossum.suggestedEdits(),
        body,
        body,
        "documents",
        List.of(Map.of("pages", List.of(Map.of("page", PAGE, "rotation", 180)))));
  }

  @Test
  void automationBlockers() {
    ResourceUrl url =
        api.add(
            "automation_blockers",
            Map.of(
                "annotation",
                invoice.url(),
                "content",
                List.of(
                    Map.of("level", "annotation", "type", "is_duplicate"),
                    Map.of(
                        "level", "datapoint", "type", "low_score", "schema_id", "amount_total"))));

    AutomationBlockers blockers = isRead(rossum.automationBlockers(), url);

    assertThat(blockers.annotation()).contains(invoice.url());
    AutomationBlockers.Reason reason = blockers.reasons().get(1);
    assertThat(reason.level()).contains("datapoint");
    assertThat(reason.type()).contains("low_score");
    assertThat(reason.schemaId()).contains("amount_total");
    assertThat(blockers.reasons().get(0).schemaId()).isEmpty();
    assertThat(rossum.automationBlockers().list(Map.of("annotation", invoice.url()))).hasSize(1);
  }
}
