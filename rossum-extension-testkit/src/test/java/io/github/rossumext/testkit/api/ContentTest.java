package io.github.rossumext.testkit.api;

import static io.github.rossumext.payload.AnnotationStatus.TO_REVIEW;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.rossumext.testkit.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content, operations, validation, and the text of the pages. */
class ContentTest extends StubTest {
  private long id(String schemaId) {
    return find(client.get(PATH + "/content").json().path("content"), schemaId).path("id").asLong();
  }

  private static JsonNode find(JsonNode nodes, String schemaId) {
    for (JsonNode node : nodes) {
      if (node.path("schema_id").asText().equals(schemaId)) {
        return node;
      }
      JsonNode below = find(node.path("children"), schemaId);
      if (!below.isMissingNode()) {
        return below;
      }
    }
    return MissingNode.getInstance();
  }

  private Client.Reply operate(String operations) {
    return client.post(PATH + "/content/operations", "{\"operations\":[" + operations + "]}");
  }

  @Test
  void contentIsTheTreeWithADeprecatedCopy() {
    JsonNode content = client.get(PATH + "/content").json();
    assertThat(content.path("content")).isNotEmpty().isEqualTo(content.path("results"));
    JsonNode field = find(content.path("content"), "invoice_id");
    assertThat(field.path("category").asText()).isEqualTo("datapoint");
    assertThat(field.at("/content/value").asText())
        .isEqualTo(api.annotation(INVOICE).text("invoice_id"));
  }

  @Test
  void operationsAreThoseOfResponses() {
    String table = String.valueOf(id("line_items"));
    int rows =
        find(client.get(PATH + "/content").json().path("content"), "line_items")
            .path("children")
            .size();
    Client.Reply reply =
        operate(
            "{\"op\":\"replace\",\"id\":"
                + id("invoice_id")
                + ",\"value\":{\"content\":{\"value\":\"R-1\"},\"validation_sources\":[\"connector\"]}},"
                + "{\"op\":\"add\",\"id\":"
                + table
                + ",\"value\":[{\"schema_id\":\"item_description\",\"content\":{\"value\":\"Freight\"}}]}");
    assertThat(reply.status()).isEqualTo(200);
    JsonNode items = find(reply.json().path("content"), "line_items");
    assertThat(items.path("children")).hasSize(rows + 1);
    assertThat(api)
        .annotation(INVOICE)
        .hasText("invoice_id", "R-1")
        .hasText("line_items[" + rows + "].item_description", "Freight");
    operate("{\"op\":\"remove\",\"id\":" + items.at("/children/0/id") + "}");
    assertThat(api)
        .annotation(INVOICE)
        .hasText("line_items[" + (rows - 1) + "].item_description", "Freight");
    assertThat(api).annotation(INVOICE).hasStatus(TO_REVIEW);
    assertThat(api).hasNoProblems();
  }

  @Test
  void anIdMayBeAText() {
    operate(
        "{\"op\":\"replace\",\"id\":\""
            + id("invoice_id")
            + "\",\"value\":{\"content\":{\"value\":\"R-2\"}}}");
    assertThat(api).annotation(INVOICE).hasText("invoice_id", "R-2");
    assertThat(api).hasNoProblems();
  }

