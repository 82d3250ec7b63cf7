package io.github.rossumext.testkit.assertions;

import io.github.rossumext.testkit.internal.SecretTexts;
import io.github.rossumext.testkit.simulator.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a failure tells beside what was expected: about what, what else is known, the requests. */
final class Story {
  private final String subject;
  private final List<String> besides = new ArrayList<>();
  private final List<Exchange> calls;
  private String screen = "";

  /**
   * A story to be told.
   *
   * @param calls the requests that led to it, of which the last is shown
   */
  Story(String subject, List<Exchange> calls) {
    this.subject = subject;
    this.calls = List.copyOf(calls);
  }

  static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  /** What else is known. */
  Story beside(String what, Object known) {
    besides.add(what + ": " + known);
    return this;
  }

  /** What else is known, a line each; one line that there is none. */
  Story beside(String what, Collection<?> known) {
    if (known.isEmpty()) {
      return beside(what, "none");
    }
    known.forEach(one -> beside(what, one));
    return this;
  }

  /** Adds the screen of the document. */
  Story withScreen(String printed) {
    screen = printed;
    return this;
  }

  String tell(String expected, String actual) {
    StringBuilder text = new StringBuilder(subject);
    if (!calls.isEmpty()) {
      Exchange last = calls.get(calls.size() - 1);
      text.append(", after ").append(last.event());
      text.append(last.cause().isEmpty() ? "" : " (" + last.cause() + ")");
    }
    text.append("\n  expected: ").append(expected);
    text.append("\n  actual:   ").append(actual);
    besides.forEach(line -> text.append("\n  ").append(line));
    if (!screen.isEmpty()) {
      text.append("\nThe screen:\n");
      screen.lines().forEach(line -> indent(text, line));
      text.deleteCharAt(text.length() - 1);
    }
    if (!calls.isEmpty()) {
      text.append(
          calls.size() == 1
              ? "\nThe request:\n"
              : "\nThe last of " + calls.size() + " requests:\n");
      calls.get(calls.size() - 1).describe().lines().forEach(line -> indent(text, line));
    }
    return clean(text.toString().stripTrailing());
  }

  private static void indent(StringBuilder text, String line) {
    text.append("  ").append(line).append('\n');
  }

  /** The text without token and secrets of the requests. */
  String clean(String text) {
    SecretTexts secrets = new SecretTexts();
    calls.forEach(call -> secrets.addThoseOf(call.request()));
    return secrets.clean(text);
  }
}
