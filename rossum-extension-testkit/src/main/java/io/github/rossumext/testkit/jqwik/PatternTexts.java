package io.github.rossumext.testkit.jqwik;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Texts that match the simple patterns of schemas: characters, classes such as {@code \d} and
 * {@code [A-Z0-9]}, and their repetitions. For other patterns it finds no text.
 */
final class PatternTexts {
  private static final String ALL = "abcXYZ019-_ .";

  /** An element and its repetitions. */
  private static final Pattern ELEMENT =
      Pattern.compile(
          "(\\\\[dwsDWS]|\\\\\\W|\\[[^\\]\\[&^]+\\]|\\.|[^\\\\\\[\\]().*+?{}|^$])"
              + "(\\{(\\d+)(,(\\d*))?\\}|[*+?])?");

  private PatternTexts() {}

  static Optional<String> matching(String pattern, Random random) {
    String bare = pattern.replaceFirst("^\\^", "").replaceFirst("\\$$", "");
    StringBuilder text = new StringBuilder();
    Matcher element = ELEMENT.matcher(bare);
    int at = 0;
    while (at < bare.length()) {
      if (!element.find(at) || element.start() != at) {
        return Optional.empty();
      }
      String characters = characters(element.group(1));
      for (int count = count(element, random); count > 0; count--) {
        text.append(characters.charAt(random.nextInt(characters.length())));
      }
      at = element.end();
    }
    return Optional.of(text.toString()).filter(made -> matches(pattern, made));
  }

  private static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).matches();
    } catch (PatternSyntaxException | StackOverflowError e) {
      return false;
    }
  }

  private static int count(Matcher element, Random random) {
    String quantifier = element.group(2);
    if (quantifier == null) {
      return 1;
    }
    int least = 0;
    int most = 3;
    if (quantifier.startsWith("{")) {
      least = Integer.parseInt(element.group(3));
      String upTo = element.group(5);
      most = element.group(4) == null ? least : upTo.isEmpty() ? least + 3 : Integer.parseInt(upTo);
    } else if (quantifier.equals("+")) {
      least = 1;
    } else if (quantifier.equals("?")) {
      most = 1;
    }
    return least + random.nextInt(Math.max(0, most - least) + 1);
  }

  private static String characters(String element) {
    if (element.startsWith("[")) {
      return ofClass(element.substring(1, element.length() - 1));
    }
    if (element.equals(".")) {
      return ALL;
    }
    return element.startsWith("\\") ? ofEscape(element.charAt(1)) : element;
  }

  private static String ofEscape(char c) {
    return switch (c) {
      case 'd' -> "0123456789";
      case 'w' -> "abcXYZ019_";
      case 's' -> " ";
      case 'D', 'S' -> "abcXYZ-";
      case 'W' -> "- .";
      default -> String.valueOf(c);
    };
  }

  private static String ofClass(String inside) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      if (c == '\\' && i + 1 < inside.length()) {
        parts.add(ofEscape(inside.charAt(++i)));
      } else if (i + 2 < inside.length() && inside.charAt(i + 1) == '-') {
        StringBuilder range = new StringBuilder();
        for (char in = c; in <= inside.charAt(i + 2); in++) {
          range.append(in);
        }
        parts.add(range.toString());
        i += 2;
      } else {
        parts.add(String.valueOf(c));
      }
    }
    return String.join("", parts);
  }
}
