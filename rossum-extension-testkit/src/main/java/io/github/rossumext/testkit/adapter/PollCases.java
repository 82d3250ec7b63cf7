package io.github.rossumext.testkit.adapter;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.testkit.adapter.Bench.REQUEST;
import static io.github.rossumext.testkit.adapter.Bench.test;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.testkit.internal.RawConnection;
import io.github.rossumext.testkit.internal.RawConnection.Response;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

/** Polls: Rossum fetches the response of a handler that takes long. */
final class PollCases {
  private static final String PUBLIC_URL = "https://extension.example.com/rossum";

  private PollCases() {}

  /** The query of a poll names the response. */
  static Stream<Bench.Case> polls() {
    return Stream.of(
        test("gets 503 while the handler runs, and then its response", PollCases::job),
        test("with a made-up token gets 404", PollCases::madeUp));
  }

  private static HookEndpoint.Builder later(Bench bench) {
    return bench
        .waiting()
        .later(ANNOTATION_CONTENT.only(INITIALIZE), URI.create(PUBLIC_URL))
        .deliveries(DeliverySettings.defaults().withQuickTime(Duration.ofMillis(1)));
  }

  private static void job(Bench bench) throws Exception {
    Response accepted = bench.serve(later(bench)).post(REQUEST);
    assertEquals(202, accepted.status(), accepted::body);
    Bench.assertHeaders(accepted, "application/json");
    URI location = URI.create(accepted.header("Location"));
    assertEquals(PUBLIC_URL, accepted.header("Location").split("\\?", 2)[0]);

    Response running = bench.poll(location.getRawQuery());
    assertEquals(503, running.status(), running::body);
    assertEquals("30", running.header("Retry-After"));

    bench.releaseJob();
    Response ended = bench.poll(location.getRawQuery());
    assertEquals(201, ended.status(), ended::body);
    Bench.assertHeaders(ended, "application/json");
    assertEquals("{}", ended.body());
    try (RawConnection connection = bench.connect(location.getRawQuery())) {
      Response head = connection.head("HEAD").responseToHead();
      assertEquals(201, head.status());
      assertEquals(ended.header("Content-Length"), head.header("Content-Length"));
    }
  }

  private static void madeUp(Bench bench) throws Exception {
    bench.serve(later(bench));
    Bench.assertMessage(
        bench.poll("delivery=made.up"), 404, "The extension has no response to fetch here.");
    bench.assertOneLine("INFO polled status=404 ms=\\d{1,5}");
  }
}
