package io.github.rossumext.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.RawConnection;
import io.github.rossumext.testkit.internal.RawConnection.Response;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A suite with one container, which starts before the first test and stops after the last one. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ContainerSuite {
  static final byte[] INVOICE = Fixtures.invoice().body();
  static final Wire GOOD = Wire.signed(INVOICE);

  private Container container;

  /** Starts the container of this suite. */
  protected abstract Container start() throws Exception;

  @BeforeAll
  final void startOnce() throws Exception {
    container = start();
  }

  @AfterAll
  final void stopInTheEnd() throws Exception {
    container.stop();
  }

  /** Returns the running container. */
  protected final Container container() {
    return container;
  }

  final RawConnection connect() throws Exception {
    return RawConnection.to(URI.create("http://127.0.0.1:" + container.port() + Container.PATH));
  }

  final void assertServesAGoodRequest() throws Exception {
    try (RawConnection connection = connect()) {
      assertServesAGoodRequest(connection);
    }
  }

  static void assertServesAGoodRequest(RawConnection connection) throws Exception {
    assertIsTheExtensionsResponse(connection.bytes(GOOD.bytes()).response());
  }

  static void assertIsTheExtensionsResponse(Response response) {
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Cache-Control", "no-store");
    assertThat(response.body()).contains("\"content\":\"" + Extension.MESSAGE + "\"");
  }
}
