package io.github.rossumext.containers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** One request for each reason of a rejection. */
final class Rejections {
  private static final String JSON = "Content-Type: application/json";
  private static final byte[] BODY = ContainerSuite.INVOICE;
  private static final byte[] TOO_LARGE = new byte[Extension.MAX_BODY_BYTES + 100_000];

  private Rejections() {}

  /**
   * A request that the extension rejects.
   *
   * @param name the name of the defect
   * @param request the request, whole
   * @param status the status of the response
   */
  record Rejected(String name, Wire request, int status) {
    @Override
    public String toString() {
      return name + " -> " + status;
    }
  }

  static List<Rejected> all() {
    return List.of(
        new Rejected("no signature", Wire.unsigned(BODY), 401),
        new Rejected("no signature, in chunks", unsignedInChunks(), 401),
        new Rejected(
            "the signature of another body",
            Wire.unsigned(BODY)
                .header(Extension.SIGNATURE + ": " + Extension.signature(new byte[0])),
            401),
        new Rejected(
            "a signature that is malformed",
            Wire.unsigned(BODY).header(Extension.SIGNATURE + ": marked"),
            401),
        new Rejected("no JSON", Wire.signed("nothing".getBytes(UTF_8)), 400),
        new Rejected("an empty body", Wire.signed(new byte[0]), 400),
        new Rejected("JSON that is not an event", Wire.signed("{}".getBytes(UTF_8)), 400),
        new Rejected("another method", Wire.of("PUT"), 405),
        new Rejected("another method with a body", Wire.of("PUT").withLength(BODY), 405),
        new Rejected("another method with chunks", Wire.of("PATCH").inChunks(BODY, 500), 405),
        new Rejected("DELETE with a body", Wire.of("DELETE").withLength(BODY), 405),
        new Rejected("OPTIONS", Wire.of("OPTIONS"), 405),
        new Rejected("no content type", Wire.signed(BODY).without("Content-Type"), 415),
        new Rejected(
            "another content type",
            Wire.signed(BODY).without("Content-Type").header("Content-Type: text/plain"),
            415),
        new Rejected(
            "too large, which its length says",
            Wire.of("POST").header(JSON).withLength(TOO_LARGE),
            413),
        new Rejected(
            "too large, in chunks", Wire.of("POST").header(JSON).inChunks(TOO_LARGE, 50_000), 413),
        new Rejected("too large, in one chunk", oneChunk(), 413));
  }

  private static Wire unsignedInChunks() {
    return Wire.of("POST").header(JSON).inChunks(BODY, 1000);
  }

  private static Wire oneChunk() {
    return Wire.of("POST").header(JSON).inChunks(TOO_LARGE, TOO_LARGE.length);
  }
}
