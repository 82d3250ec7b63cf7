package io.github.rossumext.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of docs/operations.md have each line that the library can write. */
class LogTableTest {
  /** A call of a logger, or of the method that puts the log line of a request together. */
  private static final Pattern LOGGING =
      Pattern.compile("(?:LOG\\s*\\.(?:trace|debug|info|warn|error)|\\bline)\\(([^;]*?);");

  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern PHRASE = Pattern.compile("^[a-zA-Z][a-zA-Z0-9 ,]*");

  private static Set<String> phrases() {
    Set<String> phrases = new TreeSet<>();
    for (String source : Guide.mainSources("rossum-extension-core", "rossum-extension-servlet")) {
      Matcher logging = LOGGING.matcher(source);
      while (logging.find()) {
        Matcher text = TEXT.matcher(logging.group(1));
        while (text.find()) {
          Matcher phrase = PHRASE.matcher(text.group(1).replaceFirst(" [a-z]+=.*", ""));
          if (phrase.find() && !text.group(1).endsWith(".")) {
            phrases.add(phrase.group().strip());
          }
        }
      }
    }
    return phrases;
  }

  @Test
  void haveEachPhraseOfTheSources() {
    Set<String> phrases = phrases();

    assertThat(phrases)
        .contains("handled", "status page", "rejected", "ready", "listener failed")
        .hasSizeGreaterThan(15);
    String page = Guide.text("docs/operations.md");
    assertThat(phrases).allSatisfy(phrase -> assertThat(page).contains("| `" + phrase + "` |"));
  }
}
