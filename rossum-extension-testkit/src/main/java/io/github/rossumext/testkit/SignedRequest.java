package io.github.rossumext.testkit;

import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.net.http.HttpRequest;

/**
 * A signed request as Rossum sends it, for an endpoint in the same process or for any HTTP client.
 * Immutable and thread-safe; {@link #toString} shows neither body nor signature.
 *
 * {@snippet class="io.github.rossumext.snippets.DocumentSnippetsTest" region="signed-request"}
 */
public final class SignedRequest {
  private final Headers headers;
  private final byte[] body;

  private SignedRequest(Headers headers, byte[] body) {
    this.headers = headers;
    this.body = body;
  }

  /**
   * Returns the signed request of a fixture.
   *
   * @param secret the secret that the endpoint knows
   */
  public static SignedRequest of(Fixture fixture, Secret secret) {
    return of(fixture.body(), secret);
  }

  /**
   * Returns a signed request of any bytes.
   *
   * @param body the body, which need not follow the protocol
   * @param secret the secret that the endpoint knows
   */
  public static SignedRequest of(byte[] body, Secret secret) {
    return of(body, RequestSigner.of(secret));
  }

  /**
   * Returns a request of any bytes that this signer signs.
   *
   * @param body the body, which need not follow the protocol
   * @param signer the signer, such as one of the legacy scheme
   */
  public static SignedRequest of(byte[] body, RequestSigner signer) {
    byte[] copy = body.clone();
    return new SignedRequest(signer.headers(copy).with("Content-Type", "application/json"), copy);
  }

  /** Returns the headers: the signature and {@code Content-Type}. */
  public Headers headers() {
    return headers;
  }

  /** Returns a copy of the body. */
  public byte[] body() {
    return body.clone();
  }

  /**
   * Returns the request for {@link io.github.rossumext.HookEndpoint#handle}. Its body is not
   * copied, so do not write into it.
   */
  public EndpointRequest toEndpointRequest() {
    return EndpointRequest.of(headers, body);
  }

  /** Returns the request for an extension at this URL, for the HTTP client of the JDK. */
  public HttpRequest toHttpRequest(URI url) {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    for (String name : headers.names()) {
      headers.all(name).forEach(value -> post.header(name, value));
    }
    return post.build();
  }

  /** Returns the size of the body and nothing of the content. */
  @Override
  public String toString() {
    return "SignedRequest[" + body.length + " bytes]";
  }
}
