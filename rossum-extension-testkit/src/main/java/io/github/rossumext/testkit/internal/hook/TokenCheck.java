package io.github.rossumext.testkit.internal.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.HookFacts;

/** The token that comes with a request: whether it is needed, and how long it must be valid. */
final class TokenCheck {
  private static final long DEFAULT_LIFETIME = 600;

  private TokenCheck() {}

  static void check(ObjectNode hook, JsonNode handled, boolean isCallingBack, Findings findings) {
    JsonNode owner = hook.path("token_owner");
    boolean hasOwner = owner.isTextual() && !owner.asText().isBlank();
    if (hasOwner
        && !HookCheck.hasHole(owner)
        && !owner.asText().matches("https?://.+/users/\\d+/?")) {
      findings.error(
          "token_owner", "Expected the URL of a user, found " + Findings.shown(owner) + ".");
    }
    if (!hasOwner && isCallingBack) {
      findings.error(
          "token_owner",
          "The code calls Rossum's API, but requests have no token without it. Set it to the URL of"
              + " a user.");
    }
    HookFacts.Range range = HookFacts.TOKEN_LIFETIME;
    JsonNode lifetime = hook.path(range.key());
    findings.requireWhole(range.key(), lifetime, range.least(), range.most());
    long longest = 0;
    for (JsonNode event : handled) {
      longest = Math.max(longest, event.path("polling_time_s").asLong());
    }
    if (hasOwner && longest > lifetime.asLong(DEFAULT_LIFETIME)) {
      findings.warning(
          range.key(),
          "A job may take "
              + longest
              + " s, but its token is valid for "
              + lifetime.asLong(DEFAULT_LIFETIME)
              + " s. Set it to "
              + longest
              + ", or more.");
    }
  }
}
