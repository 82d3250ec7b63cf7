package io.github.rossumext.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.hostile.HostileCase;
import io.github.rossumext.testkit.hostile.HostileRequests;
import io.github.rossumext.testkit.hostile.HostileResponse;
import io.github.rossumext.testkit.internal.RawConnection;
import io.github.rossumext.testkit.internal.RawConnection.Response;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests from the internet. After each one, the extension serves a good request. */
public abstract class HostileSuite extends ContainerSuite {
  /** Methods that containers refuse themselves. */
  private static final Set<String> LEFT = Set.of("TRACE", "one of 300 characters");

  private Set<Thread> before = Set.of();

  @BeforeAll
  final void startAllThreads() throws Exception {
    ServerThreads.runClients(
        2 * Container.THREADS,
        () -> {
          for (int i = 0; i < 20; i++) {
            assertServesAGoodRequest();
          }
        });
    before = ServerThreads.alive();
  }

  @AfterAll
  final void noThreadIsLostAndNoneIsStuck() {
    ServerThreads.assertNoneStaysInTheExtension();
    assertThat(ServerThreads.alive()).containsAll(before);
  }

  /**
   * Runs the hostile cases of the testkit. Our extension responds the same way in every container.
   */
  @TestFactory
  Stream<DynamicTest> request() {
    URI url = URI.create("http://localhost:" + container().port() + Container.PATH);
    return HostileRequests.of(url, Extension.SECRET)
        .withMaxBodyBytes(Extension.MAX_BODY_BYTES)
        .cases()
        .stream()
        .map(hostile -> DynamicTest.dynamicTest(hostile.toString(), () -> send(hostile)));
  }

  private static void send(HostileCase hostile) {
    HostileResponse response = hostile.run().orElseThrow();
    int status = statusOfOurs(hostile);
    if (status != 0) {
      assertThat(response.status()).isEqualTo(status);
    }
    if (status >= 400) {
      assertThat(response.body())
          .startsWith("{\"messages\":[{\"type\":\"error\"")
          .doesNotContain("hostile", "Exception");
    }
  }

  /** Returns the status of our extension; 0 if the container decides about it. */
  private static int statusOfOurs(HostileCase hostile) {
    if (Set.of("header", "length").contains(hostile.group()) || LEFT.contains(hostile.name())) {
      return 0;
    }
    if (hostile.name().equals("a document with an object of 90000 members")) {
      return 400; // these are more different keys than a request may have
    }
    if (hostile.statuses().contains(200)) {
      return 200;
    }
    return switch (hostile.group()) {
      case "signature" -> 401;
      case "method" -> 405;
      case "content type" -> 415;
      default -> hostile.statuses().contains(400) ? 400 : 413;
    };
  }

  @ParameterizedTest
  @MethodSource("io.github.rossumext.containers.HeadJunk#signatures")
  void signature(HostileRequest hostile) throws Exception {
    send(hostile);
  }

  @ParameterizedTest
  @MethodSource("io.github.rossumext.containers.HeadJunk#methods")
  void method(HostileRequest hostile) throws Exception {
    send(hostile);
  }

  @ParameterizedTest
  @MethodSource("io.github.rossumext.containers.HeadJunk#protocols")
  void protocol(HostileRequest hostile) throws Exception {
    send(hostile);
  }

  @ParameterizedTest
  @MethodSource("io.github.rossumext.containers.HeadJunk#floods")
  void flood(HostileRequest hostile) throws Exception {
    send(hostile);
  }

  @ParameterizedTest
  @MethodSource("io.github.rossumext.containers.LengthJunk#all")
  void length(HostileRequest hostile) throws Exception {
    send(hostile);
  }

  @ParameterizedTest
  @MethodSource("io.github.rossumext.containers.PathTricks#all")
  void path(HostileRequest hostile) throws Exception {
    send(hostile);
  }

  private void send(HostileRequest hostile) throws Exception {
    Response response;
    try (RawConnection connection = connect()) {
      response = connection.asFarAsItGoes(hostile.request().bytes()).end().responseOrEnd();
    }
    assertThat(response.status()).as(hostile.name()).isIn(hostile.statuses());
    if (hostile.reachesTheExtension() && response.status() >= 400) {
      assertThat(response.isJson()).as(hostile.name()).isTrue();
      assertThat(response.body())
          .startsWith("{\"messages\":[{\"type\":\"error\"")
          .doesNotContain("marked", "Exception");
    }
    assertServesAGoodRequest();
  }
}