  @Test
  void anOperationThatRossumLosesIsAProblem() {
    String before = api.annotation(INVOICE).text("invoice_id");
    Client.Reply reply =
        operate(
            "{\"op\":\"replace\",\"id\":"
                + id("invoice_id")
                + ",\"value\":{\"content\":{\"value\":\"R-1\",\"normalized_value\":\"R-2\"}}}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(api).annotation(INVOICE).hasText("invoice_id", before);
    assertThat(api).hasProblemContaining("normalized_value");
    assertThat(api.problems().get(0).operation()).hasValue(0);
  }

  @Test
  void operationsMustBeAList() {
    assertThat(client.post(PATH + "/content/operations", "{}").status()).isEqualTo(400);
    assertThat(client.post(PATH + "/content/operations", "{\"operations\":{}}").status())
        .isEqualTo(400);
  }

  @Test
  void aPartialTreeKeepsWhatIsMissing() {
    String vendor = api.annotation(INVOICE).text("vendor_name");
    client.patch(
        PATH + "/content",
        "{\"content\":[{\"schema_id\":\"basic_info_section\",\"children\":[{\"id\":"
            + id("invoice_id")
            + ",\"content\":{\"value\":\"R-3\"}}]}]}");
    assertThat(api).annotation(INVOICE).hasText("invoice_id", "R-3").hasText("vendor_name", vendor);
  }

  @Test
  void oneNodeIsReadAndChanged() {
    String node = PATH + "/content/" + id("invoice_id");
    assertThat(client.get(node).at("/schema_id")).isEqualTo("invoice_id");
    Client.Reply reply =
        client.patch(node, "{\"content\":{\"value\":\"R-4\"},\"validation_sources\":[\"human\"]}");
    assertThat(reply.at("/content/value")).isEqualTo("R-4");
    assertThat(reply.at("/validation_sources/0")).isEqualTo("human");
    assertThat(client.get(PATH + "/content/7").status()).isEqualTo(404);
  }

  @Test
  void anEmptyRowIsAdded() {
    Client.Reply reply = client.post(PATH + "/content/" + id("line_items") + "/add_empty", "");
    assertThat(reply.at("/category")).isEqualTo("tuple");
    assertThat(client.post(PATH + "/content/" + id("invoice_id") + "/add_empty", "").status())
        .isEqualTo(400);
  }

  @Test
  void validateNeedsTheCallerAndKnownIds() {
    assertThat(client.post(PATH + "/content/validate", "{}").status()).isEqualTo(409);
    client.post(PATH + "/start", "");
    Client.Reply reply =
        client.post(
            PATH + "/content/validate",
            "{\"actions\":[\"user_update\",\"updated\"],\"updated_datapoint_ids\":["
                + id("invoice_id")
                + "]}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().fieldNames())
        .toIterable()
        .containsExactly(
            "messages", "updated_datapoints", "suggested_operations", "matched_trigger_rules");
    assertThat(reply.at("/updated_datapoints/0/schema_id")).isEqualTo("invoice_id");
    assertThat(client.post(PATH + "/content/validate", "{\"actions\":[\"updated\"]}").status())
        .isEqualTo(400);
    assertThat(client.post(PATH + "/content/validate", "{\"updated_datapoint_ids\":[7]}").status())
        .isEqualTo(400);
  }

  @Test
  void validateReportsTheChecksOfTheSchema() {
    api.add(
        Fixtures.extractedInvoice()
            .withStatus(TO_REVIEW)
            .withSchema(Fixtures.invoiceSchema())
            .withField("invoice_id", ""));
    client.post(PATH + "/start", "");
    Client.Reply reply = client.post(PATH + "/content/validate", "");
    assertThat(reply.at("/messages/0/id")).isEqualTo(String.valueOf(id("invoice_id")));
    assertThat(reply.at("/messages/0/type")).isEqualTo("error");
  }

  @Test
  void pageDataHasTheLinesOfATest() {
    api.pageText(INVOICE, 1, "Invoice R-1", "Total 12.50 EUR");
    JsonNode page = client.get(PATH + "/page_data?granularity=words&page_numbers=1").json();
    assertThat(page.at("/results/0/page_number").asInt()).isEqualTo(1);
    assertThat(page.at("/results/0/granularity").asText()).isEqualTo("words");
    assertThat(page.at("/results/0/items")).hasSize(5);
    assertThat(page.at("/results/0/items/3/text").asText()).isEqualTo("12.50");
    assertThat(page.at("/results/0/items/3/position")).hasSize(4);
    assertThat(
            client
                .get(PATH + "/page_data?granularity=lines&page_numbers=1")
                .at("/results/0/items/1/text"))
        .isEqualTo("Total 12.50 EUR");
    assertThat(
            client
                .get(PATH + "/page_data?granularity=chars&page_numbers=1")
                .json()
                .at("/results/0/items"))
        .hasSize(23);
  }

  @Test
  void pageDataHasWhatTheFieldsCaptured() {
    Client.Reply reply = client.get(PATH + "/page_data?granularity=texts");
    assertThat(reply.text()).contains(api.annotation(INVOICE).text("invoice_id"));
    assertThat(client.get(PATH + "/page_data?granularity=barcodes").status()).isEqualTo(404);
    assertThat(client.get(PATH + "/page_data?granularity=pixels").status()).isEqualTo(400);
  }

  @Test
  void aPhraseIsFoundWithSomeTolerance() {
    api.pageText(INVOICE, 2, "Please pay  by 2025-12-01");
    assertThat(client.get(PATH + "/search?phrase=pay+by").at("/results/0/page")).isEqualTo("2");
    assertThat(
            client
                .get(PATH + "/search?phrase=pax+by&tolerance=1")
                .json()
                .at("/results/0/rectangle"))
        .hasSize(4);
    assertThat(client.get(PATH + "/search?phrase=pax+by").json().path("results")).isEmpty();
    assertThat(client.get(PATH + "/search?phrase=pay").at("/status")).isEqualTo("ok");
  }

  @Test
  void aRectangleIsSelected() {
    api.pageText(INVOICE, 1, "Number R-77");
    client.post(
        PATH + "/content/" + id("invoice_id") + "/select",
        "{\"rectangle\":[180,90,300,140],\"page\":\"" + HOST + "/pages/4620771801\"}");
    assertThat(api).annotation(INVOICE).hasText("invoice_id", "R-77");
  }

  @Test
  void aPageThatIsMissingIsAMistakeOfTheTest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> api.pageText(INVOICE, 3, "x"))
        .withMessageContaining("2 pages");
  }

