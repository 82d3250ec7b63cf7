package io.github.rossumext.examples.ordermatching;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An ERP over HTTP, as the README describes it, which misbehaves as a test says. */
final class TestErp implements AutoCloseable {
  /** What goes wrong with a booking. */
  enum Fault {
    /** Status 429: nothing is booked. */
    THROTTLED,
    /** Status 500: nothing is booked. */
    DOWN,
    /** It is booked, and the connection ends without a response. */
    RESPONSE_LOST,
    /** It is booked, and the response comes when nobody waits any more. */
    RESPONSE_LATE,
    /** Status 422: nothing is booked, and nothing ever will be. */
    REFUSED
  }

  /** Something that takes its time. */
  interface Wait {
    void begin() throws InterruptedException;
  }

  /** Longer than any test waits for the ERP. */
  private static final long LATE_SECONDS = 60;

  private final HttpServer server;
  private final Map<String, String> bookings = new ConcurrentHashMap<>();
  private final Queue<Fault> faults = new ArrayDeque<>();
  private final List<String> pages = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private Wait beforePage = () -> {};
  private volatile CountDownLatch late = new CountDownLatch(1);

  private TestErp(HttpServer server) {
    this.server = server;
  }

  static TestErp start() {
    try {
      TestErp erp =
          new TestErp(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      erp.server.createContext("/bookings", erp::book);
      erp.server.createContext("/orders", erp::orders);
      erp.server.setExecutor(
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, "erp");
                thread.setDaemon(true);
                return thread;
              }));
      erp.server.start();
      return erp;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns its URL, for {@code ERP_URL}. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Forgets everything. */
  synchronized void clear() {
    bookings.clear();
    faults.clear();
    pages.clear();
    requests.clear();
    beforePage = () -> {};
    late.countDown();
    late = new CountDownLatch(1);
  }

  /** Lets the next requests to book go wrong, one each. */
  synchronized void next(List<Fault> next) {
    faults.clear();
    faults.addAll(next);
  }

  /** Sets the pages of orders: the results of each, as JSON. */
  synchronized void pages(String... results) {
    pages.clear();
    pages.addAll(List.of(results));
  }

  /** Lets something happen before each page of orders. */
  synchronized void beforePage(Wait action) {
    beforePage = action;
  }

  /** Returns what was booked, by the key of the delivery. */
  Map<String, String> bookings() {
    return bookings;
  }

  /** Returns method and path with query of each request. */
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  private synchronized @Nullable Fault received(HttpExchange exchange) {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    return faults.poll();
  }

  private void book(HttpExchange exchange) throws IOException {
    String invoice = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Fault fault = received(exchange);
    if (fault == Fault.THROTTLED || fault == Fault.DOWN || fault == Fault.REFUSED) {
      respond(exchange, fault == Fault.DOWN ? 500 : fault == Fault.REFUSED ? 422 : 429, "{}");
      return;
    }
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    bookings.putIfAbsent(key, invoice);
    if (fault == Fault.RESPONSE_LATE) {
      CountDownLatch end = late;
      await(() -> end.await(LATE_SECONDS, TimeUnit.SECONDS));
    }
    if (fault == Fault.RESPONSE_LOST) {
      exchange.close(); // without a status
    } else {
      respond(exchange, 201, "{\"id\": \"B-%s\", \"by\": \"the ERP\"}".formatted(key));
    }
  }

  private void orders(HttpExchange exchange) throws IOException {
    Fault fault = received(exchange);
    Wait action;
    String results;
    boolean isLast;
    int page = page(exchange.getRequestURI().getPath());
    synchronized (this) {
      action = beforePage;
      results = pages.get(page);
      isLast = page == pages.size() - 1;
    }
    await(action);
    String next = isLast ? "null" : "\"" + url() + "/orders/" + (page + 1) + "\"";
    respond(
        exchange,
        fault == null ? 200 : 503,
        "{\"results\": %s, \"next\": %s}".formatted(results, next));
  }

  private static int page(String path) {
    String number = path.substring(path.lastIndexOf('/') + 1);
    return number.equals("orders") ? 0 : Integer.parseInt(number);
  }

  private static void await(Wait wait) {
    try {
      wait.begin();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void respond(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
