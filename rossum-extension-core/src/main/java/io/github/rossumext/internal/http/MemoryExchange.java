package io.github.rossumext.internal.http;

import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.HookExchange;
import io.github.rossumext.value.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A {@code POST} of JSON that no server received. Its response is dropped. */
public record MemoryExchange(EndpointRequest request) implements HookExchange {
  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public String query() {
    return "";
  }

  @Override
  public Headers headers() {
    return request
        .headers()
        .with("Content-Type", "application/json")
        .with("Content-Length", Integer.toString(request.body().length));
  }

  @Override
  public InputStream body() {
    return new ByteArrayInputStream(request.body());
  }

  @Override
  public void respond(EndpointResponse response) throws IOException {
    response.writeTo(OutputStream.nullOutputStream());
  }
}
