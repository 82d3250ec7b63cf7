package io.github.rossumext.examples.vendormatching;

import io.github.rossumext.servlet.RossumHookServlet;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Headers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.server.Server;

/** The extension in the process of the tests, on a free port. */
final class Service {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Server server;

  Service() throws Exception {
    Suppliers suppliers = new Suppliers(SampleDatabase.create());
    RossumHookServlet servlet =
        new RossumHookServlet(VendorMatching.endpoint(Queue.SECRET, suppliers).build());
    server = WebServer.start(0, "/vendor_matching", servlet);
  }

  URI url() {
    return URI.create("http://localhost:" + server.getURI().getPort() + "/vendor_matching");
  }

  /** Returns the response to a request that the simulator does not send. */
  HttpResponse<String> response(SignedRequest request) throws IOException, InterruptedException {
    return response(request.toHttpRequest(url()));
  }

  /** Returns the response to a body with these headers instead of Rossum's. */
  HttpResponse<String> response(byte[] body, Headers headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url());
    request.POST(HttpRequest.BodyPublishers.ofByteArray(body));
    Headers all = headers.with("Content-Type", "application/json");
    all.names().forEach(name -> request.header(name, all.first(name).orElseThrow()));
    return response(request.build());
  }

  static HttpResponse<String> response(HttpRequest request)
      throws IOException, InterruptedException {
    return HTTP.send(request, BodyHandlers.ofString());
  }

  static HttpResponse<String> get(URI url) throws IOException, InterruptedException {
    return response(HttpRequest.newBuilder(url).build());
  }

  void stop() throws Exception {
    server.stop();
  }
}
