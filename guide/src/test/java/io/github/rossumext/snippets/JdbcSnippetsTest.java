package io.github.rossumext.snippets;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.jdbc.JdbcDeliveryStore;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** The example in the Javadoc of the store in a database. */
class JdbcSnippetsTest {
  private static final Secret SECRET = Secret.of("made-up");

  private final List<String> booked = new ArrayList<>();

  // @start region="store"
  HookEndpoint endpoint(Secret secret, DataSource database) throws SQLException {
    JdbcDeliveryStore store = JdbcDeliveryStore.of(database);
    store.createTable(); // or let your migration tool do it
    return HookEndpoint.builder()
        .secret(secret)
        .on(ANNOTATION_CONTENT.only(EXPORT), this::book)
        .once(ANNOTATION_CONTENT.only(EXPORT))
        .store(store)
        .build();
  }

  // @end

  private ContentResponse book(ContentPayload invoice, HookContext context) {
    booked.add(context.deliveryKey());
    return ContentResponse.empty();
  }

  @Test
  void aRepeatedExportBooksOnceOnTwoNodes() throws SQLException {
    EndpointRequest export =
        SignedRequest.of(Fixtures.invoice().with(EXPORT), SECRET).toEndpointRequest();
    JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:snippet", "", "");
    try (HookEndpoint one = endpoint(SECRET, database);
        HookEndpoint other = endpoint(SECRET, database)) {
      assertThat(one.handle(export).status()).isEqualTo(200);
      assertThat(other.handle(export).status()).isEqualTo(200);
    } finally {
      database.dispose();
    }

    assertThat(booked).hasSize(1);
  }
}
