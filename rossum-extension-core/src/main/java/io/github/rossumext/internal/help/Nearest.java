package io.github.rossumext.internal.help;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The known names that a misspelt one is nearest to. Names are compared without case, {@code _} and
 * {@code -}.
 */
public final class Nearest {
  private static final int SHOWN = 3;

  /** The number of letters in which a near name may differ. */
  private static final int NEAR = 2;

  /**
   * The length at which names are cut before they are compared. So a hostile name costs little, and
   * one bit for each letter fits into a long.
   */
  static final int MAX_LENGTH = Long.SIZE;

  private static final Comparator<Ranked> NEAREST_FIRST =
      Comparator.comparingInt(Ranked::distance).thenComparing(Ranked::name);

  private record Ranked(String name, int distance) {}

  private Nearest() {}

  /** Returns a question that names the nearest, or another text if no name is known. */
  public static String question(String wanted, Collection<String> known, String ifNone) {
    List<String> nearest = names(wanted, known);
    return nearest.isEmpty() ? ifNone : "Did you mean " + String.join(", ", nearest) + "?";
  }

  /** Returns the nearest names, at most three, the nearest first; equally near ones by alphabet. */
  public static List<String> names(String wanted, Collection<String> known) {
    return nearest(wanted, known, SHOWN).stream().map(Ranked::name).toList();
  }

  /**
   * Returns the nearest name if it is near: it differs in at most 2 letters, and in at most a third
   * of them. Empty if it is not near, because then the wanted name is probably not a misspelling.
   */
  public static Optional<String> near(String wanted, Collection<String> known) {
    return nearest(wanted, known, 1).stream()
        .filter(found -> isNear(found.distance(), wanted, found.name()))
        .map(Ranked::name)
        .findFirst();
  }

  /** Returns whether two names are near, as {@link #near} says. */
  public static boolean isNear(String one, String other) {
    return isNear(new Misspelt(one).distanceTo(comparable(other)), one, other);
  }

  private static boolean isNear(int distance, String one, String other) {
    int length = Math.max(comparable(one).length(), comparable(other).length());
    return distance <= Math.min(NEAR, length / 3);
  }

  private static List<Ranked> nearest(String wanted, Collection<String> known, int count) {
    Misspelt misspelt = new Misspelt(wanted);
    List<Ranked> found = new ArrayList<>();
    for (String name : known) {
      String plain = comparable(name);
      boolean isFull = found.size() == count;
      if (name.isEmpty()
          || (isFull && misspelt.leastDistanceTo(plain) > found.get(count - 1).distance())) {
        continue;
      }
      Ranked ranked = new Ranked(name, misspelt.distanceTo(plain));
      if (found.contains(ranked)
          || (isFull && NEAREST_FIRST.compare(ranked, found.get(count - 1)) > 0)) {
        continue;
      }
      found.add(ranked);
      found.sort(NEAREST_FIRST);
      if (isFull) {
        found.remove(count);
      }
    }
    return found;
  }

  /** Returns a name without case, {@code _} and {@code -}: names that are equal then match. */
  public static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  private static String comparable(String name) {
    // Cut twice: lower case may be longer, because the Turkish İ becomes two characters.
    String plain = plain(cut(name));
    return cut(plain);
  }

  private static String cut(String name) {
    return name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
  }

  /** Returns Levenshtein's distance: how many letters to change, add or remove. */
  static int distance(String one, String other) {
    return new Misspelt(one).distanceTo(comparable(other));
  }

  /**
   * A name that is compared with many others by Myers' bit-vector algorithm. It takes one step for
   * each letter of the other name, instead of one for each pair of letters.
   */
  private static final class Misspelt {
    private final int length;
    private final long[] places = new long[128];
    private final Map<Character, Long> otherPlaces = new HashMap<>();

    Misspelt(String name) {
      String plain = comparable(name);
      this.length = plain.length();
      for (int i = 0; i < length; i++) {
        char c = plain.charAt(i);
        if (c < places.length) {
          places[c] |= 1L << i;
        } else {
          otherPlaces.merge(c, 1L << i, (one, other) -> one | other);
        }
      }
    }

    private long placesOf(char c) {
      return c < places.length ? places[c] : otherPlaces.getOrDefault(c, 0L);
    }

    /** The distance is at least the difference of the lengths. */
    int leastDistanceTo(String plain) {
      return Math.abs(length - plain.length());
    }

    int distanceTo(String plain) {
      if (length == 0) {
        return plain.length();
      }
      // A column of Levenshtein's matrix as the differences of its neighbours: a bit of `up` if the
      // next entry is greater by one, of `down` if it is less by one.
      long up = -1;
      long down = 0;
      long last = 1L << (length - 1);
      int distance = length;
      for (int i = 0; i < plain.length(); i++) {
        long same = placesOf(plain.charAt(i));
        long diagonal = (((same & up) + up) ^ up) | same | down;
        long right = down | ~(diagonal | up);
        long left = up & diagonal;
        if ((right & last) != 0) {
          distance++;
        }
        if ((left & last) != 0) {
          distance--;
        }
        right = (right << 1) | 1;
        left <<= 1;
        up = left | ~(diagonal | right);
        down = right & diagonal;
      }
      return distance;
    }
  }
}
