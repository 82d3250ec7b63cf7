package io.github.rossumext.servlet;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.HookExchange;
import io.github.rossumext.value.Headers;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One request to a container. */
record ServletExchange(HttpServletRequest request, HttpServletResponse response)
    implements HookExchange {
  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    return request.getRequestURI();
  }

  @Override
  public String query() {
    String query = request.getQueryString();
    return query == null ? "" : query;
  }

  @Override
  public Headers headers() {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return Headers.of(headers);
  }

  @Override
  public long declaredLength() {
    return request.getContentLengthLong();
  }

  @Override
  public InputStream body() throws IOException {
    ServletInputStream in = request.getInputStream();
    try { // A filter was here if chunks are at their end before anybody reads.
      if (request.getHeader("Transfer-Encoding") == null || !in.isFinished()) {
        return in;
      }
    } catch (RuntimeException e) { // The streams of filters often leave that method out.
      return in;
    }
    throw new IllegalStateException("The body was read before.");
  }

  @Override
  public boolean isDrainedFirst() {
    return !request.getProtocol().startsWith("HTTP/1");
  }

  @Override
  public void respond(EndpointResponse sent) throws IOException {
    response.setStatus(sent.status());
    response.setContentLength(sent.contentLength());
    sent.headers().forEach(response::setHeader);
    sent.writeTo(response.getOutputStream());
  }
}
