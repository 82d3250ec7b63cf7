package io.github.rossumext.testkit.api;

import static io.github.rossumext.payload.AnnotationStatus.CONFIRMED;
import static io.github.rossumext.payload.AnnotationStatus.DELETED;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTING;
import static io.github.rossumext.payload.AnnotationStatus.POSTPONED;
import static io.github.rossumext.payload.AnnotationStatus.REJECTED;
import static io.github.rossumext.payload.AnnotationStatus.REVIEWING;
import static io.github.rossumext.payload.AnnotationStatus.TO_REVIEW;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.Fixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The states of an annotation, and the 409 of those in which something is not allowed. */
class StatesTest extends StubTest {

  private void isIn(AnnotationStatus status) {
    api.add(Fixtures.extractedInvoice().withStatus(status));
  }

  private Client.Reply post(String action) {
    return client.post(PATH + "/" + action, "");
  }

  @Test
  void startOpensIt() {
    Client.Reply reply = post("start");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/annotation")).isEqualTo(HOST + "/annotations/" + INVOICE);
    assertThat(reply.at("/session_timeout")).isEqualTo("01:00:00");
    assertThat(api).annotation(INVOICE).hasStatus(REVIEWING);
    assertThat(post("start").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"to_review", "postponed", "confirmed"})
  void startWorksFrom(String status) {
    isIn(new AnnotationStatus(status));
    assertThat(post("start").status()).isEqualTo(200);
    assertThat(post("cancel").status()).isEqualTo(200);
    assertThat(api).annotation(INVOICE).hasStatus(new AnnotationStatus(status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exported", "exporting", "importing", "deleted", "rejected", "reviewing"})
  void startIsRefusedFrom(String status) {
    isIn(new AnnotationStatus(status));
    Client.Reply reply = post("start");
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.at("/detail")).isNotEmpty();
    assertThat(api).annotation(INVOICE).hasStatus(new AnnotationStatus(status));
  }

  @Test
  void startTakesTheStatusesThatTheClientNames() {
    isIn(EXPORTED);
    assertThat(client.post(PATH + "/start", "{\"statuses\":[\"exported\"]}").status())
        .isEqualTo(200);
    isIn(TO_REVIEW);
    assertThat(client.post(PATH + "/start", "{\"statuses\":[\"exported\"]}").status())
        .isEqualTo(409);
  }

  @Test
  void confirmNeedsTheCaller() {
    assertThat(post("confirm").status()).isEqualTo(409);
    post("start");
    Client.Reply confirmed = post("confirm");
    assertThat(confirmed.status()).isEqualTo(204);
    assertThat(confirmed.text()).isEmpty();
    assertThat(api).annotation(INVOICE).hasStatus(EXPORTING);
    assertThat(client.get(PATH).at("/confirmed_at")).startsWith("2025-11-04T09:00:00.000000Z");
    assertThat(post("confirm").status()).isEqualTo(409);
  }

  @Test
  void anErrorPreventsConfirming() {
    api.add(
        Fixtures.extractedInvoice()
            .withStatus(TO_REVIEW)
            .withSchema(Fixtures.invoiceSchema())
            .withField("invoice_id", ""));
    post("start");
    post("content/validate");
    Client.Reply refused = post("confirm");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/detail")).contains("invoice_id");
    assertThat(api).annotation(INVOICE).hasStatus(REVIEWING);
  }

  @ParameterizedTest
  @CsvSource({"postpone, postponed", "delete, deleted", "reject, rejected"})
  void anAnnotationIsPutAside(String action, String status) {
    assertThat(post(action).status()).isEqualTo(200);
    assertThat(api).annotation(INVOICE).hasStatus(new AnnotationStatus(status));
    assertThat(post(action).status()).isEqualTo(409);
    assertThat(client.get(PATH).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exporting", "importing", "purged", "reviewing", "split"})
  void anAnnotationIsNotPutAsideFrom(String status) {
    isIn(new AnnotationStatus(status));
    for (String action : new String[] {"postpone", "delete", "reject"}) {
      assertThat(post(action).status()).as(action).isEqualTo(409);
    }
    assertThat(api).annotation(INVOICE).hasStatus(new AnnotationStatus(status));
  }

  @Test
  void rejectTakesANote() {
    Client.Reply reply =
        client.post(
            PATH + "/reject", "{\"note_content\":\"A copy.\",\"automatically_rejected\":true}");
    assertThat(reply.at("/status")).isEqualTo("rejected");
    assertThat(reply.at("/note")).contains("/notes/");
    assertThat(client.get(PATH).at("/automatically_rejected")).isEqualTo("true");
    assertThat(api).annotation(INVOICE).hasStatus(REJECTED);
  }

  @Test
  void aUserOfTheScreenKeepsTheDocument() {
    isIn(REVIEWING);
    for (String action : new String[] {"start", "cancel", "confirm", "postpone"}) {
      assertThat(post(action).status()).as(action).isEqualTo(409);
    }
  }

  @Test
  void patchChangesKeysAndReplacesMetadata() {
    Client.Reply reply = client.patch(PATH, "{\"metadata\":{\"erp\":{\"id\":\"7\"}}}");
    assertThat(reply.json().path("metadata").toString()).isEqualTo("{\"erp\":{\"id\":\"7\"}}");
    assertThat(reply.at("/modified_at")).isEqualTo("2025-11-04T09:00:00.000000Z");
    assertThat(client.patch(PATH, "{\"metadata\":[]}").status()).isEqualTo(400);
    assertThat(client.patch(PATH, "{\"queue\":19055}").json().has("queue")).isTrue();
    assertThat(api).hasNoProblems();
  }

  @Test
  void patchChangesTheStatusOnlyInAFewWays() {
    assertThat(client.patch(PATH, "{\"status\":\"exported\"}").status()).isEqualTo(400);
    assertThat(api).annotation(INVOICE).hasStatus(TO_REVIEW);
    isIn(EXPORTING);
    assertThat(client.patch(PATH, "{\"status\":\"exported\"}").status()).isEqualTo(200);
    assertThat(api).annotation(INVOICE).hasStatus(EXPORTED);
    client.patch(PATH, "{\"status\":\"importing\",\"rir_poll_id\":null,\"messages\":[]}");
    assertThat(api).annotation(INVOICE).hasStatus(TO_REVIEW);
  }

  @Test
  void anUnknownKeyIsAProblem() {
    client.patch(PATH, "{\"metadatas\":{}}");
    assertThat(api).hasProblemContaining("'metadatas'");
  }

  @Test
  void aCopyHasTheContentInAnotherQueue() {
    String queue =
        api.add("queues", Map.of("name", "Archive", "schema", HOST + "/schemas/33810")).uri();
    Client.Reply reply =
        client.post(
            PATH + "/copy", "{\"target_queue\":\"" + queue + "\",\"target_status\":\"confirmed\"}");
    assertThat(reply.status()).isEqualTo(200);
    long copy = Long.parseLong(reply.at("/annotation").replaceAll(".*/", ""));
    assertThat(copy).isNotEqualTo(INVOICE);
    assertThat(api)
        .annotation(copy)
        .hasStatus(CONFIRMED)
        .hasText("invoice_id", api.annotation(INVOICE).text("invoice_id"));
    assertThat(client.get("/v1/annotations/" + copy).at("/queue")).isEqualTo(queue);
    assertThat(client.post(PATH + "/copy", "{}").json().has("target_queue")).isTrue();
  }

  @Test
  void aCopyMayBeImportedAgain() {
    Client.Reply reply =
        client.post(
            PATH + "/copy?reimport=true", "{\"target_queue\":\"" + HOST + "/queues/19055\"}");
    long copy = Long.parseLong(reply.at("/annotation").replaceAll(".*/", ""));
    assertThat(api).annotation(copy).hasStatus(TO_REVIEW);
  }

  @Test
  void anAnnotationIsMadeForADocument() {
    String document = HOST + "/documents/4402118830";
    Client.Reply reply =
        client.post(
            "/v1/annotations",
            "{\"status\":\"created\",\"document\":\""
                + document
                + "\",\"queue\":\""
                + HOST
                + "/queues/19055\",\"metadata\":{\"of\":\"upload\"}}");
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.at("/document")).isEqualTo(document);
    assertThat(reply.at("/metadata/of")).isEqualTo("upload");
    assertThat(client.get("/v1/annotations/" + reply.at("/id") + "/content").status())
        .isEqualTo(200);
    assertThat(client.get("/v1/documents/4402118830").json().path("annotations")).hasSize(2);
    assertThat(client.post("/v1/annotations", "{\"queue\":1}").json().has("document")).isTrue();
  }

  @Test
  void oneAnnotationIsAssigned() {
    String body =
        "{\"annotations\":[\""
            + HOST
            + "/annotations/"
            + INVOICE
            + "\"],\"assignees\":[\""
            + url("users/1")
            + "\"]}";
    assertThat(client.post("/v1/annotations/assign", body).status()).isEqualTo(204);
    assertThat(client.get("/v1/annotations?assignees=1").json().path("results")).hasSize(1);
  }

  @Test
  void deletedIsNotGone() {
    post("delete");
    assertThat(api).annotation(INVOICE).hasStatus(DELETED);
    assertThat(client.delete(PATH).status()).isEqualTo(405);
  }

  @Test
  void postponedStaysPostponedAfterCancel() {
    isIn(POSTPONED);
    post("start");
    post("cancel");
    assertThat(api).annotation(INVOICE).hasStatus(POSTPONED);
  }
}
