package io.github.rossumext.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.internal.check.ResponseCheck;
import io.github.rossumext.response.HandMade.Made;
import io.github.rossumext.rules.RandomDocument;
import io.github.rossumext.rules.ReferenceDocument;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Compares the check of a response with what Rossum does with it, for every document and response.
 */
class CheckProperties {
  private static ResponseCheck<ContentResponse> check(
      ContentResponse response, RandomDocument document) {
    return ResponseCheck.of(response, document.payload(), "r-1");
  }

  private static ReferenceDocument applied(ContentResponse response, RandomDocument document) {
    ReferenceDocument rossum = ReferenceDocument.of(document);
    rossum.apply(response.toJson());
    return rossum;
  }

  @Property
  void whatIsKeptIsNotRefused(
      @ForAll("documents") RandomDocument document, @ForAll("responses") Made made) {
    ContentResponse kept = check(made.response(), document).kept();

    assertThat(applied(kept, document).refusals()).isEmpty();
  }

  @Property
  void whatIsLostIsWhatWouldBeRefused(
      @ForAll("documents") RandomDocument document, @ForAll("responses") Made made) {
    ResponseCheck<ContentResponse> checked = check(made.response(), document);
    ReferenceDocument rossum = applied(made.response(), document);

    boolean isFine = rossum.refusals().isEmpty() && rossum.advice().isEmpty();

    assertThat(checked.losses().isEmpty()).isEqualTo(isFine);
    if (isFine) {
      assertThat(checked.kept()).isEqualTo(made.response());
      assertThat(checked.kept().toJson()).isEqualTo(made.response().toJson());
    }
  }

  @Property
  void whatIsKeptIsKeptAgain(
      @ForAll("documents") RandomDocument document, @ForAll("responses") Made made) {
    ContentResponse kept = check(made.response(), document).kept();

    ResponseCheck<ContentResponse> again = check(kept, document);

    assertThat(again.kept()).isEqualTo(kept);
    assertThat(again.kept().toJson()).isEqualTo(kept.toJson());
    // What goes out with a complaint, orphaning options, has it again; a message is cut once.
    assertThat(again.losses())
        .hasSameSizeAs(
            applied(kept, document).advice().stream()
                .filter(advice -> !advice.startsWith("cut off"))
                .toList());
  }

  @Property
  void noLossShowsAValue(
      @ForAll("documents") RandomDocument document, @ForAll("responses") Made made) {
    assertThat(check(made.response(), document).losses())
        .allSatisfy(loss -> assertThat(loss).doesNotContain("outside", "xxx").hasSizeLessThan(200));
  }

  /** Laws that hold because nothing is ever kept, or nothing lost, would prove nothing. */
  @Example
  void someResponsesAreFineAndSomeAreNot() {
    int operations = 0;
    int kept = 0;
    int complete = 0;
    for (int i = 0; i < 100; i++) {
      ContentResponse response = HandMade.responses().sample().response();
      ResponseCheck<ContentResponse> checked = check(response, RandomDocument.any().sample());
      operations += response.operations().size();
      kept += checked.kept().operations().size();
      complete += checked.losses().isEmpty() ? 1 : 0;
    }

    assertThat(kept).isBetween(operations / 5, operations * 4 / 5);
    assertThat(complete).isBetween(3, 60);
  }

  @Provide
  Arbitrary<RandomDocument> documents() {
    return RandomDocument.any();
  }

  @Provide
  Arbitrary<Made> responses() {
    return HandMade.responses();
  }
}
