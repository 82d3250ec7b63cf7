package io.github.rossumext.testkit.assertions;

import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.value.MessageType;
import java.util.List;

/**
 * Assertions on messages. They compare texts as the user reads them, without tags. An assertion
 * that expects no messages fails if no response could have had one, for example because no request
 * was sent. Not thread-safe.
 *
 * @param <S> the type of the assertion itself
 * @param <A> the type of the subject that has the messages
 */
public abstract class MessagesAssert<S extends MessagesAssert<S, A>, A> extends RossumAssert<S, A> {
  MessagesAssert(A actual, Class<S> self) {
    super(actual, self);
  }

  /** Returns the messages that the assertions are about. */
  abstract List<ShownMessage> said();

  /**
   * Returns the reason why messages were impossible, such as that no request was sent; {@code ""}
   * if they were possible. If they were impossible, an assertion that expects no message fails,
   * because it would prove nothing.
   */
  abstract String silence();

  /** Fails if an assertion that expects nothing of a kind would always pass. */
  final void requireVoice(String expected) {
    check(silence().isEmpty(), expected, silence());
  }

  /** Asserts that there is an error with this text. */
  public S hasError(String text) {
    return hasMessage(MessageType.ERROR, text);
  }

  /** Asserts that there is a warning with this text. */
  public S hasWarning(String text) {
    return hasMessage(MessageType.WARNING, text);
  }

  /** Asserts that there is a message of type info with this text. */
  public S hasInfo(String text) {
    return hasMessage(MessageType.INFO, text);
  }

  /** Asserts that there is a message of this type with this text. */
  public S hasMessage(MessageType type, String text) {
    return check(
        said().stream().anyMatch(one -> one.type().equals(type) && one.text().equals(text)),
        type + " '" + text + "'",
        saidOr(type));
  }

  /**
   * Asserts that there is an error whose text contains this part.
   *
   * @throws IllegalArgumentException if the part is empty
   */
  public S hasErrorContaining(String part) {
    requirePart(part);
    return check(
        said().stream().anyMatch(one -> one.isError() && one.text().contains(part)),
        "an error that contains '" + part + "'",
        saidOr(MessageType.ERROR));
  }

  /** Asserts that there is no error; messages of other types may exist. */
  public S hasNoErrors() {
    requireVoice("no errors");
    List<ShownMessage> errors = said().stream().filter(ShownMessage::isError).toList();
    return check(errors.isEmpty(), "no errors", list(errors));
  }

  /** Asserts that there is no message. */
  public S hasNoMessages() {
    requireVoice("no messages");
    return check(said().isEmpty(), "no messages", list(said()));
  }

  /** Asserts that there are messages with exactly these texts, in any order. */
  public S hasMessages(String... texts) {
    if (texts.length == 0) {
      return hasNoMessages();
    }
    return checkEqual(
        "messages",
        List.of(texts).stream().sorted().toList(),
        said().stream().map(ShownMessage::text).sorted().toList());
  }

  private String saidOr(MessageType type) {
    return said().isEmpty()
        ? "no message"
        : said().stream().anyMatch(one -> one.type().equals(type))
            ? list(said())
            : "no " + type + ", but " + list(said());
  }

  private static String list(List<ShownMessage> messages) {
    return String.join("; ", messages.stream().map(ShownMessage::toString).toList());
  }
}
