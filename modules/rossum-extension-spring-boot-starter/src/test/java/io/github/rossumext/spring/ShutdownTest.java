package io.github.rossumext.spring;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The end of an application: requests first, then jobs, then the store and its database. */
class ShutdownTest {
  /** What ended, in its order. */
  private static final List<String> ENDED = new CopyOnWriteArrayList<>();

  private static final CountDownLatch BOTH_RUN = new CountDownLatch(2);
  private static final CountDownLatch CLOSING = new CountDownLatch(1);

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Slow {
    @Bean
    EventHandler<ContentPayload, ContentResponse> request() {
      return EventHandler.of(
          ANNOTATION_CONTENT.only(INITIALIZE),
          ContentRules.of(
              content -> {
                BOTH_RUN.countDown();
                CLOSING.await();
                TimeUnit.MILLISECONDS.sleep(200);
                ENDED.add("request");
              }));
    }

    @Bean
    EventHandler<ContentPayload, ContentResponse> job(DataSource database) {
      return EventHandler.of(
          ANNOTATION_CONTENT.only(EXPORT),
          ContentRules.of(
              content -> {
                BOTH_RUN.countDown();
                CLOSING.await();
                TimeUnit.MILLISECONDS.sleep(600);
                try (Connection connection = database.getConnection()) {
                  ENDED.add(connection.isValid(1) ? "job with its database" : "job");
                }
              }));
    }
  }

  @Test
  @Timeout(60)
  void waitsForRequestsAndJobsBeforeTheDatabaseCloses() throws Exception {
    Served application =
        Served.start(
            List.of(Slow.class),
            "rossum.later=annotation_content.export",
            "rossum.public-url=https://extension.example.com/rossum",
            "rossum.deliveries.quick-time=200ms",
            "rossum.store.create-table=true",
            "server.shutdown=graceful");
    DataSource database = application.context().getBean(DataSource.class);
    DeliveryStore store = application.context().getBean(DeliveryStore.class);
    CompletableFuture<HttpResponse<String>> request = async(application, INITIALIZE);
    CompletableFuture<HttpResponse<String>> job = async(application, EXPORT);
    BOTH_RUN.await();
    assertThat(job.get().statusCode()).isEqualTo(202);

    CompletableFuture<Void> closed = CompletableFuture.runAsync(application::close);
    CLOSING.countDown();
    closed.get();

    assertThat(request.get().statusCode()).isEqualTo(200);
    assertThat(ENDED).containsExactly("request", "job with its database");
    assertThat(database).hasFieldOrPropertyWithValue("closed", true);
    assertThat(store).hasToString("JdbcDeliveryStore");
  }

  private static CompletableFuture<HttpResponse<String>> async(
      Served application, HookAction action) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return application.post(Fixtures.invoice().with(action));
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }
}
