package io.github.rossumext.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.internal.check.ResponseCheck;
import io.github.rossumext.response.HandMade.Answer;
import io.github.rossumext.rules.RandomDocument;
import io.github.rossumext.rules.ReferenceDocument;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The check of answers against what Rossum makes of them, for every document and answer. */
class CheckProperties {
  private static ResponseCheck<ContentResponse> check(
      ContentResponse answer, RandomDocument document) {
    return ResponseCheck.of(answer, document.payload());
  }

  private static ReferenceDocument applied(ContentResponse answer, RandomDocument document) {
    ReferenceDocument rossum = ReferenceDocument.of(document);
    rossum.apply(answer.toJson());
    return rossum;
  }

  @Property
  void whatIsKeptIsNotRefused(
      @ForAll("documents") RandomDocument document, @ForAll("answers") Answer answer) {
    ContentResponse kept = check(answer.response(), document).kept();

    assertThat(applied(kept, document).refusals()).isEmpty();
  }

  @Property
  void whatIsLostIsWhatWouldBeRefused(
      @ForAll("documents") RandomDocument document, @ForAll("answers") Answer answer) {
    ResponseCheck<ContentResponse> checked = check(answer.response(), document);
    ReferenceDocument rossum = applied(answer.response(), document);

    boolean isFine = rossum.refusals().isEmpty() && rossum.advice().isEmpty();

    assertThat(checked.losses().isEmpty()).isEqualTo(isFine);
    if (isFine) {
      assertThat(checked.kept()).isEqualTo(answer.response());
      assertThat(checked.kept().toJson()).isEqualTo(answer.response().toJson());
    }
  }

  @Property
  void whatIsKeptIsKeptAgain(
      @ForAll("documents") RandomDocument document, @ForAll("answers") Answer answer) {
    ContentResponse kept = check(answer.response(), document).kept();

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
      @ForAll("documents") RandomDocument document, @ForAll("answers") Answer answer) {
    assertThat(check(answer.response(), document).losses())
        .allSatisfy(loss -> assertThat(loss).doesNotContain("outside", "xxx").hasSizeLessThan(200));
  }

  /** Laws that hold because nothing is ever kept, or nothing lost, would prove nothing. */
  @Example
  void someAnswersAreFineAndSomeAreNot() {
    int operations = 0;
    int kept = 0;
    int complete = 0;
    for (int i = 0; i < 100; i++) {
      ContentResponse answer = HandMade.answers().sample().response();
      ResponseCheck<ContentResponse> checked = check(answer, RandomDocument.any().sample());
      operations += answer.operations().size();
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
  Arbitrary<Answer> answers() {
    return HandMade.answers();
  }
}
