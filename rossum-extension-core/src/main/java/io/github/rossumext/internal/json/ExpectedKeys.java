package io.github.rossumext.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The keys of one kind of object. Most objects of a kind have their keys in the same order.
 * Comparing a key with the expected one is faster than looking it up. So each key remembers the key
 * that followed it last time. Not thread-safe, except for {@link Names}.
 */
public final class ExpectedKeys {
  /** The keys of a kind, created once; thread-safe. */
  public static final class Names {
    private final byte[][] quoted;
    private final Map<String, Integer> indexes = new HashMap<>();

    /** These keys, which {@link JsonCursor#nextKey(ExpectedKeys, int)} names by their index. */
    public Names(String... keys) {
      quoted = new byte[keys.length][];
      for (int i = 0; i < keys.length; i++) {
        quoted[i] = ('"' + keys[i] + '"').getBytes(StandardCharsets.UTF_8);
        indexes.put(keys[i], i);
      }
    }
  }

  private final Names names;
  private final int[] successors;

  /** Creates these keys in the given order. An object with another order changes it. */
  public ExpectedKeys(Names names) {
    this.names = names;
    this.successors = new int[names.quoted.length + 1];
    for (int i = 0; i < successors.length; i++) {
      successors[i] = Math.min(i, names.quoted.length - 1);
    }
  }

  /** Returns the key that is likely to follow this one. −1 means the beginning. */
  int successor(int previous) {
    return successors[previous + 1];
  }

  /** Returns the key with its quotes, as most JSON has it: without escapes. */
  byte[] quoted(int key) {
    return names.quoted[key];
  }

  /**
   * Returns the key of this name, which has followed another one; or {@link JsonCursor#OTHER_KEY}.
   */
  int found(int previous, String name) {
    Integer key = names.indexes.get(name);
    if (key == null) {
      return JsonCursor.OTHER_KEY;
    }
    successors[previous + 1] = key;
    return key;
  }
}
