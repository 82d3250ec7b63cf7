package io.github.rossumext.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadPayloadTest {
  @Test
  void theEmailIsAUrlOrNull() {
    assertThat(upload("\"email\":\"/emails/1201\"").email())
        .hasValue(new ResourceUrl("/emails/1201"));
    assertThat(upload("\"email\":null").email()).isEmpty();
  }

  @Test
  void theUploadMayBeAUrlOrAnObject() {
    UploadPayload object = upload("\"upload\":{\"id\":1,\"url\":\"/uploads/1\"}");

    assertThat(upload("\"upload\":\"/uploads/1\"").upload())
        .hasValue(new ResourceUrl("/uploads/1"));
    assertThat(object.upload()).hasValue(new ResourceUrl("/uploads/1"));
    assertThat(object.find("upload").flatMap(upload -> upload.find("id")))
        .hasValue(RawJson.of("1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"upload\":null",
        "\"upload\":\"\"",
        "\"upload\":{}",
        "\"upload\":{\"url\":null}",
        "\"upload\":[]"
      })
  void theUploadMayBeMissing(String keys) {
    assertThat(upload(keys).upload()).isEmpty();
  }

  @Test
  void everyKeyOfAFileIsRead() {
    UploadPayload payload =
        upload(
            "\"files\":[{\"document\":\"/documents/700001\",\"prevent_importing\":true,"
                + "\"failed_import\":true,"
                + "\"values\":[{\"id\":\"upload:cost_center\",\"value\":\"CC-7\"},"
                + "{\"id\":\"b\",\"value\":7},{\"id\":\"a\",\"value\":null},{},7],"
                + "\"queue\":\"/queues/9001\",\"annotation\":\"/annotations/610002\"},"
                + "{\"annotation\":null},null]");
    UploadFile file = payload.files().get(0);
    UploadFile bare = payload.files().get(1);

    assertThat(payload.files()).hasSize(2);
    assertThat(file.document()).hasValue(new ResourceUrl("/documents/700001"));
    assertThat(file.isImportPrevented()).isTrue();
    assertThat(file.isImportFailed()).isTrue();
    assertThat(file.values())
        .containsExactly(
            Map.entry("upload:cost_center", "CC-7"), Map.entry("b", "7"), Map.entry("a", ""));
    assertThat(file.queue()).hasValue(new ResourceUrl("/queues/9001"));
    assertThat(file.annotation()).hasValue(new ResourceUrl("/annotations/610002"));
    assertThat(bare.document()).isEmpty();
    assertThat(bare.isImportPrevented()).isFalse();
    assertThat(bare.isImportFailed()).isFalse();
    assertThat(bare.values()).isEmpty();
    assertThat(bare.queue()).isEmpty();
    assertThat(bare.annotation()).isEmpty();
  }

  @Test
  void theDocumentOfAFileIsFoundByItsUrlOrElseItsId() {
    UploadPayload payload =
        upload(
            "\"files\":[{\"document\":\"https://a/d/2\"},{\"document\":\"https://a/d/1\"},"
                + "{\"document\":\"https://a/d/3\"},{}],"
                + "\"documents\":[{\"id\":1,\"url\":\"https://b/d/1\"},"
                + "{\"url\":\"https://a/d/2\"},{}]");

    assertThat(payload.documents()).hasSize(3);
    assertThat(payload.files())
        .extracting(file -> payload.documentOf(file).flatMap(Document::url).map(ResourceUrl::uri))
        .containsExactly(
            Optional.of("https://a/d/2"),
            Optional.of("https://b/d/1"),
            Optional.empty(),
            Optional.empty());
  }

  @Test
  void theMetadataOfTheClientIsThere() {
    assertThat(upload("\"metadata\":{\"source\":\"sftp\"}").metadata())
        .hasValue(RawJson.of("{\"source\":\"sftp\"}"));
    assertThat(upload("\"metadata\":null").metadata()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"files\":null,\"documents\":{}", "\"files\":\"None\""})
  void filesAndDocumentsMayBeMissing(String keys) {
    assertThat(upload(keys).files()).isEmpty();
    assertThat(upload(keys).documents()).isEmpty();
  }

  private static UploadPayload upload(String keys) {
    return (UploadPayload) PayloadFixture.payload("upload", "created", keys);
  }
}
