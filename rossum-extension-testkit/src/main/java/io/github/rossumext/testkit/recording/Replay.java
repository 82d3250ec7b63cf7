package io.github.rossumext.testkit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.Redaction;
import io.github.rossumext.testkit.internal.SecretTexts;
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
 * A test that repeats the requests of a folder and asserts that the responses are the approved
 * ones. A {@link RequestRecorder} wrote the folder, or you did: requests are in {@code NAME.json}
 * and their approved responses in {@code NAME.approved.json}. The order of keys does not matter.
 *
 * <pre>{@code
 * Replay.of(Path.of("src/test/resources/recorded"), secret).against(endpoint);
 * }</pre>
 *
 * <p>A response that differs, or was never approved, is written to {@code NAME.received.json}. If
 * it is right, rename the file. To approve all responses, run once with the system property {@value
 * #APPROVE}{@code =true} or with {@link #withApproval()}. Read the changes before you commit them.
 *
 * <p>The recorder removed the token and the secrets. Add yours with {@link #withChange}: they do
 * not get into the files. Without a token, a rule that calls Rossum fails, and nothing is called.
 * The endpoint must not record into the same folder. Immutable, and thread-safe if no other replay
 * uses the folder.
 */
public final class Replay {
  /** The system property that approves all responses if it is {@code true}. */
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
   * Returns a replay of the requests in a folder.
   *
   * @param secret the secret that the endpoint knows
   */
  public static Replay of(Path folder, Secret secret) {
    return new Replay(
        new RecordingFolder(folder), secret, UnaryOperator.identity(), Boolean.getBoolean(APPROVE));
  }

  /** Returns a copy that changes every request before it is sent, such as to add settings. */
  public Replay withChange(UnaryOperator<Fixture> newChange) {
    return new Replay(folder, secret, fixture -> newChange.apply(change.apply(fixture)), approves);
  }

  /** Returns a copy that approves all responses. */
  public Replay withApproval() {
    return new Replay(folder, secret, change, true);
  }

  /**
   * Sends the requests in the order of their names and compares the responses.
   *
   * @throws AssertionError if a response is not the approved one, if a request cannot be read, or
   *     if the folder has no requests
   * @throws UncheckedIOException if the folder cannot be read or written
   */
  public void against(HookEndpoint endpoint) {
    against(endpoint::handle);
  }

  /**
   * Does the same as {@link #against(HookEndpoint)} over any transport.
   *
   * @param endpoint sends a signed request and returns the response
   * @throws AssertionError if a response is not the approved one, if a request cannot be read, or
   *     if the folder has no requests
   * @throws UncheckedIOException if the folder cannot be read or written
   */
  public void against(Function<EndpointRequest, EndpointResponse> endpoint) {
    List<String> changed = new ArrayList<>();
    int count = 0;
    try {
      for (Path file : folder.requests()) {
        count++;
        compare(file, endpoint).ifPresent(changed::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (count == 0) {
      throw new AssertionError(
          "Expected recorded requests in "
              + folder
              + ", but found none. Record some, or check the path.");
    }
    if (!changed.isEmpty()) {
      throw new AssertionError(
          changed.size()
              + " of "
              + count
              + " requests did not get the approved response. If the new responses are right, run"
              + " once with -D"
              + APPROVE
              + "=true.\n\n"
              + String.join("\n", changed));
    }
  }

  /** Returns how the response differs from the approved one; empty if it does not. */
  private Optional<String> compare(Path file, Function<EndpointRequest, EndpointResponse> endpoint)
      throws IOException {
    Fixture recorded;
    try {
      recorded = Fixture.of(file);
    } catch (PayloadException e) {
      return Optional.of("This request cannot be read. " + e.problem() + "\n");
    }
    String name = recorded.name();
    Fixture request = change.apply(recorded);
    JsonNode sent = Json.object(request.body());
    if (sent.has(SecretTexts.TOKEN) && SecretTexts.hasNoToken(sent)) {
      request = request.withoutKey(SecretTexts.TOKEN);
    }
    EndpointResponse response =
        endpoint.apply(SignedRequest.of(request, secret).toEndpointRequest());
    JsonNode body =
        Redaction.of(Json.object(request.body()))
            .cleanResponse(RecordingFolder.body(response.body()));
    String received = RecordingFolder.text(response.status(), body);
    if (approves) {
      folder.writeApproved(name, received);
      return Optional.empty();
    }
    boolean isKnown = Files.exists(folder.approved(name));
    String approved = isKnown ? Files.readString(folder.approved(name)) : "";
    if (isKnown && RecordingFolder.isSame(approved, received)) {
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

  /** Returns the folder. */
  @Override
  public String toString() {
    return "Replay[" + folder + "]";
  }
}
