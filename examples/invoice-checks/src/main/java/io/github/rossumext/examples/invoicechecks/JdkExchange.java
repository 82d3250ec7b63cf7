package io.github.rossumext.examples.invoicechecks;

import com.sun.net.httpserver.HttpExchange;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.HookExchange;
import io.github.rossumext.value.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** One request to the HTTP server of the JDK. */
record JdkExchange(HttpExchange http) implements HookExchange {
  @Override
  public String method() {
    return http.getRequestMethod();
  }

  @Override
  public String path() {
    return http.getRequestURI().getRawPath();
  }

  @Override
  public String query() {
    return Objects.requireNonNullElse(http.getRequestURI().getRawQuery(), "");
  }

  @Override
  public Headers headers() {
    return Headers.of(http.getRequestHeaders());
  }

  @Override
  public InputStream body() {
    return http.getRequestBody();
  }

  @Override
  public boolean isContinueExpected() {
    return false; // the server has sent "100 Continue" before
  }

  @Override
  public void respond(EndpointResponse response) throws IOException {
    int length = response.contentLength();
    response.headers().forEach(http.getResponseHeaders()::set);
    http.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
    response.writeTo(http.getResponseBody());
  }
}
