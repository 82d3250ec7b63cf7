package io.github.rossumext.spring;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.servlet.RossumHookServlet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.context.WebApplicationContext;

/** Serves the endpoint at {@code rossum.path}. */
@AutoConfiguration(after = RossumAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({RossumHookServlet.class, WebApplicationContext.class})
class RossumServletAutoConfiguration {
  /** The name of the servlet. */
  static final String SERVLET = "rossum";

  /** The name of the bean that registers it. */
  static final String SERVLET_BEAN = "rossumServlet";

  @Bean(SERVLET_BEAN)
  @ConditionalOnMissingBean(
      value = RossumHookServlet.class,
      parameterizedContainer = ServletRegistrationBean.class)
  ServletRegistrationBean<RossumHookServlet> rossumServlet(
      HookEndpoint endpoint, RossumProperties properties) {
    ServletRegistrationBean<RossumHookServlet> servlet =
        new ServletRegistrationBean<>(
            new RossumHookServlet(endpoint), PathOfHook.required(properties.path()));
    servlet.setName(SERVLET);
    servlet.setLoadOnStartup(1);
    return servlet;
  }

  @Bean
  FilterNames rossumFilterNames(WebApplicationContext context, RossumProperties properties) {
    return new FilterNames(context, properties.path());
  }
}
