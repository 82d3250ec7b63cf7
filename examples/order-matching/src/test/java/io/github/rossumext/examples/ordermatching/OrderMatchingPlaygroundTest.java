package io.github.rossumext.examples.ordermatching;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The playground as its script starts it: a process with output. */
@Timeout(
    value = 120,
    threadMode = ThreadMode.SEPARATE_THREAD) // a separate thread also ends a blocked read
class OrderMatchingPlaygroundTest {
  private static final String PRINTED = "Playground: ";

  @Test
  void itShowsTheSampleWithWhatTheRulesSay() throws Exception {
    try (Program program =
        Program.start(
            System.getProperty("java.class.path"),
            Map.of("PORT", "0"),
            OrderMatchingPlayground.class.getName())) {
      URI url = URI.create(program.lineWith(PRINTED).substring(PRINTED.length()));

      assertThat(view(url))
          .anyMatch(view -> view.contains("The price in the order is 24.0000."))
          .anyMatch(view -> view.contains("Take from the order")); // the schema's label
    }
  }

  private static Stream<String> view(URI url) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/api/view"))
            .header("X-Playground-Token", url.getFragment())
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines()).body();
  }
}
