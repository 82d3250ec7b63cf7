package io.github.rossumext.testkit.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.Redaction;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
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
    // Of letters that no other text of the request has.
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
    ObjectNode request =
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

    String cleaned = Json.pretty(Redaction.of(request).cleanRequest(request));

    assertThat(Json.read(cleaned).findValuesAsText("text").get(0))
        .isEqualTo(before + "removed" + after);
    assertThat(cleaned).doesNotContain("Ж", "З", "И");
  }

  @Property
  void aSecretIsNowhereInAnyForm(@ForAll("secrets") String secret, @ForAll("around") String before)
      throws Exception {
    byte[] bytes = (before + secret + before).getBytes(UTF_8);
    ObjectNode request =
        Json.object(
            Fixtures.invocationManual()
                .withArguments(
                    Map.of(
                        "base64",
                        Base64.getEncoder().encodeToString(bytes),
                        "base64url",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                        "query",
                        URLEncoder.encode(before + secret, UTF_8),
                        "path",
                        URLEncoder.encode(secret, UTF_8).replace("+", "%20").toLowerCase(ROOT),
                        "hex",
                        HexFormat.of().formatHex(bytes),
                        "json",
                        Json.text(Json.of(secret))))
                .withSecrets(Map.of("one", secret))
                .body());

    JsonNode cleaned = Redaction.of(request).cleanRequest(request);

    assertThat(new String(Base64.getDecoder().decode(pad(cleaned, "base64")), UTF_8))
        .doesNotContain(secret);
    for (String argument : List.of("base64", "base64url", "query", "path", "hex", "json")) {
      assertThat(cleaned.path(argument).asText()).contains("removed");
    }
    assertThat(cleaned.path("query").asText()).doesNotContain("%D0");
    assertThat(cleaned.path("path").asText()).isEqualTo("removed");
  }

  /** Returns what is left of a Base64 text, in the length of one. */
  private static String pad(JsonNode cleaned, String argument) {
    String left = cleaned.path(argument).asText().replace("removed", "").replace("=", "");
    return left.substring(0, left.length() / 4 * 4);
  }

  @Property
  void aMaskedTextHasItsLengthAndNoLetterOrDigitOfItsOwn(@ForAll String text) {
    ObjectNode request = Json.newObject();
    request.putObject("anything").put("New", text);
    String masked = Mask.mask(request, Set.of()).path("anything").path("key_1").asText();
    assertThat(masked.codePointCount(0, masked.length()))
        .isEqualTo(text.codePointCount(0, text.length()));
    assertThat(masked.codePoints().filter(Character::isLetterOrDigit).boxed())
        .isSubsetOf('x' + 0, '0' + 0);
  }
}
