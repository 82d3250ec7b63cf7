package io.github.rossumext.internal.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.HashMap;
import java.util.Map;

/**
 * The keys of one kind of object. Objects of a kind mostly have their keys in the same order, and
 * the parser is fastest if it knows which key to expect. So each key remembers the key that
 * followed it last time. Not thread-safe, except for {@link Names}.
 */
public final class ExpectedKeys {
  /** The keys of a kind, made once; thread-safe. */
  public static final class Names {
    private final SerializableString[] names;
    private final Map<String, Integer> indexes = new HashMap<>();

    private Names(String... keys) {
      names = new SerializableString[keys.length];
      for (int i = 0; i < keys.length; i++) {
        names[i] = new SerializedString(keys[i]);
        indexes.put(keys[i], i);
      }
    }

    /**
     * Returns these keys, which {@link JsonCursor#nextKey(ExpectedKeys, int)} names by their index.
     */
    public static Names of(String... keys) {
      return new Names(keys);
    }
  }

  private final Names names;
  private final int[] successors;

  /** These keys, in the order in which they are given until an object has another one. */
  public ExpectedKeys(Names names) {
    this.names = names;
    this.successors = new int[names.names.length + 1];
    for (int i = 0; i < successors.length; i++) {
      successors[i] = Math.min(i, names.names.length - 1);
    }
  }

  /** Returns the key that is likely to follow this one, −1 is the beginning. */
  int successor(int previous) {
    return successors[previous + 1];
  }

  SerializableString name(int key) {
    return names.names[key];
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
