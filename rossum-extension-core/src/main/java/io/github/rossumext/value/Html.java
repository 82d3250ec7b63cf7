package io.github.rossumext.value;

import org.jspecify.annotations.Nullable;

/**
 * Text that Rossum shows as limited HTML (protocol §4.1), known to be safe. Plain text becomes Html
 * by {@link #escape}; markup of the author's own is written with {@link #format}. Immutable and
 * thread-safe.
 *
 * @param markup the HTML
 */
public record Html(String markup) {
  /** This markup as it is: for markup that holds no data, or data that is escaped already. */
  public static Html trusted(String markup) {
    return new Html(markup);
  }

  /** Plain text, with every character that means something in HTML escaped. */
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
   * Markup with data in it: each <code>{}</code> is replaced by the next argument, escaped unless
   * it is Html itself.
   *
   * @throws IllegalArgumentException if there are more or fewer arguments than <code>{}</code>
   */
  public static Html format(String markup, Object... arguments) {
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (Object argument : arguments) {
      int gap = markup.indexOf("{}", from);
      if (gap < 0) {
        throw new IllegalArgumentException("More arguments than {} in the markup: " + markup);
      }
      Html html = argument instanceof Html h ? h : escape(String.valueOf(argument));
      result.append(markup, from, gap).append(html.markup());
      from = gap + 2;
    }
    if (markup.indexOf("{}", from) >= 0) {
      throw new IllegalArgumentException("Fewer arguments than {} in the markup: " + markup);
    }
    return new Html(result.append(markup, from, markup.length()).toString());
  }

  /** The markup. */
  @Override
  public String toString() {
    return markup;
  }
}
