package io.github.rossumext.internal.text;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The HTML of a message as Rossum shows it: with only the tags that Rossum renders, and not longer
 * than Rossum shows. Immutable.
 *
 * @param text the HTML that is sent
 * @param unknownTags the names of the tags that were left out, in lower case; {@code ""} for a
 *     comment and the like
 * @param isCut whether the end was left out, because the text was too long
 */
public record Markup(String text, Set<String> unknownTags, boolean isCut) {
  /** The characters of a message that Rossum shows, tags included. */
  public static final int MAX_LENGTH = 4096;

  /** The tags that Rossum renders. */
  public static final Set<String> TAGS = Set.of("b", "strong", "i", "a", "ul", "ol", "li", "br");

  private static final String MORE = " […]";
  private static final int MAX_ENTITY = 32;

  /** Makes the names unmodifiable. */
  public Markup {
    unknownTags = Collections.unmodifiableSet(unknownTags);
  }

  /** Returns the part of this HTML that is sent. No tag or entity is cut in two. */
  public static Markup of(String html) {
    String storable = Storable.repaired(html);
    return storable.length() <= MAX_LENGTH && storable.indexOf('<') < 0
        ? new Markup(storable, Set.of(), false)
        : new Scan(storable).markup();
  }

  /** One pass over the HTML. Not thread-safe. */
  private static final class Scan {
    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean isOpenChanged;
    private int length;
    // The length of the longest start that leaves room for the end tags and the mark of the cut.
    private int fitting;
    private String endTags = "";
    // Of the tags that are open now.
    private String neededEndTags = "";

    Scan(String html) {
      this.html = html;
    }

    Markup markup() {
      int at = 0;
      while (at < html.length() && length <= MAX_LENGTH) {
        at = next(at);
        noteFitting();
      }
      if (length <= MAX_LENGTH) {
        boolean isSame = text.length() == html.length();
        return new Markup(isSame ? html : text.toString(), unknown, false);
      }
      text.setLength(fitting);
      return new Markup(text.append(MORE).append(endTags).toString(), unknown, true);
    }

    /** Takes one tag, entity or character, and returns where the next one starts. */
    private int next(int at) {
      char c = html.charAt(at);
      if (c == '<') {
        int end = endOfTag(at);
        if (end > 0) {
          tag(at, end);
          return end;
        }
      }
      int end = c == '&' ? endOfEntity(at) : at + Character.charCount(html.codePointAt(at));
      take(at, end);
      return end;
    }

    private void take(int from, int to) {
      text.append(html, from, to);
      length += html.codePointCount(from, to);
    }

    private void tag(int from, int to) {
      boolean isEnd = html.charAt(from + 1) == '/';
      int start = isEnd ? from + 2 : from + 1;
      int end = start;
      while (Character.isLetterOrDigit(html.charAt(end))) {
        end++;
      }
      String name = html.substring(start, end).toLowerCase(Locale.ROOT);
      if (!TAGS.contains(name)) {
        unknown.add(name);
        return;
      }
      take(from, to);
      if (isEnd) {
        isOpenChanged |= open.removeFirstOccurrence(name);
      } else if (!name.equals("br")) {
        open.push(name);
        isOpenChanged = true;
      }
    }

    /** Returns the end of the tag or comment that starts here; negative if none starts here. */
    private int endOfTag(int from) {
      int at = from + (html.startsWith("</", from) ? 2 : 1);
      if (at >= html.length() || !isTagStart(html.charAt(at))) {
        return -1;
      }
      // Rossum does not show a tag that is longer than the limit.
      int last = Math.min(html.length(), from + MAX_LENGTH);
      boolean hasQuotes = Character.isLetter(html.charAt(at));
      char quote = 0;
      for (; at < last; at++) {
        char c = html.charAt(at);
        if (quote != 0) {
          quote = c == quote ? 0 : quote;
        } else if (hasQuotes && (c == '"' || c == '\'')) {
          quote = c;
        } else if (c == '>') {
          return at + 1;
        }
      }
      return -1;
    }

    private static boolean isTagStart(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '!' || c == '?';
    }

    private int endOfEntity(int from) {
      int last = Math.min(html.length(), from + MAX_ENTITY);
      for (int at = from + 1; at < last; at++) {
        char c = html.charAt(at);
        if (c == ';') {
          return at + 1;
        }
        if (c != '#' && !Character.isLetterOrDigit(c)) {
          break;
        }
      }
      return from + 1;
    }

    private void noteFitting() {
      if (html.length() <= MAX_LENGTH || length + MORE.length() > MAX_LENGTH) {
        return;
      }
      if (isOpenChanged) {
        StringBuilder ends = new StringBuilder();
        open.forEach(name -> ends.append("</").append(name).append('>'));
        neededEndTags = ends.toString();
        isOpenChanged = false;
      }
      if (length + MORE.length() + neededEndTags.length() <= MAX_LENGTH) {
        fitting = text.length();
        endTags = neededEndTags;
      }
    }
  }
}
