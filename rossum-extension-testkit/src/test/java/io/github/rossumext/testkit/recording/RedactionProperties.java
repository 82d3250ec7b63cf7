package io.github.rossumext.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No file of a recorder's holds a secret. */
class RedactionProperties {
  @Provide
  Arbitrary<String> secrets() {
    // Of letters that no other text of the call has.
    return Arbitraries.strings()
        .withChars("ЖЗИ\"\\\n")
        .ofMinLength(4)
        .ofMaxLength(12)
        .filter(text -> !text.isBlank());
  }

  @Provide
  Arbitrary<String> around() {
    return Arbitraries.strings().withChars("ab ").ofMaxLength(5);
  }

  @Property
  void aSecretOrTokenIsNowhereInARequestWhereverItStood(
      @ForAll("secrets") String secret,
      @ForAll("secrets") String other,
      @ForAll("secrets") String token,
      @ForAll("around") String before,
      @ForAll("around") String after) {
    ObjectNode call =
        Json.object(
            Fixtures.invocationManual()
                .withArguments(
                    Map.of(
                        "text",
                        before + secret + after,
                        "list",
                        List.of(token, Map.of("deep" + secret, before + other + token))))
                .withSettings(Map.of("url", "https://" + token + "@host"))
                .withSecrets(Map.of("one", secret, "two", other))
                .withKey("rossum_authorization_token", token)
                .body());

    String cleaned = Json.pretty(Redaction.of(call).cleanRequest(call));

    assertThat(Json.read(cleaned).findValuesAsText("text").get(0))
        .isEqualTo(before + "removed" + after);
    assertThat(cleaned).doesNotContain("Ж", "З", "И", "rossum_authorization_token");
  }

  @Property
  void aMaskedTextHasItsLengthAndNoLetterOrDigitOfItsOwn(@ForAll String text) {
    ObjectNode call = Json.newObject();
    call.putObject("anything").put("new", text);
    String masked = Mask.keeping(Set.of()).request(call).path("anything").path("new").asText();
    assertThat(masked.codePointCount(0, masked.length()))
        .isEqualTo(text.codePointCount(0, text.length()));
    assertThat(masked.codePoints().filter(Character::isLetterOrDigit).boxed())
        .isSubsetOf('x' + 0, '0' + 0);
  }
}
