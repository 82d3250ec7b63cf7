package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.content.Multivalue;
import io.github.rossumext.internal.help.QuietLog;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.internal.SchemaText;
import io.github.rossumext.testkit.jqwik.Generation.Mood;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Arbitraries for properties of jqwik: documents of a schema, edits, and whole conversations.
 * Thread-safe.
 *
 * <p>Most documents meet the constraints of the schema, so that their conversations get to {@code
 * export}. Some break a few of them, and the rest break any number: fields are empty, texts are too
 * long or do not match their pattern, numbers and dates have any format or are not readable, and
 * enums have texts outside the options. Tables have no row, one row or several. A field that the
 * schema hides stays hidden. A formula field holds any text of its type. An enum without options in
 * the schema has some in the document.
 *
 * <p>A failing sample shrinks to the fewest steps, rows and values that still fail, and these to
 * the simplest ones: texts towards {@code a}, numbers towards 0, dates towards 2000-01-01. A sample
 * prints the code that makes it: paste it into a test.
 *
 * {@snippet class="io.github.rossumext.snippets.PropertySnippetsTest" region="arbitraries"}
 */
public final class RossumArbitraries {
  private RossumArbitraries() {}

  /**
   * Returns documents of this schema at {@code annotation_content.initialize}, with the schema
   * sideloaded. The name of a document tells its texts.
   *
   * @throws IllegalArgumentException if the schema has no sections
   */
  public static Arbitrary<Fixture> documents(Schema schema) {
    Generation generation = new Generation(Places.of(schema));
    return Arbitraries.fromGenerator(
        random -> {
          Sketch sketch = generation.sketch(Mood.any(random), random);
          return new Simplified<>(sketch, Sketches::simpler, Sketch::size).map(Sketch::fixture);
        });
  }

  /**
   * Returns what {@link #documents(Schema)} returns for the schema in a file.
   *
   * @param schema a schema object of Rossum's API, or a bare list of sections as in a file {@code
   *     schema.json}
   * @throws IOException if the file cannot be read
   */
  public static Arbitrary<Fixture> documents(Path schema) throws IOException {
    return documents(SchemaText.schema(SchemaText.of(schema)));
  }

  /**
   * Returns edits of a document of this schema, of one field or several at once. An edit of a row
   * that the document does not have does nothing.
   *
   * @throws IllegalArgumentException if the schema has no field that a user can edit
   */
  public static Arbitrary<Step> edits(Schema schema) {
    Generation generation = new Generation(Places.of(schema));
    return Arbitraries.fromGenerator(
        random -> new Simplified<>(generation.edit(random), Step::simpler, Step::size));
  }

  /**
   * Returns what {@link #edits(Schema)} returns for the schema in a file.
   *
   * @param schema a schema object of Rossum's API, or a bare list of sections as in a file {@code
   *     schema.json}
   * @throws IOException if the file cannot be read
   */
  public static Arbitrary<Step> edits(Path schema) throws IOException {
    return edits(SchemaText.schema(SchemaText.of(schema)));
  }

  /**
   * Returns conversations about documents of this schema: {@code initialize}, then what users do,
   * in any order.
   *
   * @throws IllegalArgumentException if the schema has no field that a user can edit
   */
  public static Arbitrary<Conversation> conversations(Schema schema) {
    Generation generation = new Generation(Places.of(schema));
    return Arbitraries.fromGenerator(
        random -> {
          Mood mood = Mood.any(random);
          Sketch sketch = generation.sketch(mood, random);
          return new Simplified<>(
              new Conversation(sketch, generation.steps(mood, sketch, random)),
              Conversation::simpler,
              Conversation::size);
        });
  }

  /**
   * Returns what {@link #conversations(Schema)} returns for the schema in a file.
   *
   * @param schema a schema object of Rossum's API, or a bare list of sections as in a file {@code
   *     schema.json}
   * @throws IOException if the file cannot be read
   */
  public static Arbitrary<Conversation> conversations(Path schema) throws IOException {
    return conversations(SchemaText.schema(SchemaText.of(schema)));
  }

  /**
   * Returns conversations about this document, such as a recorded one.
   *
   * @throws IllegalArgumentException if the fixture is about another event than {@code
   *     annotation_content}, or does not sideload its schema: see {@link
   *     Fixture#withSchema(Schema)}
   */
  public static Arbitrary<Conversation> conversations(Fixture document) {
    ContentPayload payload = document.payload(ContentPayload.class);
    Schema schema =
        payload
            .schema()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        document + " does not sideload its schema. Call withSchema(…) first."));
    Generation generation =
        new Generation(Places.of(schema, id -> !payload.content().bySchemaId(id).isEmpty()));
    Map<String, Integer> rows = rows(payload, generation.places());
    List<Place> flaws = flaws(document, generation.editable(rows));
    return Arbitraries.fromGenerator(
        random ->
            new Simplified<>(
                new Conversation(document, generation.steps(rows, flaws, random)),
                Conversation::simpler,
                Conversation::size));
  }

  private static Map<String, Integer> rows(ContentPayload payload, Places places) {
    Map<String, Integer> rows = new HashMap<>();
    for (SchemaMultivalue multivalue : places.multivalues()) {
      payload.content().bySchemaId(multivalue.id()).stream()
          .filter(Multivalue.class::isInstance)
          .map(Multivalue.class::cast)
          .forEach(known -> rows.put(multivalue.id(), known.children().size()));
    }
    return rows;
  }

  /** Returns the places on which Rossum's own checks find an error. */
  private static List<Place> flaws(Fixture document, List<Place> there) {
    RossumSimulator rossum = RossumSimulator.of(content -> {});
    QuietLog.during(() -> rossum.deliver(document));
    return there.stream()
        .filter(
            place ->
                place.find(rossum).stream()
                    .flatMap(field -> field.messages().stream())
                    .anyMatch(ShownMessage::isError))
        .toList();
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
