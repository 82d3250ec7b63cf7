package io.github.rossumext.containers;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.WarmUp;
import io.github.rossumext.servlet.RossumHookServlet;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.util.FileSystemUtils;

/** The servlet in an application of Spring Boot's, registered as a bean. */
@SpringBootApplication
class Application {
  // docs: warm-up-spring-boot
  @Bean
  HookEndpoint endpoint() {
    HookEndpoint endpoint = Extension.endpoint();
    endpoint.warmUp(Application::throughTomcat);
    return endpoint;
  }

  static void throughTomcat(WarmUp warmUp) throws Exception {
    Path folder = Files.createTempDirectory("warm-up");
    Tomcat second = new Tomcat();
    second.setSilent(true);
    second.setBaseDir(folder.toString());
    Connector connector = new Connector();
    connector.setProperty("address", "127.0.0.1");
    connector.setPort(0);
    second.setConnector(connector);
    StandardContext context = (StandardContext) second.addContext("", folder.toString());
    context.setClearReferencesRmiTargets(false); // as Spring Boot does: Tomcat warns otherwise
    context.setClearReferencesThreadLocals(false);
    Tomcat.addServlet(context, "rossum", new RossumHookServlet(warmUp.endpoint()));
    context.addServletMappingDecoded("/rossum", "rossum");
    try {
      second.start();
      warmUp.post(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/rossum"));
    } finally {
      second.stop();
      second.destroy();
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  // end

  // docs: spring-boot
  @Bean
  ServletRegistrationBean<RossumHookServlet> rossum(HookEndpoint endpoint) {
    return new ServletRegistrationBean<>(new RossumHookServlet(endpoint), "/rossum");
  }
  // end
}
