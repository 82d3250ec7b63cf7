package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.payload.PayloadException;
import org.junit.jupiter.api.Test;

class ExtensionExceptionTest {
  private static final String GUIDE =
      "https://github.com/rossumext/rossum-extension/blob/main/docs/troubleshooting.md";

  private final ExtensionException exception =
      new BindingException("amount_total", "expected a number");

  private static PayloadException payloadException(String problem) {
    return Access.way(String.class, PayloadException.class).apply(problem);
  }

  @Test
  void itsMessageLinksToTheSectionThatSaysMore() {
    assertThat(exception).hasMessage("amount_total: expected a number. See " + GUIDE + "#binding");
    assertThat(exception.help()).isEqualTo(GUIDE + "#binding");
  }

  @Test
  void theProblemIsSaidWithoutTheLink() {
    assertThat(exception.problem()).isEqualTo("amount_total: expected a number");
  }

  @Test
  void aProblemThatIsASentenceGetsNoSecondFullStop() {
    assertThat(payloadException("A file has no id."))
        .hasMessage("A file has no id. See " + GUIDE + "#not-an-event");
    assertThat(payloadException("Is it a file?"))
        .hasMessage("Is it a file? See " + GUIDE + "#not-an-event");
  }

  @Test
  void controlCharactersCannotForgeALineOfALog() {
    PayloadException forged = payloadException("a\nb\u2028c\u202ed");

    assertThat(forged.problem()).isEqualTo("a?b?c?d");
    assertThat(forged.getMessage()).startsWith("a?b?c?d. See ");
  }
}
