package io.github.rossumext.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Permits the path of the hook, for POST, GET and HEAD, and touches nothing else. Those who probe
 * whether the extension is up may use HEAD.
 *
 * <p>Spring Boot protects an application by a chain of its own, unless there is a chain already. If
 * this one came first, every other URL would be open. So it comes last.
 */
@AutoConfiguration(
    after = RossumAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
    })
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({HttpSecurity.class, SecurityFilterChain.class})
@ConditionalOnBean(HttpSecurity.class)
class RossumSecurityAutoConfiguration {
  private static final int BEFORE_THOSE_OF_THE_APPLICATION = Ordered.HIGHEST_PRECEDENCE + 10;

  @Bean
  @Order(BEFORE_THOSE_OF_THE_APPLICATION)
  SecurityFilterChain rossumSecurity(HttpSecurity http, RossumProperties properties)
      throws Exception {
    String path = PathOfHook.required(properties.path());
    PathPatternRequestMatcher.Builder matcher = PathPatternRequestMatcher.withDefaults();
    return http.securityMatcher(
            new OrRequestMatcher(
                matcher.matcher(HttpMethod.POST, path),
                matcher.matcher(HttpMethod.GET, path),
                matcher.matcher(HttpMethod.HEAD, path)))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }
}
