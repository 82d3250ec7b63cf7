package io.github.rossumext.readme;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.rules.Field;
import io.github.rossumext.servlet.RossumHookServlet;
import io.github.rossumext.value.Secret;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

public final class MyExtension {
  static void checkOrderId(ContentEditor content) {
    Field orderId = content.field("order_id");
    if (orderId.isSet() && !orderId.text().matches("\\d{6}")) {
      orderId.warning("The order number must have six digits.");
    }
  }

  static HookEndpoint endpoint(Secret secret) {
    return HookEndpoint.builder()
        .secret(secret)
        .on(ANNOTATION_CONTENT, ContentRules.of(MyExtension::checkOrderId))
        .build();
  }

  public static void main(String[] args) throws Exception {
    HookEndpoint endpoint = endpoint(Secret.fromEnv("ROSSUM_HOOK_SECRET"));
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new RossumHookServlet(endpoint)), "/rossum");
    Server server = new Server(8080); // Jetty, or any other servlet container
    server.setHandler(context);
    server.start();
  }
}
