package io.github.rossumext.benchmarks;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.value.Secret;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code once} costs a request of 33 kB, with the store in memory. Three endpoints run the
 * same rule in turns: one without {@code once}, one that handles this event once, and one that
 * handles another event once. Every request is a new delivery. The time is the processor time of
 * the thread, so the signs of life of a long run are not in it.
 */
final class OnceRatio {
  private static final String SECRET = "made-up";
  private static final int WARM_UP = 60;
  private static final int ROUNDS = 150;
  private static final int REQUESTS = 300;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<EndpointRequest> requests = new ArrayList<>();
  // Printed, so that the compiler cannot drop a result.
  private long consumed;

  private OnceRatio() {
    RequestSigner signer = RequestSigner.of(Secret.of(SECRET));
    String invoice = new String(Bodies.invoice(Language.CZECH), StandardCharsets.UTF_8);
    for (int i = 0; i < REQUESTS; i++) {
      String other = Integer.toString(1000 + i);
      byte[] body =
          invoice
              .replace("ae7bc8dd", other + other) // the id of the request
              .replace("7205207", "720" + other) // that of the annotation
              .getBytes(StandardCharsets.UTF_8);
      requests.add(EndpointRequest.of(signer.headers(body), body));
    }
  }

  private interface Operation {
    Object run(EndpointRequest request) throws Exception;
  }

  /** Measures and prints. The argument, if any, is the number of rounds. */
  public static void main(String[] args) throws Exception {
    int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
    new OnceRatio().measure(rounds);
  }

  private void measure(int rounds) throws Exception {
    List<Double> plain = new ArrayList<>();
    List<Double> hashes = new ArrayList<>();
    List<Double> added = new ArrayList<>();
    List<Double> addedElsewhere = new ArrayList<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      double without;
      double once;
      double elsewhere;
      // New endpoints, so that no request is a repeat.
      try (HookEndpoint bare = endpoint().build();
          HookEndpoint declared = endpoint().once(only(HookAction.INITIALIZE)).build();
          HookEndpoint other = endpoint().once(only(HookAction.EXPORT)).build()) {
        if (round % 2 == 0) {
          without = micros(bare::handle);
          once = micros(declared::handle);
          elsewhere = micros(other::handle);
        } else { // the others go first
          elsewhere = micros(other::handle);
          once = micros(declared::handle);
          without = micros(bare::handle);
        }
      }
      double hash = micros(request -> MessageDigest.getInstance("SHA-256").digest(request.body()));
      if (round >= 0) {
        plain.add(without);
        hashes.add(hash);
        added.add(once - without - hash);
        addedElsewhere.add(elsewhere - without);
      }
    }
    print(
        "Microseconds of processor time for a request of %d bytes%n",
        requests.get(0).body().length);
    print("  without once:                   %s%n", Ratios.middle(1, plain));
    print("  one SHA-256 of the body:        %s%n", Ratios.middle(1, hashes));
    print("  added by once, besides that:    %s%n", Ratios.middle(1, added));
    print("  added if another event is once: %s%n", Ratios.middle(1, addedElsewhere));
    print("(consumed %d)%n", consumed);
  }

  private static HookEvent<?, ?> only(HookAction action) {
    return HookEvent.ANNOTATION_CONTENT.only(action);
  }

  private static HookEndpoint.Builder endpoint() {
    return HookEndpoint.builder()
        .secret(Secret.of(SECRET))
        .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(PipelineBenchmark::rule));
  }

  private double micros(Operation operation) throws Exception {
    long start = threads.getCurrentThreadCpuTime();
    for (EndpointRequest request : requests) {
      consumed += operation.run(request).hashCode();
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1e3 / requests.size();
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
