package io.github.rossumext.spring;

import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRejection;
import io.github.rossumext.listener.HookRejection.Reason;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.WebApplicationContext;

/** Names the filters that may have read a body, if the endpoint finds that one was read before. */
final class FilterNames implements HookListener {
  private static final Logger LOG = LoggerFactory.getLogger(FilterNames.class);
  private static final int READ_BEFORE = 500;

  private final WebApplicationContext application;
  private final String path;

  FilterNames(WebApplicationContext application, String path) {
    this.application = application;
    this.path = path;
  }

  @Override
  public void rejected(HookRejection rejection) {
    ServletContext context = application.getServletContext();
    if (rejection.reason() != Reason.TRANSPORT
        || rejection.status() != READ_BEFORE
        || context == null) {
      return;
    }
    LOG.error(
        "body was read before the servlet path=\"{}\" filters=\"{}\" hint=\"exclude the path from the"
            + " one that reads bodies\"",
        path,
        context.getFilterRegistrations().values().stream()
            .filter(this::fits)
            .map(filter -> filter.getName() + " (" + filter.getClassName() + ")")
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  private boolean fits(FilterRegistration filter) {
    Collection<String> servlets = filter.getServletNameMappings();
    return servlets.contains(RossumServletAutoConfiguration.SERVLET)
        || servlets.contains("*")
        || filter.getUrlPatternMappings().stream().anyMatch(this::fits);
  }

  private boolean fits(String pattern) {
    if (pattern.endsWith("/*")) {
      String folder = pattern.substring(0, pattern.length() - 2);
      return path.equals(folder) || path.startsWith(folder + "/");
    }
    return pattern.equals(path);
  }
}
