package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Repeats the requests of a folder, signed anew, and asserts that the answers are those which were
 * approved. The folder is one of {@link RequestRecorder}'s, or any with requests as {@code
 * NAME.json}; the approved answer to one is beside it, in {@code NAME.approved.json}. Keys of an
 * answer may come in any order.
 *
 * <pre>{@code
 * Replay.of(Path.of("src/test/resources/recorded"), secret).against(endpoint);
 * }</pre>
 *
 * <p>An answer that is another one, or was never approved, is written to {@code
 * NAME.received.json}. Where it is right, rename the file, or run once with the system property
 * {@value #APPROVE}{@code =true} or with {@link #approving()}: then the answers are written to the
 * approval files, to be looked at before they are committed. Token and secrets, which the recorder
 * removed, are given back by {@link #changing}; they are removed from the files again. The endpoint
 * must not record into the same folder. Immutable and thread-safe, as long as no other replay has
 * the folder.
 */
public final class Replay {
  /** The system property that approves all answers if it is {@code true}. */
  public static final String APPROVE = "rossum.testkit.approve";

  private final RecordingFolder folder;
  private final Secret secret;
  private final UnaryOperator<Fixture> change;
  private final boolean approves;

  private Replay(
      RecordingFolder folder, Secret secret, UnaryOperator<Fixture> change, boolean approves) {
    this.folder = folder;
    this.secret = secret;
    this.change = change;
    this.approves = approves;
  }

  /**
   * The requests of a folder.
   *
   * @param secret the secret that the endpoint knows
   */
  public static Replay of(Path folder, Secret secret) {
    return new Replay(
        new RecordingFolder(folder), secret, UnaryOperator.identity(), Boolean.getBoolean(APPROVE));
  }

  /** Changes every request before it is sent, such as to give it settings or secrets. */
  public Replay changing(UnaryOperator<Fixture> newChange) {
    return new Replay(folder, secret, fixture -> newChange.apply(change.apply(fixture)), approves);
  }

  /** Approves all answers. */
  public Replay approving() {
    return new Replay(folder, secret, change, true);
  }

  /**
   * Sends the requests in the order of their names and compares the answers.
   *
   * @throws AssertionError if an answer is not the approved one, or there are no requests
   * @throws UncheckedIOException if the folder cannot be read or written
   */
  public void against(HookEndpoint endpoint) {
    against(endpoint::handle);
  }

  /**
   * As {@link #against(HookEndpoint)}, over any transport.
   *
   * @param endpoint takes a signed request to where it is answered
   * @throws AssertionError if an answer is not the approved one, or there are no requests
   * @throws UncheckedIOException if the folder cannot be read or written
   */
  public void against(Function<EndpointRequest, EndpointResponse> endpoint) {
    List<String> changed = new ArrayList<>();
    int count = 0;
    try {
      for (Path file : folder.requests()) {
        count++;
        compare(Fixture.of(file), endpoint).ifPresent(changed::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (count == 0) {
      throw new AssertionError(folder + " has no requests: record some, or check the path.");
    }
    if (!changed.isEmpty()) {
      throw new AssertionError(
          changed.size()
              + " of "
              + count
              + " answers are not the approved ones. If they are right, run once with -D"
              + APPROVE
              + "=true.\n\n"
              + String.join("\n", changed));
    }
  }

  /** Tells how the answer is another one than the approved. */
  private Optional<String> compare(
      Fixture recorded, Function<EndpointRequest, EndpointResponse> endpoint) throws IOException {
    String name = recorded.name();
    Fixture call = change.apply(recorded);
    EndpointResponse response = endpoint.apply(SignedRequest.of(call, secret).toEndpointRequest());
    JsonNode body =
        Redaction.of(Json.object(call.bytes())).clean(RecordedAnswer.body(response.body()));
    String received = RecordedAnswer.text(response.status(), body);
    if (approves) {
      folder.writeApproved(name, received);
      return Optional.empty();
    }
    boolean isKnown = Files.exists(folder.approved(name));
    String approved = isKnown ? Files.readString(folder.approved(name)) : "";
    if (isKnown && RecordedAnswer.isSame(approved, received)) {
      folder.deleteReceived(name);
      return Optional.empty();
    }
    folder.writeReceived(name, received);
    return Optional.of(
        name
            + (isKnown ? ": - approved, + received\n" : ": not approved yet, + received\n")
            + LineDiff.of(approved, received)
            + "in "
            + folder.received(name)
            + "\n");
  }

  /** The folder. */
  @Override
  public String toString() {
    return "Replay[" + folder + "]";
  }
}
