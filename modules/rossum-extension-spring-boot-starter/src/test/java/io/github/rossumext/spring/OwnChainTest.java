package io.github.rossumext.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.rossumext.spring.guide.GuideApplication;
import io.github.rossumext.testkit.Fixtures;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** An application that has a chain of Spring Security and a filter of its own. */
class OwnChainTest {
  private static Served application;

  @Configuration(proxyBeanMethods = false)
  static class Own {
    @Bean
    SecurityFilterChain everything(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .httpBasic(basic -> {})
          .build();
    }

    /** Reads the body, as a filter that logs requests does. */
    @Bean
    FilterRegistrationBean<Filter> auditLog() {
      FilterRegistrationBean<Filter> filter =
          new FilterRegistrationBean<>(
              (request, response, chain) -> {
                if (((HttpServletRequest) request).getHeader("X-Audit") != null) {
                  request.getInputStream().readAllBytes();
                }
                chain.doFilter(request, response);
              });
      filter.setName("auditLog");
      filter.addUrlPatterns("/rossum/*");
      return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> elsewhere() {
      FilterRegistrationBean<Filter> filter =
          new FilterRegistrationBean<>(
              (request, response, chain) -> chain.doFilter(request, response));
      filter.setName("elsewhere");
      filter.addUrlPatterns("/elsewhere/*");
      return filter;
    }
  }

  @BeforeAll
  static void start() {
    application = Served.start(List.of(GuideApplication.class, Own.class));
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void permitsThePathOfTheHookAndLeavesTheChainOfTheApplication() throws Exception {
    assertThat(application.post(Fixtures.invoice()).statusCode()).isEqualTo(200);
    assertThat(application.status("GET", "/rossum")).isEqualTo(200);
    assertThat(application.status("GET", "/elsewhere")).isEqualTo(401);
    // Spring Boot's chain would permit it.
    assertThat(application.status("GET", "/actuator/health")).isEqualTo(401);
  }

  @Test
  void namesTheFiltersThatMayHaveReadTheBody() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(FilterNames.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      assertThat(application.post(Fixtures.invoice(), "X-Audit", "yes").statusCode())
          .isEqualTo(500);
    } finally {
      logger.detachAppender(log);
    }

    assertThat(log.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .asString()
        .contains("body was read before the servlet", "auditLog (", "springSecurityFilterChain (")
        .doesNotContain("elsewhere");
  }
}
