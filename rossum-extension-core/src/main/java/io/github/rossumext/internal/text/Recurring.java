package io.github.rossumext.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One instance for equal short texts, more often than not. For the words of schemas only, because
 * the last ones stay in memory. Thread-safe.
 */
public final class Recurring {
  private static final int MAX_LENGTH = 64;
  private static final int BUCKETS = 512;

  /** The texts that one hash can have. With one, two such texts would evict each other for ever. */
  private static final int PLACES = 4;

  // Shared by all requests, whose schema ids are the same day after day. Written without a lock: an
  // entry is immutable, and a lost one costs one more String.
  private static final @Nullable Known[] TABLE = new @Nullable Known[BUCKETS * PLACES];

  private static final class Known {
    final byte[] bytes;
    final String text;

    Known(byte[] bytes, String text) {
      this.bytes = bytes;
      this.text = text;
    }
  }

  private Recurring() {}

  /** Returns the text of these bytes, which are UTF-8. */
  public static String text(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0 || length > MAX_LENGTH) {
      return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
    int hash = hash(bytes, from, length);
    int first = (hash & (BUCKETS - 1)) * PLACES;
    int free = first + (hash >>> 16) % PLACES;
    for (int place = first; place < first + PLACES; place++) {
      Known known = TABLE[place];
      if (known == null) {
        free = place;
        break;
      }
      if (Arrays.equals(known.bytes, 0, known.bytes.length, bytes, from, to)) {
        return known.text;
      }
    }
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    TABLE[free] = new Known(Arrays.copyOfRange(bytes, from, to), text);
    return text;
  }

  /** A few bytes tell the texts of a schema apart, and reading all would cost an idle extension. */
  private static int hash(byte[] bytes, int from, int length) {
    int hash = length;
    hash = 31 * hash + bytes[from];
    hash = 31 * hash + bytes[from + length / 4];
    hash = 31 * hash + bytes[from + length / 2];
    hash = 31 * hash + bytes[from + length * 3 / 4];
    hash = 31 * hash + bytes[from + Math.max(0, length - 2)];
    hash = 31 * hash + bytes[from + length - 1];
    return hash ^ (hash >>> 15);
  }
}
