package io.github.rossumext.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParseException;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.Meaning;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.payload.ReferencePayload;
import io.github.rossumext.payload.Rejections;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Any body is refused clearly, or is what a slow reader finds in it, to the last accessor. An input
 * that begins as a list stands for the content of an annotation, so that the fuzzer need not find
 * the way to the tree anew with every input.
 */
public final class PayloadTarget {
  private static final byte[] BEFORE =
      "{\"event\":\"annotation_content\",\"action\":\"updated\",\"annotation\":{\"content\":"
          .getBytes(UTF_8);
  private static final byte[] AFTER = "}}".getBytes(UTF_8);

  private PayloadTarget() {}

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    byte[] body = input.length > 0 && input[0] == '[' ? around(input) : input;
    HookPayload payload;
    try {
      payload = HookPayload.of(body);
    } catch (PayloadException e) {
      Rejections.assertClear(e);
      return;
    }
    Meaning.of(payload);
    try {
      ReferencePayload.assertRead(payload, body);
    } catch (JsonParseException e) {
      // JSON allows half of a surrogate pair in a key. Jackson does not, so it cannot be compared.
      if (!String.valueOf(e.getMessage()).contains("surrogate")) {
        throw e;
      }
    }
  }

  private static byte[] around(byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(BEFORE);
    body.writeBytes(content);
    body.writeBytes(AFTER);
    return body.toByteArray();
  }
}
