package io.github.rossumext.client;

import static io.github.rossumext.client.FakeApi.json;
import static io.github.rossumext.client.FakeApi.response;
import static io.github.rossumext.client.FakeApi.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.payload.Document;
import io.github.rossumext.value.ResourceUrl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents and uploads: files in both directions. */
class FilesTest {
  private static final ResourceUrl DOCUMENT = new ResourceUrl("https://x/v1/documents/5");
  private static final FileBody PDF = FileBody.of("invoice.pdf", "%PDF-1.7".getBytes(UTF_8));

  private final FakeApi api = new FakeApi();
  private final TestTime time = new TestTime();
  private final RossumClient rossum = TestClients.of(api, time);

  @AfterEach
  void close() {
    api.close();
  }

  /** The body of the last request, with a short boundary and plain line ends. */
  private String lastBody() {
    String type = api.lastRequest().header("Content-Type");
    assertThat(type).startsWith("multipart/form-data; boundary=");
    return api.lastRequest()
        .text()
        .replace(type.substring(type.indexOf('=') + 1), "B")
        .replace("\r\n", "\n");
  }

  @Test
  void aDocumentIsCreatedOfAFile() {
    api.answer(status(201, "{\"id\": 5000000000, \"original_file_name\": \"invoice.pdf\"}"));

    Document document = rossum.documents().create(PDF);

    assertThat(document.id()).hasValue(5_000_000_000L);
    assertThat(api.lastRequest()).hasToString("POST /api/v1/documents");
    assertThat(lastBody())
        .isEqualTo(
            """
            --B
            Content-Disposition: form-data; name="content"; filename="invoice.pdf"
            Content-Type: application/pdf

            %PDF-1.7
            --B--
            """);
    assertThat(api.lastRequest().headers()).containsKey("content-length");
  }

  @Test
  void metadataIsAPartWithoutAFileName() {
    rossum.documents().create(PDF, Map.of("source", "erp"));

    assertThat(lastBody())
        .endsWith(
            """
            --B
            Content-Disposition: form-data; name="metadata"

            {"source":"erp"}
            --B--
            """);
  }

  @Test
  void aParentIsAUrl() {
    rossum.documents().createChild(DOCUMENT, PDF);
    assertThat(lastBody()).contains("name=\"parent\"\n\nhttps://x/v1/documents/5\n");

    rossum.documents().createChild(5, PDF);
    assertThat(lastBody()).contains("name=\"parent\"\n\n" + api.url() + "/api/v1/documents/5\n");
  }

  @Test
  void aNameCannotEndItsPart() {
    rossum.documents().create(PDF.withName("a\"\r\nb ü.pdf").withType("application/x-mine"));

    assertThat(lastBody())
        .contains("filename=\"a%22%0D%0Ab ü.pdf\"\nContent-Type: application/x-mine\n");
  }

