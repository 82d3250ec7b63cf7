package io.github.rossumext.client;

import static io.github.rossumext.payload.AnnotationStatus.TO_REVIEW;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.ApiExchange;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.api.StubbedAnnotation;
import io.github.rossumext.value.ResourceUrl;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/**
 * A test with Rossum's API in the process, an invoice in it, and a client that jumps over its
 * pauses. The client must not send what Rossum does not document.
 */
abstract class StubTest {
  /** The URLs of the invoice have another host than the API. */
  private static final String HOST = "https://papierhaus.rossum.example/api/v1/";

  static final ResourceUrl QUEUE = new ResourceUrl(HOST + "queues/19055");
  static final ResourceUrl SCHEMA = new ResourceUrl(HOST + "schemas/33810");
  static final ResourceUrl DOCUMENT = new ResourceUrl(HOST + "documents/4402118830");
  static final ResourceUrl PAGE = new ResourceUrl(HOST + "pages/4620771801");
  static final ResourceUrl NEXT_PAGE = new ResourceUrl(HOST + "pages/4620771802");
  static final ResourceUrl EMAIL = new ResourceUrl(HOST + "emails/880412");

  final RossumApiStub api = RossumApiStub.create();
  final StubbedAnnotation invoice = api.add(Fixtures.invoiceWithSchema().withStatus(TO_REVIEW));
  final TestTime time = TestTime.with(api.clock());
  final RossumClient rossum = TestClients.of(api, time);

  @AfterEach
  final void close() {
    try (api) {
      assertThat(api.unseenProblems()).isEmpty();
    }
  }

  /** The path of the invoice, or of what is below it. */
  final String path(String below) {
    return "/v1/annotations/" + invoice.id() + below;
  }

  /** The URL of an object, as the API writes it. */
  final String url(String path) {
    return api.baseUrl() + "/api/v1/" + path;
  }

  final List<String> requests() {
    return api.exchanges().stream().map(ApiExchange::methodAndPath).toList();
  }

  final ApiExchange last() {
    List<ApiExchange> all = api.exchanges();
    return all.get(all.size() - 1);
  }

  final ApiExchange last(String methodAndPath) {
    return api.exchanges().stream()
        .filter(each -> each.methodAndPath().equals(methodAndPath))
        .reduce((one, other) -> other)
        .orElseThrow(() -> new AssertionError("No " + methodAndPath + " in " + requests()));
  }

  /** The JSON of the last body with {@code '} for {@code "}, and without the base URL. */
  final String lastBody() {
    return last()
        .requestJson()
        .text()
        .replace(api.baseUrl() + "/api/v1/", "@")
        .replace(HOST, "*")
        .replace('"', '\'');
  }
}
