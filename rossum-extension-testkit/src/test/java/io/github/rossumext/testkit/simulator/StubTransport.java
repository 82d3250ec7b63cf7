package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.SignedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** An extension that answers what a test tells it to, and remembers what it was asked. */
final class StubTransport implements Transport {
  private final Function<Integer, Reply> replies;
  private final Function<Integer, Reply> polls;
  private final List<String> requests = new ArrayList<>();
  private int polled;

  StubTransport(Function<Integer, Reply> replies, Function<Integer, Reply> polls) {
    this.replies = replies;
    this.polls = polls;
  }

  /** Always the same JSON. */
  static StubTransport answering(String json) {
    return answering(ok(json));
  }

  /** One reply after another; the last one for ever. */
  static StubTransport answering(Reply... replies) {
    return new StubTransport(
        call -> replies[Math.min(call, replies.length - 1)], call -> Reply.failed("no polling"));
  }

  static Reply ok(String json) {
    return status(200, json);
  }

  static Reply status(int status, String json) {
    return Reply.json(status, json.getBytes(StandardCharsets.UTF_8));
  }

  List<String> requests() {
    return requests;
  }

  int polled() {
    return polled;
  }

  @Override
  public Reply send(SignedRequest request, Duration timeout) {
    requests.add(new String(request.body(), StandardCharsets.UTF_8));
    return replies.apply(requests.size() - 1);
  }

  @Override
  public Reply poll(String location, Duration timeout) {
    return polls.apply(polled++);
  }
}
