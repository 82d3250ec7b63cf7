package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.examples.ordermatching.Documents.invoice;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.testkit.api.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The archive, from the import of an invoice to its export. */
class ArchiveTest extends Slice {
  private static final long ID =
      invoice().payload(ContentPayload.class).annotation().id().orElseThrow();

  @Autowired ArchivedDocuments archive;

  @BeforeEach
  void clear() {
    archive.deleteAll();
  }

  private void confirmed() {
    initialized(invoice());
    rossum.confirm();
  }

  @Test
  void theContentIsArchivedWhenTheDocumentIsExported() {
    confirmed();
    assertThat(archive.count()).isZero();

    rossum.export();

    assertThat(rossum).hasStatus(EXPORTED);
    assertThat(archive.findById(ID).orElseThrow().content()).contains("RE-2026/31", "\"B-");
  }

  @Test
  void anotherExportReplacesIt() {
    confirmed();
    rossum.export();
    rossum.edit("invoice_id", "RE-2026/32");
    rossum.confirm();
    rossum.export();

    assertThat(archive.count()).isEqualTo(1);
    assertThat(archive.findById(ID).orElseThrow().content()).contains("RE-2026/32");
  }

  @Test
  void otherChangesOfTheStatusAreNotArchived() {
    initialized(invoice());
    rossum.start();

    rossum.reject();

    assertThat(archive.count()).isZero();
  }

  @Test
  void anEventThatFailsIsSentAgain() {
    confirmed();
    api.next(Fault.status(403).on("GET /v1/annotations/" + ID + "/content"));

    rossum.export();

    assertThat(archive.count()).isEqualTo(1);
    assertThat(rossum.exchanges()).anyMatch(exchange -> exchange.status().orElse(0) == 503);
  }
}