  @Test
  void annotationsAreSearchedByFieldsAndKeys() {
    String number = api.annotation(INVOICE).text("amount_total");
    for (String query :
        new String[] {
          "{\"field.invoice_id.string\":{\"$in\":[\"x\",\""
              + api.annotation(INVOICE).text("invoice_id")
              + "\"]}}",
          "{\"field.amount_total.number\":{\"$gte\":" + number + "}}",
          "{\"field.amount_total.number\":{\"$eq\":" + number + "}}",
          "{\"queue\":{\"$in\":[\"" + url("queues/19055") + "\"]}}",
          "{\"status\":{\"$ne\":\"deleted\"}}",
          "{\"field.vendor_name.string\":{\"$emptyOrMissing\":false}}",
          "{\"original_file_name\":{\"$startsWith\":\"rechnung\"}}",
          "{\"original_file_name\":{\"$anyTokenStartsWith\":\"2025\"}}",
          "{\"$and\":[{\"status\":{\"$eq\":\"to_review\"}},{\"automated\":{\"$eq\":false}}]}",
        }) {
      Client.Reply found = client.post("/v1/annotations/search", "{\"query\":" + query + "}");
      assertThat(found.status()).as(query).isEqualTo(200);
      assertThat(found.json().path("results")).as(query).hasSize(1);
    }
    for (String query :
        new String[] {
          "{\"annotation\":{\"$ne\":\"" + url("annotations/" + INVOICE) + "\"}}",
          "{\"field.amount_total.number\":{\"$lt\":" + number + "}}",
          "{\"field.invoice_id.string\":{\"$emptyOrMissing\":true}}",
          "{\"status\":{\"$nin\":[\"to_review\"]}}",
        }) {
      assertThat(
              client
                  .post("/v1/annotations/search", "{\"query\":" + query + "}")
                  .json()
                  .path("results"))
          .as(query)
          .isEmpty();
    }
    assertThat(
            client
                .post("/v1/annotations/search", "{\"query_string\":{\"string\":\"nl-2025\"}}")
                .json()
                .path("results"))
        .hasSize(1);
  }

  @Test
  void aSearchThatRossumDoesNotKnowIsRefused() {
    for (String body :
        new String[] {
          "{}",
          "{\"query\":[]}",
          "{\"query\":{\"status\":{\"$like\":\"x\"}}}",
          "{\"query\":{\"field.invoice_id\":{\"$eq\":\"x\"}}}",
          "{\"query\":{\"statut\":{\"$eq\":\"x\"}}}",
        }) {
      assertThat(client.post("/v1/annotations/search", body).status()).as(body).isEqualTo(400);
    }
  }

  /** Each would find nothing, so that a test that expects nothing would pass. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'field.invoce_id.string':{'$eq':'x'}} | has the field 'invoce_id'. Did you mean invoice_id",
        "{'field.amount_total.number':{'$gte':'100'}} | is compared with a number",
        "{'field.invoice_id.string':{'$eq':7}} | is compared with a text",
        "{'field.invoice_id.string':{'$in':'x'}} | $in of field.invoice_id.string needs a list",
        "{'queue':{'$eq':'https://x/v1/queues/8198'}} | does not have the object queues/8198",
        "{'queue':{'$in':[19055]}} | queue is compared with URLs of queues",
        "{'$and':[{'annotation':{'$ne':'https://x/v1/queues/19055'}}]} | with URLs of annotations",
        "{'status':{'$eq':'to_reviw'}} | Unknown status 'to_reviw'",
        "{'statut':{'$eq':'x'}} | Did you mean status",
        "{'status':{'$like':'x'}} | Unknown operator '$like'",
      })
  void aSearchThatCouldFindNothingIsAProblem(String query, String problem) {
    String body = "{\"query\":" + query.replace('\'', '"') + "}";
    Client.Reply reply = client.post("/v1/annotations/search", body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/query/0")).contains(problem);
    assertThat(api).hasProblemContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workspace",
        "relations__key",
        "creator__username",
        "exported_by__username",
        "export_failed_at",
        "rir_poll_id"
      })
  void aSearchKnowsTheKeysOfTheDocumentation(String key) {
    Client.Reply reply =
        client.post(
            "/v1/annotations/search", "{\"query\":{\"" + key + "\":{\"$emptyOrMissing\":false}}}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(api).hasNoProblems();
  }

  @Test
  void aSearchHasPagesOfItsOwn() {
    for (int i = 0; i < 2; i++) {
      client.post(PATH + "/copy", "{\"target_queue\":\"" + HOST + "/queues/19055\"}");
    }
    Client.Reply first = client.post("/v1/annotations/search?page_size=2", "{\"query\":{}}");
    assertThat(first.json().path("results")).hasSize(2);
    assertThat(client.post(first.at("/pagination/next"), "{\"query\":{}}").json().path("results"))
        .hasSize(1);
    assertThat(client.post("/v1/annotations/search?page_size=500", "{\"query\":{}}").status())
        .isEqualTo(200);
  }
}
