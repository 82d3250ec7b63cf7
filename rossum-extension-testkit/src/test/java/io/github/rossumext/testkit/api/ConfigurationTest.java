package io.github.rossumext.testkit.api;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues, schemas, hooks, exports and data storage. */
class ConfigurationTest extends StubTest {
  private static final String SCHEMA =
      "{\"name\":\"Orders\",\"content\":[{\"id\":\"s\",\"category\":\"section\",\"label\":\"S\",\"children\":["
          + "{\"id\":\"order_id\",\"category\":\"datapoint\",\"type\":\"string\",\"label\":\"Order\"}]}]}";

  private static String hook(String more) {
    return "{\"name\":\"Checks\",\"type\":\"webhook\",\"events\":[\"annotation_content.initialize\"],"
        + "\"config\":{\"url\":\"https://hooks.example/x\",\"secret\":\"s3cret-config\"}"
        + more
        + "}";
  }

  @Test
  void secretsOfAHookAreWriteOnly() {
    Client.Reply made = client.post("/v1/hooks", hook(",\"secrets\":{\"erp\":\"s3cret-erp\"}"));
    assertThat(made.status()).isEqualTo(201);
    for (Client.Reply reply :
        new Client.Reply[] {
          made, client.get(made.at("/url")), client.get("/v1/hooks?name=Checks")
        }) {
      assertThat(reply.text()).doesNotContain("s3cret");
    }
    assertThat(client.get(made.at("/url")).json().path("secrets").toString()).isEqualTo("{}");
    assertThat(client.get(made.at("/url") + "/secrets_keys").text()).isEqualTo("[\"erp\"]");
    assertThat(api.describe()).doesNotContain("s3cret");
  }

