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
import java.util.stream.Stream;

/** What no response may show, in its body or in a header. Immutable. */
final class Leaks {
  /** Fewer digits do not help to guess a signature. */
  private static final int DIGITS = 16;

  private static final int CHARACTERS_OF_BASE64 = 11;

  private static final Pattern STACK_TRACE =
      Pattern.compile("\tat |\\w\\.\\w+(Exception|Error)\\b");

  /** What a text has if a part of a signature is in it, in hexadecimal digits or in base64. */
  private static final Pattern MAY_BE_SIGNATURE =
      Pattern.compile("[\\w+/-]{" + CHARACTERS_OF_BASE64 + "}");

  /** The long words of usual headers. */
  private static final Pattern USUAL =
      Pattern.compile(
          "(?im)^(content-(type|length)|transfer-encoding|last-modified|cache-control):"
              + "|\\[application/json\\b");

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
    String shown = shownBy(headers.toString());
    if (!shown.isEmpty()) {
      return shown + " in a header";
    }
    shown = shownBy(response.body());
    return shown.isEmpty() ? signatureShownBy(headers.toString(), response.body(), request) : shown;
  }

  private String shownBy(String text) {
    if (secret.isIn(text)) {
      return "the secret";
    }
    if (token.isIn(text)) {
      return "the token";
    }
    return STACK_TRACE.matcher(text).find() ? "a stack trace" : "";
  }

  private String signatureShownBy(String headers, String body, Attempt request) {
    // The hashes of a large body take longer than everything else that is done with a response.
    boolean isInHeaders = MAY_BE_SIGNATURE.matcher(USUAL.matcher(headers).replaceAll("")).find();
    boolean isInBody = MAY_BE_SIGNATURE.matcher(body).find();
    if (!isInHeaders && !isInBody) {
      return "";
    }
    List<byte[]> right =
        Stream.of(SignatureScheme.values())
            .map(scheme -> Materials.mac(scheme, key, request.body()))
            .toList();
    if (isInHeaders && showsOneOf(right, headers, request)) {
      return "the right signature in a header";
    }
    return isInBody && showsOneOf(right, body, request) ? "the right signature" : "";
  }

  /**
   * Returns whether a text shows a part of a right signature that the sender did not know. Who
   * learns it can sign the same body.
   */
  private static boolean showsOneOf(List<byte[]> signatures, String text, Attempt request) {
    String lower = text.toLowerCase(ROOT);
    for (byte[] right : signatures) {
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
