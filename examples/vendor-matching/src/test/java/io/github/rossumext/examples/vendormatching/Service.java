package io.github.rossumext.examples.vendormatching;

import io.github.rossumext.servlet.RossumHookServlet;
import java.net.URI;
import org.eclipse.jetty.server.Server;

/** The extension within the process of the tests, on any free port. */
final class Service {
  private final Server server;

  Service() throws Exception {
    Suppliers suppliers = new Suppliers(SampleDatabase.create());
    RossumHookServlet servlet =
        new RossumHookServlet(VendorMatching.endpoint(Client.SECRET, suppliers).build());
    server = WebServer.start(0, "/vendor_matching", servlet);
  }

  URI url() {
    return URI.create("http://localhost:" + server.getURI().getPort() + "/vendor_matching");
  }

  void stop() throws Exception {
    server.stop();
  }
}
