package io.github.rossumext.client;

import io.github.rossumext.schema.Schema;
import io.github.rossumext.value.RawJson;
import java.util.Optional;

/**
 * Schemas. Each call throws a {@link RossumApiException} if it does not succeed. Immutable and
 * thread-safe.
 *
 * <p>{@link #patch} changes the fields of all annotations of all queues that use the schema. The
 * response may lack keys: call {@link #get} for the object as it is then.
 */
public final class Schemas extends EditableResources<Schema> {
  Schemas(Api api) {
    super(api, "schemas", Schema::of);
  }

  /**
   * Lets Rossum check a schema that is not stored.
   *
   * @param schema your record or map, or {@link RawJson}, with {@code name} and {@code content};
   *     with the {@code id} of a schema, Rossum also checks what its engine needs
   * @return what is wrong, as Rossum sends it: lists of texts, nested as the schema; empty if
   *     nothing is
   */
  public Optional<RawJson> validate(Object schema) {
    RawJson problems = api().sendRepeatable("POST", path() + "/validate", schema);
    return problems.keys().isEmpty() && problems.elements().isEmpty()
        ? Optional.empty()
        : Optional.of(problems);
  }
}
