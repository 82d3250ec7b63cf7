package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.EmailBuilder;
import org.junit.jupiter.api.Test;

class InboxFilterTest extends Slice {
  @Test
  void onlyThePdfsOfAnEmailAreImported() {
    EmailBuilder email =
        EmailBuilder.create()
            .file("invoice.pdf", "application/pdf")
            .file("logo.png", "image/png")
            .file("terms.docx", "application/msword");

    assertThat(rossum.receive(email.build())).imports("invoice.pdf");
  }
}
