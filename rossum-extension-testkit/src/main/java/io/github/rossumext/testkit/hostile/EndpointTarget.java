package io.github.rossumext.testkit.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.value.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An endpoint in the same process. */
final class EndpointTarget implements Target {
  private final Function<EndpointRequest, EndpointResponse> endpoint;

  EndpointTarget(Function<EndpointRequest, EndpointResponse> endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public HostileResponse send(Attempt request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach(
            header ->
                headers
                    .computeIfAbsent(header.name(), name -> new ArrayList<>())
                    .add(header.value()));
    EndpointResponse response = endpoint.apply(EndpointRequest.of(headers, request.body()));
    Map<String, List<String>> sent = new LinkedHashMap<>();
    response.headers().forEach((name, value) -> sent.put(name, List.of(value)));
    return new HostileResponse(
        response.status(), new String(response.body(), UTF_8), Headers.of(sent));
  }

  @Override
  public boolean isWire() {
    return false;
  }

  @Override
  public String toString() {
    return "an endpoint in this process";
  }
}
