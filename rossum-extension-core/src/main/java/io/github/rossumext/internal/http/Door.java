package io.github.rossumext.internal.http;

import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.HookExchange;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Html;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The path of every request in and out, for any transport: methods, headers, limits, the body, the
 * status page, the log line and the listeners. Thread-safe.
 */
public final class Door {
  /** The parameter that makes a {@code GET} a poll. */
  private static final String POLL = "delivery=";

  private final Handling handling;
  private final int maxBodyBytes;
  private final InFlight inFlight;
  private final List<?> events;
  private final Listeners listeners;
  private final Clock clock;
  private final Supplier<RequestFacts> newFacts;

  /** The handling of a request after its bytes are read. */
  public interface Handling {
    /**
     * Returns the response.
     *
     * @param facts receives the facts that the handling finds out
     * @throws RejectedException if no handler may see the request
     */
    EndpointResponse respond(EndpointRequest request, RequestFacts facts) throws RejectedException;

    /**
     * Returns the response to a poll, which asks for the response to an earlier request.
     *
     * @param token names the request. Nobody has signed the poll.
     */
    EndpointResponse poll(String token, RequestFacts facts);
  }

  @FunctionalInterface
  private interface Step {
    EndpointResponse take() throws RejectedException;
  }

  /**
   * Creates a door to this handling. The status page lists the events.
   *
   * @param newFacts makes the facts of a request that arrives
   */
  public Door(
      Handling handling,
      int maxBodyBytes,
      InFlight inFlight,
      List<?> events,
      Listeners listeners,
      Clock clock,
      Supplier<RequestFacts> newFacts) {
    this.handling = handling;
    this.maxBodyBytes = maxBodyBytes;
    this.inFlight = inFlight;
    this.events = events;
    this.listeners = listeners;
    this.clock = clock;
    this.newFacts = newFacts;
  }

  /** Returns the response to a request whose bytes are read. Never throws. */
  public EndpointResponse handle(EndpointRequest request) {
    return handle(request, newFacts.get());
  }

  /** Returns the same response, and also informs this listener. */
  public EndpointResponse handle(EndpointRequest request, HookListener observer) {
    RequestFacts facts = newFacts.get();
    facts.observedBy(observer);
    return handle(request, facts);
  }

  private EndpointResponse handle(EndpointRequest request, RequestFacts facts) {
    try (InFlight.Share share = inFlight.share()) {
      int size = request.body().length;
      facts.read(size);
      return ended(
          facts,
          () -> {
            requireNoEncoding(request.headers());
            share.enter();
            if (size > maxBodyBytes) {
              throw RejectedException.tooLarge(size, maxBodyBytes);
            }
            share.hold(size);
            return handling.respond(request, facts);
          });
    }
  }

