package io.github.rossumext.testkit.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Samples of what failures say, approved one by one: {@code NAME.txt} among the resources. */
final class Approved {
  private static final Path FOLDER =
      Path.of("src/test/resources/io/github/rossumext/testkit/assertions");

  private Approved() {}

  /**
   * The assertion fails with the text of the sample. With the system property {@code
   * rossum.testkit.approve} it is written anew, to be read before it is committed.
   */
  static void failure(String name, ThrowingCallable assertion) throws IOException {
    Throwable failure = catchThrowable(assertion);
    assertThat(failure).isInstanceOf(AssertionError.class);
    text(name, failure.getMessage() + "\n");
  }

  /** The text is that of the sample. */
  static void text(String name, String text) throws IOException {
    Path sample = FOLDER.resolve(name + ".txt");
    if (Boolean.getBoolean("rossum.testkit.approve")) {
      Files.writeString(sample, text);
    }
    assertThat(text).isEqualTo(Files.readString(sample));
  }
}
