package io.github.rossumext.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rossumext.payload.PayloadException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no rule could work with is refused, and the refusal never quotes the document. */
class MalformedTreeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"schema_id\":\"hush\",\"content\":{}}]",
        "[{\"id\":1,\"content\":{\"value\":\"hush\"}}]",
        "[{\"id\":1,\"schema_id\":\"a\",\"children\":[{\"id\":2,\"label\":\"hush\"}]}]",
        "[{}]",
      })
  void aNodeWithoutItsIds(String content) {
    assertRefused(content, "without id or schema_id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"hush\"",
        "\"None\"",
        "\"\"",
        "\" 1\"",
        "1.5",
        "1.0",
        "1e3",
        "true",
        "{\"hush\":1}",
        "[1]",
        "9223372036854775808",
        "\"9223372036854775808\"",
        "123456789012345678901234567890",
      })
  void anIdThatIsNo64BitNumber(String id) {
    assertRefused("[{\"id\":" + id + ",\"schema_id\":\"hush\"}]", "the id of a node");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "true", "{\"hush\":1}", "[\"hush\"]"})
  void aSchemaIdThatIsNoText(String schemaId) {
    assertRefused("[{\"id\":1,\"schema_id\":" + schemaId + "}]", "the schema_id of a node");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "\"hush\"", "[{\"id\":1,\"schema_id\":\"hush\"}]"})
  void aNodeThatIsNoObject(String node) {
    assertRefused("[" + node + "]", "not an object");
    assertRefused("[{\"id\":1,\"schema_id\":\"a\",\"children\":[" + node + "]}]", "not an object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"id\":1,\"id\":2,\"schema_id\":\"hush\"",
        "\"id\":1,\"\\u0069d\":1,\"schema_id\":\"hush\"",
        "\"id\":1,\"schema_id\":\"hush\",\"schema_id\":\"b\"",
        "\"id\":1,\"schema_id\":\"hush\",\"category\":\"section\",\"category\":\"tuple\"",
        "\"id\":1,\"schema_id\":\"hush\",\"children\":[],\"children\":[]",
        "\"id\":1,\"schema_id\":\"hush\",\"content\":{},\"content\":{}",
        "\"id\":1,\"schema_id\":\"a\",\"content\":{\"value\":\"hush\",\"value\":\"b\"}",
        "\"id\":1,\"schema_id\":\"a\",\"content\":{\"normalized_value\":\"hush\","
            + "\"normalized_value\":\"2\"}",
      })
  void aKeyThatStandsTwice(String keys) {
    assertRefused("[{" + keys + "}]", "twice");
  }

  private static void assertRefused(String content, String why) {
    assertThatExceptionOfType(PayloadException.class)
        .isThrownBy(() -> TreeFixture.tree(content))
        .withMessageContaining(why)
        .satisfies(e -> assertThat(e.problem()).matches(".* at byte \\d+"))
        .withMessageNotContaining("hush")
        .withNoCause();
  }
}
