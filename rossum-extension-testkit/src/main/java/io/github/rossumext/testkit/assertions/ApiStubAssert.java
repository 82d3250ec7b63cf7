package io.github.rossumext.testkit.assertions;

import io.github.rossumext.testkit.api.ApiExchange;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.api.SentEmail;
import io.github.rossumext.testkit.simulator.Problem;
import java.util.Arrays;
import java.util.List;

/**
 * Assertions on the requests to an API stub, and on its objects. Start with {@link
 * RossumAssertions#assertThat(RossumApiStub)}. Not thread-safe.
 */
public final class ApiStubAssert extends RossumAssert<ApiStubAssert, RossumApiStub> {
  ApiStubAssert(RossumApiStub actual) {
    super(actual, ApiStubAssert.class);
  }

  /**
   * Returns assertions on an annotation.
   *
   * @throws IllegalArgumentException if the stub does not have it
   */
  public StubbedAnnotationAssert annotation(long id) {
    return new StubbedAnnotationAssert(actual.annotation(id));
  }

  /** Returns assertions on the last request and its response. Fails if there was no request. */
  public ApiExchangeAssert lastExchange() {
    List<ApiExchange> exchanges = actual.exchanges();
    check(!exchanges.isEmpty(), "a request", "no request");
    return new ApiExchangeAssert(exchanges.get(exchanges.size() - 1));
  }

  /**
   * Asserts that there were exactly these requests, in this order.
   *
   * @param methodsAndPaths such as {@code GET /v1/annotations/315/content}, without queries
   */
  public ApiStubAssert hasRequests(String... methodsAndPaths) {
    return checkEqual("requests", List.of(methodsAndPaths), requests());
  }

  /**
   * Asserts that there was such a request, among others.
   *
   * @param methodAndPath such as {@code POST /v1/labels/apply}, without the query
   */
  public ApiStubAssert hasRequest(String methodAndPath) {
    return check(
        requests().contains(methodAndPath),
        "the request " + methodAndPath,
        count(requests(), "request"));
  }

  private List<String> requests() {
    return actual.exchanges().stream().map(ApiExchange::methodAndPath).toList();
  }

  /** Asserts that there was no request. */
  public ApiStubAssert hasNoRequests() {
    return hasRequests();
  }

  /**
   * Asserts that there was nothing that Rossum would not know or would ignore. Fails if there was
   * no request. The problems of a joined simulator, such as a refused edit, do not count: those of
   * the simulator include these.
   */
  public ApiStubAssert hasNoProblems() {
    List<Problem> problems = actual.problems();
    check(!requests().isEmpty() || !problems.isEmpty(), "no problems", "no request");
    return check(problems.isEmpty(), "no problems", count(problems, "problem"));
  }

  /**
   * Asserts that there was a problem whose text contains this part.
   *
   * @throws IllegalArgumentException if the part is empty
   */
  public ApiStubAssert hasProblemContaining(String part) {
    requirePart(part);
    List<Problem> problems = actual.problems();
    return check(
        problems.stream().map(Problem::text).anyMatch(text -> text.contains(part)),
        "a problem that contains '" + part + "'",
        count(problems, "problem"));
  }

  /**
   * Asserts that clients sent e-mails to exactly these addresses, one e-mail each, in this order.
   */
  public ApiStubAssert hasEmailsTo(String... addresses) {
    return checkEqual(
        "e-mails to",
        Arrays.asList(addresses),
        actual.emails().stream().map(SentEmail::to).map(to -> String.join(", ", to)).toList());
  }

  @Override
  Story story() {
    Story story = new Story("The API stub", List.of()).with("problem", actual.problems());
    actual.exchanges().forEach(exchange -> story.with("request", exchange));
    actual.faultsLeft().forEach(fault -> story.with("met by no request", fault));
    return story;
  }
}
