package io.github.rossumext.exchange;

import io.github.rossumext.value.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request without a server, and what was sent back. */
public class FakeExchange implements HookExchange {
  private final String method;
  private final InputStream body;
  private final List<String> steps = new ArrayList<>();
  private Headers headers = Headers.empty();
  private String query = "";
  private long declared = -1;
  private boolean isDrainedFirst;
  private Runnable whileResponding = () -> {};
  private @Nullable EndpointResponse response;

  public FakeExchange(String method, InputStream body) {
    this.method = method;
    this.body = body;
  }

  /** A request with all the headers that it needs. */
  public static FakeExchange of(EndpointRequest request) {
    FakeExchange exchange =
        new FakeExchange("POST", new ByteArrayInputStream(request.body()))
            .declaring(request.body().length)
            .with("Content-Type", "application/json");
    for (String name : request.headers().names()) {
      exchange.with(name, request.headers().first(name).orElseThrow());
    }
    return exchange;
  }

  public FakeExchange with(String name, String value) {
    headers = headers.with(name, value);
    return this;
  }

  /** Asks with this query. */
  public FakeExchange asking(String encoded) {
    query = encoded;
    return this;
  }

  public FakeExchange declaring(long length) {
    declared = length;
    return this;
  }

  public FakeExchange drainedFirst() {
    isDrainedFirst = true;
    return this;
  }

  /** Does this while the response is written. */
  public FakeExchange whileResponding(Runnable deed) {
    whileResponding = deed;
    return this;
  }

  /** What happened, in its order: {@code body} was opened, {@code respond} was called. */
  public List<String> steps() {
    return steps;
  }

  public EndpointResponse response() {
    if (response == null) {
      throw new AssertionError("There was no response.");
    }
    return response;
  }

  /** The body as it is written to a wire. */
  public String text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      response().writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return "/rossum";
  }

  @Override
  public String query() {
    return query;
  }

  @Override
  public Headers headers() {
    return headers;
  }

  @Override
  public long declaredLength() {
    return declared;
  }

  /** The length as an exchange gives it that does not know it otherwise. */
  protected long declaredByHeaders() {
    return HookExchange.super.declaredLength();
  }

  @Override
  public InputStream body() throws IOException {
    steps.add("body");
    return body;
  }

  @Override
  public boolean isDrainedFirst() {
    return isDrainedFirst;
  }

  @Override
  public void respond(EndpointResponse sent) throws IOException {
    whileResponding.run();
    if (response != null) {
      throw new AssertionError("Two responses to one request.");
    }
    steps.add("respond");
    response = sent;
  }
}
