package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the differences of a document are written, kept and cut. */
class DocumentResultTest {
  private static Facts facts(String... messages) {
    Facts facts = new Facts();
    for (String message : messages) {
      facts.add("message", "notes", message);
    }
    return facts;
  }

  private static List<String> lines(Facts before, Facts after) {
    return DocumentResult.of("one", before.differences(after)).lines();
  }

  @Test
  void theOrderOfMessagesIsNoDifference() {
    assertThat(lines(facts("a", "b"), facts("b", "a"))).isEmpty();
  }

  @Test
  void aMessageThatIsSaidTwiceIsADifference() {
    assertThat(lines(facts("a"), facts("a", "a"))).containsExactly("message notes: (none) → \"a\"");
  }

  @Test
  void whatIsSaidInsteadIsInOneLine() {
    assertThat(lines(facts("a", "b"), facts("a", "c")))
        .containsExactly("message notes: \"b\" → \"c\"");
  }

  @Test
  void aLongTextIsCutAndToldApartByItsHash() {
    String text = "x".repeat(400);

    assertThat(lines(facts(text + "1"), facts(text + "2")))
        .singleElement()
        .asString()
        .matches(
            "message notes: \"x{300}\"… \\(401 characters, sha256 [0-9a-f]{12}\\)"
                + " → \"x{300}\"… \\(401 characters, sha256 [0-9a-f]{12}\\)");
    assertThat(lines(facts(text + "1"), facts(text + "2")))
        .isNotEqualTo(lines(facts(text + "1"), facts(text + "3")));
  }

  @Test
  void manyDifferencesOfADocumentAreCounted() {
    List<Difference> many = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      many.add(new Difference("", "field", "f" + i, Optional.of("a"), Optional.of("b")));
    }

    DocumentResult result = DocumentResult.of("one", many);
    assertThat(result.differences()).hasSize(DocumentResult.MOST);
    assertThat(result.lines()).hasSize(DocumentResult.MOST + 1);
    assertThat(result.lines().get(DocumentResult.MOST)).matches("50 more, sha256 [0-9a-f]{12}");

    many.set(149, new Difference("", "field", "f149", Optional.of("a"), Optional.of("c")));
    assertThat(DocumentResult.of("one", many).lines()).isNotEqualTo(result.lines());
  }

  @Test
  void aLineStaysOneLine() {
    assertThat(
            new Difference("", "field", "notes", Optional.of("a\nb\"\u0007"), Optional.empty())
                .line())
        .isEqualTo("field notes: \"a\\nb\\\"\\u0007\" → (none)");
  }
}
