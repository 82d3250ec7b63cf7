package io.github.rossumext.benchmarks;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.rules.Field;
import io.github.rossumext.rules.NumberField;
import io.github.rossumext.rules.Row;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import io.github.rossumext.value.Tolerance;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole pipeline with a rule for every row of a table with eleven columns. It reads three
 * numbers, compares a product with a total and writes a cell. The time must not grow faster than
 * the number of rows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TableBenchmark {
  private static final String SECRET = "made-up";
  private static final Tolerance CENT = Tolerance.absolute("0.01");

  /** The rows of the table. */
  @Param({"50", "500", "5000"})
  int rows = 500;

  private byte[] body = new byte[0];
  private EndpointRequest request = EndpointRequest.of(Headers.empty(), body);
  private final Floor floor = new Floor(SECRET);
  private final HookEndpoint endpoint =
      HookEndpoint.builder()
          .secret(Secret.of(SECRET))
          .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(TableBenchmark::rule))
          .build();

  /** Signs the request and checks the response. */
  @Setup
  public void prepare() {
    body = Bodies.withRows(rows);
    request = EndpointRequest.of(RequestSigner.of(Secret.of(SECRET)).headers(body), body);
    String json = new String(endpoint.handle(request).body(), StandardCharsets.UTF_8);
    int operations = json.split("\"op\":\"replace\"", -1).length - 1;
    if (operations != rows) {
      throw new IllegalStateException(
          "Expected an operation for each row, but the response has " + operations + ".");
    }
  }

  private static void rule(ContentEditor content) {
    int differing = 0;
    for (Row line : content.table("line_items")) {
      NumberField quantity = line.number("item_quantity");
      NumberField price = line.number("item_amount_base");
      NumberField total = line.number("item_amount_total");
      boolean fits =
          Field.allSet(quantity, price, total)
              && total.isCloseTo(quantity.value().multiply(price.value()), CENT);
      line.set("item_other", fits ? "fits" : "differs");
      differing += fits ? 0 : 1;
    }
    content.info(differing + " lines differ.");
  }

  /** The least time of any implementation on the same parser. */
  @Benchmark
  public long floor() throws Exception {
    return floor.of(body);
  }

  /** The whole pipeline. */
  @Benchmark
  public EndpointResponse pipeline() {
    return endpoint.handle(request);
  }
}
