package io.github.rossumext.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.UploadPayload;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MailAndUploadBuilderTest {
  @Nested
  class Email {
    private final EmailBuilder builder =
        EmailBuilder.create()
            .from("a@b.example")
            .subject("Order 450017")
            .header("reply-to", "c@b.example")
            .removeHeader("date")
            .text("See above.")
            .pdf("invoice.pdf")
            .file("logo.png", "image/png");

    @Test
    void hasWhatItWasGiven() {
      EmailPayload email = builder.build().payload(EmailPayload.class);
      assertThat(email.eventAndAction()).isEqualTo("email.received");
      assertThat(email.headers().raw().text())
          .contains("\"a@b.example\"", "\"Order 450017\"", "\"c@b.example\"")
          .doesNotContain("\"date\"");
      assertThat(email.body().raw().text())
          .isEqualTo("{\"body_text_plain\":\"See above.\",\"body_text_html\":null}");
      assertThat(email.files()).extracting(EmailFile::id).containsExactly("1", "2");
      assertThat(email.files()).extracting(EmailFile::isPdf).containsExactly(true, false);
      assertThat(email.files())
          .extracting(file -> file.document().orElseThrow())
          .doesNotHaveDuplicates();
    }

    @Test
    void hasNothingOfAnAnnotation() {
      assertThat(builder.build().payload().keys())
          .doesNotContain("annotation", "document", "updated_datapoints")
          .contains("request_id", "settings", "secrets", "rossum_authorization_token");
    }

    @Test
    void isTheSameEachTime() {
      assertThat(builder.build().body()).isEqualTo(builder.build().body());
    }
  }

  @Nested
  class Upload {
    @Test
    void hasWhatItWasGiven() {
      UploadPayload upload =
          UploadBuilder.create()
              .byEmail()
              .metadata("source", "scanner")
              .pdf("invoice.pdf")
              .value("upload:cost_center", "CC-7")
              .pdf("terms.pdf")
              .importPrevented()
              .pdf("broken.pdf")
              .importFailed()
              .build()
              .payload(UploadPayload.class);
      assertThat(upload.eventAndAction()).isEqualTo("upload.created");
      assertThat(upload.email()).isPresent();
      assertThat(upload.metadata().orElseThrow().text()).isEqualTo("{\"source\":\"scanner\"}");
      assertThat(upload.files())
          .extracting(file -> file.values())
          .containsExactly(Map.of("upload:cost_center", "CC-7"), Map.of(), Map.of());
      assertThat(upload.files())
          .extracting(file -> file.isImportPrevented())
          .containsExactly(false, true, false);
      assertThat(upload.files())
          .extracting(file -> file.isImportFailed())
          .containsExactly(false, false, true);
      assertThat(upload.files())
          .extracting(file -> upload.documentOf(file).orElseThrow().originalFileName().orElse(""))
          .containsExactly("invoice.pdf", "terms.pdf", "broken.pdf");
    }

    @Test
    void aValueNeedsAFileBeforeIt() {
      assertThatIllegalStateException()
          .isThrownBy(() -> UploadBuilder.create().importPrevented())
          .withMessage("There is no file yet. Call file(…) or pdf(…) first.");
    }
  }
}
