package io.github.rossumext.examples.vendormatching;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.hook.HookFile;
import io.github.rossumext.testkit.simulator.FieldChange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.value.RawJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Checks that the JSON files of the example fit the program. */
class FilesTest {
  private static final Set<String> TYPES = Set.of("string", "number", "date", "enum", "button");

  private static RawJson read(String file) throws IOException {
    return RawJson.of(Files.readString(Path.of(file)));
  }

  private static String text(RawJson object, String key) {
    return object.find(key).flatMap(RawJson::scalar).orElse("");
  }

  private static List<RawJson> fields() throws IOException {
    return read("rossum/schema.json").elements().stream()
        .flatMap(section -> section.find("children").orElseThrow().elements().stream())
        .toList();
  }

  private static HookEndpoint endpoint() throws SQLException {
    return VendorMatching.endpoint(Queue.SECRET, new Suppliers(SampleDatabase.create())).build();
  }

  private static RawJson responseTo(byte[] body) throws SQLException {
    EndpointResponse response =
        endpoint().handle(SignedRequest.of(body, Queue.SECRET).toEndpointRequest());
    return RawJson.of(new String(response.body(), StandardCharsets.UTF_8));
  }

  @Nested
  class Schema {
    @Test
    void itIsAListOfSectionsOfDatapoints() throws Exception {
      assertThat(read("rossum/schema.json").elements())
          .isNotEmpty()
          .allSatisfy(section -> assertThat(text(section, "category")).isEqualTo("section"));
      assertThat(fields())
          .allSatisfy(field -> assertThat(text(field, "category")).isEqualTo("datapoint"));
    }

    @Test
    void everyNodeHasAnIdOfItsOwnAndALabel() throws Exception {
      List<RawJson> nodes =
          Stream.concat(read("rossum/schema.json").elements().stream(), fields().stream()).toList();

      assertThat(nodes)
          .allSatisfy(node -> assertThat(text(node, "id")).matches("[a-z_]{1,50}"))
          .allSatisfy(node -> assertThat(text(node, "label")).isNotBlank());
      assertThat(nodes.stream().map(node -> text(node, "id"))).doesNotHaveDuplicates();
    }

    @Test
    void everyFieldHasAKnownTypeAndOnlyTheEnumHasOptions() throws Exception {
      assertThat(fields())
          .allSatisfy(
              field -> {
                assertThat(text(field, "type")).isIn(TYPES);
                assertThat(field.find("options").isPresent())
                    .isEqualTo(text(field, "type").equals("enum"));
              });
    }

    @Test
    void itHasTheFieldsThatTheRulesWorkOnAndNoOthers() throws Exception {
      RossumSimulator rossum =
          Queue.initialized(
              Documents.invoice()
                  .withField("invoice_id", "x1")
                  .withField("order_id", "x1")
                  .withField("vendor_name", "x1"));

      List<String> worked =
          Stream.concat(
                  rossum.exchanges().get(0).changes().stream().map(FieldChange::schemaId),
                  rossum.messages().stream().map(ShownMessage::schemaId))
              .distinct()
              .toList();
      assertThat(worked)
          .containsExactlyInAnyOrder("invoice_id", "order_id", "vendor_name", "vendor");
      assertThat(fields())
          .extracting(field -> text(field, "id"))
          .containsExactlyInAnyOrder("invoice_id", "order_id", "vendor_name", "vendor");
    }
  }

  @Nested
  class Hook {
    private final RawJson hook;

    Hook() throws IOException {
      hook = read("rossum/hook.json");
    }

    @Test
    void itFitsTheProgram() throws Exception {
      assertThat(HookFile.of(Path.of("rossum/hook.json")).withSchema(Path.of("rossum/schema.json")))
          .fits(endpoint());
    }

    @Test
    void itLeavesPlaceholdersForWhatItCannotKnow() {
      RawJson config = hook.find("config").orElseThrow();

      assertThat(hook.find("queues").orElseThrow().asListOf(String.class))
          .containsExactly("${QUEUE_URL}");
      assertThat(text(config, "url")).isEqualTo("${EXTENSION_URL}");
      assertThat(text(config, "secret")).isEqualTo("${ROSSUM_HOOK_SECRET}");
    }
  }

  @Nested
  class SampleRequest {
    @Test
    void itIsADocumentOfTheSchema() throws Exception {
      ContentPayload sample =
          (ContentPayload) HookPayload.of(Files.readAllBytes(Path.of("sample-request.json")));

      for (RawJson field : fields()) {
        assertThat(sample.content().bySchemaId(text(field, "id"))).hasSize(1);
      }
    }

    @Test
    void itShowsWhatEachRuleDoes() throws Exception {
      RawJson response = responseTo(Files.readAllBytes(Path.of("sample-request.json")));

      assertThat(response.find("messages").orElseThrow().elements()).hasSize(1);
      assertThat(response.find("operations").orElseThrow().elements()).hasSize(2);
    }
  }
}
