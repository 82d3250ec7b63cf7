package io.github.rossumext.snippets;

import static io.github.rossumext.payload.AnnotationStatus.TO_REVIEW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.rossumext.HookContext;
import io.github.rossumext.client.EmailDraft;
import io.github.rossumext.client.FileBody;
import io.github.rossumext.client.RossumApiException;
import io.github.rossumext.client.RossumClient;
import io.github.rossumext.client.Upload;
import io.github.rossumext.payload.Annotation;
import io.github.rossumext.payload.Document;
import io.github.rossumext.payload.StatusPayload;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the Javadoc of the client. */
class ClientSnippetsTest {
  private static final Fixture INVOICE = Fixtures.invoiceWithSchema();

  private final Map<String, String> responses = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::respond);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      requests.add(request + " " + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      String body = responses.get(request);
      byte[] bytes = (body == null ? "{\"detail\": \"Not found.\"}" : body).getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private RossumClient rossum() {
    return RossumClient.withToken(base(), Secret.of("token-of-the-snippets"));
  }

  // @start region="client"
  /** Confirms the document that an event is about, unless somebody has it open. */
  static void confirm(StatusPayload change, HookContext context) {
    RossumClient rossum = RossumClient.of(context); // its base URL, token and deadline
    ResourceUrl annotation = change.annotation().url().orElseThrow();
    try {
      rossum.annotations().start(annotation);
      rossum.annotations().confirm(annotation);
    } catch (RossumApiException.Conflict e) {
      rossum.annotations().replaceMetadata(annotation, Map.of("confirm_later", true));
    }
  }

  // @end

  @Test
  void aClientOfARequest() {
    Fixture changed =
        Fixtures.statusChanged().withBaseUrl(URI.create(base())).withToken("token-of-a-request");
    String path =
        "/api/v1/annotations/"
            + changed.payload(StatusPayload.class).annotation().id().orElseThrow();
    responses.put("POST " + path + "/start", "{}");
    responses.put("POST " + path + "/confirm", "{}");

    confirm(changed.payload(StatusPayload.class), HookContext.of(changed.payload()));

    assertThat(requests)
        .containsExactly("POST " + path + "/start {}", "POST " + path + "/confirm {}");
  }

  // @start region="content"
  static void complete(RossumClient rossum, long annotation, ContentRule rule) throws Exception {
    ContentEditor content = rossum.annotations().content(annotation);
    rule.apply(content);
    rossum.annotations().apply(annotation, content.operations());
  }

  // @end

  @Test
  void aRuleOnFetchedContent() throws Exception {
    String content = INVOICE.payload().find("annotation").orElseThrow().text();
    responses.put(
        "GET /api/v1/annotations/7",
        "{\"id\": 7, \"schema\": \"https://us.api.rossum.ai/v1/schemas/3\"}");
    responses.put("GET /api/v1/schemas/3", Fixtures.invoiceSchema().raw().text());
    responses.put("GET /api/v1/annotations/7/content", content);
    responses.put("POST /api/v1/annotations/7/content/operations", content);

    complete(rossum(), 7, new RuleSnippetsTest.DueDateRule());

    assertThat(requests)
        .last()
        .asString()
        .startsWith("POST /api/v1/annotations/7/content/operations {\"operations\":[")
        .contains("2025-12-03");
  }

  // @start region="list"
  static List<Annotation> oldest(RossumClient rossum) {
    return rossum
        .annotations()
        .list(q -> q.queue(8198).status(TO_REVIEW).orderBy("arrived_at"))
        .limit(5) // pages behind the fifth are not fetched
        .toList();
  }

  // @end

  @Test
  void aListOfAnnotations() {
    responses.put(
        "GET /api/v1/annotations?queue=8198&status=to_review&ordering=arrived_at&page_size=100",
        "{\"pagination\": {\"next\": null}, \"results\": [{\"id\": 7}, {\"id\": 8}]}");

    assertThat(oldest(rossum())).map(each -> each.id().orElseThrow()).containsExactly(7L, 8L);
  }

  // @start region="upload"
  static List<ResourceUrl> importScan(RossumClient rossum, Path scan) {
    Upload upload = rossum.uploads().upload(8198, FileBody.of(scan)).await();
    return upload.annotations();
  }

  // @end

  @Test
  void anUpload(@TempDir Path folder) throws IOException {
    Path scan = Files.writeString(folder.resolve("scan.pdf"), "%PDF");
    responses.put(
        "POST /api/v1/uploads?queue=8198", "{\"url\": \"https://x/api/v1/tasks/315509\"}");
    responses.put(
        "GET /api/v1/tasks/315509?no_redirect=true",
        "{\"status\": \"succeeded\", \"content\": {\"upload\": \"https://x/api/v1/uploads/9\"}}");
    responses.put(
        "GET /api/v1/uploads/9", "{\"annotations\": [\"https://x/api/v1/annotations/7\"]}");

    assertThat(importScan(rossum(), scan))
        .containsExactly(new ResourceUrl("https://x/api/v1/annotations/7"));
  }

  // @start region="attach"
  static void keepReceipt(RossumClient rossum, ResourceUrl annotation, byte[] receipt) {
    Document document = rossum.documents().create(FileBody.of("receipt.json", receipt));
    rossum
        .documentRelations()
        .attach(annotation, "export", "erp", List.of(document.url().orElseThrow()));
  }

  // @end

  @Test
  void aFileOfAnExport() {
    responses.put("POST /api/v1/documents", "{\"url\": \"https://x/api/v1/documents/5\"}");
    responses.put(
        "GET /api/v1/document_relations?annotation=7&type=export&key=erp&page_size=100",
        "{\"pagination\": {\"next\": null}, \"results\": []}");
    responses.put("POST /api/v1/document_relations", "{\"id\": 1}");

    keepReceipt(rossum(), rossum().url("annotations", 7), "{}".getBytes(UTF_8));

    assertThat(requests)
        .last()
        .asString()
        .contains("\"documents\":[\"https://x/api/v1/documents/5\"]");
  }

  // @start region="email"
  static void askForTheOrder(RossumClient rossum, Annotation annotation, String supplier) {
    rossum
        .emails()
        .send(
            EmailDraft.create(annotation.queue().orElseThrow())
                .to(supplier)
                .subject("Your invoice needs an order number")
                .message("<p>Please send it again with our order number.</p>")
                .annotation(annotation.url().orElseThrow()));
  }

  // @end

  @Test
  void anEmail() {
    responses.put("POST /api/v1/emails/send", "{}");
    Annotation annotation = Fixtures.statusChanged().payload(StatusPayload.class).annotation();

    askForTheOrder(rossum(), annotation, "billing@example.com");

    assertThat(requests)
        .singleElement()
        .asString()
        .contains("\"to\":[{\"email\":\"billing@example.com\"}]", "\"related_annotations\":[\"");
  }

  // @start region="find"
  static List<RawJson> suppliersWith(RossumClient rossum, String vatId) {
    return rossum.dataStorage().find("suppliers", Map.of("vat_id", vatId));
  }

  // @end

  @Test
  void aSearchInTheDataStorage() {
    responses.put(
        "POST /svc/data-storage/api/v1/data/find",
        "{\"code\": 200, \"result\": [{\"name\": \"Acme\"}]}");

    assertThat(suppliersWith(rossum(), "CZ123")).hasSize(1);
    assertThat(requests)
        .last()
        .asString()
        .endsWith("{\"collectionName\":\"suppliers\",\"query\":{\"vat_id\":\"CZ123\"}}");
  }
}
