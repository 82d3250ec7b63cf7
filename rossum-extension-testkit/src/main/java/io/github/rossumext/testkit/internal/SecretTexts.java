package io.github.rossumext.testkit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.rossumext.value.Html;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** A filter that removes the token and the secrets of requests from texts. Not thread-safe. */
public final class SecretTexts {
  /** The text that replaces them. */
  public static final String REMOVED = "removed";

  /** The key of the token. */
  public static final String TOKEN = "rossum_authorization_token";

  /** The key of the secrets. */
  public static final String SECRETS = "secrets";

  /**
   * The least length of a secret to replace in a text. A shorter one would occur in any text, so
   * that it is replaced only if it is the whole text.
   */
  private static final int SHORTEST_WITHIN = 4;

  private final Set<String> secrets = new HashSet<>();

  /** Creates a filter without secrets. */
  public SecretTexts() {}

  /** Adds the secrets of a request, as they are and as they appear in JSON and in a message. */
  public SecretTexts addThoseOf(JsonNode request) {
    collect(request.path(TOKEN));
    collect(request.path(SECRETS));
    return this;
  }

  /** Adds the secrets of a request, given as text. Adds nothing if the text is not JSON. */
  public SecretTexts addThoseOf(String request) {
    try {
      return addThoseOf(Json.read(request));
    } catch (IllegalArgumentException e) {
      return this;
    }
  }

  private void collect(JsonNode node) {
    if (node.isContainerNode()) {
      node.forEach(this::collect);
    } else if (!node.isNull() && !node.asText().isBlank()) {
      String text = node.asText();
      secrets.add(text);
      secrets.add(Html.escape(text).markup());
      String quoted = TextNode.valueOf(text).toString();
      secrets.add(quoted.substring(1, quoted.length() - 1));
    }
  }

  /** Returns the text without the secrets. */
  public String clean(String text) {
    if (secrets.contains(text)) {
      return REMOVED;
    }
    // Finds all places first, because secrets may overlap: replacing one would leave a part of the
    // other.
    BitSet secret = new BitSet();
    for (String known : secrets) {
      if (known.length() >= SHORTEST_WITHIN) {
        for (int at = text.indexOf(known); at >= 0; at = text.indexOf(known, at + 1)) {
          secret.set(at, at + known.length());
        }
      }
    }
    StringBuilder cleaned = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (!secret.get(i)) {
        cleaned.append(text.charAt(i));
      } else if (i == 0 || !secret.get(i - 1)) {
        cleaned.append(REMOVED);
      }
    }
    return cleaned.toString();
  }
}
