package io.github.rossumext.testkit;

import static io.github.rossumext.payload.HookAction.CONFIRM;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.payload.HookAction.STARTED;
import static io.github.rossumext.payload.HookAction.UPDATED;
import static io.github.rossumext.payload.HookAction.USER_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.content.Node;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixtureTest {
  private final Fixture invoice = Fixtures.invoice();

  @Test
  void isKnownByItsNameAndItsEvent() {
    assertThat(invoice.name()).isEqualTo("invoice");
    assertThat(invoice).hasToString("invoice, annotation_content.initialize");
    assertThat(invoice.with(EXPORT)).hasToString("invoice, annotation_content.export");
  }

  @Test
  void doesNotChangeWhenItsBytesAreWrittenInto() {
    byte[] bytes = invoice.body();
    bytes[0] = 'x';
    assertThat(invoice.body()[0]).isEqualTo((byte) '{');
  }

  @Test
  void ofAFileWithAByteOrderMarkIsReadEditedSignedAndPlayed(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("saved.json"), "\ufeff" + invoice.json());
    Secret secret = Secret.of("made-up secret of a test");
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(secret)
            .on(
                HookEvent.ANNOTATION_CONTENT,
                ContentRules.of(
                    content ->
                        content.field("notes").copyFrom(content.field("order_id")).info("Copied.")))
            .build();

    Fixture saved = Fixture.of(file);

    assertThat(saved.payload()).isInstanceOf(ContentPayload.class);
    assertThat(endpoint.handle(SignedRequest.of(saved, secret).toEndpointRequest()).status())
        .isEqualTo(200);
    RossumSimulator rossum = RossumSimulator.of(endpoint, secret).open(saved);
    rossum.initialize();
    assertThat(rossum.field("notes").text()).isEqualTo(rossum.field("order_id").text());
    assertThat(saved.withField("order_id", "A12").id("order_id")).isEqualTo(invoice.id("order_id"));
    assertThat(Json.read(saved.json())).isEqualTo(Json.read(invoice.json()));
  }

  @Test
  void doesNotGiveThePayloadOfAnotherEvent() {
    assertThatThrownBy(() -> invoice.payload(EmailPayload.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "invoice, annotation_content.initialize has a payload of type ContentPayload, not"
                + " EmailPayload.");
  }

  @Nested
  class WithAnotherAction {
    @ParameterizedTest
    @ValueSource(strings = {"initialize", "started", "user_update", "confirm", "export"})
    void hasThatActionAndNothingUpdated(String action) {
      ContentPayload payload = content(invoice.withEdited("order_id").with(new HookAction(action)));
      assertThat(payload.action().value()).isEqualTo(action);
      assertThat(payload.updatedDatapoints()).isEmpty();
    }

    @Test
    void hasTheStatusThatItsAnnotationThenHas() {
      assertThat(status(invoice.with(INITIALIZE))).isEqualTo(AnnotationStatus.IMPORTING);
      assertThat(status(invoice.with(STARTED))).isEqualTo(AnnotationStatus.REVIEWING);
      assertThat(status(invoice.withEdited("order_id"))).isEqualTo(AnnotationStatus.REVIEWING);
      assertThat(status(invoice.with(CONFIRM))).isEqualTo(AnnotationStatus.REVIEWING);
      assertThat(status(invoice.with(EXPORT))).isEqualTo(AnnotationStatus.EXPORTING);
    }

    private static AnnotationStatus status(Fixture fixture) {
      return content(fixture).annotation().status().orElseThrow();
    }

    @Test
    void keepsEverythingElse() {
      assertThat(json(invoice.with(STARTED).with(INITIALIZE))).isEqualTo(json(invoice));
      Map<Object, Object> started = new LinkedHashMap<>(json(invoice.with(STARTED)));
      Map<Object, Object> initialized = new LinkedHashMap<>(json(invoice));
      for (String key : new String[] {"action", "annotation"}) {
        started.remove(key);
        initialized.remove(key);
      }
      assertThat(started).isEqualTo(initialized);
    }

    @Test
    void keepsTheKeysInTheirOrder() {
      assertThat(invoice.with(STARTED).payload().keys())
          .containsExactlyElementsOf(invoice.payload().keys());
    }

    @Test
    void leavesTheFixtureItCameFromAlone() {
      byte[] before = invoice.body();
      assertThat(invoice.with(STARTED).body()).isNotEqualTo(before);
      assertThat(invoice.body()).isEqualTo(before);
    }

    @Test
    void takesTheIdsThatAnApiClientOrAPredecessorChanged() {
      long row = only("line_items").id();
      assertThat(content(invoice.with(INITIALIZE, row)).updatedDatapoints()).containsExactly(row);
    }

    @Test
    void refusesUpdatedWithoutIdsSinceRossumAlwaysSendsSome() {
      assertThatThrownBy(() -> invoice.with(UPDATED))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("withEdited(…)");
    }

    @Test
    void refusesAnIdThatTheDocumentDoesNotHave() {
      assertThatThrownBy(() -> invoice.with(USER_UPDATE, 7))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("invoice, annotation_content.initialize has no node with the id 7.");
    }

    @Test
    void refusesAnotherEvent() {
      assertThatThrownBy(() -> Fixtures.emailReceived().with(STARTED))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "email-received, email.received has a payload of type EmailPayload, not"
                  + " ContentPayload.");
    }
  }

  @Nested
  class Edited {
    @Test
    void isAnUpdateOfTheseFields() {
      ContentPayload payload = content(invoice.withEdited("vendor_name", "order_id"));
      assertThat(payload.action()).isEqualTo(UPDATED);
      assertThat(payload.updatedDatapoints())
          .containsExactly(only("vendor_name").id(), only("order_id").id());
    }

    @Test
    void refusesAFieldThatTheDocumentDoesNotHave() {
      assertThatThrownBy(() -> invoice.withEdited("vendor_nme"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "invoice, annotation_content.initialize has no 'vendor_nme'."
                  + " Did you mean vendor_name, vendor, vendor_iban?");
    }

    @Test
    void refusesAColumnSinceItHasSeveralCells() {
      assertThatThrownBy(() -> invoice.withEdited("item_code"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "'item_code' is in 'line_items': say in which row or place, such as"
                  + " line_items[0].item_code.");
    }
  }

  @Nested
  class Clicked {
    @Test
    void isAUserUpdateWithTheIdOfTheButton() {
      ContentPayload payload = content(invoice.withClicked("refresh"));
      assertThat(payload.action()).isEqualTo(USER_UPDATE);
      assertThat(payload.updatedDatapoints()).containsExactly(only("refresh").id());
    }

    @Test
    void refusesWhatIsNoButton() {
      assertThatThrownBy(() -> invoice.withClicked("order_id"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("'order_id' is not a button.");
    }
  }

  private Node only(String schemaId) {
    return content(invoice).content().bySchemaId(schemaId).get(0);
  }

  private static ContentPayload content(Fixture fixture) {
    return fixture.payload(ContentPayload.class);
  }

  private static Map<?, ?> json(Fixture fixture) {
    return fixture.payload().raw().as(Map.class);
  }
}
