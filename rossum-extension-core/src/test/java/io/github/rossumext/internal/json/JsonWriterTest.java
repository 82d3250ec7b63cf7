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
  void jsonThatWasWrittenBeforeGoesOutAsItIs() throws IOException {
    assertThat(new String(new JsonWriter().raw("{ \"a\" : 1.50 }").bytes(), UTF_8))
        .isEqualTo("{ \"a\" : 1.50 }");
  }
}
