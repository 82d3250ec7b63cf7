package io.github.rossumext.containers;

import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Spring Boot as it is, with HTTP/2. */
final class SpringBoot implements TomcatContainer {
  private final ConfigurableApplicationContext application;

  private SpringBoot(SpringApplicationBuilder builder) {
    application =
        builder
            .properties(
                "server.address=127.0.0.1",
                "server.port=0",
                "server.http2.enabled=true",
                "server.tomcat.threads.max=" + THREADS,
                "server.tomcat.threads.min-spare=" + THREADS,
                "spring.main.banner-mode=off",
                "logging.level.root=error")
            .run();
  }

  static SpringBoot start() {
    return start(new SpringApplicationBuilder(Application.class));
  }

  static SpringBoot start(SpringApplicationBuilder builder) {
    return new SpringBoot(builder);
  }

  @Override
  public int port() {
    String port = application.getEnvironment().getProperty("local.server.port");
    return Integer.parseInt(Objects.requireNonNull(port));
  }

  @Override
  public void stop() {
    application.close();
  }
}
