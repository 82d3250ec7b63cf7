package io.github.rossumext.containers;

import io.github.rossumext.HookEndpoint;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

class VirtualThreadsTest extends VirtualThreadsSuite {
  @Override
  protected Container start(HookEndpoint endpoint) throws Exception {
    return EmbeddedTomcat.start(endpoint, VirtualThreadsTest::onVirtualThreads);
  }

  // docs: virtual-threads-tomcat
  static void onVirtualThreads(Connector connector) {
    connector.getProtocolHandler().setExecutor(new VirtualThreadExecutor("rossum-"));
    connector.setProperty("acceptCount", "1000"); // new connections that may wait; 100 by default
  }
  // end
}
