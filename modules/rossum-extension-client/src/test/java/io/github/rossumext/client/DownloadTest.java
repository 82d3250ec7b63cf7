package io.github.rossumext.client;

import static io.github.rossumext.client.FakeApi.cut;
import static io.github.rossumext.client.FakeApi.response;
import static io.github.rossumext.client.FakeApi.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are streamed, and may come from elsewhere, where the token does not go. */
class DownloadTest {
  private static final String PATH = "/v1/documents/1/content";

  private final FakeApi api = new FakeApi();
  private final RossumClient rossum = TestClients.of(api);

  @AfterEach
  void close() {
    api.close();
  }

  private String download() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Download.copy(rossum.transport(), PATH, out);
    return out.toString(UTF_8);
  }

  @Test
  void copiesEachByte() throws IOException {
    String file = "%PDF".repeat(100_000);
    api.answer(response(200, "Content-Type: application/pdf", file));

    assertThat(download()).isEqualTo(file);
    assertThat(api.lastRequest().header("Accept")).isEqualTo("*/*");
  }

  @Test
  void followsARedirectWithoutTheToken() throws IOException {
    try (FakeApi store = new FakeApi()) {
      store.answer(response(302, "Location: /bucket/2?signature=x", ""), response(200, "", "%PDF"));
      api.answer(response(303, "Location: " + store.url() + "/bucket/1", ""));

      assertThat(download()).isEqualTo("%PDF");
      assertThat(store.requests())
          .hasToString("[GET /bucket/1, GET /bucket/2?signature=x]")
          .allSatisfy(each -> assertThat(each.headers()).doesNotContainKey("authorization"));
    }
  }

  @Test
  void theTokenStaysBehindOnTheSameHostToo() throws IOException {
    api.answer(response(302, "Location: /api/v1/original/1", ""), response(200, "", "%PDF"));

    assertThat(download()).isEqualTo("%PDF");
    assertThat(api.lastRequest().headers()).doesNotContainKey("authorization");
  }

  @Test
  void aRedirectWithoutEncryptionIsAnError() {
    api.answer(response(302, "Location: http://files.example.com/1", ""));

    assertThatThrownBy(this::download)
        .isInstanceOf(RossumApiException.class)
        .hasMessage(
            "GET /v1/documents/1/content: Rossum responded with 302, but its Location is not an"
                + " address with https.");
  }

  @Test
  void aCircleOfRedirectsIsAnError() {
    api.otherwise(request -> response(302, "Location: " + request.target(), ""));

    assertThatThrownBy(this::download).hasMessageContaining("the last of 5 redirects");
    assertThat(api.requests()).hasSize(6);
  }

  @Test
  void aRedirectToNowhereIsAnError() {
    api.answer(response(302, "", ""));
    assertThatThrownBy(this::download).hasMessageContaining("without a Location");

    api.answer(response(302, "Location: a b", ""));
    assertThatThrownBy(this::download).hasMessageContaining("its Location is not a URL");
  }

  @Test
  void isRepeatedBeforeTheFirstByte() throws IOException {
    api.answer(status(503, ""), response(200, "", "%PDF"));

    assertThat(download()).isEqualTo("%PDF");
  }

  @Test
  void isNotRepeatedInTheMiddle() {
    api.answer(cut("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n%PDF"));

    assertThatThrownBy(this::download)
        .isInstanceOf(RossumApiException.Unavailable.class)
        .hasMessageStartingWith(
            "GET /v1/documents/1/content: the connection failed in the middle of the file");
    assertThat(api.requests()).hasSize(1);
  }

  @Test
  void aMissingFileIsAnError() {
    api.answer(status(404, "{\"detail\": \"Not found.\"}"));

    assertThatThrownBy(this::download).isInstanceOf(RossumApiException.NotFound.class);
  }

  @Test
  void aFaultOfTheTargetIsItsOwn() {
    api.answer(response(200, "", "%PDF"));
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThatThrownBy(() -> Download.copy(rossum.transport(), PATH, full))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  @Test
  void aFileIsThereWholeOrNotAtAll(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("invoice.pdf");
    Files.writeString(file, "before");
    api.answer(
        cut("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n%PDF"), response(200, "", "%PDF"));

    assertThatThrownBy(() -> Download.copy(rossum.transport(), PATH, file))
        .isInstanceOf(RossumApiException.Unavailable.class);
    assertThat(file).hasContent("before");

    assertThat(Download.copy(rossum.transport(), PATH, file)).isEqualTo(4);
    assertThat(file).hasContent("%PDF");
    assertThat(folder).isDirectoryContaining(each -> each.equals(file));
    assertThat(folder.toFile().list()).hasSize(1);
  }
}
