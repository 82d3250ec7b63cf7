package com.acme.rossum;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.payload.HookAction.STARTED;
import static io.github.rossumext.payload.HookAction.UPDATED;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.servlet.RossumHookServlet;
import io.github.rossumext.value.Secret;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The extension: its endpoint, and the program that serves it. */
public final class Extension implements Supplier<HookEndpoint> {
  /** Returns the endpoint with the secret of the variable {@code ROSSUM_HOOK_SECRET}. */
  @Override
  public HookEndpoint get() {
    return endpoint(Secret.fromEnv("ROSSUM_HOOK_SECRET"));
  }

  /** Returns the endpoint with all rules. Add yours here. */
  static HookEndpoint endpoint(Secret secret) {
    return HookEndpoint.builder()
        .secret(secret)
        .on(
            ANNOTATION_CONTENT.only(INITIALIZE, STARTED, UPDATED),
            ContentRules.of(new DueDateRule()))
        .build();
  }

  /** Starts the extension: {@code PORT} is its port, {@code ROSSUM_HOOK_SECRET} its secret. */
  public static void main(String[] args) throws Exception {
    try (HookEndpoint endpoint = new Extension().get()) {
      ServletHolder rossum = new ServletHolder(new RossumHookServlet(endpoint));
      rossum.setInitOrder(1); // with the server, and not with the first request
      ServletContextHandler context = new ServletContextHandler();
      context.addServlet(rossum, "/rossum");
      Server server = new Server(Integer.parseInt(System.getenv().getOrDefault("PORT", "8080")));
      server.setHandler(new GracefulHandler(context));
      server.setStopTimeout(30_000);
      server.setStopAtShutdown(true);
      server.start();
      System.out.println("Listening on " + server.getURI().resolve("/rossum"));
      server.join();
    }
  }
}
