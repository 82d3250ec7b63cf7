package io.github.rossumext.examples.ordermatching;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.spring.test.RossumExtensionTest;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.junit.HookUnderTest;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.value.Secret;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.client.HttpClientAutoConfiguration;
import org.springframework.boot.test.autoconfigure.data.jdbc.AutoConfigureDataJdbc;
import org.springframework.boot.test.autoconfigure.web.client.AutoConfigureWebClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The rules and handlers, with a database in memory and an ERP, but without a web server. The tests
 * of all classes share them.
 */
@RossumExtensionTest
@AutoConfigureDataJdbc
@AutoConfigureWebClient
@ImportAutoConfiguration(HttpClientAutoConfiguration.class) // its timeouts
abstract class Slice {
  static final Secret SECRET = Secret.of(HookUnderTest.DEFAULT_SECRET);
  static final TestErp ERP = TestErp.start();

  @Autowired HookEndpoint endpoint;
  @Autowired RossumSimulator rossum;
  @Autowired RossumApiStub api;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry properties) {
    properties.add("ERP_URL", ERP::url);
    properties.add("PUBLIC_URL", () -> "https://hooks.acme.example/rossum");
    properties.add("rossum.deliveries.quick-time", () -> "20ms");
    properties.add("spring.http.client.read-timeout", () -> "2s");
  }

  @BeforeEach
  void clearTheErp() {
    ERP.clear();
  }

  /** Imports this document. */
  void initialized(Fixture document) {
    rossum.open(document).initialize();
  }

  /** Returns what the user reads: type, field and text of each message. */
  List<String> said() {
    return rossum.messages().stream().map(ShownMessage::toString).toList();
  }
}
