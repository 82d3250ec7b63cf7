package io.github.rossumext.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rossumext.internal.text.Numbers;
import io.github.rossumext.value.ResourceUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are whole numbers in plain ASCII digits, wherever a request has one. */
class IdsTest {
  private static ContentPayload content(String nodeId, String updated, String annotationId) {
    String body =
        "{\"event\":\"annotation_content\",\"action\":\"updated\",\"updated_datapoints\":["
            + updated
            + "],\"annotation\":{\"id\":"
            + annotationId
            + ",\"content\":[{\"id\":"
            + nodeId
            + ",\"schema_id\":\"a\",\"category\":\"datapoint\"}]},\"document\":{\"id\":"
            + annotationId
            + "}}";
    return (ContentPayload) HookPayload.of(body.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "-7", "9223372036854775807"})
  void anIdMayBeANumberOrAText(String id) {
    long number = Long.parseLong(id);
    ContentPayload asNumbers = content(id, id, id);
    ContentPayload asTexts = content('"' + id + '"', '"' + id + '"', '"' + id + '"');

    for (ContentPayload payload : new ContentPayload[] {asNumbers, asTexts}) {
      assertThat(payload.content().byId(number)).isPresent();
      assertThat(payload.isUpdated(number)).isTrue();
      assertThat(payload.annotation().id()).hasValue(number);
      assertThat(payload.document().orElseThrow().id()).hasValue(number);
    }
    assertThat(new ResourceUrl("/annotations/" + id).id()).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+5",
        "05",
        "-05",
        "-0",
        "00",
        " 5",
        "5 ",
        "5.0",
        "1e3",
        "0x5",
        "1_000",
        "١٢",
        "５",
        "9223372036854775808",
        "-9223372036854775809"
      })
  void anyOtherTextIsNotAnId(String text) {
    String quoted = '"' + text + '"';

    assertThat(Numbers.id(text)).isEmpty();
    assertThat(new ResourceUrl("/annotations/" + text).id()).isEmpty();
    assertThat(content("1", "1", quoted).annotation().id()).isEmpty();
    assertThat(content("1", "1", quoted).document().orElseThrow().id()).isEmpty();
    assertThatExceptionOfType(PayloadException.class)
        .isThrownBy(() -> content(quoted, "1", "1"))
        .withMessageContaining("the id of a node is not a 64-bit number");
    assertThatExceptionOfType(PayloadException.class)
        .isThrownBy(() -> content("1", quoted, "1"))
        .withMessageContaining("an id of updated_datapoints is not a 64-bit number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.0", "1e3", "9223372036854775808", "true", "null", "{}", "[5]"})
  void anyOtherValueIsNotAnId(String json) {
    assertThat(content("1", "1", json).annotation().id()).isEmpty();
    assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> content(json, "1", "1"));
    assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> content("1", json, "1"));
  }
}
