package io.github.rossumext.fuzz;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request and its response, without a container that would refuse the worst by itself. */
final class FakeExchange {
  private final String method;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final long declared;
  private final byte[] body;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private int status;

  FakeExchange(String method, Map<String, List<String>> headers, long declared, byte[] body) {
    this.method = method;
    this.headers.putAll(headers);
    this.declared = declared;
    this.body = body;
  }

  int status() {
    return status;
  }

  byte[] sent() {
    return sent.toByteArray();
  }

  private List<String> header(Object name) {
    return headers.getOrDefault(String.valueOf(name), List.of());
  }

  /** Returns the query of the URL, which the input writes like a header; null without one. */
  @Nullable String query() {
    return header("Query").stream().findFirst().orElse(null);
  }

  HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FakeExchange.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getMethod" -> method;
                  case "getProtocol" -> "HTTP/1.1";
                  case "getQueryString" -> query();
                  case "getContentLengthLong" -> declared;
                  case "getContentType" -> header("Content-Type").stream().findFirst().orElse(null);
                  case "getHeader" -> header(arguments[0]).stream().findFirst().orElse(null);
                  case "getHeaders" -> Collections.enumeration(header(arguments[0]));
                  case "getHeaderNames" -> Collections.enumeration(headers.keySet());
                  case "getInputStream" -> new Source(body);
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            FakeExchange.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, called, arguments) -> {
              switch (called.getName()) {
                case "setStatus" -> status = (int) arguments[0];
                case "reset" -> sent.reset();
                case "isCommitted" -> {
                  return false;
                }
                case "getOutputStream" -> {
                  return new Sink(sent);
                }
                case "setHeader", "setContentLength", "setContentType", "flushBuffer" -> {}
                default -> throw new UnsupportedOperationException(called.getName());
              }
              return null;
            });
  }

  /** The body as a container gives it. */
  private static final class Source extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Source(byte[] body) {
      this.bytes = new ByteArrayInputStream(body);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return bytes.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("read without blocking");
    }
  }

  /** Where a container takes the response. */
  private static final class Sink extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Sink(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int next) throws IOException {
      bytes.write(next);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
      bytes.write(buffer, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("write without blocking");
    }
  }
}
