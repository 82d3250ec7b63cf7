package io.github.rossumext.testkit.simulator;

import static java.util.stream.Collectors.joining;

import io.github.rossumext.testkit.internal.SecretTexts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * One request to an extension and what became of its response. A request that is retried is an
 * exchange for each attempt. Immutable and thread-safe. {@link #describe()} tells the story for a
 * human, values of the document included, without token and secrets, which {@link #request()}
 * holds.
 */
public final class Exchange {
  /** Characters of a line that a story shows. */
  private static final int MOST_SHOWN = 2000;

  private final String hook;
  private final String event;
  private final String cause;
  private final RequestSender.Attempt attempt;
  private final Results results;

  /** What a response led to. */
  record Results(
      List<AppliedOperation> operations,
      List<FieldChange> changes,
      List<ShownMessage> messages,
      List<Problem> problems) {}

  Exchange(
      String hook, String event, String cause, RequestSender.Attempt attempt, Results results) {
    this.hook = hook;
    this.event = event;
    this.cause = cause;
    this.attempt = attempt;
    this.results = results;
  }

  /** The name of the hook that got the request. */
  public String hook() {
    return hook;
  }

  /** Event and action, such as {@code annotation_content.updated}. */
  public String event() {
    return event;
  }

  /** Which attempt it was, from 1. */
  public int attempt() {
    return attempt.number();
  }

  /**
   * Why the request came, such as {@code vendor_name = 'volv'}; {@code ""} if the event says it
   * all.
   */
  public String cause() {
    return cause;
  }

  /** The body of the request as text. It holds the secrets of the hook. */
  public String request() {
    return new String(attempt.request().body(), StandardCharsets.UTF_8);
  }

  /** Returns the size of the request's body in bytes. */
  public int requestBytes() {
    return attempt.request().body().length;
  }

  /** Returns the size of the response's body in bytes; 0 if there was none in time. */
  public int responseBytes() {
    return attempt.response().body().length;
  }

  /**
   * Returns how long the response took, polls included: the real time and the time that passed on
   * the simulator's clock.
   */
  public Duration duration() {
    return attempt.duration();
  }

  /** The HTTP status of the response; empty if there was none in time. */
  public OptionalInt status() {
    return attempt.response().isReceived()
        ? OptionalInt.of(attempt.response().status())
        : OptionalInt.empty();
  }

  /** Whether the response came in time, with a status of 2xx. */
  public boolean isSuccess() {
    return attempt.response().isSuccess();
  }

  /** Returns the body of the response as it came; {@code ""} if there was none in time. */
  public String response() {
    return new String(attempt.response().body(), StandardCharsets.UTF_8);
  }

  /** The operations that took effect, in their order. */
  public List<AppliedOperation> operations() {
    return results.operations();
  }

  /** What the response changed, field by field. */
  public List<FieldChange> changes() {
    return results.changes();
  }

  /** The messages of the response that are shown. */
  public List<ShownMessage> messages() {
    return results.messages();
  }

  /** What Rossum would reject or ignore of the response. */
  public List<Problem> problems() {
    return results.problems();
  }

  /**
   * The whole story in a few lines: request, response, changes, messages and problems. Where the
   * extension repeats its token or secrets, they are left out, and so is the end of long responses.
   */
  public String describe() {
    StringBuilder story = new StringBuilder();
    story.append(event).append(cause.isEmpty() ? "" : " (" + cause + ")");
    story.append(attempt() == 1 ? "" : ", attempt " + attempt());
    story.append(", ").append(requestBytes()).append(" bytes to ").append(hook);
    story.append("\n  response: ").append(attempt.response().outcome());
    if (attempt.response().body().length > 0) {
      story.append(' ').append(response());
    }
    list(story, "changed", results.changes());
    list(story, "message", results.messages());
    list(story, "problem", results.problems());
    String cleaned = new SecretTexts().addThoseOf(request()).clean(story.toString());
    return cleaned.lines().map(Exchange::cut).collect(joining("\n", "", "\n"));
  }

  private static String cut(String line) {
    return line.length() <= MOST_SHOWN
        ? line
        : line.substring(0, MOST_SHOWN)
            + "… ("
            + (line.length() - MOST_SHOWN)
            + " characters more)";
  }

  private static void list(StringBuilder story, String what, List<?> entries) {
    entries.forEach(entry -> story.append("\n  ").append(what).append(": ").append(entry));
  }

  /** Event, status and counts; nothing of the content. */
  @Override
  public String toString() {
    return event
        + " → "
        + attempt.response().outcome()
        + ", "
        + results.operations().size()
        + " operations, "
        + results.messages().size()
        + " messages, "
        + results.problems().size()
        + " problems";
  }
}
