package io.github.rossumext.containers;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.value.Secret;
import java.util.HashMap;
import java.util.Map;

/** The handler of the function. Lambda creates it once, and then calls it for each request. */
public final class RossumFunction
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final HookEndpoint endpoint;

  public RossumFunction() {
    this(Secret.fromEnv("ROSSUM_HOOK_SECRET"));
  }

  RossumFunction(Secret secret) {
    endpoint =
        HookEndpoint.builder()
            .secret(secret)
            .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info("Seen.")))
            .build();
    endpoint.warmUp(); // before the first request, and part of a SnapStart
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    return serve(event, endpoint);
  }

  static Map<String, Object> serve(Map<String, Object> event, HookEndpoint endpoint) {
    LambdaExchange exchange = new LambdaExchange(event, new HashMap<>());
    endpoint.serve(exchange);
    return exchange.response();
  }
}
