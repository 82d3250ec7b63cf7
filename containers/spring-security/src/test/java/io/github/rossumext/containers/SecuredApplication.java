package io.github.rossumext.containers;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.servlet.RossumHookServlet;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The servlet in an application that Spring Security protects, with one chain for each profile. */
@SpringBootApplication
class SecuredApplication {
  @Bean
  HookEndpoint endpoint() {
    return Extension.endpoint();
  }

  @Bean
  ServletRegistrationBean<RossumHookServlet> rossum(HookEndpoint endpoint) {
    return new ServletRegistrationBean<>(new RossumHookServlet(endpoint), "/rossum");
  }

  /** Permits the path, and leaves the check of CSRF tokens as it is. */
  @Bean
  @Profile("permitted")
  SecurityFilterChain permitted(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests.requestMatchers("/rossum").permitAll().anyRequest().authenticated())
        .build();
  }

  /** The chain of the guide. */
  @Profile("guide")
  // docs: spring-security
  @Bean
  SecurityFilterChain security(HttpSecurity http) throws Exception {
    return http.csrf(csrf -> csrf.ignoringRequestMatchers("/rossum"))
        .authorizeHttpRequests(
            requests ->
                requests.requestMatchers("/rossum").permitAll().anyRequest().authenticated())
        .build();
  }
  // end
}
