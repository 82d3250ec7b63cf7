package io.github.rossumext.spring;

import io.github.rossumext.HookEndpoint;

/**
 * A bean that changes the endpoint before it is built, after the properties and the other beans.
 * Several run in their {@code @Order}.
 *
 * {@snippet class="io.github.rossumext.spring.guide.GuideHandlers" region="customizer"}
 */
@FunctionalInterface
public interface HookEndpointCustomizer {
  /** Changes the builder. It has the secrets, rules, handlers and properties already. */
  void customize(HookEndpoint.Builder builder);
}
