package io.github.rossumext.payload;

import static io.github.rossumext.payload.PayloadFixture.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentTest {
  @Test
  void everyKeyIsRead() {
    Document document = PayloadFixture.content().document().orElseThrow();

    assertThat(document.id()).hasValue(700001);
    assertThat(document.url()).hasValue(url("documents/700001"));
    assertThat(document.s3Name()).hasValue("7f3e2d");
    assertThat(document.parent()).hasValue(url("documents/700000"));
    assertThat(document.email()).hasValue(url("emails/1201"));
    assertThat(document.mimeType()).hasValue("application/pdf");
    assertThat(document.creator()).hasValue(url("users/41"));
    assertThat(document.createdAt()).hasValue(Instant.parse("2025-11-03T08:14:01.000001Z"));
    assertThat(document.arrivedAt()).hasValue(Instant.parse("2025-11-03T08:14:00Z"));
    assertThat(document.originalFileName()).hasValue("hush.pdf");
    assertThat(document.content()).hasValue(url("documents/700001/content"));
    assertThat(document.attachmentStatus()).hasValue("processed");
    assertThat(document.metadata()).hasValue(RawJson.of("{\"source\": \"sftp\"}"));
  }

  private static ResourceUrl url(String path) {
    return new ResourceUrl("https://acme.rossum.app/api/v1/" + path);
  }

  static Stream<Method> accessors() {
    return Arrays.stream(Document.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()));
  }

  @ParameterizedTest
  @MethodSource("accessors")
  void nothingInItIsGuaranteed(Method accessor) throws Exception {
    assertThat(accessor.invoke(document(""))).isIn(Optional.empty(), OptionalLong.empty());
  }

  @Test
  void valuesMayBeNull() {
    Document document =
        document("\"parent\":null,\"email\":null,\"content\":null,\"attachment_status\":null");

    assertThat(document.parent()).isEmpty();
    assertThat(document.email()).isEmpty();
    assertThat(document.content()).isEmpty();
    assertThat(document.attachmentStatus()).isEmpty();
  }

  @Test
  void theTextShowsItsSizeOnly() {
    assertThat(document("\"original_file_name\":\"hush.pdf\""))
        .hasToString("Document[RawJson[object, 33 bytes]]");
  }
}
