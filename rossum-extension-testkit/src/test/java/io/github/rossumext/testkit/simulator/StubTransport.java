package io.github.rossumext.testkit.simulator;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.testkit.SignedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** An extension that responds as a test tells it to, and remembers the requests. */
final class StubTransport implements Transport {
  private final Function<Integer, WireResponse> responses;
  private final Function<Integer, WireResponse> polls;
  private final List<String> requests = new ArrayList<>();
  private int polled;

  StubTransport(Function<Integer, WireResponse> responses, Function<Integer, WireResponse> polls) {
    this.responses = responses;
    this.polls = polls;
  }

  /** Always the same JSON. */
  static StubTransport responding(String json) {
    return responding(ok(json));
  }

  /** One response after another; the last one for ever. */
  static StubTransport responding(WireResponse... responses) {
    return new StubTransport(
        number -> responses[Math.min(number, responses.length - 1)],
        number -> WireResponse.failed("no polling"));
  }

  static WireResponse ok(String json) {
    return status(200, json);
  }

  static WireResponse status(int status, String json) {
    return WireResponse.of(EndpointResponse.json(status, json.getBytes(StandardCharsets.UTF_8)));
  }

  List<String> requests() {
    return requests;
  }

  int polled() {
    return polled;
  }

  @Override
  public WireResponse send(SignedRequest request, Duration timeout, DeliveryFault fault) {
    requests.add(new String(request.body(), StandardCharsets.UTF_8));
    return responses.apply(requests.size() - 1);
  }

  @Override
  public WireResponse poll(String location, Duration timeout) {
    return polls.apply(polled++);
  }
}
