package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  private final CapturedLog log = CapturedLog.start();

  @AfterEach
  void close() {
    log.close();
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n"})
  void aLineBreakAtTheEndOfAVariableIsLeftOutAndLogged(String end) {
    assertThat(Secret.ofVariable("HOOK_SECRET", "open sesame" + end).reveal())
        .isEqualTo("open sesame");
    assertThat(log.lines())
        .containsExactly(
            "WARN secret ends with a line break, which is left out variable=\"HOOK_SECRET\"");
    assertThat(log.text()).doesNotContain("sesame");
  }

  @Test
  void aFileIsRead(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), " open sesäme");

    assertThat(Secret.fromFile(file).reveal()).isEqualTo(" open sesäme");
    assertThat(log.events()).isEmpty();
  }

  @Test
  void aByteOrderMarkAndLineBreaksOfAFileAreLeftOut(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "\ufeffopen sesame\r\n");

    assertThat(Secret.fromFile(file).reveal()).isEqualTo("open sesame");
    assertThat(log.lines())
        .containsExactly(
            "WARN secret ends with a line break, which is left out file=\"" + file + "\"");
  }

  @Test
  void aFileThatCannotBeReadIsNamed(@TempDir Path folder) {
    assertThatIllegalStateException()
        .isThrownBy(() -> Secret.fromFile(folder.resolve("missing")))
        .withMessageContaining(folder.resolve("missing").toString())
        .withMessageContaining("NoSuchFileException");
  }

  @Test
  void aFileThatIsNotTextIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("secret"), new byte[] {'a', (byte) 0xff});

    assertThatIllegalStateException()
        .isThrownBy(() -> Secret.fromFile(file))
        .withMessageContaining("MalformedInputException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\ufeff\n"})
  void aBlankFileIsRefused(String text, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), text);

    assertThatIllegalStateException()
        .isThrownBy(() -> Secret.fromFile(file))
        .withMessageContaining("blank");
  }

  @Test
  void aMissingVariableIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Secret.fromEnv("NO_SUCH_VARIABLE_OF_THIS_TEST"))
        .withMessageContaining("NO_SUCH_VARIABLE_OF_THIS_TEST")
        .withMessageContaining("not set");
  }
}
