package io.github.rossumext.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class JsonSliceProperties {
  private static final JsonMapper TREES =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** Gives the verdict on damaged JSON; big decimals would trip over huge exponents. */
  private static final JsonMapper VERDICT =
      JsonMapper.builder(
              JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Property
  void everyPartIsFoundHoweverTheJsonIsWritten(@ForAll("values") JsonNode json, @ForAll long style)
      throws Exception {
    assertMeans(JsonSlice.parse(JsonStyle.write(json, style)), json);
  }

  private static void assertMeans(JsonSlice slice, JsonNode json) throws Exception {
    assertThat(TREES.readTree(slice.json())).isEqualTo(TREES.readTree(json.toString()));
    assertThat(slice.json().getBytes(UTF_8)).hasSize(slice.length());
    assertThat(slice.members()).hasSize(json.isObject() ? json.size() : 0);
    assertThat(slice.elements()).hasSize(json.isArray() ? json.size() : 0);
    switch (json.getNodeType()) {
      case OBJECT -> {
        for (var member : json.properties()) {
          assertMeans(requireNonNull(slice.members().get(member.getKey())), member.getValue());
        }
      }
      case ARRAY -> {
        List<JsonSlice> elements = slice.elements();
        for (int i = 0; i < json.size(); i++) {
          assertMeans(elements.get(i), json.get(i));
        }
      }
      case NUMBER ->
          assertThat(new BigDecimal(String.valueOf(slice.scalar())))
              .isEqualByComparingTo(json.decimalValue());
      case NULL -> assertThat(slice.scalar()).isNull();
      default -> assertThat(slice.scalar()).isEqualTo(json.asText());
    }
  }

  @Property
  void aMemberIsFoundWithoutReadingTheOthers(
      @ForAll("objects") JsonNode json, @ForAll long style, @ForAll("texts") String other) {
    byte[] bytes = JsonStyle.write(json, style);
    int start = new String(bytes, UTF_8).indexOf('{');
    JsonSlice whole = JsonSlice.parse(bytes);

    for (String key : whole.members().keySet()) {
      assertThat(JsonSlice.member(bytes, start, key)).isEqualTo(whole.members().get(key));
    }
    assertThat(JsonSlice.member(bytes, start, other)).isEqualTo(whole.members().get(other));
  }

  @Property(tries = 400)
  void whatIsAcceptedIsJson(
      @ForAll("values") JsonNode json, @ForAll long style, @ForAll("edits") List<Edit> edits) {
    byte[] bytes = JsonStyle.write(json, style);
    for (Edit edit : edits) {
      bytes = edit.applyTo(bytes);
    }
    assertThat(accepts(bytes)).isEqualTo(isJson(bytes));
  }

  @Property
  void whatIsAcceptedIsUtf8(
      @ForAll("almostUtf8") List<Byte> text, @ForAll @IntRange(max = 2100) int before) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    json.write('"');
    json.writeBytes("a".repeat(before).getBytes(UTF_8));
    text.forEach(json::write);
    json.write('"');

    assertThat(accepts(json.toByteArray())).isEqualTo(isUtf8(json.toByteArray()));
  }

  private static boolean accepts(byte[] bytes) {
    try {
      JsonSlice.parse(bytes);
      return true;
    } catch (JsonException e) {
      assertThat(e).hasNoCause();
      return false;
    }
  }

  private static boolean isJson(byte[] bytes) {
    try {
      return isUtf8(bytes) && !VERDICT.readTree(withoutMark(bytes)).isMissingNode();
    } catch (IOException e) {
      return false;
    }
  }

  /** A byte order mark may come first. */
  private static byte[] withoutMark(byte[] bytes) {
    byte[] mark = "\ufeff".getBytes(UTF_8);
    boolean isMarked = Arrays.equals(Arrays.copyOf(bytes, mark.length), mark);
    return isMarked ? Arrays.copyOfRange(bytes, mark.length, bytes.length) : bytes;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** A small damage: some bytes at a place replaced by others. */
  record Edit(int place, int removed, String added) {
    byte[] applyTo(byte[] bytes) {
      int from = Math.floorMod(place, bytes.length + 1);
      int to = Math.min(bytes.length, from + removed);
      ByteArrayOutputStream changed = new ByteArrayOutputStream();
      changed.writeBytes(Arrays.copyOf(bytes, from));
      changed.writeBytes(added.getBytes(UTF_8));
      changed.writeBytes(Arrays.copyOfRange(bytes, to, bytes.length));
      return changed.toByteArray();
    }
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<String> added =
        Arbitraries.of(
            "", "", "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u12", "\n", "\u0000", " ", "1",
            "-", ".", "e", "00", "null", "tru", "//", "#", "\ufeff", "é", "NaN");
    return Combinators.combine(Arbitraries.integers(), Arbitraries.integers().between(0, 2), added)
        .as(Edit::new)
        .list()
        .ofMaxSize(2);
  }

  @Provide
  Arbitrary<List<Byte>> almostUtf8() {
    return Arbitraries.of(
            0x61, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc3, 0xdf, 0xe0, 0xe2,
            0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff)
        .map(Integer::byteValue)
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return JsonArbitraries.values();
  }

  @Provide
  Arbitrary<JsonNode> objects() {
    return JsonArbitraries.objects();
  }

  @Provide
  Arbitrary<String> texts() {
    return JsonArbitraries.texts();
  }
}
