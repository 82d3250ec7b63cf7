package io.github.rossumext.internal.check;

import io.github.rossumext.internal.text.Markup;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Message;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds the parts of a message that Rossum would not show. */
final class MessageCheck {
  /**
   * The tag names that a report may show. Any other name may be text of the document in angle
   * brackets.
   */
  private static final Set<String> HTML =
      Set.of(
          "button", "code", "div", "em", "font", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
          "iframe", "img", "input", "p", "pre", "script", "small", "span", "style", "sub", "sup",
          "table", "tbody", "td", "th", "thead", "tr", "u");

  private MessageCheck() {}

  /**
   * Returns the part of a message that Rossum shows, and reports the rest.
   *
   * @param what how a report names the message
   */
  static Message kept(String what, Message message, Consumer<String> lost) {
    String html = message.content().markup();
    if (Storable.repaired(html).isBlank()) {
      // The message is kept, because an error prevents confirming even without a text.
      lost.accept(what + " has no text");
      return message;
    }
    Markup markup = Markup.of(html);
    if (!markup.unknownTags().isEmpty()) {
      lost.accept(
          what
              + " has "
              + markup.unknownTags().stream()
                  .map(tag -> HTML.contains(tag) ? "<" + tag + ">" : "another tag")
                  .distinct()
                  .collect(Collectors.joining(", "))
              + ", but Rossum renders b, strong, i, a, ul, ol, li and br only");
    }
    if (markup.isCut()) {
      lost.accept(
          what
              + " has "
              + Storable.length(html)
              + " characters. It is cut, because Rossum shows "
              + Markup.MAX_LENGTH);
    }
    return markup.text().equals(html) ? message : withText(message, Html.unsafe(markup.text()));
  }

  private static Message withText(Message message, Html text) {
    OptionalLong id = message.datapointId();
    Message changed = Message.of(message.type(), text);
    return id.isPresent() ? changed.withDatapoint(id.getAsLong()) : changed;
  }
}
