package io.github.rossumext.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The smallest samples that still fail, as jqwik finds them, and what the laws tell of them. */
class ShrinkingTest {
  private static final Path APPROVED =
      Path.of("src/test/resources/io/github/rossumext/testkit/jqwik");

  @ParameterizedTest
  @ValueSource(
      classes = {
        BrokenRules.ThrowsForAQuantityOverAHundred.class,
        BrokenRules.ThrowsAtOneEdit.class,
        BrokenRules.CountsUp.class,
        BrokenRules.TellsOfWhatIsHidden.class,
        BrokenRules.FailsAtAnUnreadableDate.class,
        BrokenRules.OfOneDocument.class
      })
  void aBrokenLawIsToldByTheSmallestSample(Class<?> property) throws IOException {
    Path approved = APPROVED.resolve(property.getSimpleName() + ".txt");
    String told = Failures.of(property);
    if (Boolean.getBoolean("rossum.testkit.approve")) {
      Files.writeString(approved, told);
    }
    assertThat(told).isEqualTo(Files.readString(approved));
  }
}
