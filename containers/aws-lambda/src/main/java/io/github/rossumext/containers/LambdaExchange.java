package io.github.rossumext.containers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.HookExchange;
import io.github.rossumext.value.Headers;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

// docs: aws-lambda
/** One event of an HTTP API (payload format 2.0) or of a function URL, and the response. */
record LambdaExchange(Map<?, ?> event, Map<String, Object> response) implements HookExchange {
  @Override
  public String method() {
    return text((Map<?, ?>) ((Map<?, ?>) event.get("requestContext")).get("http"), "method");
  }

  @Override
  public String path() {
    return text(event, "rawPath");
  }

  @Override
  public String query() {
    return text(event, "rawQueryString");
  }

  @Override
  public Headers headers() { // their names are in lower case, which makes no difference
    Map<String, List<String>> headers = new HashMap<>();
    ((Map<?, ?>) event.get("headers"))
        .forEach((name, value) -> headers.put((String) name, List.of((String) value)));
    return Headers.of(headers);
  }

  @Override
  public InputStream body() {
    byte[] body = text(event, "body").getBytes(UTF_8);
    boolean isBase64 = Boolean.TRUE.equals(event.get("isBase64Encoded"));
    return new ByteArrayInputStream(isBase64 ? Base64.getDecoder().decode(body) : body);
  }

  @Override
  public void respond(EndpointResponse answer) {
    response.put("statusCode", answer.status());
    response.put("headers", answer.headers());
    response.put("body", new String(answer.body(), UTF_8));
  }

  private static String text(Map<?, ?> map, String key) {
    return (String) Objects.requireNonNullElse(map.get(key), "");
  }
}
// end
