package io.github.rossumext.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the internet sends. After each request, the extension serves a good one. */
public abstract class HostileSuite extends ContainerSuite {
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

  @ParameterizedTest
  @MethodSource("io.github.rossumext.containers.SignatureJunk#all")
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
  @MethodSource("io.github.rossumext.containers.HeadJunk#contentTypes")
  void contentType(HostileRequest hostile) throws Exception {
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
  @MethodSource("io.github.rossumext.containers.BodyJunk#bombs")
  void signedBomb(HostileRequest hostile) throws Exception {
    send(hostile);
  }

  @ParameterizedTest
  @MethodSource("io.github.rossumext.containers.BodyJunk#doubledKeys")
  void signedKeyThatComesTwice(HostileRequest hostile) throws Exception {
    send(hostile);
  }

  @ParameterizedTest
  @MethodSource("io.github.rossumext.containers.BodyJunk#encodings")
  void signedEncoding(HostileRequest hostile) throws Exception {
    send(hostile);
  }

  @ParameterizedTest
  @MethodSource("io.github.rossumext.containers.BodyJunk#noEvents")
  void signedBodyThatIsNoEvent(HostileRequest hostile) throws Exception {
    send(hostile);
  }

  @ParameterizedTest
  @MethodSource("io.github.rossumext.containers.PathTricks#all")
  void path(HostileRequest hostile) throws Exception {
    send(hostile);
  }

  private void send(HostileRequest hostile) throws Exception {
    Answer answer;
    try (RawConnection connection = connect()) {
      answer = connection.sendAsFarAsItGoes(hostile.request()).end().answerOrEnd();
    }
    assertThat(answer.status()).as(hostile.name()).isIn(hostile.statuses());
    if (hostile.reachesTheExtension() && answer.status() >= 400) {
      assertThat(answer.isJson()).as(hostile.name()).isTrue();
      assertThat(answer.body())
          .startsWith("{\"messages\":[{\"type\":\"error\"")
          .doesNotContain("marked", "Exception");
    }
    assertServesAGoodRequest();
  }
}
