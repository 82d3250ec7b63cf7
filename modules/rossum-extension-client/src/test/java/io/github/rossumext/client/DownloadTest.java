package io.github.rossumext.client;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.testkit.api.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are streamed, and may come from elsewhere, where the token does not go. */
class DownloadTest extends StubTest {
  private static final String PATH = "/v1/documents/4402118830/content";

  private String download() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    rossum.documents().download(DOCUMENT, out);
    return out.toString(UTF_8);
  }

  private void put(String file) {
    api.documentContent(invoice.documentId(), file.getBytes(UTF_8));
  }

  private static Fault redirect(String location) {
    return Fault.redirect(URI.create(location));
  }

  @Test
  void copiesEachByte() throws IOException {
    String file = "%PDF".repeat(100_000);
    put(file);

    assertThat(download()).isEqualTo(file);
    assertThat(last().header("Accept")).isEqualTo("*/*");
  }

  @Test
  void followsARedirectWithoutTheToken() throws IOException {
    try (FakeApi store = new FakeApi()) {
      store.respond(
          FakeApi.response(302, "Location: /bucket/2?signature=x", ""),
          FakeApi.response(200, "", "%PDF"));
      api.next(redirect(store.url() + "/bucket/1"));

      assertThat(download()).isEqualTo("%PDF");
      assertThat(store.requests())
          .hasToString("[GET /bucket/1, GET /bucket/2?signature=x]")
          .allSatisfy(each -> assertThat(each.headers()).doesNotContainKey("authorization"));
    }
  }

  @Test
  void theTokenStaysBehindOnTheSameHostToo() {
    api.next(redirect("/api" + PATH));

    assertThatThrownBy(this::download).isInstanceOf(RossumApiException.Unauthorized.class);
    assertThat(api).hasRequests("GET " + PATH, "GET " + PATH);
  }

  @Test
  void aRedirectWithoutEncryptionIsAnError() {
    api.next(redirect("http://files.example.com/1"));

    assertThatThrownBy(this::download)
        .isInstanceOf(RossumApiException.class)
        .hasMessage(
            "GET "
                + PATH
                + ": Rossum responded with 302, but its Location is not an address with https.");
  }

  @Test
  void aCircleOfRedirectsIsAnError() {
    api.next(Collections.nCopies(10, redirect("/api" + PATH)).toArray(Fault[]::new));

    assertThatThrownBy(this::download).hasMessageContaining("the last of 5 redirects");
    assertThat(requests()).hasSize(6);
  }

  @Test
  void aRedirectToNowhereIsAnError() {
    api.next(Fault.empty(302));
    assertThatThrownBy(this::download).hasMessageContaining("without a Location");

    try (FakeApi server = new FakeApi()) {
      server.respond(FakeApi.response(302, "Location: a b", ""));
      assertThatThrownBy(
              () -> TestClients.of(server).documents().download(1, OutputStream.nullOutputStream()))
          .hasMessageContaining("its Location is not a URL");
    }
  }

  @Test
  void isRepeatedBeforeTheFirstByte() throws IOException {
    put("%PDF");
    api.next(Fault.html(503), Fault.reset());

    assertThat(download()).isEqualTo("%PDF");
  }

  @Test
  void isNotRepeatedInTheMiddle() {
    api.next(Fault.cutBody());

    assertThatThrownBy(this::download)
        .isInstanceOf(RossumApiException.Unavailable.class)
        .hasMessageStartingWith(
            "GET " + PATH + ": the connection failed in the middle of the file");
    assertThat(requests()).hasSize(1);
  }

  @Test
  void aMissingFileIsAnError() {
    assertThatThrownBy(() -> rossum.documents().download(7, OutputStream.nullOutputStream()))
        .isInstanceOf(RossumApiException.NotFound.class);
  }

  @Test
  void aFaultOfTheTargetIsItsOwn() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThatThrownBy(() -> rossum.documents().download(DOCUMENT, full))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  @Test
  void aFileIsThereWholeOrNotAtAll(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("invoice.pdf");
    Files.writeString(file, "before");
    put("%PDF");
    api.next(Fault.cutBody());

    assertThatThrownBy(() -> rossum.documents().download(DOCUMENT, file))
        .isInstanceOf(RossumApiException.Unavailable.class);
    assertThat(file).hasContent("before");

    assertThat(rossum.documents().download(DOCUMENT, file)).isEqualTo(4);
    assertThat(file).hasContent("%PDF");
    assertThat(folder).isDirectoryContaining(each -> each.equals(file));
    assertThat(folder.toFile().list()).hasSize(1);
  }
}
