package io.github.rossumext.testkit;

import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.net.http.HttpRequest;

/**
 * A request as Rossum makes it: a body, its type and its signature, for an endpoint in the same
 * process or for any HTTP client. Immutable and thread-safe; it prints neither body nor signature.
 *
 * <pre>{@code
 * SignedRequest request = SignedRequest.of(Fixtures.invoice(), secret);
 * EndpointResponse response = endpoint.handle(request.toEndpointRequest());
 * }</pre>
 */
public final class SignedRequest {
  private final Headers headers;
  private final byte[] body;

  private SignedRequest(Headers headers, byte[] body) {
    this.headers = headers;
    this.body = body;
  }

  /**
   * The request of a fixture.
   *
   * @param fixture what Rossum has to say
   * @param secret the secret that the endpoint knows
   */
  public static SignedRequest of(Fixture fixture, Secret secret) {
    return of(fixture.bytes(), secret);
  }

  /**
   * A request of any bytes.
   *
   * @param body the body, a protocol's one or not
   * @param secret the secret that the endpoint knows
   */
  public static SignedRequest of(byte[] body, Secret secret) {
    return of(body, RequestSigner.of(secret));
  }

  /**
   * A request of any bytes, signed in any way.
   *
   * @param body the body, a protocol's one or not
   * @param signer what signs it, such as one of the legacy scheme
   */
  public static SignedRequest of(byte[] body, RequestSigner signer) {
    byte[] copy = body.clone();
    return new SignedRequest(signer.headers(copy).with("Content-Type", "application/json"), copy);
  }

  /** The headers: the signature and {@code Content-Type}. */
  public Headers headers() {
    return headers;
  }

  /** The body. A copy. */
  public byte[] body() {
    return body.clone();
  }

  /** The request for {@link io.github.rossumext.HookEndpoint#handle}. */
  public EndpointRequest toEndpointRequest() {
    return EndpointRequest.of(headers, body());
  }

  /** The request for an extension at this URL, by the HTTP client of the JDK. */
  public HttpRequest toHttpRequest(URI url) {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    for (String name : headers.names()) {
      headers.all(name).forEach(value -> post.header(name, value));
    }
    return post.build();
  }

  /** The size of the body; nothing of the content. */
  @Override
  public String toString() {
    return "SignedRequest[" + body.length + " bytes]";
  }
}
