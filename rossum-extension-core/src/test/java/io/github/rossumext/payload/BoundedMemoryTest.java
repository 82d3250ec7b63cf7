package io.github.rossumext.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a body costs is in proportion to its size, however it is made. */
class BoundedMemoryTest {
  private static final int MANY = 40_000;
  private static final int PER_BYTE = 100;
  private static final int IN_ANY_CASE = 512 * 1024;

  enum Hostile {
    KEYS_OF_THE_BODY(manual(keys())),
    KEYS_OF_THE_ANNOTATION(content("\"content\":[]," + keys())),
    KEYS_OF_A_NODE(content("\"content\":[{\"id\":1,\"schema_id\":\"a\"," + keys() + "}]")),
    KEYS_THAT_ARE_READ_TWICE(content("\"content\":[0]," + keys())),
    NODES(content("\"content\":[" + list("{\"id\":1,\"schema_id\":\"\"}") + "]")),
    NODES_WITHOUT_AN_END("{\"annotation\":{\"content\":[" + list("{\"id\":1,\"schema_id\":\"\"}")),
    NODES_IN_ONE_ANOTHER(
        content("\"content\":" + "[{\"id\":1,\"schema_id\":\"\",\"children\":".repeat(MANY))),
    LISTS(content("\"content\":[],\"x\":[" + list("[]") + "]")),
    LISTS_IN_ONE_ANOTHER(content("\"content\":[],\"x\":" + "[".repeat(MANY))),
    OBJECTS_IN_ONE_ANOTHER(content("\"content\":[],\"x\":" + "{\"\":".repeat(MANY))),
    UPDATED_DATAPOINTS(
        content("\"content\":[]},\"updated_datapoints\":[" + list("1") + "],\"x\":{")),
    A_LONG_TEXT(content("\"content\":[],\"x\":\"" + "\\u0041é".repeat(MANY) + "\"")),
    A_LONG_TEXT_WITHOUT_AN_END("{\"event\":\"" + "\\u0041é".repeat(MANY)),
    A_LONG_EVENT("{\"action\":\"a\",\"event\":\"" + "\\u0041é".repeat(MANY) + "\"}"),
    A_LONG_SCHEMA_ID(
        content("\"content\":[{\"id\":1,\"schema_id\":\"" + "a".repeat(MANY) + "\"}]")),
    A_LONG_KEY(content("\"" + "a".repeat(MANY) + "\":1")),
    A_LONG_NUMBER(manual("\"x\":" + "7".repeat(MANY))),
    A_LONG_FRACTION(manual("\"x\":0." + "7".repeat(MANY))),
    A_LONG_EXPONENT(manual("\"x\":1e" + "7".repeat(MANY))),
    A_LONG_ID(content("\"content\":[{\"id\":\"" + "7".repeat(MANY) + "\",\"schema_id\":\"\"}]")),
    SPACES("{" + " ".repeat(MANY)),
    ZEROS("\u0000".repeat(MANY));

    private final String body;

    Hostile(String body) {
      this.body = body;
    }

    private static String content(String annotation) {
      return "{\"event\":\"annotation_content\",\"action\":\"started\",\"annotation\":{"
          + annotation
          + "}}";
    }

    private static String manual(String keys) {
      return "{\"event\":\"invocation\",\"action\":\"manual\"," + keys + "}";
    }

    private static String keys() {
      return IntStream.range(0, MANY)
          .mapToObj(i -> "\"" + Integer.toString(i, Character.MAX_RADIX) + "\":1")
          .collect(Collectors.joining(","));
    }

    private static String list(String element) {
      return (element + ",").repeat(MANY) + element;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHostileBodyTakesMemoryInProportionToItsSize(Hostile hostile) {
    byte[] body = hostile.body.getBytes(UTF_8);
    read(body); // once for the classes, which are loaded then
    long before = allocated();
    read(body);

    assertThat(allocated() - before).isLessThan((long) PER_BYTE * body.length + IN_ANY_CASE);
  }

  private static void read(byte[] body) {
    try {
      assertThat(HookPayload.of(body).raw().isObject()).isTrue();
    } catch (PayloadException e) {
      Rejections.assertClear(e);
    }
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
