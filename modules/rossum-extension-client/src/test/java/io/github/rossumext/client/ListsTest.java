package io.github.rossumext.client;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import io.github.rossumext.testkit.api.ApiExchange;
import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists follow their pages, as far as they are read and never to another host. */
class ListsTest extends StubTest {
  private static final String LABELS = "https://evil.invalid/v1/labels";

  ListsTest() {
    Stream.of("a", "b", "c").forEach(name -> api.add("labels", Map.of("name", name)));
  }

  private List<String> names(String path) {
    return rossum
        .list(path, Map.of())
        .map(label -> label.find("name").flatMap(RawJson::scalar).orElseThrow())
        .toList();
  }

  @Test
  void nothingIsFetchedBeforeItIsRead() {
    var labels = rossum.list("/v1/labels", Map.of("page_size", 2));
    assertThat(api).hasNoRequests();

    assertThat(labels.limit(2)).hasSize(2);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void aPageHasAHundredElements() {
    assertThat(names("/v1/labels")).containsExactly("a", "b", "c");
    assertThat(last().query()).isEqualTo("page_size=100");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofTheNextPageOnlyWhatFollowsTheVersionCounts(boolean isByNumber) {
    api.urlsUnder(URI.create("https://evil.invalid/v1"));
    if (isByNumber) {
      api.pagesByNumber();
    }

    assertThat(names("/v1/labels?page_size=1")).containsExactly("a", "b", "c");
    assertThat(api.exchanges())
        .hasSize(3)
        .extracting(ApiExchange::methodAndPath)
        .containsOnly("GET /v1/labels");
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
    api.next(Fault.next(next));

    assertThatThrownBy(() -> names("/v1/labels"))
        .isInstanceOf(RossumApiException.class)
        .hasMessageStartingWith(
            "GET /v1/labels: the list names a next page that cannot be called.");
    assertThat(requests()).hasSize(1);
  }

  @Test
  void aNextPageThatRepeatsIsAnError() {
    api.next(Fault.next(LABELS + "?page_size=2"), Fault.next(LABELS + "?page_size=2"));

    assertThatThrownBy(() -> names("/v1/labels"))
        .isInstanceOf(RossumApiException.class)
        .hasMessageContaining("names a page as the next one that was already read");
    assertThat(requests()).hasSize(2);
  }

  @Test
  void aListWithoutEndIsAnError() {
    for (int i = 1; i < 5; i++) {
      api.next(Fault.next(LABELS + "?page_size=" + i));
    }

    assertThatThrownBy(
            () -> rossum.withMaxPages(3).list("/v1/labels", Map.of()).forEach(each -> {}))
        .hasMessage(
            "GET /v1/labels: the list has more than 3 pages. Narrow the filter, or allow more with"
                + " withMaxPages.");
    assertThat(requests()).hasSize(3);
  }

  @Test
  void emptyPagesAreSkipped() {
    api.next(Fault.next(LABELS + "?name=y"), Fault.next(LABELS + "?name=c"));

    assertThat(names("/v1/labels?name=x")).containsExactly("c");
    assertThat(requests()).hasSize(3);
  }

  @Test
  void aBareListHasOnePage() {
    ResourceUrl hook =
        rossum
            .hooks()
            .create(
                Map.of(
                    "name",
                    "Checks",
                    "events",
                    List.of("upload.created"),
                    "config",
                    Map.of("url", "https://hooks.example.com"),
                    "secrets",
                    Map.of("erp_password", "x")))
            .url()
            .orElseThrow();

    assertThat(rossum.list(hook + "/secrets_keys", Map.of("page_size", 100)).map(RawJson::text))
        .containsExactly("\"erp_password\"");
  }

  @Test
  void anythingElseIsAnError() {
    api.respond("GET", "/v1/queues", 200, Map.of("detail", "maintenance"));

    assertThatThrownBy(() -> names("/v1/queues"))
        .hasMessage("GET /v1/queues: the response does not have a list \"results\".");
  }

  @Test
  void aFaultOnALaterPageIsRepeatedThere() {
    api.next(
        Fault.status(503), Fault.next(LABELS + "?page_size=3"), Fault.status(503), Fault.cutBody());

    assertThat(names("/v1/labels?page_size=1")).containsExactly("a", "a", "b", "c");
    assertThat(requests()).hasSize(5);
  }
}
