package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFilesTest {
  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aFileIsARequestOrASchema() throws IOException {
    Path request = write("invoice-7.json", "\ufeff" + Fixtures.invoice().json());
    Path schema = write("schema.json", Fixtures.invoiceSchema().raw().text());

    assertThat(DocumentFiles.in(request))
        .singleElement()
        .satisfies(document -> assertThat(document.name()).isEqualTo("invoice-7"));
    assertThat(DocumentFiles.in(schema))
        .singleElement()
        .satisfies(document -> assertThat(document.fixture().json()).contains("\"invoice_id\""));
  }

  @Test
  void aFolderOfRecordingsHasADocumentForEachRequestAboutAContent() throws IOException {
    write("000002-annotation_content-updated.json", Fixtures.invoice().withEdited("notes").json());
    write("000001-annotation_content-initialize.json", Fixtures.invoice().json());
    write("000001-annotation_content-initialize.approved.json", "{\"status\": 200, \"body\": {}}");
    write("000003-email-received.json", Fixtures.emailReceived().json());
    write("notes.txt", "not JSON");

    assertThat(DocumentFiles.in(folder))
        .extracting(PlaygroundDocument::name)
        .containsExactly(
            "000001-annotation_content-initialize", "000002-annotation_content-updated");
  }

  @Test
  void imagesOfPagesAreBesideTheRequest() throws IOException {
    Path request = write("invoice.json", Fixtures.invoice().json());
    Path first = write("invoice.page-1.png", "");
    Path second = write("invoice.page-2.jpg", "");
    write("invoice.page-4.png", "");

    assertThat(DocumentFiles.in(request).get(0).pages()).containsExactly(first, second);
  }

  @Test
  void aSchemaForAllTakesThePlaceOfTheirOwn() throws IOException {
    write("invoice.json", Fixtures.invoice().json());
    write("invoice.page-1.png", "");
    write("email.json", Fixtures.emailReceived().json());
    Path schema =
        Files.writeString(
            Files.createDirectory(folder.resolve("rossum")).resolve("schema.json"),
            Fixtures.invoiceSchema().raw().text());

    try (Playground playground =
        Playground.builder(RossumSimulator.of(content -> {})).documents(folder, schema).open()) {
      assertThat(playground.exchanges()).isNotEmpty();
      assertThat(playground.exchanges().get(0).request()).contains("\"schemas\"");
    }
  }

  @Test
  void whatIsNoDocumentIsSaid() throws IOException {
    Path text = write("a.json", "nothing");
    Path email = write("email.json", Fixtures.emailReceived().json());

    assertThatThrownBy(() -> DocumentFiles.in(text)).hasMessage(text + " is not JSON.");
    assertThatThrownBy(() -> DocumentFiles.in(email))
        .hasMessage(email + " holds neither a request of annotation_content nor a schema.");
    Files.delete(text);
    assertThatThrownBy(() -> DocumentFiles.in(folder))
        .hasMessageStartingWith(
            "Expected a request of annotation_content or a schema in the folder");
  }
}