  /**
   * Serves a request and returns when its response was written. Never throws. The thread is
   * interrupted afterwards if it was before, or if it was interrupted while it waited for a handler
   * on another thread.
   */
  public void serve(HookExchange exchange) {
    RequestFacts facts = newFacts.get();
    boolean isInterrupted = false;
    try (InFlight.Share share = inFlight.share()) {
      BodyReader body = new BodyReader(exchange, maxBodyBytes, share);
      EndpointResponse response = ended(facts, () -> respond(exchange, body, facts));
      share.sending();
      // An interrupt would close the channel of the response.
      isInterrupted = Thread.interrupted();
      if (facts.isDelivery()) {
        body.drainBeforeResponse();
      }
      if (isSent(exchange, response, facts) && facts.isDelivery()) {
        body.drain();
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private EndpointResponse respond(HookExchange exchange, BodyReader body, RequestFacts facts)
      throws RejectedException {
    String method = exchange.method();
    switch (method) {
      case "POST" -> {
        Headers headers = exchange.headers();
        requireJson(headers);
        requireNoEncoding(headers);
        return handling.respond(EndpointRequest.of(headers, read(body, facts)), facts);
      }
      case "GET", "HEAD" -> {
        Optional<String> token = token(exchange.query());
        EndpointResponse response;
        if (token.isPresent()) {
          facts.polled();
          response = handling.poll(token.get(), facts);
        } else {
          facts.page();
          response = StatusPage.of(!inFlight.isClosed(), events);
        }
        return method.equals("HEAD") ? headOf(response) : response;
      }
      default -> throw RejectedException.method(method);
    }
  }

  /**
   * Returns the token of a poll; empty if the query has none. It is the last parameter of its name.
   */
  private static Optional<String> token(String query) {
    return Stream.of(query.split("&", -1))
        .filter(parameter -> parameter.startsWith(POLL))
        .map(parameter -> parameter.substring(POLL.length()))
        .reduce((earlier, later) -> later);
  }

  /** Returns the headers of a response, with the length of the body that is left out. */
  private static EndpointResponse headOf(EndpointResponse response) {
    return EndpointResponse.of(response.status(), response.headers(), new byte[0])
        .withHeader("Content-Length", Integer.toString(response.contentLength()));
  }

  private static byte[] read(BodyReader body, RequestFacts facts) throws RejectedException {
    try {
      return body.read();
    } finally {
      facts.read(body.count());
    }
  }

  private static void requireJson(Headers headers) throws RejectedException {
    String type = headers.first("Content-Type").orElse("");
    if (!type.split(";", 2)[0].trim().equalsIgnoreCase("application/json")) {
      throw RejectedException.contentType(type);
    }
  }

  private static void requireNoEncoding(Headers headers) throws RejectedException {
    for (String encoding : headers.all("Content-Encoding")) {
      if (!encoding.isBlank() && !encoding.trim().equalsIgnoreCase("identity")) {
        throw RejectedException.contentEncoding(encoding.trim());
      }
    }
  }

  /** Runs a step. Reports how the request ended, even if the step throws. */
  private EndpointResponse ended(RequestFacts facts, Step step) {
    EndpointResponse response;
    try {
      facts.arrived(clock.instant());
      response = step.take();
      facts.ended(clock.instant());
    } catch (RejectedException e) {
      facts.rejected(e);
      response = e.response();
    } catch (Throwable e) { // Rossum and its user get a response even to an Error
      facts.failed(e);
      response = EndpointResponse.error(500, "The extension failed" + where(facts));
    }
    listeners.ended(facts, response);
    LogLine.write(facts, response);
    return response;
  }

  private static String where(RequestFacts facts) {
    return facts.requestId().isEmpty() ? ": see its log." : " (request " + facts.requestId() + ").";
  }

  private static boolean isSent(
      HookExchange exchange, EndpointResponse response, RequestFacts facts) {
    try {
      exchange.respond(response);
      return true;
    } catch (IOException e) {
      if (facts.rejection() == null) { // otherwise the client is gone
        LogLine.notSent(facts, response);
      }
    } catch (Throwable e) {
      LogLine.notSent(facts, response, e);
    }
    return false;
  }

  /** The page for a person who opens the URL of an extension in a browser. */
  private static final class StatusPage {
    private static final Map<String, String> HTML =
        Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store");

    private static final String PAGE =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Rossum extension</title>
        </head>
        <body>
        <h1>The Rossum extension is {}.</h1>
        <p>It handles:</p>
        <ul>
        {}</ul>
        <p>Rossum must call this URL by POST; this page only shows that it is reachable.</p>
        </body>
        </html>
        """;

    private StatusPage() {}

    static EndpointResponse of(boolean isUp, List<?> events) {
      return EndpointResponse.of(
          isUp ? 200 : 503, HTML, text(isUp, events).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(boolean isUp, List<?> events) {
      StringBuilder items = new StringBuilder();
      for (Object event : events) {
        items.append(Html.format("<li>{}</li>\n", event.toString()));
      }
      return Html.format(PAGE, isUp ? "up" : "being restarted", Html.unsafe(items.toString()))
          .markup();
    }
  }
}
