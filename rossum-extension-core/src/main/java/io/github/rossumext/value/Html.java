package io.github.rossumext.value;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Text that Rossum shows as limited HTML. {@link #escape} turns plain text into Html, and {@link
 * #format} puts data into your markup. Both escape {@code & < > " '}. Put data between tags or into
 * a quoted attribute. Check a URL before you put it into {@code href}. Immutable and thread-safe.
 *
 * <p>Rossum renders the tags {@code b strong i a ul ol li br} and no others. The endpoint reports
 * other tags as a lossy write, and leaves them out; their text stays.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#responses-to-content-events">The
 *     protocol: responses to content events</a>
 */
public final class Html {
  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /**
   * Returns this markup unchanged: nothing is escaped or checked. Use it only for markup of your
   * own, without data. For text from a document, an e-mail or a database, use {@link #escape} or
   * {@link #format}, because the user's browser would run it as markup.
   */
  public static Html unsafe(String markup) {
    return new Html(Objects.requireNonNull(markup, "markup"));
  }

  /** Returns plain text as Html. Every character that has a meaning in HTML is escaped. */
  public static Html escape(String text) {
    StringBuilder markup = null;
    for (int i = 0; i < text.length(); i++) {
      String entity = entity(text.charAt(i));
      if (entity != null && markup == null) {
        markup = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (markup != null) {
        if (entity == null) {
          markup.append(text.charAt(i));
        } else {
          markup.append(entity);
        }
      }
    }
    return new Html(markup == null ? text : markup.toString());
  }

  private static @Nullable String entity(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }

  /**
   * Returns markup with data in it. Each <code>{}</code> becomes the next argument, which is
   * escaped unless it is Html itself.
   *
   * @param markup your own markup, which is not escaped: a constant, not data
   * @throws IllegalArgumentException if there are more or fewer arguments than <code>{}</code>
   */
  public static Html format(String markup, Object... arguments) {
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (Object argument : arguments) {
      int gap = markup.indexOf("{}", from);
      if (gap < 0) {
        throw new IllegalArgumentException(
            "Expected a {} in the markup for each of the "
                + arguments.length
                + " arguments, but found fewer: "
                + markup);
      }
      Html html = argument instanceof Html h ? h : escape(String.valueOf(argument));
      result.append(markup, from, gap).append(html.markup());
      from = gap + 2;
    }
    if (markup.indexOf("{}", from) >= 0) {
      throw new IllegalArgumentException(
          "Expected a {} in the markup for each of the "
              + arguments.length
              + " arguments, but found more: "
              + markup);
    }
    return new Html(result.append(markup, from, markup.length()).toString());
  }

  /** Returns the HTML. */
  public String markup() {
    return markup;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Html that && markup.equals(that.markup);
  }

  @Override
  public int hashCode() {
    return markup.hashCode();
  }

  /** Returns the markup. */
  @Override
  public String toString() {
    return markup;
  }
}