  @Test
  void theSchemaOfABuiltDocumentHasANameSoThatItCanChange() {
    Fixture built =
        DocumentBuilder.of(
                "[{\"category\":\"section\",\"id\":\"a\",\"label\":\"A\",\"children\":[{\"category\":"
                    + "\"datapoint\",\"id\":\"x\",\"label\":\"X\",\"type\":\"string\"}]}]")
            .build();
    api.add(built);
    Client.Reply changed =
        client.patch(
            "/v1/schemas/33899",
            "{\"content\":[{\"category\":\"section\",\"id\":\"b\",\"label\":\"B\",\"children\":[]}]}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.at("/name")).isEqualTo("schemas 33899");
  }

  @Test
  void aChangeWithoutSecretsKeepsThem() {
    Client.Reply made = client.post("/v1/hooks", hook(",\"secrets\":{\"erp\":\"x\"}"));
    api.clock().advance(Duration.ofMinutes(1));
    Client.Reply changed = client.patch(made.at("/url"), "{\"name\":\"Other\"}");
    assertThat(changed.at("/name")).isEqualTo("Other");
    assertThat(client.get(made.at("/url")).at("/modified_at"))
        .isNotEqualTo(made.at("/modified_at"));
    assertThat(client.get(made.at("/url") + "/secrets_keys").text()).isEqualTo("[\"erp\"]");
    client.patch(made.at("/url"), "{\"secrets\":{\"other\":\"y\"}}");
    assertThat(client.get(made.at("/url") + "/secrets_keys").text()).isEqualTo("[\"other\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"secrets\":{\"erp\":7}",
        ",\"secrets\":[]",
        ",\"secrets_schema\":{\"type\":\"object\"}",
        ",\"secrets_schema\":{\"additionalProperties\":false,\"required\":[]}",
        ",\"secrets_schema\":{\"additionalProperties\":false,\"properties\":{\"n\":{\"type\":\"number\"}}}",
        ",\"secrets_schema\":{\"additionalProperties\":false,\"properties\":{}},\"secrets\":{\"erp\":\"x\"}",
        ",\"events\":[\"annotation_content\"]",
        ",\"events\":[]",
        ",\"queues\":[19055]",
        ",\"token_lifetime_s\":7201",
        ",\"name\":\"\"",
        ",\"config\":{\"url\":\"http://hooks.example/x\"}",
        ",\"config\":{\"url\":\"https://hooks.example/x\",\"retry_count\":5}",
      })
  void aHookThatRossumRefusesIsRefused(String wrong) {
    assertThat(client.post("/v1/hooks", hook(wrong)).status()).isEqualTo(400);
    assertThat(client.get("/v1/hooks").json().path("results")).isEmpty();
  }

  @Test
  void aHookIsFoundByItsQueueAndShownInIt() {
    Client.Reply made =
        client.post("/v1/hooks", hook(",\"queues\":[\"" + HOST + "/queues/19055\"]"));
    assertThat(client.get("/v1/hooks?queue=19055&active=true").json().path("results")).hasSize(1);
    assertThat(client.get("/v1/queues/19055").at("/hooks/0")).isEqualTo(made.at("/url"));
    Client.Reply copy =
        client.post(made.at("/url") + "/duplicate", "{\"name\":\"Copy\",\"copy_secrets\":true}");
    assertThat(copy.at("/active")).isEqualTo("false");
    assertThat(copy.json().path("queues")).isEmpty();
    assertThat(client.delete(made.at("/url")).status()).isEqualTo(204);
    assertThat(client.post(copy.at("/url") + "/invoke", "{}").status()).isEqualTo(400);
  }

  @Test
  void aSchemaIsMadeUsedAndThenNotDeleted() {
    Client.Reply schema = client.post("/v1/schemas", SCHEMA);
    assertThat(schema.status()).isEqualTo(201);
    Client.Reply queue =
        client.post("/v1/queues", "{\"name\":\"Orders\",\"schema\":\"" + schema.at("/url") + "\"}");
    assertThat(queue.status()).isEqualTo(201);
    assertThat(client.get(schema.at("/url")).at("/queues/0")).isEqualTo(queue.at("/url"));
    assertThat(client.delete(schema.at("/url")).status()).isEqualTo(409);
    client.delete(queue.at("/url"));
    assertThat(client.delete(schema.at("/url")).status()).isEqualTo(204);
  }

  @Test
  void anUploadGetsTheFieldsOfTheSchema() {
    api.runningPolls(0);
    String schema = client.post("/v1/schemas", SCHEMA).at("/url");
    String queue =
        client.post("/v1/queues", "{\"name\":\"Orders\",\"schema\":\"" + schema + "\"}").at("/id");
    String task =
        client
            .send("POST", "/v1/uploads/a.pdf?queue=" + queue, "application/pdf", new byte[] {1})
            .at("/url");
    String annotation =
        client
            .get(client.get(task + "?no_redirect=true").at("/content/upload"))
            .at("/annotations/0");
    assertThat(client.get(annotation + "/content").at("/content/0/children/0/schema_id"))
        .isEqualTo("order_id");
  }

  @Test
  void aSchemaIsValidated() {
    assertThat(client.post("/v1/schemas/validate", SCHEMA).text()).isEqualTo("{}");
    Client.Reply wrong =
        client.post("/v1/schemas/validate", SCHEMA.replace("\"order_id\"", "\"s\""));
    assertThat(wrong.status()).isEqualTo(200);
    assertThat(wrong.at("/content/0")).contains("'s' is not unique");
    assertThat(client.post("/v1/schemas", "{\"name\":\"x\",\"content\":[]}").status())
        .isEqualTo(400);
  }

  @Test
  void aQueueIsExported() {
    Client.Reply page = client.get("/v1/queues/19055/export?status=to_review&page_size=1");
    JsonNode item = page.json().at("/results/0");
    assertThat(item.fieldNames())
        .toIterable()
        .contains(
            "url",
            "status",
            "arrived_at",
            "exported_at",
            "document",
            "schema",
            "automated",
            "content",
            "metadata")
        .doesNotContain("id");
    assertThat(item.at("/document/file_name").asText()).isEqualTo("Rechnung NL-2025-0917.pdf");
    assertThat(item.at("/content/0/children/0/value").isTextual()).isTrue();
    assertThat(
            client
                .get(
                    "/v1/queues/19055/export?format=csv&columns=invoice_id&prepend_columns=meta_status")
                .text())
        .isEqualTo(
            "meta_status,invoice_id\r\nto_review,"
                + api.annotation(INVOICE).text("invoice_id")
                + "\r\n");
    assertThat(client.get("/v1/queues/19055/export?format=xlsx").status()).isEqualTo(400);
  }

  @Test
  void anExportMayMoveTheState() {
    assertThat(client.post("/v1/queues/19055/export?to_status=exported", "").status())
        .isEqualTo(400);
    client.post(PATH + "/start", "");
    client.post(PATH + "/confirm", "");
    assertThat(
            client.post("/v1/queues/19055/export?to_status=exported&status=exporting", "").status())
        .isEqualTo(200);
    assertThat(api).annotation(INVOICE).hasStatus(AnnotationStatus.EXPORTED);
  }

  @Test
  void dataStorageFindsDocuments() {
    api.collection(
        "vendors",
        Map.of("_id", 1, "name", "ACME", "vat", 19),
        Map.of("_id", 2, "name", "Volvo", "vat", 7));
    String path = api.baseUrl() + "/svc/data-storage/api/v1/";
    for (String query :
        new String[] {
          "{\"name\":\"Volvo\"}",
          "{\"vat\":{\"$lt\":19}}",
          "{\"name\":{\"$regex\":\"^vol\",\"$options\":\"i\"}}",
          "{\"$or\":[{\"_id\":2},{\"_id\":3}]}",
          "{\"$and\":[{\"vat\":{\"$gte\":7}},{\"vat\":{\"$ne\":19}}]}",
          "{\"name\":{\"$in\":[\"Volvo\"]},\"vat\":{\"$exists\":true}}",
        }) {
      Client.Reply found =
          client.post(
              path + "data/find", "{\"collectionName\":\"vendors\",\"query\":" + query + "}");
      assertThat(found.json().path("result")).as(query).hasSize(1);
      assertThat(found.at("/result/0/name")).as(query).isEqualTo("Volvo");
    }
    JsonNode first =
        client
            .post(
                path + "data/find",
                "{\"collectionName\":\"vendors\",\"query\":{},\"sort\":{\"name\":-1},"
                    + "\"limit\":1,\"projection\":{\"name\":1}}")
            .json()
            .path("result");
    assertThat(first).hasSize(1);
    assertThat(first.path(0).fieldNames()).toIterable().containsExactlyInAnyOrder("_id", "name");
    assertThat(first.at("/0/name").asText()).isEqualTo("Volvo");
    assertThat(
            client
                .post(
                    path + "data/aggregate",
                    "{\"collectionName\":\"vendors\",\"pipeline\":[{\"$match\":{\"vat\":19}},{\"$project\":{\"_id\":0,\"name\":1}}]}")
                .json()
                .path("result")
                .toString())
        .isEqualTo("[{\"name\":\"ACME\"}]");
    assertThat(api).hasNoProblems();
    assertThat(
            client
                .post(
                    path + "data/aggregate",
                    "{\"collectionName\":\"vendors\",\"pipeline\":[{\"$lookup\":{}}]}")
                .status())
        .isEqualTo(400);
    assertThat(api).hasProblemContaining("$lookup");
  }

  private static final String HUB = "/svc/master-data-hub/api/v1/";

  /** Sends a data set, and returns the status of its operation after each poll. */
  private List<String> dataSet(String method, String name, String fileName, String file) {
    String form =
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + fileName
            + "\"\r\n\r\n"
            + file
            + "\r\n--B\r\nContent-Disposition: form-data; name=\"id_keys\"\r\n\r\n[\"code\"]\r\n--B--\r\n";
    Client.Reply reply =
        client.send(
            method,
            api.baseUrl() + HUB + "dataset/" + name,
            "multipart/form-data; boundary=B",
            form.getBytes(StandardCharsets.UTF_8));
    assertThat(reply.status()).isEqualTo(202);
    String operation = api.baseUrl() + reply.header("Location");
    return List.of(client.get(operation).at("/status"), client.get(operation).at("/status"));
  }

  private String vendors() {
    return client
        .post(
            api.baseUrl() + "/svc/data-storage/api/v1/data/find",
            "{\"collectionName\":\"vendors\",\"query\":{}}")
        .json()
        .path("result")
        .toString();
  }

  @Test
  void aDataSetIsACollectionAfterItsOperation() {
    assertThat(dataSet("POST", "vendors", "v.csv", "code,name\n1,\"ACME, \"\"Ltd\"\"\"\n2,Volvo\n"))
        .containsExactly("running", "success");
    assertThat(vendors())
        .isEqualTo(
            "[{\"code\":\"1\",\"name\":\"ACME, \\\"Ltd\\\"\"},{\"code\":\"2\",\"name\":\"Volvo\"}]");

    dataSet("PATCH", "vendors", "v.json", "[{\"code\":\"2\",\"name\":\"Saab\"},{\"code\":\"3\"}]");
    assertThat(vendors()).contains("ACME", "Saab", "\"3\"").doesNotContain("Volvo");

    dataSet("PUT", "vendors", "v.json", "[{\"code\":\"4\"}]");
    assertThat(vendors()).isEqualTo("[{\"code\":\"4\"}]");

    String operation = client.delete(api.baseUrl() + HUB + "dataset/vendors").header("Location");
    client.get(api.baseUrl() + operation);
    assertThat(vendors()).as("it still runs").isNotEqualTo("[]");
    client.get(api.baseUrl() + operation);
    assertThat(vendors()).isEqualTo("[]");
    assertThat(api).hasNoProblems();
  }

  @Test
  void aDataSetThatIsMissingOrWrongIsRefused() {
    for (String method : List.of("PUT", "PATCH", "DELETE")) {
      assertThat(client.send(method, api.baseUrl() + HUB + "dataset/none", "{}").status())
          .as(method)
          .isEqualTo(404);
    }
    assertThat(client.get(api.baseUrl() + HUB + "operation/7").status()).isEqualTo(404);
    api.collection("vendors", Map.of("code", "1"));
    assertThat(
            client
                .send(
                    "POST",
                    api.baseUrl() + HUB + "dataset/vendors",
                    "multipart/form-data; boundary=B",
                    "--B--\r\n".getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(409);
  }

  @Test
  void theUserOfATokenAndTheOrganizationAreThere() {
    assertThat(client.get("/v1/auth/user").at("/url")).isEqualTo(url("users/1"));
    assertThat(client.get("/v1/users").json().path("results").size()).isGreaterThanOrEqualTo(2);
    assertThat(client.get("/v1/organizations/1").at("/name")).isNotEmpty();
  }
}
