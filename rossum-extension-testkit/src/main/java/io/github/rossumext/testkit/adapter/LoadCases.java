package io.github.rossumext.testkit.adapter;

import static io.github.rossumext.testkit.adapter.Bench.BODY;
import static io.github.rossumext.testkit.adapter.Bench.CHUNKED;
import static io.github.rossumext.testkit.adapter.Bench.JSON;
import static io.github.rossumext.testkit.adapter.Bench.REQUEST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.rossumext.listener.HookRejection.Reason;
import io.github.rossumext.testkit.adapter.RawConnection.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** More than the endpoint takes is 503 at once, and a closed one finishes what it has begun. */
final class LoadCases {
  private LoadCases() {}

  static Stream<AdapterCase> all() {
    return Stream.of(
        new AdapterCase("one request too many is refused before it is read", LoadCases::requests),
        new AdapterCase("the status page is served under load", LoadCases::page),
        new AdapterCase("bodies that take too much memory are refused", LoadCases::bytes),
        new AdapterCase("a declared length reserves nothing", LoadCases::liar),
        new AdapterCase("a closed endpoint finishes what it has begun", LoadCases::closed));
  }

  private static void assertBusy(Bench bench, Response response) throws Exception {
    bench.assertRejected(
        response,
        503,
        Reason.OVERLOAD,
        "The extension has too much to do at the moment. Please try again.");
    assertEquals("1", response.header("Retry-After"));
  }

  private static void assertDone(CompletableFuture<Integer> request) throws Exception {
    assertEquals(200, request.get(60, TimeUnit.SECONDS));
  }

  private static void requests(Bench bench) throws Exception {
    bench.serve(bench.waiting().maxConcurrentRequests(1));
    CompletableFuture<Integer> first = bench.postInTheBackground();
    bench.awaitHandler();
    try (RawConnection connection = bench.connect()) {
      String length = "Content-Length: " + BODY.length;
      assertBusy(bench, connection.head("POST", JSON, length).response());
      assertTrue(bench.rejection().duration().toNanos() > 0);
      assertEquals(0, bench.rejection().sizeInBytes());

      bench.releaseHandler();
      assertDone(first);
      // The connection is still good, and there is room again.
      connection.bytes(BODY).head("POST", Bench.lines(REQUEST, length)).bytes(BODY);
      Bench.assertStatus(200, connection.response());
    }
  }

  private static void page(Bench bench) throws Exception {
    bench.serve(bench.waiting().maxConcurrentRequests(1));
    CompletableFuture<Integer> first = bench.postInTheBackground();
    bench.awaitHandler();

    Bench.assertStatus(200, bench.send("GET"));

    bench.releaseHandler();
    assertDone(first);
  }

  private static void bytes(Bench bench) throws Exception {
    bench.serve(bench.waiting().maxBytesInFlight(BODY.length * 3L / 2));
    CompletableFuture<Integer> first = bench.postInTheBackground();
    bench.awaitHandler();

    assertBusy(bench, bench.post(REQUEST));
    try (RawConnection connection = bench.connect()) {
      connection.head("POST", JSON, CHUNKED).chunk(BODY).lastChunk();
      Bench.assertStatus(503, connection.response());
    }

    bench.releaseHandler();
    assertDone(first);
    Bench.assertStatus(200, bench.post(REQUEST));
  }

  private static void liar(Bench bench) throws Exception {
    bench.serve(bench.builder().maxBytesInFlight(1_000_000));
    try (RawConnection liar = bench.connect()) {
      liar.head("POST", JSON, "Content-Length: 30000000").bytes(new byte[] {'{'});
      Bench.assertStatus(200, bench.post(REQUEST));
    }
  }

  private static void closed(Bench bench) throws Exception {
    bench.serve(bench.waiting());
    CompletableFuture<Integer> first = bench.postInTheBackground();
    bench.awaitHandler();
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(bench.endpoint()::close, task -> new Thread(task).start());
    while (!bench.endpoint().isClosed()) {
      Thread.onSpinWait();
    }

    Response page = bench.send("GET");
    Bench.assertStatus(503, page);
    assertTrue(page.body().contains("being restarted"), page::body);
    Response refused = bench.post(REQUEST);
    bench.assertRejected(
        refused, 503, Reason.CLOSED, "The extension is being restarted. Please try again.");
    assertEquals("1", refused.header("Retry-After"));
    assertFalse(closing.isDone());

    bench.releaseHandler();
    assertDone(first);
    closing.get(60, TimeUnit.SECONDS);
  }
}
