package io.github.rossumext.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of objects that a hook may ask for beside the annotation (protocol §3.7). */
class SideloadTest {
  private static final String ANNOTATION =
      "\"annotation\":{\"content\":[],\"schema\":\"https://acme.rossum.app/api/v1/schemas/8002\"}";

  private static final String SCHEMAS =
      """
      ,"schemas": [
        {"id": 8001, "url": "https://acme.rossum.app/api/v1/schemas/8001", "content": []},
        {"id": 8002, "url": "https://acme.rossum.app/api/v1/schemas/8002", "content": [
          {"category": "section", "id": "header", "children": [
            {"category": "datapoint", "id": "due", "type": "date"}]}]}]
      """;

  private static ContentPayload content(String keys) {
    return (ContentPayload)
        PayloadFixture.payload("annotation_content", "updated", ANNOTATION + keys);
  }

  private static StatusPayload status(String keys) {
    return (StatusPayload)
        PayloadFixture.payload("annotation_status", "changed", ANNOTATION + keys);
  }

  @Nested
  class TheSchema {
    @Test
    void isTheOneThatTheAnnotationNames() {
      assertThat(id(content(SCHEMAS).schema())).hasValue(8002);
      assertThat(id(status(SCHEMAS).schema())).hasValue(8002);
      assertThat(content(SCHEMAS).schema().orElseThrow().datapoint("due")).isPresent();
    }

    @Test
    void isTheFirstWhereTheAnnotationNamesNoneOfThem() {
      assertThat(id(content(",\"schemas\":[{\"id\":1},{\"id\":2}]").schema())).hasValue(1);
      assertThat(id(content(",\"schemas\":[null,{\"id\":2,\"url\":7}]").schema())).hasValue(2);
    }

    @Test
    void isTheFirstWhereTheAnnotationNamesNone() {
      ContentPayload payload =
          (ContentPayload)
              PayloadFixture.payload(
                  "annotation_content", "updated", "\"annotation\":{\"content\":[]}" + SCHEMAS);

      assertThat(id(payload.schema())).hasValue(8001);
    }

    @Test
    void isReadOnce() {
      ContentPayload payload = content(SCHEMAS);

      assertThat(payload.schema()).containsSame(payload.schema().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          ",\"schemas\":null",
          ",\"schemas\":\"None\"",
          ",\"schemas\":[]",
          ",\"schemas\":[\"https://acme.rossum.app/api/v1/schemas/8002\"]",
          ",\"schemas\":{\"id\":8002}"
        })
    void isEmptyWhereItIsNotSideloaded(String keys) {
      assertThat(content(keys).schema()).isEmpty();
      assertThat(status(keys).schema()).isEmpty();
    }

    private static OptionalLong id(Optional<Schema> schema) {
      return schema.orElseThrow().id();
    }
  }

  @Nested
  class ByName {
    private static final String QUEUES =
        ",\"queues\":[{\"id\":9001,\"name\":\"hush-a\"},{\"id\":9002,\"name\":\"hush-b\"}]";

    record Queue(long id, String name) {}

    @Test
    void theObjectsAreThereAsTheyCame() {
      assertThat(content(QUEUES).sideload("queues"))
          .hasSize(2)
          .first()
          .isEqualTo(RawJson.of("{\"id\":9001,\"name\":\"hush-a\"}"));
      assertThat(status(QUEUES).sideload("queues")).hasSize(2);
    }

    @Test
    void theObjectsBindToTheAuthorsType() {
      assertThat(content(QUEUES).sideload("queues", Queue.class))
          .containsExactly(new Queue(9001, "hush-a"), new Queue(9002, "hush-b"));
      assertThat(status(QUEUES).sideload("queues", Queue.class)).hasSize(2);
    }

    @Test
    void whatDoesNotFitIsNamedByItsPathAndNotShown() {
      ContentPayload payload =
          content(",\"queues\":[{\"id\":1,\"name\":\"a\"},{\"id\":\"hush\",\"name\":\"b\"}]");

      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> payload.sideload("queues", Queue.class))
          .withMessage(HelpTopic.BINDING.explain("queues[1].id: expected a whole number"))
          .satisfies(problem -> assertThat(problem.path()).isEqualTo("queues[1].id"))
          .satisfies(
              problem -> assertThat(problem.expected()).isEqualTo("expected a whole number"));
    }

    @Test
    void anElementThatIsNullIsNamedToo() {
      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> content(",\"queues\":[null]").sideload("queues", Queue.class))
          .withMessage(HelpTopic.BINDING.explain("queues[0]: expected an object"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", ",\"queues\":null", ",\"queues\":\"None\"", ",\"queues\":{\"id\":1}"})
    void aListThatIsNotSideloadedIsEmpty(String keys) {
      assertThat(content(keys).sideload("queues")).isEqualTo(List.of());
      assertThat(content(keys).sideload("queues", Queue.class)).isEqualTo(List.of());
    }
  }
}
