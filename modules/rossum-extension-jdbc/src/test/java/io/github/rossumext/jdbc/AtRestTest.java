package io.github.rossumext.jdbc;

import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.FailureException;
import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.jdbc.TestDatabase.Kind;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a database holds of a request: nothing. The values of the requests here are marked. */
class AtRestTest {
  private static final String RESPONSE = "Shown to the user.";

  private static Fixture marked(Fixture fixture, String requestId) {
    return fixture
        .withKey("request_id", requestId)
        .withKey("hook", "https://mrk7d.rossum.app/api/v1/hooks/1")
        .withToken("mrk7d-token")
        .withSettings("{\"mrk7d_setting\": 1}")
        .withSecrets(Map.of("mrk7d_secret", "mrk7d-secret-value"));
  }

  private static Fixture export(String requestId) {
    return marked(Fixtures.invoice().with(HookAction.EXPORT), requestId)
        .withField("invoice_id", "mrk7d-invoice");
  }

  /** Lets an endpoint do all that it does with a store. Returns what must not be stored. */
  private static List<String> use(TestDatabase database) throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (HookEndpoint endpoint =
        Exports.node(
                database.store(),
                Clock.systemUTC(),
                (payload, context) -> {
                  if (context.requestId().equals("mrk7d-failing")) {
                    throw new FailureException(
                        FailurePolicy.RETRY, new IOException("mrk7d-exception"));
                  }
                  return Exports.saying(RESPONSE);
                })
            .listen(INVOCATION_SCHEDULED, (payload, context) -> end.await())
            .later(INVOCATION_SCHEDULED, URI.create("https://mrk7d.example.com/rossum"))
            .deliveries(DeliverySettings.defaults().withQuickTime(Duration.ofMillis(10)))
            .timeout(Duration.ofSeconds(10))
            .build()) {
      SignedRequest exported = SignedRequest.of(export("mrk7d-request"), Exports.SECRET);
      for (int i = 0; i < 2; i++) {
        EndpointResponse response = endpoint.handle(exported.toEndpointRequest());
        assertThat(Exports.text(response)).startsWith("200 ").contains(RESPONSE);
      }
      SignedRequest failing =
          SignedRequest.of(export("mrk7d-failing").withKey("n", 1), Exports.SECRET);
      assertThat(endpoint.handle(failing.toEndpointRequest()).status()).isEqualTo(503);
      SignedRequest job =
          SignedRequest.of(marked(Fixtures.invocationScheduled(), "mrk7d-job"), Exports.SECRET);
      EndpointResponse accepted = endpoint.handle(job.toEndpointRequest());
      assertThat(accepted.status()).isEqualTo(202);
      String location = Objects.requireNonNull(accepted.headers().get("Location"));
      end.countDown();
      return List.of(
          "mrk7d",
          mac(location),
          exported.headers().first("X-Rossum-Signature-SHA256").orElseThrow().substring(7));
    }
  }

  private static String mac(String location) {
    assertThat(location).contains("delivery=");
    return location.substring(location.lastIndexOf('.') + 1);
  }

  @Test
  void theScriptOfADatabaseHasNothingOfARequest() throws Exception {
    TestDatabase database = TestDatabase.of(Kind.H2);
    List<String> secrets = use(database);

    StringBuilder script = new StringBuilder();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SCRIPT")) {
      while (rows.next()) {
        script.append(rows.getString(1)).append('\n');
      }
    }
    String all = script.toString().toLowerCase(Locale.ROOT);

    assertThat(all).contains("rossum_delivery", hex(RESPONSE));
    assertThat(all).doesNotContain(secrets);
    assertThat(all).doesNotContain(secrets.stream().map(AtRestTest::hex).toList());
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }

  @Test
  void theFilesOfADatabaseHaveNothingOfARequest() throws Exception {
    TestDatabase database = TestDatabase.of(Kind.POSTGRESQL);
    List<String> secrets = use(database);
    database.execute("CHECKPOINT");

    assertThat(filesWith(List.of(RESPONSE))).isNotEmpty();
    assertThat(filesWith(secrets)).isEmpty();
  }

  /** Returns the files of the server that contain one of these texts, as grep finds them. */
  private static List<String> filesWith(List<String> texts) throws Exception {
    List<String> command = new ArrayList<>(List.of("grep", "-rlasF", "--devices=skip"));
    texts.forEach(text -> command.addAll(List.of("-e", text)));
    command.add(DatabaseServer.postgresql().folder().toString());
    return new ProcessBuilder(command).start().inputReader().lines().toList();
  }
}
