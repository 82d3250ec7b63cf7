package io.github.rossumext.containers;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.servlet.RossumHookServlet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.http2.Http2Protocol;

/** Tomcat with HTTP/2, and without the stack traces that its own error pages show. */
final class EmbeddedTomcat implements TomcatContainer {
  private final Tomcat tomcat = new Tomcat();

  private EmbeddedTomcat(HookEndpoint endpoint, Consumer<Connector> threads) throws Exception {
    tomcat.setBaseDir(Files.createTempDirectory(Path.of("target"), "tomcat").toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    threads.accept(connector);
    connector.addUpgradeProtocol(new Http2Protocol());
    tomcat.setConnector(connector);
    ErrorReportValve errors = new ErrorReportValve();
    errors.setShowReport(false);
    errors.setShowServerInfo(false);
    tomcat.getHost().getPipeline().addValve(errors);
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "rossum", new RossumHookServlet(endpoint))
        .addMapping(PATH);
    tomcat.start();
  }

  static Container start() throws Exception {
    return start(Extension.endpoint(), EmbeddedTomcat::onFewThreads);
  }

  static Container start(HookEndpoint endpoint, Consumer<Connector> threads) throws Exception {
    return new EmbeddedTomcat(endpoint, threads);
  }

  private static void onFewThreads(Connector connector) {
    connector.setProperty("maxThreads", String.valueOf(THREADS));
    connector.setProperty("minSpareThreads", String.valueOf(THREADS));
  }

  @Override
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }
}
