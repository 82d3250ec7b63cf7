package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which secrets {@code -Drossum.secrets} sends. */
class SecretChoiceTest {
  private static final List<String> ALL =
      List.of("config.secret", "secrets.erp_user", "secrets.erp_password");

  private static List<String> sent(String parameter) {
    return SecretChoice.of(parameter).sent(ALL);
  }

  @Test
  void noneOrAllAreSent() {
    assertThat(sent("")).isEmpty();
    assertThat(sent("false")).isEmpty();
    assertThat(sent("true")).isEqualTo(ALL);
  }

  @Test
  void aSecretOfTheConfigIsSentAlone() {
    assertThat(sent("config.secret")).containsExactly("config.secret");
  }

  @Test
  void oneOfTheSecretsIsSentWithTheOthersBecauseRossumReplacesThemAsAWhole() {
    assertThat(sent("secrets.erp_password"))
        .containsExactly("secrets.erp_user", "secrets.erp_password");
    assertThat(sent(" config.secret , secrets.erp_user")).isEqualTo(ALL);
  }
}
