package io.github.rossumext.client;

import static io.github.rossumext.payload.AnnotationStatus.TO_REVIEW;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.payload.Document;
import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents and uploads: files in both directions. */
class FilesTest extends StubTest {
  private static final FileBody PDF = FileBody.of("invoice.pdf", "%PDF-1.7".getBytes(UTF_8));

  /** The body of the last POST, with a short boundary and plain line ends. */
  private String form(String path) {
    String type = last("POST " + path).header("Content-Type");
    assertThat(type).startsWith("multipart/form-data; boundary=");
    return new String(last("POST " + path).requestBody(), UTF_8)
        .replace(type.substring(type.indexOf('=') + 1), "B")
        .replace("\r\n", "\n");
  }

  private String content(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    rossum.documents().download(document.url().orElseThrow(), out);
    return out.toString(UTF_8);
  }

  @Test
  void aDocumentIsCreatedOfAFile() throws IOException {
    Document document = rossum.documents().create(PDF);

    assertThat(document.id().orElseThrow()).isGreaterThan(Integer.MAX_VALUE);
    assertThat(document.find("original_file_name")).contains(RawJson.of("\"invoice.pdf\""));
    assertThat(document.find("mime_type")).contains(RawJson.of("\"application/pdf\""));
    assertThat(content(document)).isEqualTo("%PDF-1.7");
    assertThat(form("/v1/documents"))
        .isEqualTo(
            """
            --B
            Content-Disposition: form-data; name="content"; filename="invoice.pdf"
            Content-Type: application/pdf

            %PDF-1.7
            --B--
            """);
    assertThat(last("POST /v1/documents").header("Content-Length")).isNotEmpty();
  }

  @Test
  void metadataIsAPartWithoutAFileName() {
    Document document = rossum.documents().create(PDF, Map.of("source", "erp"));

    assertThat(document.find("metadata")).contains(RawJson.of("{\"source\":\"erp\"}"));
    assertThat(form("/v1/documents"))
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
    Document byUrl = rossum.documents().createChild(DOCUMENT, PDF);
    assertThat(byUrl.find("parent")).contains(RawJson.of("\"" + DOCUMENT + "\""));

    Document byId = rossum.documents().createChild(4402118830L, PDF);
    assertThat(byId.find("parent")).contains(RawJson.of("\"" + url("documents/4402118830") + "\""));
  }

