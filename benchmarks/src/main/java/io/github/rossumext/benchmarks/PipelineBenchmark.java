package io.github.rossumext.benchmarks;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
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
 * The pipeline from signed bytes to the response: verify, parse, run a rule that reads ten fields
 * and writes three, serialise. The floor is HMAC-SHA256 of the body and a bare scan of its tokens.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PipelineBenchmark {
  private static final String SECRET = "made-up";

  /** The request: about 33 kB, or about 2.4 MB. */
  @Param({"33kB", "2.4MB"})
  String size = "33kB";

  /** What the texts of the request are written in. */
  @Param Language language = Language.CZECH;

  private byte[] body = new byte[0];
  private EndpointRequest request = EndpointRequest.of(Headers.empty(), body);
  private final Floor floor = new Floor(SECRET);
  private final HookEndpoint endpoint =
      HookEndpoint.builder()
          .secret(Secret.of(SECRET))
          .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(PipelineBenchmark::rule))
          .build();

  /** Signs the request and checks the response. */
  @Setup
  public void prepare() {
    body = size.equals("33kB") ? Bodies.invoice(language) : Bodies.largeInvoice(language);
    request = EndpointRequest.of(RequestSigner.of(Secret.of(SECRET)).headers(body), body);
    EndpointResponse response = endpoint.handle(request);
    String json = new String(response.body(), StandardCharsets.UTF_8);
    if (response.status() != 200 || !json.contains("\"replaced\"")) {
      throw new IllegalStateException(
          "Expected a response that sets the replaced field, but found: " + json);
    }
  }

  static void rule(ContentEditor content) {
    String read =
        content.field("document_id").text()
            + content.field("order_id").text()
            + content.field("sender_name").text()
            + content.field("recipient_name").text()
            + content.field("currency").text()
            + content.number("amount_total").orZero()
            + content.number("amount_total_base").orZero()
            + content.number("amount_total_tax").orZero()
            + content.date("date_issue").find()
            + content.date("date_due").find();
    content.field("document_id").set("replaced");
    content.field("order_id").set("replaced too");
    content.number("amount_total").set(read.length());
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
