package io.github.rossumext.testkit.api;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists: pages, order, filters and sideloads. */
class ListsTest extends StubTest {
  private List<String> names(Client.Reply page) {
    List<String> names = new ArrayList<>();
    page.json().path("results").forEach(row -> names.add(row.path("name").asText()));
    return names;
  }

  private void labels(String... names) {
    for (String name : names) {
      api.add("labels", Map.of("name", name, "color", "red"));
    }
  }

  private String path(String next) {
    return URI.create(next).getRawPath().substring("/api".length())
        + "?"
        + URI.create(next).getRawQuery();
  }

  @Test
  void aPageNamesTheNextByACursor() {
    labels("a", "b", "c");
    Client.Reply first = client.get("/v1/labels?page_size=2");
    assertThat(names(first)).containsExactly("a", "b");
    assertThat(first.json().path("pagination").fieldNames())
        .toIterable()
        .containsExactly("next", "previous");
    assertThat(first.json().at("/pagination/previous").isNull()).isTrue();
    Client.Reply second = client.get(path(first.at("/pagination/next")));
    assertThat(names(second)).containsExactly("c");
    assertThat(second.json().at("/pagination/next").isNull()).isTrue();
    assertThat(names(client.get(path(second.at("/pagination/previous")))))
        .containsExactly("a", "b");
  }

  @Test
  void aCursorStaysWhereItIsWhenObjectsComeAndGo() {
    labels("a", "b", "c");
    String next = path(client.get("/v1/labels?page_size=2").at("/pagination/next"));
    client.delete("/v1/labels/801");
    labels("d");
    assertThat(names(client.get(next))).containsExactly("c", "d");
  }

  @Test
  void aMadeUpCursorIsRefused() {
    labels("a", "b");
    String next = path(client.get("/v1/labels?page_size=1").at("/pagination/next"));
    assertThat(client.get("/v1/labels?cursor=cD0yMDI2").status()).isEqualTo(400);
    assertThat(client.get(next.replace("labels", "relations")).status()).isEqualTo(400);
    assertThat(client.get(next + "x").status()).isEqualTo(400);
  }

  @Test
  void totalsComeIfAskedFor() {
    labels("a", "b", "c");
    Client.Reply page = client.get("/v1/labels?page_size=2&include_total=true");
    assertThat(page.at("/pagination/total")).isEqualTo("3");
    assertThat(page.at("/pagination/total_pages")).isEqualTo("2");
  }

  @Test
  void pagesByNumberStillRespond() {
    labels("a", "b", "c");
    Client.Reply second = client.get("/v1/labels?page_size=2&page=2");
    assertThat(names(second)).containsExactly("c");
    assertThat(second.at("/pagination/previous")).isEqualTo(url("labels?page_size=2&page=1"));
    assertThat(client.get("/v1/labels?page_size=2&page=3").status()).isEqualTo(404);
  }

  @Test
  void anOlderClusterHasPagesByNumberAndTotals() {
    labels("a", "b", "c");
    api.pagesByNumber();
    Client.Reply first = client.get("/v1/labels?page_size=2");
    assertThat(first.at("/pagination/next")).isEqualTo(url("labels?page_size=2&page=2"));
    assertThat(first.at("/pagination/total")).isEqualTo("3");
  }

  @Test
  void urlsMayNameAnotherHost() {
    api.urlsUnder(URI.create("https://us.api.rossum.example/v1"));
    labels("a", "b");
    Client.Reply page = client.get("/v1/labels?page_size=1");
    assertThat(page.at("/results/0/url")).isEqualTo("https://us.api.rossum.example/v1/labels/801");
    assertThat(page.at("/pagination/next")).startsWith("https://us.api.rossum.example/v1/labels?");
  }

  @Test
  void aPageHasFrom1To100Objects() {
    for (String size : new String[] {"0", "101", "x"}) {
      assertThat(client.get("/v1/labels?page_size=" + size).json().has("page_size")).isTrue();
    }
    for (int i = 0; i < 21; i++) {
      labels("n" + i);
    }
    assertThat(names(client.get("/v1/labels"))).hasSize(20);
    assertThat(names(client.get("/v1/labels?page_size=100"))).hasSize(21);
  }

  @Test
  void theOrderIsThatOfTheQuery() {
    labels("b", "a", "c");
    assertThat(names(client.get("/v1/labels?ordering=name"))).containsExactly("a", "b", "c");
    Client.Reply first = client.get("/v1/labels?ordering=color,-name&page_size=2");
    assertThat(names(first)).containsExactly("c", "b");
    assertThat(names(client.get(path(first.at("/pagination/next"))))).containsExactly("a");
  }

  @Test
  void fieldsTrimTheObjects() {
    labels("a");
    assertThat(keys(client.get("/v1/labels?fields=id,name")))
        .containsExactlyInAnyOrder("id", "name");
    assertThat(keys(client.get("/v1/labels?fields!=url,color")))
        .contains("name")
        .doesNotContain("url");
  }

  private static List<String> keys(Client.Reply page) {
    List<String> keys = new ArrayList<>();
    page.json().at("/results/0").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void filtersTakeSeveralValues() {
    labels("a", "b", "c");
    assertThat(names(client.get("/v1/labels?id=801,803,999"))).containsExactly("a", "c");
    assertThat(names(client.get("/v1/labels?name=b&id=801"))).isEmpty();
  }

  @Test
  void anUnknownFilterIsAProblem() {
    labels("a");
    assertThat(names(client.get("/v1/labels?nmae=b"))).containsExactly("a");
    assertThat(api).hasProblemContaining("'nmae'");
  }

  @Test
  void annotationsAreFilteredByWhatTheyAreAndWhatTheyLinkTo() {
    api.add("relations", Map.of("type", "duplicate", "key", "5d41"));
    api.add("queues", Map.of("id", 7, "url", url("queues/7")));
    for (String query :
        new String[] {
          "status=to_review,postponed",
          "queue=19055",
          "queue=" + HOST + "/queues/19055",
          "document=4402118830",
          "automated=false",
          "created_at_before=2025-11-05T00:00:00Z",
          "search=Rechnung",
        }) {
      assertThat(client.get("/v1/annotations?" + query).json().path("results"))
          .as(query)
          .hasSize(1);
    }
    for (String query :
        new String[] {
          "status=exported",
          "queue=7",
          "created_at_after=2025-11-05T00:00:00Z",
          "relations__key=5d41",
          "search=nothing+of+it",
        }) {
      assertThat(client.get("/v1/annotations?" + query).json().path("results")).as(query).isEmpty();
    }
    client.post(
        "/v1/relations",
        "{\"type\":\"duplicate\",\"key\":\"5d41\",\"annotations\":[\""
            + url("annotations/" + INVOICE)
            + "\"]}");
    assertThat(
            client
                .get("/v1/annotations?relations__key=5d41&relations__type=duplicate")
                .json()
                .path("results"))
        .hasSize(1);
    assertThat(api).hasNoProblems();
  }

  @Test
  void sideloadsComeBesideTheResults() {
    JsonNode page =
        client
            .get("/v1/annotations?sideload=documents,queues,content&content.schema_id=invoice_id")
            .json();
    assertThat(page.at("/documents/0/original_file_name").asText())
        .isEqualTo("Rechnung NL-2025-0917.pdf");
    assertThat(page.at("/queues/0/id").asLong()).isEqualTo(19055);
    assertThat(page.path("content")).hasSize(1);
    assertThat(Set.of(page.at("/content/0/schema_id").asText())).containsExactly("invoice_id");
    assertThat(api).hasNoProblems();
  }
}
