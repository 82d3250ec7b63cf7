package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.examples.ordermatching.Documents.invoice;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.Secret;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application with its server and database, on the way from the import to the archive. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "rossum.secret=" + OrderMatchingTest.SECRET)
class OrderMatchingTest {
  static final String SECRET = "a-secret-for-the-tests";
  private static final TestErp ERP = TestErp.start();

  @LocalServerPort int port;
  @Autowired ArchivedDocuments archive;

  @DynamicPropertySource
  static void erp(DynamicPropertyRegistry properties) {
    properties.add("ERP_URL", ERP::url);
  }

  @AfterAll
  static void stop() {
    ERP.close();
  }

  @Test
  void servesADocumentFromItsImportToTheArchive() throws Exception {
    SimulatedHook hook =
        SimulatedHook.of(URI.create("http://localhost:" + port + "/rossum"), Secret.of(SECRET))
            .withEvents(FilesTest.registeredEvents());
    RossumSimulator rossum = RossumSimulator.of(hook).open(invoice());
    try (RossumApiStub api = RossumApiStub.create().join(rossum)) {
      rossum.initialize();
      rossum.row("line_items", 1).click("item_refresh");
      rossum.confirm();
      rossum.export();

      assertThat(rossum).hasStatus(EXPORTED).hasNoProblems();
      assertThat(api).hasNoProblems();
    }
    assertThat(ERP.bookings()).hasSize(1);
    assertThat(archive.count()).isEqualTo(1);
  }

  @Test
  void remembersDeliveriesInTheDatabase(@Autowired JdbcTemplate sql) {
    ERP.pages("[]");
    RossumSimulator rossum =
        RossumSimulator.of(URI.create("http://localhost:" + port + "/rossum"), Secret.of(SECRET));

    assertThat(rossum.schedule(Fixtures.invocationScheduled())).allMatch(Exchange::isSuccess);

    assertThat(sql.queryForObject("SELECT COUNT(*) FROM rossum_delivery", Long.class)).isPositive();
  }
}