  @Test
  void aTypeIsAMediaType() {
    assertThatThrownBy(() -> PDF.withType("application/pdf\r\nX: y"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(PDF.withType("text/plain; charset=utf-8").type())
        .isEqualTo("text/plain; charset=utf-8");
    assertThat(FileBody.of("no-ending", new byte[0]).type()).isEqualTo("application/octet-stream");
  }

  @Test
  void aFileOfTheDiskIsStreamed(@TempDir Path folder) throws IOException {
    String large = "0123456789".repeat(300_000);
    Path file = Files.writeString(folder.resolve("large.txt"), large);

    rossum.documents().create(FileBody.of(file));

    assertThat(lastBody()).hasSizeGreaterThan(3_000_000).contains("filename=\"large.txt\"", large);
    assertThatThrownBy(() -> FileBody.of(folder.resolve("missing.txt")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing.txt");
  }

  @Test
  void aStreamIsOpenedForEachRequest() {
    AtomicInteger opened = new AtomicInteger();
    FileBody file =
        FileBody.of(
            "invoice.xml",
            () -> {
              opened.incrementAndGet();
              return new ByteArrayInputStream("<xml/>".getBytes(UTF_8));
            });
    api.answer(response(429, "Retry-After: 1", ""), status(201, "{}"));

    rossum.documents().create(file);

    assertThat(opened).hasValue(2);
    assertThat(lastBody()).contains("<xml/>");
  }

  @Test
  void aDocumentIsNotCreatedTwice() {
    api.otherwise(request -> status(502, ""));

    assertThatThrownBy(() -> rossum.documents().create(PDF))
        .isInstanceOf(RossumApiException.Unavailable.class);
    assertThat(api.requests()).hasSize(1);
  }

  @Test
  void aDocumentIsDownloaded(@TempDir Path folder) throws IOException {
    api.otherwise(request -> response(200, "Content-Type: application/pdf", "%PDF"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path file = folder.resolve("5.pdf");

    assertThat(rossum.documents().download(5, out)).isEqualTo(4);
    assertThat(rossum.documents().download(DOCUMENT, file)).isEqualTo(4);

    assertThat(out.toString(UTF_8)).isEqualTo("%PDF");
    assertThat(file).hasContent("%PDF");
    assertThat(api.requests())
        .map(Object::toString)
        .containsOnly("GET /api/v1/documents/5/content");
  }

  @Test
  void aDocumentIsChangedAndDeleted() {
    api.answer(json("{\"id\": 5}"), response(204, "", ""));

    assertThat(rossum.documents().replaceMetadata(DOCUMENT, Map.of("a", 1)).id()).hasValue(5);
    rossum.documents().delete(DOCUMENT);

    assertThat(api.requests())
        .hasToString("[PATCH /api/v1/documents/5, DELETE /api/v1/documents/5]");
  }

  private FakeApi.Answer importing(FakeApi.Request request, int polls, String end) {
    if (request.method().equals("POST")) {
      return status(202, "{\"url\": \"https://us.api.rossum.ai/v1/tasks/315509\"}");
    }
    if (request.path().startsWith("/api/v1/uploads/")) {
      return json("{\"id\": 9, \"annotations\": [\"https://x/v1/annotations/7\"]}");
    }
    assertThat(request.target()).isEqualTo("/api/v1/tasks/315509?no_redirect=true");
    return json(api.requests().size() <= polls + 1 ? "{\"status\": \"running\"}" : end);
  }

  private static final String DONE =
      "{\"status\": \"succeeded\", \"content\": {\"upload\": \"https://x/v1/uploads/9\"}}";

  @Test
  void anUploadIsWaitedFor() {
    api.otherwise(request -> importing(request, 3, DONE));

    Upload upload = rossum.uploads().upload(8198, PDF).await();

    assertThat(upload.annotations()).containsExactly(new ResourceUrl("https://x/v1/annotations/7"));
    assertThat(api.requests().get(0)).hasToString("POST /api/v1/uploads?queue=8198");
    assertThat(time.pauses())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void anUploadThatTakesTooLongIsNotDoneYet() {
    api.otherwise(request -> importing(request, 100, DONE));
    UploadTask task = rossum.uploads().upload(8198, PDF);

    assertThatThrownBy(task::await)
        .isInstanceOf(RossumApiException.Unavailable.class)
        .hasMessage(
            "GET /v1/tasks/315509: the time is over, and the files are still being imported.");
    assertThat(task.refreshed().status()).contains("running");
  }

  @Test
  void anUploadThatFailsSaysWhy() {
    api.otherwise(
        request -> importing(request, 0, "{\"status\": \"failed\", \"detail\": \"Broken file.\"}"));

    assertThatThrownBy(() -> rossum.uploads().upload(8198, PDF).await())
        .isExactlyInstanceOf(RossumApiException.class)
        .hasMessage(
            "GET /v1/tasks/315509: the import ended with the status 'failed': Broken file.");
  }

  @Test
  void anUploadWithoutItsUrlIsAnError() {
    api.otherwise(request -> importing(request, 0, "{\"status\": \"succeeded\"}"));

    assertThatThrownBy(() -> rossum.uploads().upload(8198, PDF).await())
        .hasMessageContaining("does not name its upload");
  }

  @Test
  void anUploadHasValuesAndMetadata() {
    api.otherwise(request -> importing(request, 0, DONE));

    rossum
        .uploads()
        .upload(
            new ResourceUrl("https://x/v1/queues/8198"),
            UploadDraft.create(PDF)
                .value("upload:organization_unit", "Sales")
                .metadata(Map.of("batch", 7))
                .rejectIdentical());

    assertThat(api.lastRequest())
        .hasToString("POST /api/v1/uploads?queue=8198&reject_identical=true");
    assertThat(lastBody())
        .contains(
            "name=\"values\"\n\n{\"upload:organization_unit\":\"Sales\"}\n",
            "name=\"metadata\"\n\n{\"batch\":7}\n");
  }

  @Test
  void anIdenticalFileIsAConflict() {
    api.answer(status(409, "{\"detail\": \"Identical document exists.\"}"));

    assertThatThrownBy(
            () -> rossum.uploads().upload(8198, UploadDraft.create(PDF).rejectIdentical()))
        .isInstanceOf(RossumApiException.Conflict.class);
  }

  @Test
  void anUploadThatRossumWouldRefuseIsRefusedBefore() {
    assertThatThrownBy(UploadDraft::create).hasMessage("An upload needs at least one file.");
    assertThatThrownBy(() -> UploadDraft.create(PDF).value("unit", "Sales"))
        .hasMessage("The key must begin with upload:, but was unit.");
    assertThatThrownBy(() -> UploadDraft.create(PDF, PDF).rejectIdentical())
        .hasMessageContaining("only if there is one, but there are 2");
  }
}
