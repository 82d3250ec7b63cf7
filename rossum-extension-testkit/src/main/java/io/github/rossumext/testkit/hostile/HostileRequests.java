package io.github.rossumext.testkit.hostile;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hostile requests, and odd ones that an extension must accept. They have bad signatures, bodies,
 * types, methods and lengths. Each names the statuses that its response may have. After each
 * request, a good one must get status 200. No response may show the secret, the token or a stack
 * trace.
 *
 * <pre>{@code
 * HostileReport report = HostileRequests.of(URI.create("https://…/rossum"), secret).run();
 * }</pre>
 *
 * <p>In JUnit 5, {@link HostileTests} makes a test of each. For an endpoint in the same process,
 * the cases that need a wire are skipped: methods, content types and lengths.
 *
 * <p>Send them only to an installation of your own: there are more than a hundred requests, and the
 * largest is one byte larger than the extension accepts. Immutable and thread-safe; {@link
 * #toString} shows no secret.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#signatures">The
 *     protocol: signatures</a>
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#oddities">The
 *     protocol: oddities</a>
 */
public final class HostileRequests {
  private final Target target;
  private final Secret secret;
  private final Fixture good;
  private final int maxBodyBytes;
  private final boolean isLegacyAccepted;

  HostileRequests(Target target, Secret secret, Fixture good, int maxBodyBytes) {
    this(target, secret, good, maxBodyBytes, false);
  }

  private HostileRequests(
      Target target, Secret secret, Fixture good, int maxBodyBytes, boolean isLegacyAccepted) {
    this.target = target;
    this.secret = secret;
    this.good = good;
    this.maxBodyBytes = maxBodyBytes;
    this.isLegacyAccepted = isLegacyAccepted;
  }

  /**
   * Returns requests to an endpoint in the same process.
   *
   * @param secret the secret that the endpoint knows
   */
  public static HostileRequests of(HookEndpoint endpoint, Secret secret) {
    return new HostileRequests(
        new EndpointTarget(endpoint::handle),
        secret,
        Fixtures.invoiceWithSchema(),
        endpoint.maxBodyBytes());
  }

  /**
   * Returns requests to an extension at this URL, over HTTP/1.1. The default trust store of the JVM
   * checks certificates.
   *
   * @param url with the scheme {@code http} or {@code https}
   * @param secret the secret that the extension knows
   * @throws IllegalArgumentException if the URL has another scheme, or no host
   */
  public static HostileRequests of(URI url, Secret secret) {
    return new HostileRequests(
        new WireTarget(url),
        secret,
        Fixtures.invoiceWithSchema(),
        HookEndpoint.DEFAULT_MAX_BODY_BYTES);
  }

  /**
   * Returns a copy whose requests are about this document, instead of an invoice with its schema.
   * The extension must respond to it with 200.
   *
   * @throws IllegalArgumentException if the fixture is about another event than {@code
   *     annotation_content}
   */
  public HostileRequests withDocument(Fixture document) {
    document.payload(ContentPayload.class);
    return new HostileRequests(target, secret, document, maxBodyBytes, isLegacyAccepted);
  }

  /**
   * Returns a copy for an extension that accepts bodies up to this size. Without this call it is
   * the size of the endpoint, or the default size for a URL.
   */
  public HostileRequests withMaxBodyBytes(int bytes) {
    return new HostileRequests(target, secret, good, bytes, isLegacyAccepted);
  }

  /** Returns a copy for an extension that also accepts a request with the legacy signature only. */
  public HostileRequests withLegacySignature() {
    return new HostileRequests(target, secret, good, maxBodyBytes, true);
  }

  /** Returns the cases, in the order to run them. */
  public List<HostileCase> cases() {
    Materials materials = new Materials(good, secret, maxBodyBytes);
    return attacks(materials).map(attack -> new HostileCase(attack, target, materials)).toList();
  }

  Stream<Attack> attacks(Materials materials) {
    Attempt accepted = materials.signed(materials.body());
    return Stream.of(
            SignatureCases.all(materials, isLegacyAccepted),
            BodyCases.all(materials),
            EventCases.all(materials),
            OddityCases.all(materials),
            WireCases.all(materials))
        .flatMap(attacks -> attacks)
        // An oddity that the document does not have to change would try nothing.
        .filter(
            attack -> attack.group().equals("signature") || !attack.request().isSameAs(accepted));
  }

  /**
   * Runs all cases and returns a report. It does not throw if a case fails. If the extension does
   * not accept the good request, the report has this one failure, because the cases would tell
   * nothing.
   */
  public HostileReport run() {
    String refusal = refusal();
    return refusal.isEmpty()
        ? HostileReport.of(target.toString(), cases())
        : new HostileReport(target.toString(), List.of(), List.of(refusal), List.of());
  }

  /** Sends the good request. Returns why the cases would tell nothing; {@code ""} if they would. */
  String refusal() {
    Materials materials = new Materials(good, secret, maxBodyBytes);
    String problem;
    try {
      HostileResponse response = target.send(materials.signed(materials.body()));
      problem = response.status() == 200 ? "" : "gets " + HostileResponse.named(response.status());
    } catch (IOException e) {
      problem = "gets no response: " + e.getMessage();
    }
    return problem.isEmpty()
        ? ""
        : "The good request, "
            + good
            + " with the right signature, "
            + problem
            + " from "
            + target
            + " instead of 200, so the hostile ones would tell nothing. Check the URL and the"
            + " secret, or name a document that your rules accept with withDocument(fixture).";
  }

  /** Returns the target. */
  @Override
  public String toString() {
    return "HostileRequests[" + target + "]";
  }
}
