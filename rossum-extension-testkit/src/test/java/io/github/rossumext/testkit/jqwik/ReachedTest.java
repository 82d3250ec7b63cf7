package io.github.rossumext.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What generated documents and conversations reach, counted in the requests that were sent. */
class ReachedTest {
  private static final int SAMPLES = 50;

  static Stream<Arguments> schemas() {
    return Stream.of(
        Arguments.of("invoice", Fixtures.invoiceSchema()),
        Arguments.of("with constraints everywhere", Schemas.withConstraints()),
        Arguments.of("large", Schemas.large()));
  }

  private static <T> List<T> samples(Arbitrary<T> arbitrary, int number) {
    RandomGenerator<T> generator = arbitrary.generator(1000);
    Random random = new Random(11);
    List<T> samples = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      samples.add(generator.next(random).value());
    }
    return samples;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("schemas")
  void aLargeShareOfDocumentsMeetsAllConstraints(String name, Schema schema) {
    int sound = 0;
    for (Fixture document : samples(RossumArbitraries.documents(schema), SAMPLES)) {
      RossumSimulator rossum = RossumSimulator.of(content -> {}).open(document);
      rossum.initialize();
      sound += rossum.messages().stream().noneMatch(ShownMessage::isError) ? 1 : 0;
    }

    assertThat(sound).isBetween(SAMPLES * 45 / 100, SAMPLES * 85 / 100);
  }

  @Test
  void oneSchemaHasMoreThanTwoHundredFields() {
    assertThat(Schemas.large().schemaIds()).hasSizeGreaterThan(200);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("schemas")
  void mostEditsAreMade(String name, Schema schema) {
    Fixture document =
        samples(RossumArbitraries.documents(schema), 20).stream()
            .max(Comparator.comparing(one -> one.json().length()))
            .orElseThrow();
    RossumSimulator rossum = RossumSimulator.of(content -> {}).open(document);
    int made = 0;
    for (Step edit : samples(RossumArbitraries.edits(schema), SAMPLES)) {
      made += edit.in(rossum).filter(Outcome::isAccepted).isPresent() ? 1 : 0;
    }

    assertThat(made).isGreaterThan(SAMPLES / 2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("schemas")
  void conversationsReachEveryAction(String name, Schema schema) {
    Map<String, Integer> reached = new HashMap<>();
    int steps = 0;
    int done = 0;
    int withRequest = 0;
    for (Conversation conversation : samples(RossumArbitraries.conversations(schema), SAMPLES)) {
      RossumSimulator rossum = RossumSimulator.of(content -> {});
      List<Outcome> outcomes = conversation.in(rossum);
      rossum.exchanges().stream()
          .map(Exchange::eventAndAction)
          .distinct()
          .forEach(event -> reached.merge(event, 1, Integer::sum));
      if (outcomes.stream().anyMatch(one -> one.step().equals("click") && one.isAccepted())) {
        reached.merge("click", 1, Integer::sum);
      }
      steps += conversation.all().size();
      done += (int) outcomes.stream().filter(Outcome::isAccepted).count();
      withRequest += (int) outcomes.stream().filter(one -> !one.exchanges().isEmpty()).count();
    }

    assertThat(reached.get("annotation_content.initialize")).isEqualTo(SAMPLES);
    assertThat(reached.get("annotation_content.started")).isGreaterThan(SAMPLES * 7 / 10);
    assertThat(reached.get("annotation_content.updated")).isGreaterThan(SAMPLES * 5 / 10);
    assertThat(reached.get("annotation_content.user_update")).isGreaterThan(SAMPLES * 2 / 10);
    assertThat(reached.get("click")).isGreaterThan(SAMPLES / 10);
    assertThat(reached.get("annotation_content.confirm")).isGreaterThan(SAMPLES * 4 / 10);
    assertThat(reached.get("annotation_content.export")).isGreaterThan(SAMPLES * 4 / 10);
    assertThat(done).isGreaterThan(steps * 8 / 10);
    assertThat(withRequest).isGreaterThan(steps * 7 / 10);
  }
}
