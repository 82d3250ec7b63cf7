package io.github.rossumext.client;

import static io.github.rossumext.client.FakeApi.json;
import static io.github.rossumext.client.FakeApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.value.RawJson;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists follow their pages, as far as they are read and never to another host. */
class ListsTest {
  private final FakeApi api = new FakeApi();
  private final RossumClient rossum = TestClients.of(api);

  @AfterEach
  void close() {
    api.close();
  }

  private static String page(String next, String... elements) {
    String url = next.isEmpty() ? "null" : "\"" + next + "\"";
    return "{\"pagination\": {\"next\": "
        + url
        + ", \"previous\": null}, \"results\": ["
        + String.join(", ", elements)
        + "]}";
  }

  private List<String> read(String path) {
    return rossum.list(path, Map.of()).map(RawJson::text).toList();
  }

  @Test
  void nothingIsFetchedBeforeItIsRead() {
    api.answer(json(page("https://acme.rossum.app/api/v1/queues?cursor=a", "1", "2")));

    var queues = rossum.list("/v1/queues", Map.of("name", "Invoices"));
    assertThat(api.requests()).isEmpty();

    assertThat(queues.limit(2).map(RawJson::text)).containsExactly("1", "2");
    assertThat(api.requests()).hasToString("[GET /api/v1/queues?name=Invoices&page_size=100]");
  }

  @Test
  void ofTheNextPageOnlyWhatFollowsTheVersionCounts() {
    api.answer(
        json(page("https://evil.invalid/v1/queues?cursor=cD0%3D", "1")),
        json(page(api.url() + "/api/v1/queues?page=3", "2")),
        json(page("", "3")));

    assertThat(read("/v1/queues?page_size=1")).containsExactly("1", "2", "3");
    assertThat(api.requests())
        .map(FakeApi.Request::target)
        .containsExactly(
            "/api/v1/queues?page_size=1", "/api/v1/queues?cursor=cD0%3D", "/api/v1/queues?page=3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.invalid/queues",
        "https://evil.invalid/v1/../x",
        "a b/v1/c",
        "/v1/%"
      })
  void aNextPageThatCannotBeCalledIsAnError(String next) {
    api.answer(json(page(next, "1")));

    assertThatThrownBy(() -> read("/v1/queues"))
        .isInstanceOf(RossumApiException.class)
        .hasMessageStartingWith(
            "GET /v1/queues: the list names a next page that cannot be called.");
    assertThat(api.requests()).hasSize(1);
  }

  @Test
  void aNextPageThatRepeatsIsAnError() {
    api.otherwise(request -> json(page("https://x/v1/queues?cursor=same", "1")));

    assertThatThrownBy(() -> read("/v1/queues"))
        .isInstanceOf(RossumApiException.class)
        .hasMessageContaining("names a page as the next one that was already read");
    assertThat(api.requests()).hasSize(2);
  }

  @Test
  void aListWithoutEndIsAnError() {
    AtomicInteger cursor = new AtomicInteger();
    api.otherwise(
        request -> json(page("https://x/v1/queues?cursor=" + cursor.incrementAndGet(), "1")));

    assertThatThrownBy(
            () -> rossum.withMaxPages(3).list("/v1/queues", Map.of()).forEach(each -> {}))
        .hasMessage(
            "GET /v1/queues: the list has more than 3 pages. Narrow the filter, or allow more with"
                + " withMaxPages.");
    assertThat(api.requests()).hasSize(3);
  }

  @Test
  void emptyPagesAreSkipped() {
    api.answer(
        json(page("https://x/v1/queues?cursor=a")),
        json(page("https://x/v1/queues?cursor=b")),
        json(page("", "1")));

    assertThat(read("/v1/queues")).containsExactly("1");
  }

  @Test
  void aBareListHasOnePage() {
    api.answer(json("[\"erp_password\"]"));

    assertThat(read("/v1/hooks/1/secrets_keys")).containsExactly("\"erp_password\"");
  }

  @Test
  void anythingElseIsAnError() {
    api.answer(json("{\"detail\": \"maintenance\"}"));

    assertThatThrownBy(() -> read("/v1/queues"))
        .hasMessage("GET /v1/queues: the response does not have a list \"results\".");
  }

  @Test
  void aFaultOnALaterPageIsRepeatedThere() {
    api.answer(
        json(page("https://x/v1/queues?cursor=a", "1")), status(503, ""), json(page("", "2")));

    assertThat(read("/v1/queues")).containsExactly("1", "2");
  }
}
