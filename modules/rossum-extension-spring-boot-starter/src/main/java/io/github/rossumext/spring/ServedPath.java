package io.github.rossumext.spring;

import io.github.rossumext.HookEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.web.context.WebApplicationContext;

/**
 * Says at the start where the endpoint is served. If the application has another server than one of
 * servlets, it says that nothing serves the endpoint.
 */
final class ServedPath {
  private static final Logger LOG = LoggerFactory.getLogger(ServedPath.class);

  private final HookEndpoint endpoint;
  private final RossumProperties properties;
  private final Environment environment;

  ServedPath(HookEndpoint endpoint, RossumProperties properties, Environment environment) {
    this.endpoint = endpoint;
    this.properties = properties;
    this.environment = environment;
  }

  @EventListener
  void say(ApplicationReadyEvent event) {
    String port = environment.getProperty("local.server.port");
    if (port == null) {
      return; // no server, as in a test
    }
    if (event.getApplicationContext().containsBean(RossumServletAutoConfiguration.SERVLET_BEAN)) {
      LOG.info(
          "serving the hook port={} path={}{} events={}",
          port,
          environment.getProperty("server.servlet.context-path", ""),
          properties.path(),
          endpoint.events());
    } else if (!(event.getApplicationContext() instanceof WebApplicationContext)) {
      LOG.warn(
          "starter serves servlets only, and not the server of this application hint=\"{}\"",
          "Add spring-boot-starter-web (in Spring Boot 4.0: -webmvc), and set"
              + " spring.main.web-application-type=servlet. Or pass each request of a reactive"
              + " server to HookEndpoint.serve.");
    }
  }
}
