package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.Fixture;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Documents of a schema, what users do with them, and whole conversations, for properties of jqwik.
 * Thread-safe.
 *
 * <p>Documents are as the schema allows, and as Rossum delivers them in spite of it: fields are
 * empty, texts too long or against their pattern, numbers and dates in any format or none at all,
 * values outside the options; tables have no row, one or several. What is hidden by the schema
 * stays hidden, and formula fields hold any value.
 *
 * <p>A failing sample shrinks to as few steps, rows and values as still fail, and to the simplest
 * of them: texts towards {@code a}, numbers towards 0, dates towards 2000-01-01. Each prints itself
 * as the code that makes it, to be pasted into a test.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Conversation> conversations() {
 *   return RossumArbitraries.conversations(Fixtures.invoiceSchema());
 * }
 * }</pre>
 */
public final class RossumArbitraries {
  private RossumArbitraries() {}

  /**
   * Documents of this schema at {@code annotation_content.initialize}, with the schema sideloaded.
   * Their name is what they hold.
   *
   * @throws IllegalArgumentException if the schema has no sections
   */
  public static Arbitrary<Fixture> documents(Schema schema) {
    Generation generation = new Generation(Places.of(schema));
    return Arbitraries.fromGenerator(
        random -> {
          Sketch sketch = generation.sketch(random);
          return new Simplified<>(sketch, Sketches::simpler, Sketch::size).map(Sketch::fixture);
        });
  }

  /**
   * Edits of a user who has a document of this schema open, one field or several at once. Rows that
   * the document does not have are left alone.
   *
   * @throws IllegalArgumentException if the schema has no field that a user can edit
   */
  public static Arbitrary<Step> edits(Schema schema) {
    Generation generation = new Generation(Places.of(schema));
    return Arbitraries.fromGenerator(
        random -> new Simplified<>(generation.edit(random), Step::simpler, Step::size));
  }

  /**
   * Conversations about documents of this schema, from {@code initialize} on: what users do, in any
   * order.
   *
   * @throws IllegalArgumentException if the schema has no field that a user can edit
   */
  public static Arbitrary<Conversation> conversations(Schema schema) {
    Generation generation = new Generation(Places.of(schema));
    return Arbitraries.fromGenerator(
        random ->
            new Simplified<>(
                new Conversation(generation.sketch(random), generation.steps(random)),
                Conversation::simpler,
                Conversation::size));
  }

  /**
   * Conversations about this document, such as a recorded one.
   *
   * @throws IllegalArgumentException if it is none of {@code annotation_content}, or comes without
   *     its schema: see {@link Fixture#withSchema(Schema)}
   */
  public static Arbitrary<Conversation> conversations(Fixture document) {
    ContentPayload payload = document.payload(ContentPayload.class);
    Schema schema =
        payload
            .schema()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        document + " comes without its schema: call withSchema(…) first."));
    Generation generation =
        new Generation(Places.of(schema, id -> !payload.content().bySchemaId(id).isEmpty()));
    return Arbitraries.fromGenerator(
        random ->
            new Simplified<>(
                new Conversation(document, generation.steps(random)),
                Conversation::simpler,
                Conversation::size));
  }

  /**
   * A value that knows simpler ones.
   *
   * @param value the value
   * @param simpler the values that are simpler, the boldest first; each has a smaller size
   * @param size how far the value is from the simplest
   */
  record Simplified<T>(T value, Function<T, Stream<T>> simpler, Function<T, ShrinkingDistance> size)
      implements Shrinkable<T> {
    @Override
    public Stream<Shrinkable<T>> shrink() {
      return simpler.apply(value).map(other -> new Simplified<>(other, simpler, size));
    }

    @Override
    public ShrinkingDistance distance() {
      return size.apply(value);
    }
  }
}
