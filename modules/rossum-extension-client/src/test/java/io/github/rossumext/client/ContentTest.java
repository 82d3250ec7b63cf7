package io.github.rossumext.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.value.BindingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the content of an annotation is read from the body of a response. */
class ContentTest {
  private static final String SECTIONS =
      "[{\"id\": 1, \"category\": \"section\", \"schema_id\": \"invoice\", \"children\": []}]";
  private static final String OTHERS =
      "[{\"id\": 2, \"category\": \"section\", \"schema_id\": \"other\", \"children\": []}]";

  private final FakeApi api = new FakeApi();

  @AfterEach
  void close() {
    api.close();
  }

  private DatapointTree read(String body) {
    api.respond(FakeApi.json(body));
    return TestClients.of(api).annotations().tree(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\": " + SECTIONS + "}",
        "{\"content\": " + SECTIONS + ", \"results\": " + OTHERS + "}",
        "{\"results\": " + OTHERS + ", \"content\": " + SECTIONS + ", \"new\": {\"a\": []}}",
        SECTIONS,
      })
  void onlyWhatIsCalledContentIsRead(String body) {
    assertThat(read(body).schemaIds()).containsExactly("invoice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\": " + SECTIONS,
        "{\"content\": " + SECTIONS + ", \"results\": [",
        "{\"content\": " + SECTIONS + "} {}",
        "<html>",
      })
  void aBodyThatIsNotJsonIsAnError(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(RossumApiException.class)
        .hasMessageContaining("the body is not JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\": " + SECTIONS + ", \"content\": " + OTHERS + "}",
        "{\"content\": [3]}",
        "{\"content\": {}}",
        "{}",
      })
  void jsonWithoutATreeOfNodesIsAnError(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(BindingException.class);
  }

  @Test
  void aResponseWithoutABodyIsAnError() {
    api.respond(FakeApi.response(200, "", ""));

    assertThatThrownBy(() -> TestClients.of(api).annotations().tree(7))
        .isInstanceOf(RossumApiException.class)
        .hasMessageContaining("without a body");
  }
}
