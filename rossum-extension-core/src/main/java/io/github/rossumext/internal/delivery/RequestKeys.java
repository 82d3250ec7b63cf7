package io.github.rossumext.internal.delivery;

import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.json.JsonSlice;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How the repeats of a request are recognised: by its id, and by a hash of its body without what
 * differs in each request.
 */
final class RequestKeys {
  private static final Function<RawJson, JsonSlice> SLICE =
      Access.way(RawJson.class, JsonSlice.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 16;

  private RequestKeys() {}

  /** Returns the claim of a request, with a new random id. */
  static DeliveryClaim claim(HookPayload payload, byte[] body, DeliverySettings settings) {
    byte[] id = new byte[ID_BYTES];
    RANDOM.nextBytes(id);
    DeliveryClaim claim =
        DeliveryClaim.of(
            HexFormat.of().formatHex(id),
            bodyKey(payload, body),
            settings.bodyTime(),
            settings.keepTime());
    return payload
        .requestId()
        .map(request -> claim.withRequestKey(requestKey(payload, request)))
        .orElse(claim);
  }

  private static String requestKey(HookPayload payload, String requestId) {
    MessageDigest digest = sha256();
    for (String part :
        List.of(
            payload.hook().map(ResourceUrl::uri).orElse(""),
            payload.event(),
            payload.action().value(),
            requestId)) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  // Hook, event and action are in the body.
  private static String bodyKey(HookPayload payload, byte[] body) {
    MessageDigest digest = sha256();
    int from = 0;
    for (JsonSlice left : ofEachRequest(payload)) {
      digest.update(body, from, left.start() - from);
      from = left.start() + left.length();
    }
    digest.update(body, from, body.length - from);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns the values that differ in each repeat, in their order. */
  private static List<JsonSlice> ofEachRequest(HookPayload payload) {
    return Stream.of("request_id", "timestamp", "rossum_authorization_token")
        .flatMap(key -> payload.find(key).stream())
        .map(SLICE)
        .sorted(Comparator.comparingInt(JsonSlice::start))
        .toList();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256.", e);
    }
  }
}
