package io.github.rossumext.benchmarks;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.servlet.RossumHookServlet;
import io.github.rossumext.value.Secret;
import jakarta.servlet.http.HttpServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A service that waits for 200 ms in each request, as if for a database, in a Jetty that runs
 * requests on virtual threads. With the argument {@code bare}, it is the servlet of the {@link
 * BareServer} that waits; else, a rule.
 */
final class WaitingServer {
  private static final long WAIT_MILLIS = 200;

  private WaitingServer() {}

  public static void main(String[] args) throws Exception {
    String secret = System.getenv("ROSSUM_HOOK_SECRET");
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(new HttpConfiguration()));
    connector.setAcceptQueueSize(2000);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    HttpServlet servlet =
        args[0].equals("bare")
            ? BareServer.servlet(secret, WAIT_MILLIS)
            : new RossumHookServlet(endpoint(secret));
    context.addServlet(new ServletHolder(servlet), "/wait");
    server.setHandler(context);
    server.start();
    System.out.println("Listening on http://localhost:" + connector.getLocalPort() + "/wait");
  }

  private static HookEndpoint endpoint(String secret) {
    return HookEndpoint.builder()
        .secret(Secret.of(secret))
        .maxConcurrentRequests(10_000)
        .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(content -> Thread.sleep(WAIT_MILLIS)))
        .build();
  }
}
