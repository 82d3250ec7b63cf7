package io.github.rossumext.testkit.jqwik;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Texts that match the pattern of a schema: characters, classes, groups, alternatives and their
 * repetitions. For patterns with conditions that a generator cannot plan, such as a look-ahead, a
 * text may be found by chance. Immutable.
 */
final class PatternTexts {
  /** The characters that a class or an escape may stand for. */
  private static final String POOL = pool();

  private static final int MOST_REPETITIONS = 1500;
  private static final int TRIES = 20;

  /** A part of a pattern. */
  private interface Part {
    void append(StringBuilder text, Random random);
  }

  private static final Part NOTHING = (text, random) -> {};

  private final Pattern pattern;
  private final Part all;

  private PatternTexts(Pattern pattern, Part all) {
    this.pattern = pattern;
    this.all = all;
  }

  private static String pool() {
    StringBuilder pool = new StringBuilder("äöüßéŠč€日");
    for (char c = ' '; c <= '~'; c++) {
      pool.append(c);
    }
    return pool.toString();
  }

  /** Returns the texts of a pattern; empty if the pattern is beyond this class. */
  static Optional<PatternTexts> of(String pattern) {
    try {
      Pattern compiled = Pattern.compile(pattern);
      return Optional.of(new PatternTexts(compiled, new Parser(pattern).all()));
    } catch (PatternSyntaxException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /** Returns a text that matches the whole pattern; empty if none was found. */
  Optional<String> next(Random random) {
    for (int i = 0; i < TRIES; i++) {
      StringBuilder text = new StringBuilder();
      all.append(text, random);
      if (matches(text)) {
        return Optional.of(text.toString());
      }
    }
    return Optional.empty();
  }

  private boolean matches(CharSequence text) {
    try {
      return pattern.matcher(text).matches();
    } catch (StackOverflowError e) {
      return false;
    }
  }

  /** A reader of a pattern that compiles. What it does not support, it refuses. */
  private static final class Parser {
    private final String pattern;
    private int at;

    Parser(String pattern) {
      this.pattern = pattern;
    }

    Part all() {
      Part all = alternatives();
      if (at < pattern.length()) {
        throw new UnsupportedOperationException(pattern);
      }
      return all;
    }

    private Part alternatives() {
      List<Part> branches = new ArrayList<>();
      do {
        branches.add(sequence());
      } while (take("|"));
      return (text, random) -> branches.get(random.nextInt(branches.size())).append(text, random);
    }

    private Part sequence() {
      List<Part> parts = new ArrayList<>();
      while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
        parts.add(repeated(element()));
      }
      return (text, random) -> parts.forEach(part -> part.append(text, random));
    }

    private Part element() {
      char c = pattern.charAt(at);
      return switch (c) {
        case '(' -> group();
        case '[' -> oneOf(classEnd());
        case '\\' -> escape();
        case '.' -> oneOf(at + 1);
        case '^', '$' -> {
          at++;
          yield NOTHING;
        }
        default -> {
          at++;
          yield (text, random) -> text.append(c);
        }
      };
    }

    private Part group() {
      at++;
      boolean isCondition = false;
      if (take("?")) {
        isCondition = take("=") || take("!") || take("<=") || take("<!");
        if (!isCondition && !take(":") && !take(">")) {
          if (!take("<")) {
            throw new UnsupportedOperationException("flags");
          }
          at = pattern.indexOf('>', at) + 1;
        }
      }
      Part inside = alternatives();
      take(")");
      return isCondition ? NOTHING : inside;
    }

    private Part escape() {
      char escaped = pattern.charAt(at + 1);
      if (escaped == 'Q' || escaped == 'k' || (escaped >= '0' && escaped <= '9')) {
        throw new UnsupportedOperationException("quotes and references");
      }
      if ("bBAzZG".indexOf(escaped) >= 0) {
        at += 2;
        return NOTHING;
      }
      boolean isProperty = escaped == 'p' || escaped == 'P';
      return oneOf(
          isProperty && pattern.startsWith("{", at + 2) ? pattern.indexOf('}', at) + 1 : at + 2);
    }

    /** Returns the end of the class that begins here. */
    private int classEnd() {
      int depth = 0;
      for (int i = at; i < pattern.length(); i++) {
        char c = pattern.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '[') {
          depth++;
        } else if (c == ']' && --depth == 0) {
          return i + 1;
        }
      }
      throw new UnsupportedOperationException(pattern);
    }

    /** Returns any character that matches the element up to here. */
    private Part oneOf(int end) {
      Pattern element = Pattern.compile(pattern.substring(at, end));
      at = end;
      String matching =
          POOL.codePoints()
              .mapToObj(Character::toString)
              .filter(c -> element.matcher(c).matches())
              .reduce("", String::concat);
      if (matching.isEmpty()) {
        throw new UnsupportedOperationException("no character of the pool");
      }
      return (text, random) -> text.append(matching.charAt(random.nextInt(matching.length())));
    }

    private Part repeated(Part part) {
      int least = 1;
      int most = 1;
      if (take("*")) {
        least = 0;
        most = Integer.MAX_VALUE;
      } else if (take("+")) {
        most = Integer.MAX_VALUE;
      } else if (take("?")) {
        least = 0;
      } else if (take("{")) {
        String[] bounds = pattern.substring(at, pattern.indexOf('}', at)).split(",", -1);
        at = pattern.indexOf('}', at) + 1;
        least = Integer.parseInt(bounds[0]);
        most =
            bounds.length == 1
                ? least
                : bounds[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1]);
      } else {
        return part;
      }
      if (!take("?")) {
        take("+");
      }
      return times(part, least, most);
    }

    private static Part times(Part part, int least, int most) {
      if (least > MOST_REPETITIONS) {
        throw new UnsupportedOperationException("longer than any field");
      }
      return (text, random) -> {
        // Short repetitions mostly, and sometimes long ones for a length that the schema demands.
        int room = Math.min(most - least, random.nextInt(4) == 0 ? 30 : 3);
        for (int count = least + random.nextInt(room + 1); count > 0; count--) {
          if (text.length() <= MOST_REPETITIONS) {
            part.append(text, random);
          }
        }
      };
    }

    private boolean take(String expected) {
      boolean isThere = pattern.startsWith(expected, at);
      at += isThere ? expected.length() : 0;
      return isThere;
    }
  }
}
