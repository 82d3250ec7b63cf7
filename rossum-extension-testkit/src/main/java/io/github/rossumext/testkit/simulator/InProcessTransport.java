package io.github.rossumext.testkit.simulator;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.testkit.SignedRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** An endpoint in the same process. */
final class InProcessTransport implements Transport {
  private final HookEndpoint endpoint;

  InProcessTransport(HookEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public WireResponse send(SignedRequest request, Duration timeout) {
    EndpointResponse response = endpoint.handle(request.toEndpointRequest());
    return WireResponse.of(
        response.status(),
        header(response, "content-type"),
        header(response, "location"),
        response.body());
  }

  private static String header(EndpointResponse response, String name) {
    return response.headers().entrySet().stream()
        .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  @Override
  public WireResponse poll(String location, Duration timeout) {
    return WireResponse.failed(
        "an endpoint in the same process cannot be polled: use its URL instead");
  }
}
