package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.maven.Reported;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets in the forms in which Rossum and the client quote them. */
class DiscretionTest {
  private static final String KEY =
      "-----BEGIN PRIVATE KEY-----\nmarked-key-line-1\nmarked-key-line-2\n-----END PRIVATE KEY-----\n";

  private static String clean(String text, String... secrets) {
    Discretion discretion = new Discretion(new Reported());
    discretion.keep(List.of(secrets));
    return discretion.clean(text);
  }

  @Test
  void aKeyOfSeveralLinesIsLeftOutInEveryForm() {
    for (String quoted :
        List.of(
            KEY, Printable.text(KEY), KEY.replace("\n", "\\n"), "line 2 is marked-key-line-1")) {
      assertThat(clean("Bad key: " + quoted, KEY)).doesNotContain("marked").contains("(secret)");
    }
  }

  @Test
  void aSecretWithShortLinesIsLeftOutInOneLine() {
    String secret = "marked\n1\tend";
    assertThat(clean(Printable.text("It is " + secret + "."), secret)).isEqualTo("It is (secret).");
  }

  @Test
  void aSecretThatStartsAnotherLeavesNothingOfIt() {
    assertThat(clean("It is marked-hs1-and-more1.", "marked-hs1", "marked-hs1-and-more1"))
        .isEqualTo("It is (secret).");
  }

  @Test
  void aSecretThatIsCutIsLeftOut() {
    String secret = "marked-" + "x".repeat(80);
    for (int before = 400; before < 1000; before += 3) {
      String text = "e".repeat(before) + secret + "f".repeat(1400 - before);
      assertThat(clean(Printable.text(text), secret)).doesNotContain("mar", "xxx");
    }
    assertThat(clean(Printable.text("f".repeat(2000) + secret.substring(0, 40)), secret))
        .doesNotContain("mar");
    assertThat(clean(Printable.text("Bad: " + KEY.repeat(20)), KEY)).doesNotContain("marked");
  }

  @Test
  void theEndOfASecretAfterACutIsLeftOut() {
    assertThat(clean("The secret hook…4711 is bad", "hook-secret-of-acme-4711"))
        .isEqualTo("The secret (secret)…(secret) is bad");
    assertThat(clean("It ends…11 is bad", "hook-secret-of-acme-4711"))
        .isEqualTo("It ends…11 is bad");
  }

  @Test
  void aTextMayEndWithAWordThatASecretBeginsWith() {
    assertThat(clean("Nothing was changed in the hook", "hook-secret-of-acme-4711"))
        .isEqualTo("Nothing was changed in the hook");
  }

  @Test
  void aShortSecretDoesNotGarbleOtherTexts() {
    assertThat(clean("Hook \"N\" is new", "k")).isEqualTo("Hook \"N\" is new");
    assertThat(clean("k", "k")).isEqualTo("(secret)");
  }
}
