package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.time.Duration;

/** Login, logout, and the user of a token. */
final class Auth {
  /** The key of a token in a response. */
  static final String KEY = "key";

  private final Organization organization;
  private final Tokens tokens;
  private final Router router;

  Auth(Organization organization, Tokens tokens, Router router) {
    this.organization = organization;
    this.tokens = tokens;
    this.router = router;
  }

  void add() {
    router.add("POST", "auth/login", this::login);
    router.add("POST", "auth/logout", this::logout);
    router.add("POST", "auth/token", this::exchange);
    router.add("GET", "auth/user", this::user);
  }

  private ApiResponse login(ApiRequest request) {
    ObjectNode body = request.object();
    for (String key : new String[] {"username", "password"}) {
      if (!body.path(key).isTextual()) {
        throw ApiError.required(key);
      }
    }
    Caller caller =
        tokens
            .login(body.path("username").asText(), body.path("password").asText())
            .orElseThrow(
                () ->
                    ApiError.field(
                        "non_field_errors", "Unable to log in with provided credentials."));
    return ApiResponse.ok(issued(body, caller));
  }

  private ObjectNode issued(ObjectNode body, Caller caller) {
    return Json.newObject()
        .put(KEY, tokens.issue(caller, lifetime(body)))
        .put("domain", "stub.rossum.example");
  }

  private static Duration lifetime(ObjectNode body) {
    if (!body.has("max_token_lifetime_s")) {
      return Tokens.LONGEST;
    }
    long seconds = body.path("max_token_lifetime_s").asLong(-1);
    if (seconds < 0 || seconds > Tokens.LONGEST.toSeconds()) {
      throw ApiError.field(
          "max_token_lifetime_s",
          "Ensure this value is from 0 to " + Tokens.LONGEST.toSeconds() + ".");
    }
    return Duration.ofSeconds(seconds);
  }

  private ApiResponse logout(ApiRequest request) {
    tokens.revoke(Tokens.key(request.header("authorization")));
    return ApiResponse.ok(Json.newObject().put("detail", "Successfully logged out."));
  }

  private ApiResponse exchange(ApiRequest request) {
    ObjectNode body = request.object();
    String scope = body.path("scope").asText("default");
    if (!scope.equals("default") && !scope.equals("approval")) {
      throw ApiError.field("scope", "\"" + scope + "\" is not a valid choice.");
    }
    return ApiResponse.ok(issued(body, request.caller()).put("scope", scope));
  }

  private ApiResponse user(ApiRequest request) {
    return ApiResponse.ok(organization.table("users").get(request.caller().userId()));
  }
}
