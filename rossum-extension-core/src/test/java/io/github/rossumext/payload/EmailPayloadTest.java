package io.github.rossumext.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailPayloadTest {
  private final EmailPayload payload = (EmailPayload) PayloadFixture.parse(PayloadFixture.EMAIL);

  @Test
  void emailAndQueueAreUrls() {
    assertThat(payload.email())
        .hasValue(new ResourceUrl("https://acme.rossum.app/api/v1/emails/1201"));
    assertThat(payload.queue())
        .hasValue(new ResourceUrl("https://acme.rossum.app/api/v1/queues/9001"));
  }

  @Test
  void everyHeaderIsRead() {
    EmailPayload.Headers headers = payload.headers();

    assertThat(headers.from()).isEqualTo("hush@vendor.example");
    assertThat(headers.to()).isEqualTo("inbox-1a2b3c@acme.rossum.app");
    assertThat(headers.replyTo()).isEqualTo("noreply@vendor.example");
    assertThat(headers.subject()).isEqualTo("hush 4711");
    assertThat(headers.messageId()).isEqualTo("<made-up@vendor.example>");
    assertThat(headers.date()).isEqualTo("Mon, 03 Nov 2025 09:14:00 +0100");
    assertThat(headers.authenticationResults())
        .isEqualTo("vendor.example;\ndmarc=pass d=vendor.example");
    assertThat(headers.find("x-mailer")).hasValue(RawJson.of("\"none\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"headers\":null,\"body\":null",
        "\"headers\":\"None\",\"body\":[]",
        "\"headers\":{},\"body\":{}",
        "\"headers\":{\"subject\":null,\"date\":{}},\"body\":{\"body_text_html\":null}",
      })
  void eachHeaderAndEachFormOfTheBodyMayBeMissing(String keys) {
    EmailPayload bare = (EmailPayload) PayloadFixture.payload("email", "received", keys);

    assertThat(
            List.of(
                bare.headers().from(),
                bare.headers().to(),
                bare.headers().replyTo(),
                bare.headers().subject(),
                bare.headers().messageId(),
                bare.headers().date(),
                bare.headers().authenticationResults(),
                bare.body().textPlain(),
                bare.body().textHtml()))
        .containsOnly("");
  }

  @Test
  void theBodyIsReadInBothForms() {
    assertThat(payload.body().textPlain()).isEqualTo("hush");
    assertThat(payload.body().textHtml()).isEqualTo("<p>hush</p>");
  }

  @Test
  void headersAndBodyPrintNothingOfTheirContent() {
    assertThat(payload.headers().toString() + payload.body()).doesNotContain("hush");
  }

  @Test
  void everyKeyOfAFileIsRead() {
    EmailFile picture = payload.files().get(0);

    assertThat(picture.id()).isEqualTo("1");
    assertThat(picture.filename()).hasValue("hush.png");
    assertThat(picture.mimeType()).hasValue("image/png");
    assertThat(picture.nPages()).hasValue(1);
    assertThat(picture.heightPx()).hasValue(new BigDecimal("120.5"));
    assertThat(picture.widthPx()).hasValue(new BigDecimal("200"));
    assertThat(picture.document())
        .hasValue(new ResourceUrl("https://acme.rossum.app/api/v1/documents/700010"));
    assertThat(picture.isPdf()).isFalse();
  }

  @Test
  void filesKeepTheirOrderAndTheirOddities() {
    EmailFile pdf = payload.files().get(1);

    assertThat(payload.files()).extracting(EmailFile::id).containsExactly("1", "2");
    assertThat(pdf.nPages()).hasValue(2);
    assertThat(pdf.heightPx()).isEmpty();
    assertThat(pdf.widthPx()).isEmpty();
    assertThat(pdf.isPdf()).isTrue();
  }

  @Test
  void aFileWithoutAnythingHasAnEmptyId() {
    EmailFile file =
        ((EmailPayload) PayloadFixture.payload("email", "received", "\"files\":[{}]"))
            .files()
            .get(0);

    assertThat(file.id()).isEmpty();
    assertThat(file.filename()).isEmpty();
    assertThat(file.mimeType()).isEmpty();
    assertThat(file.nPages()).isEmpty();
    assertThat(file.document()).isEmpty();
    assertThat(file.isPdf()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/pdf | invoice | true",
        "application/PDF | invoice | true",
        "application/pdf; charset=binary | invoice | true",
        " application/pdf ;x | invoice | true",
        "image/png | invoice.pdf | false",
        "application/pdfx | invoice | false",
        "'' | invoice.pdf | true",
        " | Invoice.PDF | true",
        " | invoice.pdf.zip | false",
        " | pdf | false",
        "application/octet-stream | invoice.pdf | true",
        "application/octet-stream | invoice.doc | false",
      })
  void aPdfIsKnownByItsMediaTypeOrElseByItsName(@Nullable String type, String name, boolean isPdf) {
    String mimeType = type == null ? "" : "\"mime_type\":\"" + type + "\",";
    EmailPayload one =
        (EmailPayload)
            PayloadFixture.payload(
                "email", "received", "\"files\":[{" + mimeType + "\"filename\":\"" + name + "\"}]");

    assertThat(one.files().get(0).isPdf()).isEqualTo(isPdf);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"files\":null", "\"files\":\"None\"", "\"files\":[null,7]"})
  void whatIsNoListOfObjectsIsNoFile(String keys) {
    assertThat(((EmailPayload) PayloadFixture.payload("email", "received", keys)).files())
        .isEmpty();
  }
}
