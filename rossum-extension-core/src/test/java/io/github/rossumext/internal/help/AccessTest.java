package io.github.rossumext.internal.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class AccessTest {
  /** A type that opens a way when it is loaded. */
  public static final class Opened {
    static {
      Access.open(String.class, Opened.class, Opened::new);
    }

    final String text;

    private Opened(String text) {
      this.text = text;
    }
  }

  @Test
  void aTypeIsLoadedWhenItsWayIsAskedFor() {
    assertThat(Access.way(String.class, Opened.class).apply("a").text).isEqualTo("a");
  }

  @Test
  void aWayThatNoTypeOpensFailsByTheNamesOfBoth() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Access.way(Integer.class, Opened.class))
        .withMessage(
            "Expected a way from java.lang.Integer to %s, found none.", Opened.class.getName());
  }
}
