package io.github.rossumext.testkit.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.api.ApiExchange;
import io.github.rossumext.testkit.internal.Json;
import java.util.List;

/**
 * Assertions on one request to an API stub, and its response. Start with {@link
 * RossumAssertions#assertThat(ApiExchange)}. Not thread-safe.
 */
public final class ApiExchangeAssert extends RossumAssert<ApiExchangeAssert, ApiExchange> {
  ApiExchangeAssert(ApiExchange actual) {
    super(actual, ApiExchangeAssert.class);
  }

  /** Asserts that it has this method and path, such as {@code GET /v1/annotations/315}. */
  public ApiExchangeAssert hasMethodAndPath(String methodAndPath) {
    return checkEqual("request", methodAndPath, actual.methodAndPath());
  }

  /** Asserts that the last parameter of this name has this value. */
  public ApiExchangeAssert hasParameter(String name, String value) {
    return checkEqual("parameter " + name, value, actual.parameter(name));
  }

  /**
   * Asserts that the response has this HTTP status.
   *
   * @throws IllegalArgumentException if it cannot be a status
   */
  public ApiExchangeAssert hasStatus(int status) {
    requireStatus(status);
    return check(actual.status().orElse(0) == status, "status " + status, status());
  }

  /** Asserts that the response has a status of 2xx. */
  public ApiExchangeAssert isSuccess() {
    return check(actual.isSuccess(), "a response with a status of 2xx", status());
  }

  private String status() {
    return actual.status().isPresent() ? "status " + actual.status().getAsInt() : "no response";
  }

  /**
   * Asserts that the body of the request is this JSON, whatever its white space and the order of
   * its keys.
   *
   * @throws IllegalArgumentException if the expected text is not JSON
   */
  public ApiExchangeAssert hasRequestBody(String json) {
    JsonNode found = Json.find(actual.requestBody());
    int length = actual.requestBody().length;
    check(
        !found.isMissingNode(),
        "a body of JSON",
        length == 0 ? "no body" : "a body of " + length + " other bytes");
    return check(Json.read(json).equals(found), "the body " + json, Json.text(found));
  }

  @Override
  Story story() {
    return new Story("The request", List.of()).with("exchange", actual.describe().strip());
  }
}
