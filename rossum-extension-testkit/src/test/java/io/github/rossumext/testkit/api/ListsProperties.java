package io.github.rossumext.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Pages of any size hold a list once, in its order. */
class ListsProperties {
  @Property(tries = 25)
  void aListArrivesOnceAndInOrder(
      @ForAll @IntRange(max = 25) int count,
      @ForAll @IntRange(min = 1, max = 9) int size,
      @ForAll boolean isByNumber) {
    try (RossumApiStub api = RossumApiStub.create()) {
      if (isByNumber) {
        api.pagesByNumber();
      }
      for (int i = 0; i < count; i++) {
        api.add("labels", Map.of("name", String.valueOf(i)));
      }
      Client client = new Client(api, api.token());
      List<Integer> names = new ArrayList<>();
      String next = "/v1/labels?page_size=" + size;
      while (!next.isEmpty()) {
        JsonNode page = client.get(next).json();
        page.path("results").forEach(row -> names.add(row.path("name").asInt()));
        String url = page.at("/pagination/next").asText("");
        next = url.startsWith("http") ? URI.create(url).toString() : "";
      }
      assertThat(names).isEqualTo(IntStream.range(0, count).boxed().toList());
    }
  }
}
