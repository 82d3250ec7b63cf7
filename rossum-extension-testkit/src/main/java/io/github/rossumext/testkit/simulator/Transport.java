package io.github.rossumext.testkit.simulator;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.testkit.SignedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The connection to an extension. */
interface Transport {
  /**
   * Delivers a request. A failure is a response, too.
   *
   * @param fault what goes wrong at the extension; what goes wrong on the way is the sender's
   */
  WireResponse send(SignedRequest request, Duration timeout, DeliveryFault fault);

  /** Polls the URL that a response 202 named. */
  WireResponse poll(String location, Duration timeout);

  /** Returns how many jobs run; 0 if nobody knows. */
  default int runningJobs() {
    return 0;
  }

  /** Returns the way to an endpoint in the same process. */
  static Transport of(HookEndpoint endpoint) {
    return new Transport() {
      @Override
      public WireResponse send(SignedRequest request, Duration timeout, DeliveryFault fault) {
        return arrivingAtOnlyNode(fault, () -> send(request));
      }

      private WireResponse send(SignedRequest request) {
        Observer observer = new Observer();
        EndpointResponse response = endpoint.handle(request.toEndpointRequest(), observer);
        return WireResponse.of(response, observer);
      }

      @Override
      public WireResponse poll(String location, Duration timeout) {
        try {
          PollExchange poll = new PollExchange(URI.create(location));
          endpoint.serve(poll);
          return poll.response();
        } catch (IllegalArgumentException e) {
          return notUrl(location);
        }
      }

      @Override
      public int runningJobs() {
        return endpoint.runningJobs();
      }
    };
  }

  /** Returns the way to a URL. As Rossum does, it keeps the query and follows no redirect. */
  static Transport of(URI url) {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    return new Transport() {
      @Override
      public WireResponse send(SignedRequest request, Duration timeout, DeliveryFault fault) {
        return arrivingAtOnlyNode(fault, () -> send(request, timeout));
      }

      private WireResponse send(SignedRequest request, Duration timeout) {
        HttpRequest signed = request.toHttpRequest(url);
        return exchange(
            client,
            HttpRequest.newBuilder(signed, (name, value) -> true).timeout(timeout),
            " from " + url);
      }

      @Override
      public WireResponse poll(String location, Duration timeout) {
        try {
          URI polled = url.resolve(location);
          return exchange(
              client,
              HttpRequest.newBuilder(polled).timeout(timeout).GET(),
              " from " + polled + ", which Rossum polls");
        } catch (IllegalArgumentException e) {
          return notUrl(location);
        }
      }
    };
  }

  private static WireResponse notUrl(String location) {
    return WireResponse.failed("the header Location is not a URL: '" + location + "'");
  }

  private static WireResponse arrivingAtOnlyNode(
      DeliveryFault fault, Supplier<WireResponse> delivery) {
    if (fault.isOfNode()) {
      throw new IllegalStateException(
          fault + " needs nodes with a store. Use SimulatedHook.of(SimulatedNodes, Secret).");
    }
    return arriving(fault, delivery, delivery);
  }

  /** Delivers a request once, or twice if the fault says so: the response is the last one. */
  static WireResponse arriving(
      DeliveryFault fault, Supplier<WireResponse> first, Supplier<WireResponse> second) {
    if (fault != DeliveryFault.ARRIVES_TWICE_AT_ONCE) {
      WireResponse response = first.get();
      return fault == DeliveryFault.ARRIVES_TWICE ? second.get() : response;
    }
    CompletableFuture<WireResponse> elsewhere =
        CompletableFuture.supplyAsync(first, task -> new Thread(task, "delivered-twice").start());
    WireResponse response = second.get();
    elsewhere.join();
    return response;
  }

  /** Sends a request; the last text says whence a response was expected. */
  private static WireResponse exchange(
      HttpClient client, HttpRequest.Builder request, String from) {
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return WireResponse.of(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.headers().firstValue("Location").orElse(""),
          response.body());
    } catch (HttpTimeoutException e) {
      return WireResponse.failed("no response in time" + from);
    } catch (IOException e) {
      return WireResponse.failed("no response" + from + ": " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return WireResponse.failed("interrupted while waiting for the response");
    }
  }
}
