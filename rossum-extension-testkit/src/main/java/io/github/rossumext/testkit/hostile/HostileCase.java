package io.github.rossumext.testkit.hostile;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One hostile or odd request, and what must come of it. Immutable and thread-safe.
 *
 * @see HostileRequests#cases()
 */
public final class HostileCase {
  private static final int SHOWN = 200;

  private final Attack attack;
  private final Target target;
  private final Materials materials;

  HostileCase(Attack attack, Target target, Materials materials) {
    this.attack = attack;
    this.target = target;
    this.materials = materials;
  }

  /** What it is about, such as {@code signature}. */
  public String group() {
    return attack.group();
  }

  /** What is wrong or odd, such as {@code half as long}; unique in its group. */
  public String name() {
    return attack.name();
  }

  /** The statuses that may be answered; 0 where the connection may be closed without an answer. */
  public Set<Integer> statuses() {
    return Set.copyOf(attack.statuses());
  }

  /** Whether it is not run, since it needs a wire and the endpoint is in the same process. */
  public boolean isSkipped() {
    return attack.needsWire() && !target.isWire();
  }

  /**
   * Sends it, and a good request after it, and returns the status; 0 if the connection was closed
   * without a response. Does nothing and returns nothing if it is skipped.
   *
   * @throws AssertionError if something else comes of it than should, or the good request is not
   *     answered with 200 then; the message says what was sent and answered
   */
  public OptionalInt run() {
    if (isSkipped()) {
      return OptionalInt.empty();
    }
    Answer answer = send(attack.request());
    if (!attack.statuses().contains(answer.status())) {
      throw failed("must be answered with " + expected(), answer);
    }
    String problem = shown(answer.body());
    if (!problem.isEmpty()) {
      throw failed("must not be answered with " + problem, answer);
    }
    String wrong = answer.status() == 200 ? attack.check().apply(answer.body()) : "";
    if (!wrong.isEmpty()) {
      throw failed(wrong, answer);
    }
    Answer good = send(materials.signed(materials.body()));
    if (good.status() != 200) {
      throw failed("must leave the extension able to answer a good request with 200", good);
    }
    return OptionalInt.of(answer.status());
  }

  private Answer send(Attempt request) {
    try {
      return target.send(request);
    } catch (IOException e) {
      throw new AssertionError(
          this + ": there was no answer from " + target + ": " + e.getMessage(), e);
    }
  }

  private String expected() {
    return attack.statuses().stream().map(Answer::named).collect(Collectors.joining(" or "));
  }

  /** What the answer shows that none may show. */
  private String shown(String body) {
    if (body.contains(materials.secret().reveal())) {
      return "the secret";
    }
    if (body.contains(Materials.TOKEN)) {
      return "the token";
    }
    return body.contains("\tat ") || body.matches("(?s).*\\w\\.\\w+(Exception|Error)\\b.*")
        ? "a stack trace"
        : "";
  }

  private AssertionError failed(String why, Answer answer) {
    // The secret or token may be what is wrong with it.
    String body =
        answer
            .body()
            .replace(materials.secret().reveal(), "(the secret)")
            .replace(Materials.TOKEN, "(the token)");
    String shown = body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
    return new AssertionError(
        this
            + " "
            + why
            + ".\n  sent: "
            + sent()
            + "\n  answered: "
            + (Answer.named(answer.status()) + " " + shown).stripTrailing());
  }

  /** The method, the names of the headers and the size; nothing that is secret. */
  private String sent() {
    Attempt request = attack.request();
    return request.method()
        + " "
        + request.headers().stream().map(Attempt.Header::name).toList()
        + ", "
        + request.body().length
        + " bytes";
  }

  /** Group and name. */
  @Override
  public String toString() {
    return group() + ": " + name();
  }
}
