package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  @Test
  void itIsRevealedOnlyWhenAsked() {
    Secret secret = Secret.of("open sesame");

    assertThat(secret.reveal()).isEqualTo("open sesame");
    assertThat(secret).hasToString("Secret[hidden]");
  }

  @Test
  void itsTextTellsNothingOfItsLengthEither() {
    assertThat(Secret.of("a")).hasToString(Secret.of("a".repeat(100)).toString());
  }

  @Test
  void blanksAroundItBelongToIt() {
    assertThat(Secret.of(" open sesame\n").reveal()).isEqualTo(" open sesame\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
  void aBlankOneIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(text));
  }

  @Test
  void equalTextsAreEqualSecrets() {
    assertThat(Secret.of("open sesame"))
        .isEqualTo(Secret.of("open sesame"))
        .hasSameHashCodeAs(Secret.of("open sesame"))
        .isNotEqualTo(Secret.of("open sesame "))
        .isNotEqualTo("open sesame");
  }

  @Test
  void aVariableOfTheEnvironmentIsRead() {
    assertThat(Secret.fromEnv("PATH").reveal()).isEqualTo(System.getenv("PATH"));
  }

  @Test
  void aMissingVariableIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Secret.fromEnv("NO_SUCH_VARIABLE_OF_THIS_TEST"))
        .withMessageContaining("NO_SUCH_VARIABLE_OF_THIS_TEST")
        .withMessageContaining("not set");
  }
}
