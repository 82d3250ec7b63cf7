package io.github.rossumext.testkit.simulator;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.Redaction;
import io.github.rossumext.testkit.internal.SecretTexts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One request to an extension, its response, and what the response changed. Each attempt of a
 * request that is retried is an exchange of its own. Immutable and thread-safe, except that it
 * remembers whether somebody looked at how it ended: see {@link RossumSimulator#unseenFailures} and
 * {@link RossumSimulator#unseenProblems}.
 */
public final class Exchange {
  /** The number of causes that {@link #describe} shows of an exception. */
  private static final int MOST_CAUSES = 5;

  /** The number of characters that {@link #describe} shows of a line. */
  private static final int MOST_SHOWN = 2000;

  private final String hook;
  private final String event;
  private final String cause;
  private final RequestSender.Attempt attempt;
  private final Results results;
  private volatile boolean isSeen;
  private volatile boolean areProblemsSeen;
  private @Nullable SecretTexts secrets;

  /** What a response did. */
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

  /** Returns the name of the hook that got the request. */
  public String hook() {
    return hook;
  }

  /** Returns event and action, such as {@code annotation_content.updated}. */
  public String eventAndAction() {
    return event;
  }

  /** Returns the number of the attempt, from 1. */
  public int attempt() {
    return attempt.number();
  }

  /**
   * Returns what led to the request, such as {@code vendor_name = 'volv'}; {@code ""} if the event
   * needs no explanation.
   */
  public String cause() {
    return cause;
  }

  /** Returns the body of the request as text, the token and the secrets of the hook included. */
  public String request() {
    return new String(attempt.request().body(), StandardCharsets.UTF_8);
  }

  /**
   * Returns the body of the request as indented JSON without the token, and with another word
   * instead of each secret.
   */
  public String requestWithoutSecrets() {
    ObjectNode request = Json.object(attempt.request().body());
    return Json.pretty(Redaction.of(request).cleanRequest(request));
  }

  /**
   * Returns the body of the response without the token and the secrets of the request: as indented
   * JSON, or as text if it is not JSON.
   */
  public String responseWithoutSecrets() {
    JsonNode response = Json.find(attempt.response().body());
    return response.isMissingNode()
        ? withoutSecrets(response())
        : Json.pretty(Redaction.of(Json.object(attempt.request().body())).cleanResponse(response));
  }

  /** Returns a text without the token and the secrets of the request. */
  public String withoutSecrets(String text) {
    return secrets().clean(text);
  }

  private synchronized SecretTexts secrets() {
    if (secrets == null) {
      secrets = new SecretTexts();
      addSecretsTo(secrets);
    }
    return secrets;
  }

  /** Adds the token and the secrets of the request. */
  void addSecretsTo(SecretTexts all) {
    all.addThoseOf(attempt.secrets());
  }

  /**
   * Returns a request with another body, signed as this one was, such as to send it with another
   * program.
   */
  public SignedRequest signed(String body) {
    return SignedRequest.of(body.getBytes(StandardCharsets.UTF_8), attempt.signer());
  }

  /** Returns the size of the request's body in bytes. */
  public int requestSizeInBytes() {
    return attempt.request().body().length;
  }

  /** Returns the size of the response's body in bytes; 0 if no response came in time. */
  public int responseSizeInBytes() {
    return attempt.response().body().length;
  }

  /** Returns when the request was sent, by the clock of the machine. */
  public Instant sentAt() {
    return attempt.time().sentAt();
  }

  /**
   * Returns when the response came, or when nobody waited for it any longer, by the clock of the
   * machine.
   */
  public Instant endedAt() {
    return attempt.time().endedAt();
  }

  /**
   * Returns how long the response took, polls included. It is the sum of the real time and the time
   * that passed on the simulator's clock.
   */
  public Duration duration() {
    return attempt.time().duration();
  }

  /** Returns the HTTP status of the response; empty if no response came in time. */
  public OptionalInt status() {
    isSeen = true;
    return statusForLog();
  }

  /** Returns the HTTP status for a log, so that the test has not looked at it; empty for none. */
  OptionalInt statusForLog() {
    return attempt.response().isReceived()
        ? OptionalInt.of(attempt.response().status())
        : OptionalInt.empty();
  }

  /**
   * Returns whether a response with a status of 2xx came in time. If Rossum polls for the response
   * of a handler that failed, it may get 201: then there is an {@link #exception} and a problem.
   */
  public boolean isSuccess() {
    isSeen = true;
    return attempt.response().isSuccess();
  }

  /**
   * Returns the polls for the response, if the extension responded with 202; otherwise an empty
   * list. The response of this exchange is then that of the last poll.
   */
  public List<Poll> polls() {
    return attempt.polls();
  }

  /** Returns why no response came in time; {@code ""} if one came. */
  public String failure() {
    isSeen = true;
    return attempt.response().failure();
  }

  /** Returns the body of the response as text; {@code ""} if no response came in time. */
  public String response() {
    return new String(attempt.response().body(), StandardCharsets.UTF_8);
  }

  /**
   * Returns what the handler threw, also after a response 202; empty if it threw nothing, or if the
   * endpoint is in another process.
   */
  public Optional<Throwable> exception() {
    return Optional.ofNullable(attempt.response().thrown());
  }

  /** Returns the operations that took effect, in their order. */
  public List<AppliedOperation> operations() {
    return results.operations();
  }

  /** Returns what the response changed, field by field. */
  public List<FieldChange> changes() {
    return results.changes();
  }

  /** Returns the messages of the response that the user sees. */
  public List<ShownMessage> messages() {
    return results.messages();
  }

  /** Returns what Rossum would reject or ignore of the response. */
  public List<Problem> problems() {
    see();
    return results.problems();
  }

  /** Returns the problems for the simulator, which does not look at them for a test. */
  List<Problem> allProblems() {
    return results.problems();
  }

  /**
   * Returns the problems that nobody looked at. Those of a failed request belong to its failure:
   * see {@link #isUnseenFailure}.
   */
  List<Problem> unseenProblems() {
    return areProblemsSeen || !isDone() ? List.of() : results.problems();
  }

  /** Returns whether the request failed and nobody asked how it ended. */
  boolean isUnseenFailure() {
    return !isSeen && !attempt.response().isSuccess();
  }

  /** Returns whether it succeeded, for the API stub, which does not look at it for a test. */
  boolean isDone() {
    return attempt.response().isSuccess();
  }

  /** Remembers that somebody looked at its end and at its problems. */
  void see() {
    isSeen = true;
    areProblemsSeen = true;
  }

  /**
   * Returns the exchange as text: request, response, changes, messages and problems. If the handler
   * of an endpoint in the same process threw, the exception with its text is there, too. The text
   * holds values of the document. Tokens and secrets are removed, and long lines are cut.
   */
  public String describe() {
    StringBuilder story = new StringBuilder();
    story.append(event).append(cause.isEmpty() ? "" : " (" + cause + ")");
    story.append(attempt() == 1 ? "" : ", attempt " + attempt());
    story.append(", ").append(requestSizeInBytes()).append(" bytes to ").append(hook);
    story.append("\n  response: ").append(attempt.response().outcome());
    if (attempt.response().body().length > 0) {
      story.append(' ').append(response());
    }
    exception(story, attempt.response().thrown());
    list(story, "changed", results.changes());
    list(story, "message", results.messages());
    list(story, "problem", results.problems());
    String cleaned = withoutSecrets(story.toString());
    return cleaned.lines().map(Exchange::cut).collect(joining("\n", "", "\n"));
  }

  private static void exception(StringBuilder story, @Nullable Throwable thrown) {
    try {
      Throwable shown = thrown;
      for (int causes = 0; shown != null && causes <= MOST_CAUSES; causes++) {
        String text = Printable.lines(shown.toString());
        story.append(causes == 0 ? "\n  exception: " : "\n  caused by: ").append(text);
        shown = shown.getCause();
      }
    } catch (Throwable e) { // a user's exception class may throw anything
      story.append("\n  exception: its text cannot be read");
    }
  }

  private static String cut(String line) {
    return Storable.length(line) <= MOST_SHOWN
        ? line
        : Storable.start(line, MOST_SHOWN)
            + "… ("
            + (Storable.length(line) - MOST_SHOWN)
            + " characters more)";
  }

  private static void list(StringBuilder story, String what, List<?> entries) {
    entries.forEach(entry -> story.append("\n  ").append(what).append(": ").append(entry));
  }

  /** Returns event, status and counts, and nothing of the content. */
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
