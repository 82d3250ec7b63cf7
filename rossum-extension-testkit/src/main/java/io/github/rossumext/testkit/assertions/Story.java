package io.github.rossumext.testkit.assertions;

import io.github.rossumext.testkit.internal.SecretTexts;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The part of a failure text after the expectation: the subject, facts, the screen and the last
 * exchange.
 */
final class Story {
  private final String subject;
  private final List<String> besides = new ArrayList<>();
  private final List<Exchange> exchanges;
  private String screen = "";

  /**
   * Creates a story.
   *
   * @param exchanges the exchanges that led to the failure; the text shows the last one
   */
  Story(String subject, List<Exchange> exchanges) {
    this.subject = subject;
    this.exchanges = List.copyOf(exchanges);
  }

  static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  /** Adds a fact. */
  Story with(String what, Object known) {
    besides.add(what + ": " + known);
    return this;
  }

  /** Adds a fact for each element, or one line with {@code none}. */
  Story with(String what, Collection<?> known) {
    if (known.isEmpty()) {
      return with(what, "none");
    }
    known.forEach(one -> with(what, one));
    return this;
  }

  /** Adds the problems, such as refused edits of the user; nothing if there are none. */
  Story withProblems(List<Problem> problems) {
    problems.forEach(problem -> with("problem", problem));
    return this;
  }

  /** Adds the screen of the document. */
  Story withScreen(String printed) {
    screen = printed;
    return this;
  }

  String tell(String expected, String actual) {
    StringBuilder text = new StringBuilder(subject);
    if (!exchanges.isEmpty()) {
      Exchange last = exchanges.get(exchanges.size() - 1);
      text.append(", after ").append(last.eventAndAction());
      text.append(last.cause().isEmpty() ? "" : " (" + last.cause() + ")");
    }
    text.append("\n  expected: ").append(expected);
    text.append("\n  found:    ").append(actual);
    besides.forEach(line -> text.append("\n  ").append(line));
    if (!screen.isEmpty()) {
      text.append("\nThe screen:\n");
      screen.lines().forEach(line -> indent(text, line));
      text.deleteCharAt(text.length() - 1);
    }
    if (!exchanges.isEmpty()) {
      text.append(
          exchanges.size() == 1
              ? "\nThe exchange:\n"
              : "\nThe last of " + exchanges.size() + " exchanges:\n");
      exchanges.get(exchanges.size() - 1).describe().lines().forEach(line -> indent(text, line));
    }
    return clean(text.toString().stripTrailing());
  }

  private static void indent(StringBuilder text, String line) {
    text.append("  ").append(line).append('\n');
  }

  /** Returns the text without the tokens and secrets of the requests. */
  String clean(String text) {
    SecretTexts secrets = new SecretTexts();
    exchanges.forEach(exchange -> secrets.addThoseOf(exchange.request()));
    return secrets.clean(text);
  }
}
