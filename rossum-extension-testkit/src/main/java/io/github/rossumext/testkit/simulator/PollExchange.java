package io.github.rossumext.testkit.simulator;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.HookExchange;
import io.github.rossumext.value.Headers;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A poll of an endpoint in the same process. Not thread-safe. */
final class PollExchange implements HookExchange {
  private final URI location;
  private @Nullable EndpointResponse response;

  PollExchange(URI location) {
    this.location = location;
  }

  /** Returns what came back. */
  WireResponse response() {
    return response == null ? WireResponse.failed("no response") : WireResponse.of(response);
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return Objects.requireNonNullElse(location.getRawPath(), "");
  }

  @Override
  public String query() {
    return Objects.requireNonNullElse(location.getRawQuery(), "");
  }

  @Override
  public Headers headers() {
    return Headers.empty();
  }

  @Override
  public InputStream body() {
    return InputStream.nullInputStream();
  }

  @Override
  public void respond(EndpointResponse sent) {
    response = sent;
  }
}
