package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.breakDown;
import static io.github.rossumext.examples.invoicechecks.Queue.initialized;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.Blocker;
import io.github.rossumext.testkit.simulator.QueueSettings;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Option;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There are Nordlicht Papier GmbH (2207), Nordlicht Energie AG (2208) and Volvo (3110). */
class VendorRuleTest {
  private static RossumSimulator automated(String vendorName) {
    RossumSimulator rossum =
        Queue.rossum()
            .queue(QueueSettings.defaults().withAutomation(AutomationLevel.ALWAYS))
            .open(invoice().withField("vendor_name", vendorName));
    rossum.initialize();
    return rossum;
  }

  @Nested
  class AnUnambiguousName {
    @Test
    void findsTheSupplier() {
      RossumSimulator rossum = initialized(invoice().withField("vendor_name", "volvo"));

      assertThat(rossum.field("vendor")).hasText("3110");
      assertThat(rossum.field("vendor")).hasOptions(Option.of("3110", "Volvo"));
      assertThat(rossum).hasNoMessages();
    }

    @Test
    void goesThroughWithoutAUser() {
      assertThat(automated("volvo").isAutomated()).isTrue();
    }
  }

  @Nested
  class AnAmbiguousName {
    @Test
    void offersAllAndChoosesTheFirst() {
      RossumSimulator rossum = initialized(invoice().withField("vendor_name", "nordlicht"));

      assertThat(rossum.field("vendor")).hasText("2207");
      assertThat(rossum.field("vendor").options())
          .extracting(Option::label)
          .containsExactly("Nordlicht Papier GmbH", "Nordlicht Energie AG");
      assertThat(said(rossum))
          .containsExactly("warning on vendor: 2 suppliers match. Check the vendor.");
    }

    @Test
    void needsAUser() {
      RossumSimulator rossum = automated("nordlicht");

      assertThat(rossum.isAutomated()).isFalse();
      assertThat(rossum.field("vendor").blockers())
          .extracting(Blocker::text)
          .containsExactly("More than one supplier matches.");
    }

    @Test
    void leavesTheUsersChoiceAlone() {
      RossumSimulator rossum = initialized(invoice().withField("vendor_name", "nordlicht"));

      rossum.edit("vendor", "2208");
      rossum.edit("order_id", "450018");

      assertThat(rossum.field("vendor")).hasText("2208");
    }
  }

  @Nested
  class AnUnknownName {
    @ParameterizedTest
    @ValueSource(strings = {"Nobody Ltd", "%", "_"})
    void choosesNone(String name) {
      RossumSimulator rossum = initialized(invoice().withField("vendor_name", name));

      assertThat(rossum.field("vendor")).isEmpty();
      assertThat(said(rossum))
          .containsExactly(
              "warning on vendor_name: No supplier has this name.",
              "error on vendor: This field is required.");
    }

    @Test
    void isCorrectedByTheUser() {
      RossumSimulator rossum = initialized(invoice().withField("vendor_name", "V0lvo"));

      rossum.edit("vendor_name", "Volvo");

      assertThat(rossum.field("vendor")).hasText("3110");
      assertThat(rossum).hasNoMessages();
    }
  }

  @Test
  void withoutDatabaseTheVendorIsForTheUserToChoose() throws SQLException {
    DataSource database = Queue.database();
    breakDown(database);
    RossumSimulator rossum = RossumSimulator.of(Queue.hook(database)).open(invoice());

    rossum.initialize();

    assertThat(said(rossum)).containsExactly("error on vendor: This field is required.");
    assertThat(rossum.field("date_due")).isNotEmpty();
  }

  @Test
  void aQueueWithoutVendorIsFine() {
    assertThat(said(initialized(invoice().without("vendor")))).isEqualTo(List.of());
  }
}
