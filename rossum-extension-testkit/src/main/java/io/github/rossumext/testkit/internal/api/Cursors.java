package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed cursors, which clients can follow but not make. Immutable. */
final class Cursors {
  private static final byte[] KEY = "the stub's own".getBytes(StandardCharsets.UTF_8);

  /** Returns a cursor after an object. */
  String of(String path, ObjectNode last) {
    byte[] text = Json.bytes(last);
    return encoded(text) + "." + encoded(signature(path, text));
  }

  /** Returns what a cursor comes after. */
  ObjectNode read(String path, String cursor) {
    int end = cursor.indexOf('.');
    try {
      byte[] text = Base64.getUrlDecoder().decode(cursor.substring(0, Math.max(end, 0)));
      byte[] signature = Base64.getUrlDecoder().decode(cursor.substring(end + 1));
      if (MessageDigest.isEqual(signature, signature(path, text))) {
        return Json.object(text);
      }
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
    throw invalid();
  }

  private static ApiError invalid() {
    return ApiError.of(400, "Invalid cursor.");
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] signature(String path, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      mac.update(path.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
