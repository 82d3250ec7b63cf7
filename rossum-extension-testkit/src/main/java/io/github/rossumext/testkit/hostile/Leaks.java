package io.github.rossumext.testkit.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.testkit.internal.SecretForm;
import io.github.rossumext.value.Secret;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What no response may show, in its body or in a header. Immutable. */
final class Leaks {
  /** Fewer digits do not help to guess a signature. */
  private static final int DIGITS = 16;

  private static final int CHARACTERS_OF_BASE64 = 11;

  private static final Pattern STACK_TRACE =
      Pattern.compile("\tat |\\w\\.\\w+(Exception|Error)\\b");

  private final byte[] key;
  private final SecretForm secret;
  private final SecretForm token = SecretForm.anyCaseOf(Materials.TOKEN);

  Leaks(Secret secret) {
    this.key = secret.reveal().getBytes(UTF_8);
    this.secret = SecretForm.anyCaseOf(secret.reveal());
  }

  /** Returns what a response shows and must not show; {@code ""} if nothing. */
  String shownBy(HostileResponse response, Attempt request) {
    StringBuilder headers = new StringBuilder();
    for (String name : response.headers().names()) {
      headers.append(name).append(": ").append(response.headers().all(name)).append('\n');
    }
    String shown = shownBy(headers.toString(), request);
    return shown.isEmpty() ? shownBy(response.body(), request) : shown + " in a header";
  }

  private String shownBy(String text, Attempt request) {
    if (secret.isIn(text)) {
      return "the secret";
    }
    if (token.isIn(text)) {
      return "the token";
    }
    if (showsSignature(text, request)) {
      return "the right signature";
    }
    return STACK_TRACE.matcher(text).find() ? "a stack trace" : "";
  }

  /**
   * Returns whether a text shows a part of the right signature that the sender did not know. Who
   * learns it can sign the same body.
   */
  private boolean showsSignature(String text, Attempt request) {
    String lower = text.toLowerCase(ROOT);
    for (SignatureScheme scheme : SignatureScheme.values()) {
      byte[] right = Materials.mac(scheme, key, request.body());
      String hex = HexFormat.of().formatHex(right);
      String base64 = Base64.getEncoder().withoutPadding().encodeToString(right);
      String urlBase64 = Base64.getUrlEncoder().withoutPadding().encodeToString(right);
      if (shows(hex, DIGITS, part -> lower.contains(part) && !isSent(part, request))
          || shows(base64, CHARACTERS_OF_BASE64, text::contains)
          || shows(urlBase64, CHARACTERS_OF_BASE64, text::contains)) {
        return true;
      }
    }
    return false;
  }

  private static boolean shows(String right, int length, Predicate<String> isShown) {
    for (int from = 0; from + length <= right.length(); from++) {
      if (isShown.test(right.substring(from, from + length))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSent(String part, Attempt request) {
    return request.headers().stream()
            .anyMatch(header -> header.value().toLowerCase(ROOT).contains(part))
        || new String(request.body(), UTF_8).toLowerCase(ROOT).contains(part);
  }

  /** Returns a text without the secret and the token, which are then the defect. */
  String clean(String text) {
    return SecretForm.replaced(
        SecretForm.replaced(text, List.of(secret), "(the secret)"), List.of(token), "(the token)");
  }
}
