package io.github.rossumext.internal.json;

import java.security.SecureRandom;

/**
 * Counts the different keys of one JSON text, and refuses too many of them. A large document has
 * hundreds of thousands of keys, but about a hundred different ones. Two keys with one hash count
 * as one. Not thread-safe.
 */
final class KeyCount {
  /** Random, so that nobody can choose many keys whose places in the table are the same. */
  private static final int SPREAD = new SecureRandom().nextInt() | 1;

  // A hash table of the keys' hashes, with 0 for a free place. At most half of the places are used.
  private int[] hashes = new int[256];
  private int count;

  /** Counts a key. Returns false if there are too many different keys. */
  boolean add(byte[] json, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + json[i];
    }
    hash = (hash ^ (hash >>> 15)) * 0x2C1B3C6D | 1;
    if (put(hashes, hash)) {
      count++;
      if (2 * count > hashes.length) {
        grow();
      }
    }
    return count <= JsonCursor.MAX_DIFFERENT_KEYS;
  }

  private void grow() {
    int[] larger = new int[2 * hashes.length];
    for (int hash : hashes) {
      if (hash != 0) {
        put(larger, hash);
      }
    }
    hashes = larger;
  }

  private static boolean put(int[] hashes, int hash) {
    int place = (hash * SPREAD) >>> (Integer.numberOfLeadingZeros(hashes.length) + 1);
    while (hashes[place & hashes.length - 1] != 0) {
      if (hashes[place & hashes.length - 1] == hash) {
        return false;
      }
      place++;
    }
    hashes[place & hashes.length - 1] = hash;
    return true;
  }
}
