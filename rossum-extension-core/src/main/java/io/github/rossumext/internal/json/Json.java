package io.github.rossumext.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** The one configuration of the JSON parser, its limits, and the check of the encoding. */
public final class Json {
  /** Objects and lists within one another; a hook payload needs about a dozen. */
  public static final int MAX_DEPTH = 200;

  /** Characters of one number; longer ones cost quadratic time to convert. */
  public static final int MAX_NUMBER_LENGTH = 1_000;

  /** Characters of one key. */
  public static final int MAX_NAME_LENGTH = 10_000;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          // The protocol says UTF-8. A guess would also turn byte offsets into character offsets.
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxNameLength(MAX_NAME_LENGTH)
                  // A text is read in place; the endpoint limits the size of the body.
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long NOT_ASCII = 0x8080808080808080L;

  private Json() {}

  static JsonParser parser(byte[] json, int from, int to) {
    try {
      return FACTORY.createParser(json, from, to - from);
    } catch (IOException e) {
      throw problem(e);
    }
  }

  static JsonException problem(IOException e) {
    if (e instanceof StreamConstraintsException) {
      return new JsonException(
          "JSON beyond the limits (depth "
              + MAX_DEPTH
              + ", "
              + MAX_NUMBER_LENGTH
              + " characters a number, "
              + MAX_NAME_LENGTH
              + " a key)"
              + place(e));
    }
    return new JsonException("broken JSON" + place(e));
  }

  private static String place(IOException e) {
    JsonLocation location =
        e instanceof JsonProcessingException problem ? problem.getLocation() : null;
    return location == null || location.getByteOffset() < 0
        ? ""
        : " at byte " + location.getByteOffset();
  }

  /**
   * Refuses bytes that are not UTF-8. The parser passes over most of the text without decoding it,
   * so it would let some of them through.
   *
   * @throws JsonException if they are not UTF-8
   */
  public static void requireUtf8(byte[] json) {
    int at = firstNotAscii(json);
    if (at == json.length) {
      return;
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer rest = ByteBuffer.wrap(json, at, json.length - at);
    CharBuffer discarded = CharBuffer.allocate(1024);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      discarded.clear();
      result = decoder.decode(rest, discarded, true);
    }
    if (result.isError()) {
      throw new JsonException("not UTF-8", rest.position());
    }
  }

  private static int firstNotAscii(byte[] bytes) {
    int at = 0;
    // 32 bytes a step: this runs over every body, and the parser is fast.
    for (int last = bytes.length - 32; at <= last; at += 32) {
      long all =
          (long) LONGS.get(bytes, at)
              | (long) LONGS.get(bytes, at + 8)
              | (long) LONGS.get(bytes, at + 16)
              | (long) LONGS.get(bytes, at + 24);
      if ((all & NOT_ASCII) != 0) {
        break;
      }
    }
    while (at < bytes.length && bytes[at] >= 0) {
      at++;
    }
    return at;
  }
}
