package io.github.rossumext.internal.help;

import java.util.Arrays;
import java.util.Collection;
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

  /**
   * The number of letters that are compared for one wanted name, so that a hostile document costs
   * little. It is enough for 20 000 ids of usual length: most comparisons end after a few letters.
   */
  static final int MAX_COMPARED = 512 * 1024;

  private static final int FARTHEST = Integer.MAX_VALUE;
  private static final char NO_LETTER = 0;

  private Nearest() {}

  /** Returns a question that names the nearest, or another text if no name is known. */
  public static String question(String wanted, Collection<String> known, String ifNone) {
    List<String> nearest = names(wanted, known);
    return nearest.isEmpty() ? ifNone : "Did you mean " + String.join(", ", nearest) + "?";
  }

  /** Returns the nearest names, at most three, the nearest first; equally near ones by alphabet. */
  public static List<String> names(String wanted, Collection<String> known) {
    return nearest(wanted, known, SHOWN, FARTHEST).names();
  }

  /**
   * Returns the nearest name if it is near: it differs in at most 2 letters, and in at most a third
   * of them. Empty if it is not near, because then the wanted name is probably not a misspelling.
   */
  public static Optional<String> near(String wanted, Collection<String> known) {
    Found found = nearest(wanted, known, 1, NEAR);
    return found.count == 1 && isNear(found.distances[0], wanted, found.names[0])
        ? Optional.of(found.names[0])
        : Optional.empty();
  }

  /** Returns whether two names are near, as {@link #near} says. */
  public static boolean isNear(String one, String other) {
    return isNear(distance(one, other), one, other);
  }

  private static boolean isNear(int distance, String one, String other) {
    int length = Math.max(length(one), length(other));
    return distance <= Math.min(NEAR, length / 3);
  }

  private static Found nearest(String wanted, Collection<String> known, int count, int most) {
    Misspelt misspelt = new Misspelt(wanted);
    Found found = new Found(count, most);
    for (String name : known) {
      if (misspelt.compared >= MAX_COMPARED) {
        break;
      }
      if (!name.isEmpty()) {
        found.add(name, misspelt.distanceTo(name, found.most()));
      }
    }
    return found;
  }

  /** Returns a name without case, {@code _} and {@code -}: names that are equal then match. */
  public static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** Returns Levenshtein's distance: how many letters to change, add or remove. */
  static int distance(String one, String other) {
    return new Misspelt(one).distanceTo(other, FARTHEST);
  }

  /** Returns how many characters of a name are looked at. */
  private static int end(String name) {
    return Math.min(name.length(), MAX_LENGTH);
  }

  /** Returns how many of them are compared. */
  private static int length(String name) {
    int length = 0;
    for (int i = 0; i < end(name); i++) {
      length += letter(name.charAt(i)) == NO_LETTER ? 0 : 1;
    }
    return length;
  }

  /** Returns a character as it is compared. */
  private static char letter(char c) {
    if (c >= 'a' && c <= 'z') {
      return c;
    }
    return c == '_' || c == '-' ? NO_LETTER : Character.toLowerCase(c);
  }

  /**
   * The nearest names so far. Plain arrays, because the first use of a record's {@code equals} or
   * of a lambda would take longer than all comparisons.
   */
  private static final class Found {
    private final String[] names;
    private final int[] distances;
    private final int limit;
    private int count;

    Found(int size, int limit) {
      this.names = new String[size];
      this.distances = new int[size];
      this.limit = limit;
    }

    /** Returns the distance of the farthest name that can still be among the nearest. */
    int most() {
      return count < names.length ? limit : distances[count - 1];
    }

    void add(String name, int distance) {
      if (distance > most()) {
        return;
      }
      int place = count;
      while (place > 0 && isBefore(name, distance, place - 1)) {
        place--;
      }
      if (place == names.length || (place > 0 && names[place - 1].equals(name))) {
        return;
      }
      count = Math.min(count + 1, names.length);
      for (int i = count - 1; i > place; i--) {
        names[i] = names[i - 1];
        distances[i] = distances[i - 1];
      }
      names[place] = name;
      distances[place] = distance;
    }

    private boolean isBefore(String name, int distance, int place) {
      return distance < distances[place]
          || (distance == distances[place] && name.compareTo(names[place]) < 0);
    }

    List<String> names() {
      return List.of(Arrays.copyOf(names, count));
    }
  }

  /**
   * A name that is compared with many others by Myers' bit-vector algorithm. It takes one step for
   * each letter of the other name, instead of one for each pair of letters.
   */
  private static final class Misspelt {
    private final long[] places = new long[128];
    private final Map<Character, Long> otherPlaces = new HashMap<>();
    private int length;

    /** The number of letters that were compared so far. */
    private int compared;

    Misspelt(String name) {
      for (int i = 0; i < end(name); i++) {
        char c = letter(name.charAt(i));
        if (c != NO_LETTER) {
          long place = placesOf(c) | 1L << length;
          length++;
          if (c < places.length) {
            places[c] = place;
          } else {
            otherPlaces.put(c, place);
          }
        }
      }
    }

    private long placesOf(char c) {
      return c < places.length ? places[c] : otherPlaces.getOrDefault(c, 0L);
    }

    /** Returns the distance; if it is more than {@code most}, perhaps another number above that. */
    int distanceTo(String name, int most) {
      if (length == 0) {
        return Nearest.length(name);
      }
      // A column of Levenshtein's matrix as the differences of its neighbours: a bit of `up` if the
      // next entry is greater by one, of `down` if it is less by one.
      long up = -1;
      long down = 0;
      long last = 1L << (length - 1);
      int distance = length;
      int end = end(name);
      for (int i = 0; i < end; i++) {
        char c = letter(name.charAt(i));
        if (c == NO_LETTER) {
          continue;
        }
        // Each letter that is left can only bring the names nearer by one.
        int least = distance - (end - i);
        if (least > most) {
          compared += i;
          return least;
        }
        long same = placesOf(c);
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
      compared += end;
      return distance;
    }
  }
}
