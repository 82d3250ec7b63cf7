package io.github.rossumext.testkit.api;

import static io.github.rossumext.payload.AnnotationStatus.SPLIT;
import static io.github.rossumext.payload.AnnotationStatus.TO_REVIEW;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.Fixtures;
import java.net.http.HttpRequest;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Documents, uploads with their tasks, and pages that are split and edited. */
class FilesTest extends StubTest {
  private static final String PAGE = HOST + "/pages/462077180";

  private static String part(String name, String fileName, String content) {
    return "--b\r\nContent-Disposition: form-data; name=\""
        + name
        + "\""
        + (fileName.equals("-") ? "" : "; filename=\"" + fileName + "\"")
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private Client.Reply form(String path, String... parts) {
    String body = String.join("", parts) + "--b--\r\n";
    return client.send("POST", path, "multipart/form-data; boundary=b", body.getBytes(UTF_8));
  }

  @Test
  void theBytesOfADocumentComeAsTheyWentIn() {
    byte[] bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    api.documentContent(4402118830L, bytes);
    Client.Reply reply = client.get("/v1/documents/4402118830/content");
    assertThat(reply.http().body()).isEqualTo(bytes);
    assertThat(reply.header("Content-Type")).isEqualTo("application/pdf");
  }

  @Test
  void aFileBecomesADocument() {
    Client.Reply reply =
        form(
            "/v1/documents",
            part("content", "a.pdf", "\r\n--\r\nPDF\r\n"),
            part("metadata", "-", "{\"erp\":\"7\"}"),
            part("parent", "-", HOST + "/documents/4402118830"));
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.at("/original_file_name")).isEqualTo("a.pdf");
    assertThat(reply.at("/mime_type")).isEqualTo("application/pdf");
    assertThat(reply.at("/metadata/erp")).isEqualTo("7");
    assertThat(reply.at("/parent")).endsWith("/documents/4402118830");
    assertThat(reply.json().path("annotations")).isEmpty();
    assertThat(client.get(reply.at("/content")).text()).isEqualTo("\r\n--\r\nPDF\r\n");
    assertThat(client.get("/v1/original/" + reply.at("/s3_name")).text())
        .isEqualTo("\r\n--\r\nPDF\r\n");
    assertThat(client.get("/v1/documents?parent=4402118830").json().path("results")).hasSize(1);
  }

