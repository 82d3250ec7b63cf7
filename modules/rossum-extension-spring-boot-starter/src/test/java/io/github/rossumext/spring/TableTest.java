package io.github.rossumext.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.rules.ContentRule;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways to the table of the deliveries. */
class TableTest {
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {
    @Bean
    ContentRule nothing() {
      return content -> {};
    }
  }

  private static ConfigurableApplicationContext start(String... properties) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "spring.main.banner-mode=off",
                "spring.datasource.url=jdbc:h2:mem:" + System.nanoTime(),
                "rossum.warm-up=false",
                "rossum.secret=x",
                "rossum.once=annotation_content.export"));
    all.addAll(List.of(properties));
    return new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.NONE)
        .properties(all.toArray(String[]::new))
        .run();
  }

  private static void requireTable(String... properties) throws Exception {
    try (ConfigurableApplicationContext context = start(properties)) {
      assertThat(context.getBean(DeliveryStore.class).find("unknown")).isEmpty();
    }
  }

  @Test
  void flywayCreatesIt() throws Exception {
    requireTable(
        "spring.flyway.locations=classpath:rossum-extension-spring/flyway/{vendor}",
        "spring.liquibase.enabled=false");
  }

  @Test
  void liquibaseCreatesIt() throws Exception {
    requireTable(
        "spring.liquibase.change-log=classpath:rossum-extension-spring/liquibase.xml",
        "spring.flyway.enabled=false");
  }

  @Test
  void withoutItTheApplicationDoesNotStart() {
    assertThatThrownBy(() -> start("spring.flyway.enabled=false", "spring.liquibase.enabled=false"))
        .hasRootCauseInstanceOf(StartFailure.class)
        .hasStackTraceContaining("The table rossum_delivery, which rossum.once");
  }

  @ParameterizedTest
  @CsvSource({
    "h2,h2",
    "postgresql,postgresql",
    "mysql,mysql",
    "mariadb,mysql",
    "oracle,oracle",
    "sqlserver,sqlserver"
  })
  void theFilesOfFlywayAreThoseOfTheStore(String vendor, String database) throws Exception {
    assertThat(text("/rossum-extension-spring/flyway/" + vendor + "/R__rossum_delivery.sql"))
        .isEqualTo(text("/rossum-extension-jdbc/" + database + ".sql"));
  }

  private static String text(String resource) throws Exception {
    try (InputStream file = TableTest.class.getResourceAsStream(resource)) {
      assertThat(file).as(resource).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
