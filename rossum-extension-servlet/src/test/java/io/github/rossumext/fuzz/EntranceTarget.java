package io.github.rossumext.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.servlet.RossumHookServlet;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Secret;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Any request, however it lies about itself, gets one of the documented responses, and none that is
 * not signed gets further than the signature. An input is a request as on the wire: a line with the
 * method, lines with headers, an empty line, the body. The header {@code sign} lets the target sign
 * the body, which no fuzzer can.
 */
public final class EntranceTarget {
  private static final Secret SECRET = Secret.of("made-up");
  private static final Set<Integer> STATUSES = Set.of(200, 400, 401, 404, 405, 413, 415);
  private static final int LIMIT = 2000;

  /** A poll for the response of a job. There is none, so that no token is right. */
  private static final Pattern POLL = Pattern.compile("(^|&)delivery=");

  private static final RossumHookServlet SERVLET =
      new RossumHookServlet(
          HookEndpoint.builder()
              .secret(SECRET)
              .maxBodyBytes(LIMIT)
              .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(content -> content.info("Seen.")))
              .on(HookEvent.EMAIL_RECEIVED, (email, context) -> EmailResponse.importNothing())
              .build());

  private EntranceTarget() {}

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] input) throws ServletException, IOException {
    Wire wire = Wire.of(input);
    boolean isSigned = wire.headers.containsKey("sign");
    if (isSigned) {
      wire.headers.put(
          "X-Rossum-Signature-SHA256", List.of(RequestSigner.of(SECRET).sign(wire.body)));
    }
    FakeExchange exchange = new FakeExchange(wire.method, wire.headers, wire.declared(), wire.body);

    SERVLET.service(exchange.request(), exchange.response());

    // A container that announces a body and has none: a filter has read it before.
    boolean isConsumed = wire.body.length == 0 && exchange.status() == 500;
    require(
        STATUSES.contains(exchange.status()) || isConsumed, "responded with " + exchange.status());
    boolean isPage = wire.method.equals("GET") || wire.method.equals("HEAD");
    if (isPage) {
      String query = exchange.query();
      int expected = query != null && POLL.matcher(query).find() ? 404 : 200;
      require(exchange.status() == expected, expected + " expected, but " + exchange.status());
    } else {
      require(isSigned || exchange.status() != 200, "accepted without a signature");
      RawJson.of(new String(exchange.sent(), UTF_8)).keys();
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private static final class Wire {
    private final String method;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private Wire(String method, Map<String, List<String>> headers, byte[] body) {
      this.method = method;
      this.headers = headers;
      this.body = body;
    }

    static Wire of(byte[] input) {
      String text = new String(input, ISO_8859_1);
      int end = text.indexOf("\n\n");
      String[] head = (end < 0 ? text : text.substring(0, end)).split("\n", -1);
      Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (int i = 1; i < head.length; i++) {
        String[] header = head[i].split(":", 2);
        headers
            .computeIfAbsent(header[0].strip(), name -> new ArrayList<>())
            .add(header.length == 1 ? "" : header[1].strip());
      }
      String body = end < 0 ? "" : text.substring(end + 2);
      return new Wire(head[0], headers, body.getBytes(ISO_8859_1));
    }

    /** A length as containers read it: a number that may be wrong, or none. */
    long declared() {
      String length = headers.getOrDefault("Content-Length", List.of("-1")).get(0);
      return length.matches("[0-9]{1,15}") ? Long.parseLong(length) : -1;
    }
  }
}
