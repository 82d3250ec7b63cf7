package io.github.rossumext.testkit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** A filter that removes the token and the secrets of requests from texts. Not thread-safe. */
public final class SecretTexts {
  /** The text that replaces them. */
  public static final String REMOVED = "removed";

  /** The key of the token. */
  public static final String TOKEN = "rossum_authorization_token";

  /** The key of the secrets. */
  public static final String SECRETS = "secrets";

  private final Map<String, SecretForm> secrets = new HashMap<>();

  /** Creates a filter without secrets. */
  public SecretTexts() {}

  /** Returns the keys of a request that hold the token and the secrets, and no others. */
  public static ObjectNode only(ObjectNode request) {
    ObjectNode only = request.objectNode();
    only.set(TOKEN, request.path(TOKEN));
    only.set(SECRETS, request.path(SECRETS));
    return only;
  }

  /** Returns whether a request was recorded, and has no token that could be used. */
  public static boolean hasNoToken(JsonNode request) {
    return request.path(TOKEN).asText(REMOVED).equals(REMOVED);
  }

  /** Adds the secrets of a request. */
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
      secrets.computeIfAbsent(node.asText(), SecretForm::of);
    }
  }

  /** Returns the text without the secrets in any form of {@link SecretForm}. */
  public String clean(String text) {
    return SecretForm.replaced(text, secrets.values(), REMOVED);
  }
}
