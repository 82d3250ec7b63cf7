package io.github.rossumext.containers.war;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.value.Secret;
import java.util.function.Supplier;

/** A factory of the endpoint for the servlet in {@code web.xml}. */
public final class EndpointFactory implements Supplier<HookEndpoint> {
  private static final int MAX_BODY_BYTES = 1024 * 1024;

  @Override
  public HookEndpoint get() {
    return HookEndpoint.builder()
        .secret(Secret.fromEnv("ROSSUM_HOOK_SECRET"))
        .maxBodyBytes(MAX_BODY_BYTES)
        .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info("Seen.")))
        .on(EMAIL_RECEIVED, (email, context) -> EmailResponse.importAll(email))
        .build();
  }
}
