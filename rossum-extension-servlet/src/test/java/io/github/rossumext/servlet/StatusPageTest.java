package io.github.rossumext.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.response.JsonResponse;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class StatusPageTest {
  @Test
  void getAnswersAPageWithTheHandledEvents() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.endpoint())) {
      HttpResponse<String> page = new Caller(server).send("GET");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type").orElseThrow())
          .matches("text/html; ?charset=utf-8");
      assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(page.body())
          .startsWith("<!DOCTYPE html>")
          .contains("extension is up")
          .contains("<li>annotation_content</li>")
          .contains("<li>annotation_content.export</li>")
          .contains("<li>email.received</li>")
          .contains("POST");
    }
  }

  @Test
  void headAnswersTheSameWithoutThePage() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.endpoint())) {
      HttpResponse<String> page = new Caller(server).send("GET");
      HttpResponse<String> head = new Caller(server).send("HEAD");
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      for (String header : new String[] {"Content-Type", "Content-Length", "Cache-Control"}) {
        assertThat(head.headers().firstValue(header))
            .isPresent()
            .isEqualTo(page.headers().firstValue(header));
      }
    }
  }

  @Test
  void namesOfEventsAreEscaped() throws Exception {
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(Endpoints.SECRET)
            .on(
                HookEvent.other("<script>", "a&b"),
                (call, context) -> JsonResponse.of(call.event()))
            .build();
    try (HookServer server = HookServer.start(endpoint)) {
      assertThat(new Caller(server).send("GET").body())
          .contains("<li>&lt;script&gt;.a&amp;b</li>")
          .doesNotContain("<script>");
    }
  }

  @Test
  void showsNoSecret() throws Exception {
    try (HookServer server = HookServer.start(Endpoints.endpoint())) {
      assertThat(new Caller(server).send("GET").body()).doesNotContain("marked");
    }
  }
}
