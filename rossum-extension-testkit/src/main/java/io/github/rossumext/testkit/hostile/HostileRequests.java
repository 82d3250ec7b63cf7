package io.github.rossumext.testkit.hostile;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * Requests that nobody means well with, and odd ones that must be accepted all the same: junk for
 * signatures, bodies, types, methods and lengths, each with the statuses that the response may
 * have. After each, a good request must get its usual response; no response may show the secret,
 * the token or a stack trace.
 *
 * <pre>{@code
 * HostileReport report = HostileRequests.of(URI.create("https://…/rossum"), secret).run();
 * }</pre>
 *
 * <p>In JUnit 5, {@link HostileTests} makes a test of each. Against an endpoint, what needs a wire
 * is skipped: methods, content types and lengths.
 *
 * <p>Aim at an installation of your own: the suite sends some hundred requests, the largest of a
 * byte more than the extension takes. Immutable and thread-safe; it prints no secret.
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
   * Against an endpoint in the same process.
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
   * Against an extension at this URL, by HTTP/1.1. Certificates are checked by the default trust
   * store of the JVM.
   *
   * @param url with the scheme {@code http} or {@code https}
   * @param secret the secret that the extension knows
   * @throws IllegalArgumentException if it has another scheme, or no host
   */
  public static HostileRequests of(URI url, Secret secret) {
    return new HostileRequests(
        new WireTarget(url),
        secret,
        Fixtures.invoiceWithSchema(),
        HookEndpoint.DEFAULT_MAX_BODY_BYTES);
  }

  /**
   * Returns a copy that makes its requests of another document; an invoice with its schema
   * otherwise. The extension must respond to it with 200.
   *
   * @throws IllegalArgumentException if it is none of {@code annotation_content}
   */
  public HostileRequests withDocument(Fixture document) {
    document.payload(ContentPayload.class);
    return new HostileRequests(target, secret, document, maxBodyBytes, isLegacyAccepted);
  }

  /**
   * Returns a copy for an extension whose largest body has this size; that of its endpoint, or the
   * default of an endpoint, otherwise.
   */
  public HostileRequests withMaxBodyBytes(int bytes) {
    return new HostileRequests(target, secret, good, bytes, isLegacyAccepted);
  }

  /** Returns a copy for an extension that accepts the legacy signature alone, too. */
  public HostileRequests withLegacySignature() {
    return new HostileRequests(target, secret, good, maxBodyBytes, true);
  }

  /** The cases, in the order in which they are best run. */
  public List<HostileCase> cases() {
    Materials materials = new Materials(good, secret, maxBodyBytes);
    return Stream.of(
            SignatureCases.all(materials, isLegacyAccepted),
            BodyCases.all(materials),
            EventCases.all(materials),
            OddityCases.all(materials),
            WireCases.all(materials))
        .flatMap(attacks -> attacks)
        .map(attack -> new HostileCase(attack, target, materials))
        .toList();
  }

  /** Runs all cases and reports on them, whatever comes of them. */
  public HostileReport run() {
    return HostileReport.of(target.toString(), cases());
  }

  /** What it is against. */
  @Override
  public String toString() {
    return "HostileRequests[" + target + "]";
  }
}
