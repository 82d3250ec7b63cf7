package com.acme.rossum;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.value.Secret;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

// docs: quarkus-endpoint
class Endpoint {
  @Produces
  @Singleton
  HookEndpoint endpoint(@ConfigProperty(name = "rossum.secret") String secret) {
    return HookEndpoint.builder()
        .secret(Secret.of(secret))
        .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info("Seen.")))
        .build();
  }

  void close(@Disposes HookEndpoint endpoint) {
    endpoint.close();
  }
}
// end
