package io.github.rossumext.containers;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.servlet.RossumHookServlet;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;

class VirtualThreadsTest extends VirtualThreadsSuite {
  @Override
  protected Container start(HookEndpoint endpoint) {
    ApplicationContextInitializer<GenericApplicationContext> beans =
        context -> context.registerBean(HookEndpoint.class, () -> endpoint);
    return SpringBoot.start(
        new SpringApplicationBuilder(Waiting.class)
            .initializers(beans)
            .properties("spring.threads.virtual.enabled=true", "server.tomcat.accept-count=1000"));
  }

  // Not a @Configuration: the other application scans this package for those.
  @EnableAutoConfiguration
  static class Waiting {
    @Bean
    ServletRegistrationBean<RossumHookServlet> rossum(HookEndpoint endpoint) {
      return new ServletRegistrationBean<>(new RossumHookServlet(endpoint), Container.PATH);
    }
  }
}