  @Test
  void aNameCannotEndItsPart() throws IOException {
    Document document =
        rossum.documents().create(PDF.withName("a\"\r\nb ü.pdf").withType("application/x-mine"));

    assertThat(form("/v1/documents"))
        .contains("filename=\"a%22%0D%0Ab ü.pdf\"\nContent-Type: application/x-mine\n");
    assertThat(content(document)).isEqualTo("%PDF-1.7");
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

    Document document = rossum.documents().create(FileBody.of(file));

    assertThat(document.find("original_file_name")).contains(RawJson.of("\"large.txt\""));
    assertThat(content(document)).isEqualTo(large);
    assertThatThrownBy(() -> FileBody.of(folder.resolve("missing.txt")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing.txt");
  }

  @Test
  void aStreamIsOpenedForEachRequest() throws IOException {
    AtomicInteger opened = new AtomicInteger();
    FileBody file =
        FileBody.of(
            "invoice.xml",
            () -> {
              opened.incrementAndGet();
              return new ByteArrayInputStream("<xml/>".getBytes(UTF_8));
            });
    api.next(Fault.throttled(Duration.ofSeconds(1)));

    Document document = rossum.documents().create(file);

    assertThat(opened).hasValue(2);
    assertThat(content(document)).isEqualTo("<xml/>");
  }

  @Test
  void aDocumentIsNotCreatedTwice() {
    api.next(Fault.html(502).afterEffect());

    assertThatThrownBy(() -> rossum.documents().create(PDF))
        .isInstanceOf(RossumApiException.Unavailable.class);
    assertThat(api).hasRequests("POST /v1/documents");
    assertThat(rossum.documents().list(Map.of("original_file_name", "invoice.pdf"))).hasSize(1);
  }

  @Test
  void aDocumentIsDownloadedToAStream() throws IOException {
    api.documentContent(invoice.documentId(), "%PDF".getBytes(UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThat(rossum.documents().download(invoice.documentId(), out)).isEqualTo(4);
    assertThat(rossum.documents().download(DOCUMENT, out)).isEqualTo(4);

    assertThat(out.toString(UTF_8)).isEqualTo("%PDF%PDF");
    assertThat(requests()).containsOnly("GET /v1/documents/4402118830/content");
  }

  @Test
  void aDocumentIsDownloadedToAFile() throws IOException {
    api.documentContent(invoice.documentId(), "%PDF".getBytes(UTF_8));
    Path file = Files.createTempFile("rossum", ".pdf");
    try {
      assertThat(rossum.documents().download(invoice.documentId(), file)).isEqualTo(4);
      assertThat(file).hasContent("%PDF");
      assertThat(rossum.documents().download(DOCUMENT, file)).isEqualTo(4);
      assertThat(file).hasContent("%PDF");
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aDocumentIsChangedAndDeleted() {
    Document first = rossum.documents().create(PDF);
    Document second = rossum.documents().create(PDF);
    long id = first.id().orElseThrow();
    ResourceUrl url = second.url().orElseThrow();

    assertThat(rossum.documents().replaceMetadata(id, Map.of("a", 1)).find("metadata"))
        .contains(RawJson.of("{\"a\":1}"));
    assertThat(rossum.documents().replaceMetadata(url, Map.of("a", 2)).find("metadata"))
        .contains(RawJson.of("{\"a\":2}"));
    rossum.documents().delete(id);
    rossum.documents().delete(url);

    assertThatThrownBy(() -> rossum.documents().get(id))
        .isInstanceOf(RossumApiException.NotFound.class);
    assertThatThrownBy(() -> rossum.documents().get(url))
        .isInstanceOf(RossumApiException.NotFound.class);
  }

  @Test
  void aDocumentWithDataIsNotDeleted() {
    assertThatThrownBy(() -> rossum.documents().delete(DOCUMENT))
        .isInstanceOf(RossumApiException.Conflict.class);
  }

  @Test
  void anUploadIsWaitedFor() {
    api.runningPolls(3);

    UploadTask task = rossum.uploads().upload(19055, PDF);
    Upload upload = task.await();

    assertThat(upload.queue()).contains(QUEUE);
    assertThat(upload.documents()).hasSize(1);
    assertThat(upload.additionalDocuments()).isEmpty();
    assertThat(rossum.annotations().get(upload.annotations().get(0)).status()).contains(TO_REVIEW);
    assertThat(last("POST /v1/uploads").query()).isEqualTo("queue=19055");
    assertThat(last("GET /v1/tasks/801").query()).isEqualTo("no_redirect=true");
    assertThat(time.pauses())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(rossum.uploads().get(upload.id().orElseThrow())).isEqualTo(upload);
    assertThat(rossum.uploads().get(upload.url().orElseThrow())).isEqualTo(upload);
  }

  @Test
  void severalFilesAreUploadedByTheUrlOfAQueue() {
    Upload upload = rossum.uploads().upload(QUEUE, PDF, PDF.withName("second.pdf")).await();

    assertThat(upload.documents()).hasSize(2);
    assertThat(upload.annotations()).hasSize(2);
  }

  @Test
  void anUploadThatTakesTooLongIsNotDoneYet() {
    api.runningPolls(100);
    UploadTask task = rossum.uploads().upload(19055, PDF);

    assertThatThrownBy(task::await)
        .isInstanceOf(RossumApiException.Unavailable.class)
        .hasMessage("GET /v1/tasks/801: the time is over, and the files are still being imported.");
    assertThat(task.refreshed().status()).contains("running");
  }

  @Test
  void anUploadThatFailsSaysWhy() {
    UploadTask task = rossum.uploads().upload(19055, PDF);
    api.respond("GET", "/v1/tasks/801", 200, Map.of("status", "failed", "detail", "Broken file."));

    assertThatThrownBy(task::await)
        .isExactlyInstanceOf(RossumApiException.class)
        .hasMessage("GET /v1/tasks/801: the import ended with the status 'failed': Broken file.");
    assertThat(task.refreshed().detail()).contains("Broken file.");
  }

  @Test
  void anUploadWithoutItsUrlIsAnError() {
    UploadTask task = rossum.uploads().upload(19055, PDF);
    api.respond("GET", "/v1/tasks/801", 200, Map.of("status", "succeeded"));

    assertThatThrownBy(task::await).hasMessageContaining("does not name its upload");
  }

  @Test
  void anUploadHasValuesAndMetadata() {
    UploadDraft draft =
        UploadDraft.of(PDF)
            .value("upload:organization_unit", "Sales")
            .metadata(Map.of("batch", 7))
            .rejectIdentical();

    Upload upload = rossum.uploads().upload(QUEUE, draft).await();

    assertThat(last("POST /v1/uploads").query()).isEqualTo("queue=19055&reject_identical=true");
    assertThat(form("/v1/uploads"))
        .contains(
            "name=\"values\"\n\n{\"upload:organization_unit\":\"Sales\"}\n",
            "name=\"metadata\"\n\n{\"batch\":7}\n");
    assertThat(rossum.annotations().get(upload.annotations().get(0)).find("metadata"))
        .contains(RawJson.of("{\"batch\":7}"));
  }

  @Test
  void anIdenticalFileIsAConflict() {
    UploadDraft draft = UploadDraft.of(PDF).rejectIdentical();
    rossum.uploads().upload(19055, draft);

    assertThatThrownBy(() -> rossum.uploads().upload(19055, draft))
        .isInstanceOf(RossumApiException.Conflict.class);
  }

  @Test
  void anUploadThatRossumWouldRefuseIsRefusedBefore() {
    assertThatThrownBy(UploadDraft::of).hasMessage("An upload needs at least one file.");
    assertThatThrownBy(() -> UploadDraft.of(PDF).value("unit", "Sales"))
        .hasMessage("The id must begin with upload:, but was unit.");
    assertThatThrownBy(() -> UploadDraft.of(PDF, PDF).rejectIdentical())
        .hasMessageContaining("only if there is one, but there are 2");
    assertThat(api).hasNoRequests();
  }
}
