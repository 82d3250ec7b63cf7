package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.examples.ordermatching.Documents.invoice;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.junit.HookUnderTest;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.Secret;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The profile postgresql, with a server that the test starts. Without PostgreSQL, it is skipped.
 */
class PostgresqlTest {
  private static final String SECRET = HookUnderTest.DEFAULT_SECRET;
  private static final String ORDER =
      """
      [{"id": "450017", "changed": "2026-01-12", "lines": [
        {"position": 10, "item": "NL-4410", "description": "Copy paper A4, box", "quantity": 40,
         "price": 18.90, "vat_rate": 19}]}]
      """;

  @Test
  void importsMatchesBooksAndArchivesAndRemembersItAfterARestart() throws Exception {
    try (PostgresqlServer database = PostgresqlServer.start();
        TestErp erp = TestErp.start()) {
      erp.pages(ORDER);
      for (int start = 1; start <= 2; start++) {
        int runs = start;
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(OrderMatching.class)
                    .profiles("postgresql")
                    .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--rossum.warm-up=false",
                        "--rossum.secret=" + SECRET,
                        "--ERP_URL=" + erp.url(),
                        "--DATABASE_URL=" + database.url(),
                        "--DATABASE_USER=rossum");
            RossumApiStub api = RossumApiStub.create()) {
          int port =
              application.getEnvironment().getRequiredProperty("local.server.port", int.class);
          SimulatedHook hook =
              SimulatedHook.of(Program.hook(port), Secret.of(SECRET))
                  .withEvents(FilesTest.registeredEvents());
          RossumSimulator rossum = RossumSimulator.of(hook).open(invoice());
          api.join(rossum);
          if (start == 1) {
            assertThat(application.getBean(PurchaseOrders.class).count()).isZero();
          }
          rossum.schedule(Fixtures.invocationScheduled());

          rossum.initialize();
          assertThat(rossum).field("line_items[0].item_order_line").hasText("10");
          rossum.confirm();
          rossum.export();

          assertThat(rossum).hasStatus(EXPORTED);
          // The second start finds the tables and the delivery: each simulator has the same ids.
          assertThat(erp.requests()).filteredOn("POST /bookings"::equals).hasSize(1);
          assertThat(application.getBean(ArchivedDocuments.class).findAll())
              .singleElement()
              .matches(document -> document.version() == runs);
        }
      }
    }
  }
}
