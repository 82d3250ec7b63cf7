package io.github.rossumext.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  @Test
  void everyKindOfValueIsWritten() throws IOException {
    JsonWriter json = new JsonWriter();
    json.object()
        .text("text", "a")
        .number("number", 5_483_409_759L)
        .flag("flag", true)
        .list("list")
        .element("b")
        .object()
        .endObject()
        .endList()
        .object("object")
        .flag("flag", false)
        .endObject()
        .endObject();

    assertThat(new String(json.bytes(), UTF_8))
        .isEqualTo(
            "{\"text\":\"a\",\"number\":5483409759,\"flag\":true,"
                + "\"list\":[\"b\",{}],\"object\":{\"flag\":false}}");
  }

  @Test
  void textsGoOutAsRossumCanStoreThem() throws IOException {
    JsonWriter json = new JsonWriter().object();
    json.text("text", "a\u0000\uD83Db").list("list").element("\uDE00").endList().endObject();

    assertThat(new String(json.bytes(), UTF_8))
        .isEqualTo("{\"text\":\"a\uFFFDb\",\"list\":[\"\uFFFD\"]}");
  }

  @Test
  void textsInJsonThatWasWrittenBeforeDoToo() throws IOException {
    String escapes =
        "{ \"k\\u0000\\uD83d\": [\"a\\u0000\\uD83db\", 1.50, 1e400, -7, true, null, {}] }";

    assertThat(new String(new JsonWriter().raw(escapes).bytes(), UTF_8))
        .isEqualTo("{ \"k\uFFFD\": [\"a\uFFFDb\", 1.50, 1e400, -7, true, null, {}] }");
  }

  @Test
  void whatLooksLikeAnEscapeAndAWholePairStay() throws IOException {
    String json = "[\"\\\\u0000\", \"\\\\\\\\ud83d\", \"\\ud83d\\ude00$1\", \"\\\"\\n\\u00e9\"]";

    assertThat(new String(new JsonWriter().raw(json).bytes(), UTF_8)).isEqualTo(json);
  }

  @Test
  void halvesThatAreNotAPairAreRepairedOneByOne() throws IOException {
    String json = "\"\\uD83D\\uD83D\\uDE00 \\uDE00\\uD83D \\uD83D\\u0000\\uDE00\\\\\\uDBFF\"";

    assertThat(new String(new JsonWriter().raw(json).bytes(), UTF_8))
        .isEqualTo("\"\uFFFD\\uD83D\\uDE00 \uFFFD\uFFFD \uFFFD\uFFFD\\\\\uFFFD\"");
  }

  @Test
  void aWholePairIsAText() throws IOException {
    byte[] json = new JsonWriter().raw("\"\\uD83D\\uDE00\"").bytes();

    assertThat(JsonSlice.parse(json).scalar()).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void jsonThatWasWrittenBeforeGoesOutAsItIs() throws IOException {
    assertThat(new String(new JsonWriter().raw("{ \"a\" : 1.50 }").bytes(), UTF_8))
        .isEqualTo("{ \"a\" : 1.50 }");
  }
}
