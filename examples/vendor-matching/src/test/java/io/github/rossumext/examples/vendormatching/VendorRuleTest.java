package io.github.rossumext.examples.vendormatching;

import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.payload.HookAction.STARTED;
import static io.github.rossumext.payload.HookAction.UPDATED;
import static io.github.rossumext.response.DatapointChange.none;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.Operation;
import io.github.rossumext.response.Replace;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Option;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorRuleTest {
  private static final Option ROBOYO = Option.of("1", "Roboyo");
  private static final Option ROSSUM = Option.of("2", "Rossum");
  private static final Option NONE = Option.of("---", "---");

  private final VendorRule rule;

  VendorRuleTest() throws SQLException {
    rule = new VendorRule(new Suppliers(SampleDatabase.create()));
  }

  private ContentResponse answerTo(String vendorName) throws Exception {
    return Call.at(INITIALIZE).with("vendor_name", vendorName).with("vendor", "").answeredBy(rule);
  }

  /** What makes these the options of the vendor, the field with the id 2, and chooses the first. */
  private static Operation offering(Option... options) {
    return Replace.of(
        2,
        none()
            .value(options[0].value())
            .options(List.of(options))
            .validationSources(List.of(CONNECTOR)));
  }

  @Nested
  class Matching {
    @Test
    void theSupplierWhoseNameContainsTheCapturedOneIsChosen() throws Exception {
      assertThat(answerTo("robo"))
          .isEqualTo(ContentResponse.builder().operation(offering(ROBOYO)).build());
    }

    @Test
    void allThatMatchAreOfferedAndTheFirstIsChosen() throws Exception {
      assertThat(answerTo("ro"))
          .isEqualTo(ContentResponse.builder().operation(offering(ROBOYO, ROSSUM)).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "Rossum Ltd", "", " ", ",. ,.", "%", "_", "Ro%yo"})
    void noneOffersNothingAndSaysSo(String vendorName) throws Exception {
      assertThat(answerTo(vendorName))
          .isEqualTo(
              ContentResponse.builder()
                  .operation(offering(NONE))
                  .message(Message.of(MessageType.ERROR, "Vendor not found.").on(1))
                  .build());
    }
  }

  @Nested
  class Occasion {
    @ParameterizedTest
    @ValueSource(strings = {"updated", "user_update"})
    void aChangedNameIsMatchedAgain(String action) throws Exception {
      ContentResponse answer =
          Call.at(new HookAction(action))
              .withChanged("vendor_name", "robo")
              .with("vendor", "---")
              .answeredBy(rule);

      assertThat(answer.operations()).containsExactly(offering(ROBOYO));
    }

    @Test
    void aVendorThatTheUserHasChosenStays() throws Exception {
      ContentResponse answer =
          Call.at(UPDATED).with("vendor_name", "ro").withChanged("vendor", "2").answeredBy(rule);

      assertThat(answer).isEqualTo(ContentResponse.empty());
    }

    @Test
    void openingTheDocumentLeavesTheVendorAlone() throws Exception {
      ContentResponse answer =
          Call.at(STARTED).with("vendor_name", "ro").with("vendor", "2").answeredBy(rule);

      assertThat(answer).isEqualTo(ContentResponse.empty());
    }
  }

  @Nested
  class MissingFields {
    @Test
    void aDocumentWithoutVendorNameIsSkipped() throws Exception {
      assertThat(Call.at(INITIALIZE).with("vendor", "").answeredBy(rule))
          .isEqualTo(ContentResponse.empty());
    }

    @Test
    void aDocumentWithoutVendorIsSkipped() throws Exception {
      assertThat(Call.at(INITIALIZE).with("vendor_name", "robo").answeredBy(rule))
          .isEqualTo(ContentResponse.empty());
    }
  }
}
