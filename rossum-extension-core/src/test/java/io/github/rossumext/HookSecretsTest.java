package io.github.rossumext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.value.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an endpoint says about its secrets when it is built. */
class HookSecretsTest {
  private static final String LONG = "a secret that is long enough";

  private final CapturedLog log = CapturedLog.start();

  @AfterEach
  void close() {
    log.close();
  }

  private static HookEndpoint endpoint(String secret) {
    return HookEndpoint.builder()
        .secret(Secret.of(secret))
        .listen(HookEvent.INVOCATION_SCHEDULED, (payload, context) -> {})
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\t", "\0", "\ufeff", "\u200b", "\u2028"})
  void anInvisibleCharacterAtAnEndIsRefused(String invisible) {
    assertThatIllegalStateException()
        .isThrownBy(() -> endpoint(LONG + invisible))
        .withMessageContaining("ends with an invisible character, U+")
        .withMessageContaining("#secret-with-an-invisible-end")
        .withMessageNotContaining(LONG);
    assertThatIllegalStateException()
        .isThrownBy(() -> endpoint(invisible + LONG))
        .withMessageContaining("begins with an invisible character, U+");
  }

  @Test
  void theAdviceIsForThisCharacterAtThisEnd() {
    assertAdvice(
        LONG + "\n",
        "Remove it, or read the secret with Secret.fromEnv or Secret.fromFile, which leave out line"
            + " breaks at the end.");
    assertAdvice(
        "\ufeff" + LONG,
        "Remove it, or read the secret with Secret.fromFile, which leaves out a byte order mark.");
    assertAdvice("\u200b" + LONG, "Remove it from the start of the secret.");
    assertAdvice(LONG + "\ufeff", "Remove it from the end of the secret.");
  }

  private static void assertAdvice(String secret, String advice) {
    assertThatIllegalStateException()
        .isThrownBy(() -> endpoint(secret))
        .withMessageContaining(". " + advice);
  }

  @Test
  void theCharacterIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> endpoint(LONG + "\n"))
        .withMessageContaining("U+000A");
  }

  @Test
  void aSecretOf16CharactersIsAcceptedWithoutAWord() {
    endpoint("0123456789abcdef");

    assertThat(log.events()).isEmpty();
  }

  @Test
  void aShortSecretIsAWarning() {
    endpoint("0123456789abcde");

    assertThat(log.lines())
        .containsExactly("WARN secret is short hint=\"Use at least 32 random characters.\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {" " + LONG, LONG + " ", LONG + "\u3000"})
  void aBlankAtAnEndIsAWarning(String secret) {
    endpoint(secret);

    assertThat(log.lines())
        .containsExactly(
            "WARN secret begins or ends with a blank"
                + " hint=\"Remove it, unless config.secret of the hook has it too.\"");
    assertThat(log.text()).doesNotContain(LONG);
  }
}
