package io.github.rossumext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.ExtensionException;
import java.util.function.Consumer;

/** What an exception of the library says, without the link that its message has behind it. */
public final class Problem {
  private Problem() {}

  /** Asserts that the exception is one of the library's and says exactly this. */
  public static Consumer<Throwable> saying(String problem) {
    return e ->
        assertThat(e)
            .isInstanceOfSatisfying(
                ExtensionException.class, own -> assertThat(own.problem()).isEqualTo(problem));
  }
}
