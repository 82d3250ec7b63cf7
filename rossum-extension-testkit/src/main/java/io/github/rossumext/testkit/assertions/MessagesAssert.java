package io.github.rossumext.testkit.assertions;

import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.value.MessageType;
import java.util.List;

/**
 * Assertions on messages, whose texts are compared as the user reads them: without tags. Not
 * thread-safe.
 *
 * @param <S> the assertion itself
 * @param <A> what has the messages
 */
public abstract class MessagesAssert<S extends MessagesAssert<S, A>, A> extends RossumAssert<S, A> {
  MessagesAssert(A actual, Class<S> self) {
    super(actual, self);
  }

  /** The messages that the assertions are about. */
  abstract List<ShownMessage> said();

  /** There is an error of this text. */
  public S hasError(String text) {
    return hasMessage(MessageType.ERROR, text);
  }

  /** There is a warning of this text. */
  public S hasWarning(String text) {
    return hasMessage(MessageType.WARNING, text);
  }

  /** There is an information of this text. */
  public S hasInfo(String text) {
    return hasMessage(MessageType.INFO, text);
  }

  /** There is a message of this type and text. */
  public S hasMessage(MessageType type, String text) {
    return check(
        said().stream().anyMatch(one -> one.type().equals(type) && one.text().equals(text)),
        type + " '" + text + "'",
        saidOr(type));
  }

  /** There is an error whose text contains this. */
  public S hasErrorContaining(String part) {
    return check(
        said().stream().anyMatch(one -> one.isError() && one.text().contains(part)),
        "an error with '" + part + "' in it",
        saidOr(MessageType.ERROR));
  }

  /** There is no error; there may be warnings and information. */
  public S hasNoErrors() {
    List<ShownMessage> errors = said().stream().filter(ShownMessage::isError).toList();
    return check(errors.isEmpty(), "no errors", list(errors));
  }

  /** There is no message. */
  public S hasNoMessages() {
    return check(said().isEmpty(), "no messages", list(said()));
  }

  /** There are messages of these texts and no others, in any order. */
  public S hasMessages(String... texts) {
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
