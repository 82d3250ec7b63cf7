package io.github.rossumext.servlet;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.hostile.HostileRequests;
import io.github.rossumext.testkit.hostile.HostileTests;
import io.github.rossumext.value.Secret;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The suite that every author has, against the servlet itself. */
class HostileRequestsTest {
  private static final Secret SECRET = Secret.of("hostile-secret-52aa");
  private static final int MAX_BODY_BYTES = 1024 * 1024;

  private HookServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        HookServer.start(
            HookEndpoint.builder()
                .secret(SECRET)
                .maxBodyBytes(MAX_BODY_BYTES)
                .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info("Seen.")))
                .build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicNode> getTheRightResponses() {
    return HostileTests.of(
        HostileRequests.of(server.uri(), SECRET).withMaxBodyBytes(MAX_BODY_BYTES));
  }
}
