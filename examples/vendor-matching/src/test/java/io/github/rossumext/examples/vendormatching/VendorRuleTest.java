package io.github.rossumext.examples.vendormatching;

import static io.github.rossumext.examples.vendormatching.Documents.invoice;
import static io.github.rossumext.examples.vendormatching.Queue.changes;
import static io.github.rossumext.examples.vendormatching.Queue.initialized;
import static io.github.rossumext.examples.vendormatching.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Option;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suppliers are Roboyo (1), Rossum (2) and Volvo (3). */
class VendorRuleTest {
  private static final Option ROBOYO = Option.of("1", "Roboyo");
  private static final Option ROSSUM = Option.of("2", "Rossum");
  private static final Option NONE = Option.of("---", "---");

  private static Fixture named(String vendorName) {
    return invoice().withField("vendor_name", vendorName);
  }

  /** Asserts that these are the options of the vendor, and that the first is chosen. */
  private static void assertOffers(RossumSimulator rossum, Option... options) {
    assertThat(rossum.field("vendor")).hasOptions(options);
    assertThat(rossum.field("vendor")).hasText(options[0].value());
    assertThat(rossum.field("vendor").validationSources()).contains(CONNECTOR);
  }

  private static void assertChangedNothing(Outcome outcome) {
    assertThat(outcome.exchanges())
        .isNotEmpty()
        .allSatisfy(exchange -> assertThat(exchange.operations()).isEmpty());
  }

  @Nested
  class Matching {
    @Test
    void theSupplierWhoseNameContainsTheCapturedOneIsChosen() {
      RossumSimulator rossum = initialized(named("robo"));

      assertOffers(rossum, ROBOYO);
      assertThat(rossum).hasNoMessages();
    }

    @Test
    void allThatMatchAreOfferedAndTheFirstIsChosen() {
      RossumSimulator rossum = initialized(named("ro"));

      assertOffers(rossum, ROBOYO, ROSSUM);
      assertThat(rossum).hasNoMessages();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "Rossum Ltd", " ", ",. ,.", "%", "_", "Ro%yo"})
    void noneOffersNothingAndSaysSo(String vendorName) {
      RossumSimulator rossum = initialized(named(vendorName));

      assertOffers(rossum, NONE);
      assertThat(said(rossum)).containsExactly("error on vendor_name: Vendor not found.");
    }

    @Test
    void anEmptyNameIsNotFoundEither() {
      RossumSimulator rossum = initialized(named(""));

      assertOffers(rossum, NONE);
      assertThat(said(rossum))
          .containsExactly(
              "error on vendor_name: Vendor not found.",
              "error on vendor_name: This field is required.");
    }

    @Test
    void nothingButTheVendorIsChanged() {
      RossumSimulator rossum = initialized(named("robo"));

      assertThat(changes(rossum, "vendor"))
          .containsExactlyInAnyOrder(
              "value: 1", "options: [1 (Roboyo)]", "validation_sources: [connector]");
      assertThat(changes(rossum, "vendor_name")).isEmpty();
    }
  }

  @Nested
  class Occasion {
    @ParameterizedTest
    @ValueSource(strings = {"updated", "user_update"})
    void aChangedNameIsMatchedAgain(String action) {
      RossumSimulator rossum =
          RossumSimulator.of(Queue.hook().withEvents("annotation_content." + action))
              .open(named("xyz"));

      rossum.edit("vendor_name", "robo");

      assertOffers(rossum, ROBOYO);
    }

    @Test
    void aVendorThatTheUserHasChosenStays() {
      RossumSimulator rossum = initialized(named("ro"));
      rossum.start();

      assertChangedNothing(rossum.edit("vendor", "2"));
      assertChangedNothing(rossum.edit("order_id", "654321"));

      assertThat(rossum.field("vendor")).hasText("2");
    }

    @Test
    void openingTheDocumentLeavesTheVendorAlone() {
      RossumSimulator rossum = initialized(named("ro"));
      rossum.edit("vendor", "2");
      rossum.cancel();

      assertChangedNothing(rossum.start());

      assertThat(rossum.field("vendor")).hasText("2");
    }
  }

  @Nested
  class MissingFields {
    @ParameterizedTest
    @ValueSource(strings = {"vendor_name", "vendor"})
    void aDocumentWithoutOneOfTheTwoIsSkipped(String field) {
      RossumSimulator rossum = RossumSimulator.of(Queue.hook()).open(named("xyz").without(field));

      assertChangedNothing(rossum.initialize());

      assertThat(rossum).hasNoProblems();
    }
  }
}
