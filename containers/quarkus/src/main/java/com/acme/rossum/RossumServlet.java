package com.acme.rossum;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.servlet.RossumHookServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;

// docs: quarkus-servlet
@WebServlet(urlPatterns = "/rossum", loadOnStartup = 1)
public class RossumServlet extends RossumHookServlet {
  @Inject
  public RossumServlet(HookEndpoint endpoint) {
    super(endpoint);
  }
}
// end
