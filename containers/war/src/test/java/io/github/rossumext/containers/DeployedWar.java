package io.github.rossumext.containers;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Constants;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;

/** Tomcat with the packaged WAR. */
final class DeployedWar implements TomcatContainer {
  static final Path WAR = Path.of(System.getProperty("war"));

  private final Tomcat tomcat = new Tomcat();

  private DeployedWar() throws Exception {
    Path base = Files.createTempDirectory(Path.of("target"), "tomcat").toAbsolutePath();
    Files.createDirectory(base.resolve("webapps"));
    tomcat.setBaseDir(base.toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxThreads", String.valueOf(THREADS));
    connector.setProperty("minSpareThreads", String.valueOf(THREADS));
    tomcat.setConnector(connector);
    StandardContext application = new StandardContext();
    application.setPath("");
    application.setDocBase(WAR.toString());
    ContextConfig config = new ContextConfig();
    config.setDefaultWebXml(Constants.NoDefaultWebXml);
    application.addLifecycleListener(config);
    tomcat.getHost().addChild(application);
    tomcat.start();
    if (application.getState() != LifecycleState.STARTED) {
      throw new IllegalStateException(
          "Expected Tomcat to deploy " + WAR + ", but it failed. See its log above.");
    }
  }

  static Container start() throws Exception {
    return new DeployedWar();
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
