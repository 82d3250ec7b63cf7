package io.github.rossumext.containers;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.servlet.RossumHookServlet;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/** The servlet in an application of Spring Boot's, registered as a bean. */
@SpringBootApplication
class Application {
  @Bean
  HookEndpoint endpoint() {
    return Extension.endpoint();
  }

  // docs: spring-boot
  @Bean
  ServletRegistrationBean<RossumHookServlet> rossum(HookEndpoint endpoint) {
    return new ServletRegistrationBean<>(new RossumHookServlet(endpoint), "/rossum");
  }
  // end
}
