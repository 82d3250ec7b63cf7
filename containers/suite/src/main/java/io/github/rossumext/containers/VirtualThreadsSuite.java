package io.github.rossumext.containers;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * A container that gives each request a virtual thread. Its rule waits until all requests are in
 * it, so none gets a response unless the container works on all of them at the same time.
 */
public abstract class VirtualThreadsSuite {
  /** More than a pool has by default, and more than an endpoint takes by default. */
  private static final int REQUESTS = 400;

  private final CountDownLatch allAreIn = new CountDownLatch(REQUESTS);

  /** Starts the container, with this endpoint at {@link Container#PATH}. */
  protected abstract Container start(HookEndpoint endpoint) throws Exception;

  // docs: virtual-threads
  static HookEndpoint.Builder onVirtualThreads(HookEndpoint.Builder endpoint) {
    return endpoint.maxConcurrentRequests(10_000); // maxBytesInFlight still limits the memory
  }

  // end

  // At the method: at the class, it would not count for those that extend it.
  @Test
  @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "Java has virtual threads from 21 on.")
  void moreRequestsWaitAtATimeThanAPoolHasThreads() throws Exception {
    HookEndpoint endpoint =
        onVirtualThreads(HookEndpoint.builder())
            .secret(Extension.SECRET)
            .on(ANNOTATION_CONTENT, ContentRules.of(content -> waitForTheOthers()))
            .build();
    Container container = start(endpoint);
    try {
      List<Integer> statuses = new ArrayList<>();
      for (CompletableFuture<HttpResponse<Void>> response : sendAll(container.port())) {
        statuses.add(response.get(3, TimeUnit.MINUTES).statusCode());
      }
      assertThat(statuses).hasSize(REQUESTS).containsOnly(200);
    } finally {
      container.stop();
    }
  }

  private void waitForTheOthers() throws InterruptedException {
    allAreIn.countDown();
    if (!allAreIn.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException(allAreIn.getCount() + " requests did not get in.");
    }
  }

  private static List<CompletableFuture<HttpResponse<Void>>> sendAll(int port) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    Fixture invoice = Fixtures.invoice();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + Container.PATH))
            .header("Content-Type", "application/json")
            .header(Extension.SIGNATURE, Extension.signature(invoice.body()))
            .POST(BodyPublishers.ofByteArray(invoice.body()))
            .build();
    List<CompletableFuture<HttpResponse<Void>>> responses = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      responses.add(client.sendAsync(request, BodyHandlers.discarding()));
    }
    return responses;
  }
}