  @Test
  void metadataWithAFileNameIsRefused() {
    for (String name : new String[] {"", "m.json"}) {
      Client.Reply reply =
          form("/v1/documents", part("content", "a.pdf", "x"), part("metadata", name, "{}"));
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.at("/metadata/0")).isEqualTo("Value must be valid JSON.");
    }
    assertThat(client.get("/v1/documents").json().path("results")).hasSize(1);
  }

  @Test
  void aRawBodyHasItsNameInAHeader() {
    HttpRequest.Builder request =
        client
            .request("/v1/documents")
            .header("Content-Disposition", "attachment; filename*=utf-8''Lieferschein%20%C3%BC.pdf")
            .POST(HttpRequest.BodyPublishers.ofString("x"));
    assertThat(client.send(request).at("/original_file_name")).isEqualTo("Lieferschein ü.pdf");
    assertThat(client.send("POST", "/v1/documents", "application/pdf", new byte[] {1}).status())
        .isEqualTo(400);
  }

  @Test
  void aFormWithoutItsFileOrItsEndIsRefused() {
    assertThat(form("/v1/documents", part("metadata", "-", "{}")).json().has("content")).isTrue();
    assertThat(form("/v1/documents", part("content", "a", "x"), part("content", "b", "y")).status())
        .isEqualTo(400);
    for (String body : new String[] {"", "--b", "--b\r\n\r\nx", "--b\r\nA: b\r\n\r\nx\r\n--b--"}) {
      assertThat(
              client
                  .send(
                      "POST",
                      "/v1/documents",
                      "multipart/form-data; boundary=b",
                      body.getBytes(UTF_8))
                  .status())
          .as(body)
          .isEqualTo(400);
    }
    assertThat(client.send("POST", "/v1/documents", "multipart/form-data", new byte[0]).status())
        .isEqualTo(400);
  }

  @Test
  void aDocumentWithDataIsNotDeleted() {
    assertThat(client.delete("/v1/documents/4402118830").status()).isEqualTo(409);
    Client.Reply added = form("/v1/documents", part("content", "a.pdf", "x"));
    assertThat(client.delete("/v1/documents/" + added.at("/id")).status()).isEqualTo(204);
    assertThat(client.get("/v1/documents/" + added.at("/id")).status()).isEqualTo(404);
  }

  @Test
  void anUploadIsATaskThatSucceeds() {
    api.runningPolls(2);
    Client.Reply upload =
        form(
            "/v1/uploads?queue=19055",
            part("content", "a.pdf", "A"),
            part("content", "b.pdf", "B"),
            part("metadata", "-", "{\"from\":\"erp\"}"));
    assertThat(upload.status()).isEqualTo(202);
    String task = upload.at("/url");
    assertThat(task).contains("/tasks/");
    assertThat(client.get(task + "?no_redirect=true").at("/status")).isEqualTo("running");
    assertThat(client.get(task).status()).isEqualTo(200);
    Client.Reply done = client.get(task + "?no_redirect=true");
    assertThat(done.at("/status")).isEqualTo("succeeded");
    assertThat(done.at("/type")).isEqualTo("upload_created");
    JsonNode result = client.get(done.at("/content/upload")).json();
    assertThat(result.path("documents")).hasSize(2);
    assertThat(result.path("annotations")).hasSize(2);
    Client.Reply annotation = client.get(result.at("/annotations/1").asText());
    assertThat(annotation.at("/metadata/from")).isEqualTo("erp");
    assertThat(annotation.at("/status")).isEqualTo("to_review");
    assertThat(client.get(annotation.at("/document") + "/content").text()).isEqualTo("B");
    assertThat(api).hasNoProblems();
  }

  @Test
  void aSucceededTaskRedirectsUnlessAskedNotTo() {
    api.runningPolls(0);
    String task = form("/v1/uploads?queue=19055", part("content", "a.pdf", "A")).at("/url");
    Client.Reply reply = client.get(task);
    assertThat(reply.status()).isEqualTo(303);
    assertThat(reply.header("Location")).contains("/uploads/");
  }

  @Test
  void valuesOfAnUploadArriveInTheFieldsThatNameThem() {
    api.add(
        Fixtures.extractedInvoice()
            .withSchema(
                "[{\"id\":\"s\",\"category\":\"section\",\"label\":\"S\",\"children\":[{\"id\":\"unit\",\"category\":\"datapoint\",\"label\":\"U\",\"type\":\"string\",\"rir_field_names\":[\"upload:unit\"]}]}]"));
    api.runningPolls(0);
    String task =
        form(
                "/v1/uploads?queue=19055",
                part("content", "a.pdf", "A"),
                part("values", "-", "{\"upload:unit\":\"Sales\"}"))
            .at("/url");
    String upload = client.get(task + "?no_redirect=true").at("/content/upload");
    long id = Long.parseLong(client.get(upload).at("/annotations/0").replaceAll(".*/", ""));
    assertThat(api).annotation(id).hasText("unit", "Sales");
    assertThat(
            form(
                    "/v1/uploads?queue=19055",
                    part("content", "a", "A"),
                    part("values", "-", "{\"unit\":\"x\"}"))
                .json()
                .has("values"))
        .isTrue();
  }

  @Test
  void anIdenticalUploadIsRejectedIfAsked() {
    String path = "/v1/uploads?queue=19055&reject_identical=true";
    assertThat(form(path, part("content", "a.pdf", "A")).status()).isEqualTo(202);
    assertThat(form(path, part("content", "b.pdf", "A")).status()).isEqualTo(409);
    assertThat(form(path, part("content", "b", "B"), part("content", "c", "C")).status())
        .isEqualTo(400);
    assertThat(form("/v1/uploads?queue=19055", part("content", "a.pdf", "A")).status())
        .isEqualTo(202);
  }

  @Test
  void anUploadNeedsAQueueAndAtMost40Megabytes() {
    assertThat(form("/v1/uploads", part("content", "a", "A")).json().has("queue")).isTrue();
    assertThat(form("/v1/uploads?queue=7", part("content", "a", "A")).json().has("queue")).isTrue();
    assertThat(
            client
                .send(
                    "POST",
                    "/v1/uploads/a.pdf?queue=19055",
                    "application/pdf",
                    new byte[40_000_001])
                .status())
        .isEqualTo(413);
    assertThat(
            client
                .send("POST", "/v1/uploads/a.pdf?queue=19055", "application/pdf", new byte[] {1})
                .status())
        .isEqualTo(202);
  }

  @Test
  void aDocumentIsSplit() {
    Client.Reply reply =
        client.post(
            PATH + "/split",
            "{\"documents\":[{\"pages\":[{\"page\":\""
                + PAGE
                + "1\",\"rotation_deg\":90}],\"metadata\":{\"document\":{\"part\":1},\"annotation\":{\"of\":2}}},"
                + "{\"pages\":[{\"page\":\""
                + PAGE
                + "2\",\"rotation_deg\":0}]}]}");
    assertThat(reply.json().path("results")).hasSize(2);
    assertThat(api).annotation(INVOICE).hasStatus(SPLIT);
    Client.Reply child = client.get(reply.at("/results/0/annotation"));
    assertThat(child.at("/status")).isEqualTo("to_review");
    assertThat(child.at("/metadata/of")).isEqualTo("2");
    assertThat(client.get(child.at("/pages/0")).at("/rotation_deg")).isEqualTo("90");
    assertThat(client.get(reply.at("/results/0/document")).at("/parent"))
        .isEqualTo(HOST + "/documents/4402118830");
    assertThat(client.get("/v1/relations?type=edit&parent=" + INVOICE).json().path("results"))
        .hasSize(2);
    assertThat(api).hasNoProblems();
  }

  @Test
  void pagesAreLockedAndUnlocked() {
    Client.Reply started = client.post(PATH + "/edit_pages/start", "");
    assertThat(started.at("/parent_annotation")).isEqualTo(HOST + "/annotations/" + INVOICE);
    assertThat(started.at("/session_timeout")).isEqualTo("01:00:00");
    assertThat(api.annotation(INVOICE).status().value()).isEqualTo("reviewing");
    assertThat(
            client
                .post(PATH + "/edit_pages/cancel", "{\"annotations\":[],\"cancel_parent\":true}")
                .status())
        .isEqualTo(204);
    assertThat(api).annotation(INVOICE).hasStatus(TO_REVIEW);
  }

  @Test
  void pagesBecomeDocumentsAndChildrenAreDeleted() {
    Client.Reply reply =
        client.post(
            PATH + "/edit_pages",
            "{\"edit\":[{\"parent_pages\":[{\"page\":\""
                + PAGE
                + "1\",\"rotation_deg\":0,\"deleted\":false}],\"document_name\":\"one.pdf\"},"
                + "{\"parent_pages\":[{\"page\":\""
                + PAGE
                + "2\"}]}],\"stop_parent\":true,\"edit_data_source\":\"automation\"}");
    assertThat(reply.json().path("results")).hasSize(2);
    assertThat(client.get(reply.at("/results/0/document")).at("/original_file_name"))
        .isEqualTo("one.pdf");
    assertThat(api).annotation(INVOICE).hasStatus(SPLIT);
    Client.Reply locked = client.post(PATH + "/edit_pages/start", "");
    assertThat(locked.json().path("children")).hasSize(2);
    assertThat(locked.at("/children/0/started")).isEqualTo("true");
    Client.Reply again =
        client.post(
            PATH + "/edit_pages",
            "{\"delete\":[\""
                + reply.at("/results/1/annotation")
                + "\"],\"stop_reviewing\":[\""
                + reply.at("/results/0/annotation")
                + "\"]}");
    assertThat(again.json().path("results")).isEmpty();
    assertThat(client.get(reply.at("/results/1/annotation")).at("/status")).isEqualTo("deleted");
    assertThat(client.get(reply.at("/results/0/annotation")).at("/status")).isEqualTo("to_review");
    assertThat(api).hasNoProblems();
  }

  @Test
  void pagesAreEditedInPlace() {
    Client.Reply reply =
        client.post(
            PATH + "/edit_pages/in_place",
            "{\"parent_pages\":[{\"page\":\""
                + PAGE
                + "2\",\"rotation_deg\":180},{\"page\":\""
                + PAGE
                + "1\",\"deleted\":true,\"rotation_deg\":0}]}");
    assertThat(reply.at("/results/0/annotation")).isEqualTo(HOST + "/annotations/" + INVOICE);
    assertThat(client.get(PATH).json().path("pages")).hasSize(1);
  }

  @Test
  void anEditThatDoesNotFitChangesNothing() {
    for (String body :
        new String[] {
          "{\"edit\":[{\"parent_pages\":[]}]}",
          "{\"edit\":[{\"parent_pages\":[{\"page\":1}]}]}",
          "{\"edit\":[{\"parent_pages\":[{\"page\":\""
              + PAGE
              + "1\"}],\"values\":{\"type\":\"x\"}}]}",
          "{\"move\":[{\"annotation\":\"" + HOST + "/annotations/1\"}]}",
        }) {
      assertThat(client.post(PATH + "/edit_pages", body).status()).as(body).isEqualTo(400);
    }
    assertThat(client.post(PATH + "/split", "{}").status()).isEqualTo(400);
    assertThat(api).annotation(INVOICE).hasStatus(TO_REVIEW);
    client.post(PATH + "/delete", "");
    assertThat(client.post(PATH + "/edit_pages/start", "").status()).isEqualTo(409);
  }
}
