package io.github.rossumext.testkit.adapter;

import static io.github.rossumext.testkit.adapter.Bench.SECRET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.response.JsonResponse;
import io.github.rossumext.testkit.adapter.RawConnection.Response;
import java.util.List;
import java.util.stream.Stream;

/** The page for people and load balancers. */
final class PageCases {
  private PageCases() {}

  static Stream<AdapterCase> all() {
    return Stream.of(
        new AdapterCase("lists the events, and is one log line", PageCases::get),
        new AdapterCase("has the same headers for HEAD", PageCases::head),
        new AdapterCase("escapes the names of events", PageCases::escaped));
  }

  private static void get(Bench bench) throws Exception {
    Response page = bench.serve().send("GET");
    Bench.assertStatus(200, page);
    Bench.assertHeaders(page, "text/html; ?charset=utf-8");
    for (String part :
        List.of(
            "<!DOCTYPE html>",
            "extension is up",
            "<li>annotation_content</li>",
            "<li>annotation_content.export</li>",
            "POST")) {
      assertTrue(page.body().contains(part), page::body);
    }
    assertFalse(page.body().contains("marked"), page::body);
    bench.assertOneLine("INFO status page status=200 ms=\\d{1,5}");
  }

  private static void head(Bench bench) throws Exception {
    bench.serve();
    Response page = bench.send("GET");
    try (RawConnection connection = bench.connect()) {
      Response head = connection.head("HEAD").responseToHead();
      Bench.assertStatus(200, head);
      for (String header : List.of("Content-Type", "Content-Length", "Cache-Control")) {
        assertEquals(page.header(header), head.header(header), header);
      }
      // Nothing follows the headers: the next response is read from its beginning.
      Bench.assertStatus(200, connection.head("GET").response());
    }
  }

  private static void escaped(Bench bench) throws Exception {
    bench.serve(
        HookEndpoint.builder()
            .secret(SECRET)
            .on(
                HookEvent.other("<script>", "a&b"),
                (payload, context) -> JsonResponse.of(payload.event())));
    String page = bench.send("GET").body();
    assertTrue(page.contains("<li>&lt;script&gt;.a&amp;b</li>"), page);
    assertFalse(page.contains("<script>"), page);
  }
}
