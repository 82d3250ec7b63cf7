package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import org.junit.jupiter.api.Test;

/** What the page shows of an exception of a rule. */
class StackTracesTest {
  @Test
  void theLineIsThatOfTheRuleAndNotOfTheLibrary() {
    ContentPayload payload = Fixtures.invoice().payload(ContentPayload.class);
    ContentEditor content = ContentEditor.of(payload, io.github.rossumext.HookContext.of(payload));
    Throwable thrown = catchThrowable(() -> content.field("no_such_field"));
    assertThat(thrown.getStackTrace()[0].getClassName()).startsWith("io.github.rossumext.");

    assertThat(StackTraces.inOneLine(thrown))
        .contains("no_such_field")
        .containsPattern("\\(StackTracesTest\\.java:\\d+\\)$");
  }

  @Test
  void theTestkitIsOfTheLibraryToo() {
    RossumSimulator rossum = RossumSimulator.of(TestExtension.endpoint(), TestExtension.SECRET);
    Throwable thrown = catchThrowable(() -> rossum.edit("no_such_field", "1"));
    assertThat(thrown.getStackTrace()[0].getClassName()).contains(".testkit.");

    assertThat(StackTraces.inOneLine(thrown)).containsPattern("\\(StackTracesTest\\.java:\\d+\\)$");
  }

  @Test
  void anExceptionWhoseTextCannotBeReadIsNamed() {
    RuntimeException thrown =
        new RuntimeException() {
          @Override
          public String getMessage() {
            throw new IllegalStateException("no text");
          }
        };

    assertThat(StackTraces.of(thrown))
        .isEqualTo(thrown.getClass().getName() + ", whose stack trace cannot be printed");
    assertThat(StackTraces.inOneLine(thrown)).startsWith(thrown.getClass().getName());
  }
}
