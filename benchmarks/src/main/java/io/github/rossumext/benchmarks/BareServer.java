package io.github.rossumext.benchmarks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * The least work of any service in the same Jetty: a servlet that reads the body, verifies its
 * HMAC, scans its tokens and sends an empty response.
 */
final class BareServer {
  private BareServer() {}

  public static void main(String[] args) throws Exception {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(servlet(System.getenv("ROSSUM_HOOK_SECRET"), 0)), "/bare");
    server.setHandler(new GracefulHandler(context));
    server.start();
    System.out.println("Listening on http://localhost:" + connector.getLocalPort() + "/bare");
  }

  /** Returns the servlet, which waits before its response. */
  static HttpServlet servlet(String secret, long waitMillis) {
    return new BareServlet(secret, waitMillis);
  }

  private static final class BareServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final byte[] RESPONSE = "{}".getBytes(StandardCharsets.UTF_8);

    private final transient Floor floor;
    private final long waitMillis;

    BareServlet(String secret, long waitMillis) {
      this.floor = new Floor(secret);
      this.waitMillis = waitMillis;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      byte[] body = request.getInputStream().readAllBytes();
      String signature = request.getHeader("X-Rossum-Signature-SHA256");
      boolean isSigned;
      try {
        byte[] sent = HexFormat.of().parseHex(signature.substring("sha256=".length()));
        isSigned = MessageDigest.isEqual(sent, floor.mac(body));
        floor.scan(body);
        if (waitMillis > 0) {
          Thread.sleep(waitMillis);
        }
      } catch (Exception e) {
        throw new IOException(e);
      }
      response.setStatus(
          isSigned ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNAUTHORIZED);
      response.setContentType("application/json");
      response.setContentLength(RESPONSE.length);
      response.getOutputStream().write(RESPONSE);
    }
  }
}
