package io.github.rossumext.testkit.hostile;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One hostile or odd request, and the response that it must get. Immutable and thread-safe.
 *
 * @see HostileRequests#cases()
 */
public final class HostileCase {
  private static final int SHOWN = 200;

  private final Attack attack;
  private final Target target;
  private final Materials materials;
  private final Leaks leaks;

  HostileCase(Attack attack, Target target, Materials materials) {
    this.attack = attack;
    this.target = target;
    this.materials = materials;
    this.leaks = materials.leaks();
  }

  /** Returns the group, such as {@code signature}. */
  public String group() {
    return attack.group();
  }

  /** Returns the name of the defect, such as {@code half as long}. It is unique in its group. */
  public String name() {
    return attack.name();
  }

  /**
   * Returns the statuses that the response may have, and {@link HostileResponse#CLOSED} if the
   * connection may close without a response.
   */
  public Set<Integer> statuses() {
    return Set.copyOf(attack.statuses());
  }

  /**
   * Returns whether {@link #run} skips the case, because it needs a wire and the endpoint is in the
   * same process.
   */
  public boolean isSkipped() {
    return attack.needsWire() && !target.isWire();
  }

  /**
   * Sends the request, then a good one, and returns the response to the first. Does nothing if the
   * case is skipped.
   *
   * @return the response; empty if the case was skipped
   * @throws AssertionError if the response is not as it must be, or if the good request does not
   *     get 200. The message says what was sent and what came back
   */
  public Optional<HostileResponse> run() {
    if (isSkipped()) {
      return Optional.empty();
    }
    HostileResponse response = send(attack.request());
    if (!attack.statuses().contains(response.status())) {
      throw failed("must get the response " + expected(), response);
    }
    needNothingShown(attack.request(), response);
    String wrong = response.status() == 200 ? attack.check().apply(response.body()) : "";
    if (!wrong.isEmpty()) {
      throw failed(wrong, response);
    }
    Attempt goodRequest = materials.signed(materials.body());
    HostileResponse good = send(goodRequest);
    if (good.status() != 200) {
      throw failed("must leave the extension able to respond to a good request with 200", good);
    }
    needNothingShown(goodRequest, good);
    return Optional.of(response);
  }

  private void needNothingShown(Attempt request, HostileResponse response) {
    String shown = leaks.shownBy(response, request);
    if (!shown.isEmpty()) {
      throw failed("must not get a response with " + shown, response);
    }
  }

  private HostileResponse send(Attempt request) {
    try {
      return target.send(request);
    } catch (IOException e) {
      throw new AssertionError(
          this + ": there was no response from " + target + ": " + e.getMessage(), e);
    }
  }

  private String expected() {
    return attack.statuses().stream()
        .map(HostileResponse::named)
        .collect(Collectors.joining(" or "));
  }

  private AssertionError failed(String why, HostileResponse response) {
    String body = leaks.clean(response.body());
    String shown = body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
    return new AssertionError(
        this
            + " "
            + why
            + ".\n  sent: "
            + sent()
            + "\n  response: "
            + (HostileResponse.named(response.status()) + " " + shown).stripTrailing());
  }

  /** Returns the method, the names of the headers and the size, and nothing secret. */
  private String sent() {
    Attempt request = attack.request();
    return request.method()
        + " "
        + request.headers().stream().map(Attempt.Header::name).toList()
        + ", "
        + request.body().length
        + " bytes";
  }

  /** Returns group and name. */
  @Override
  public String toString() {
    return group() + ": " + name();
  }
}
