package io.github.rossumext.servlet;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;

/**
 * As much of a request as the reader of bodies needs.
 *
 * @param declared its content length; negative if there is none
 * @param headers other headers, and the protocol as {@code :protocol} if it is not HTTP/1.1
 * @param stream gives its stream
 */
record FakeRequest(
    long declared, Map<String, String> headers, Supplier<ServletInputStream> stream) {

  static FakeRequest declaring(long length, InputStream in) {
    return new FakeRequest(length, Map.of(), () -> new FilterStream(in));
  }

  HttpServletRequest asRequest() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FakeRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getContentLengthLong" -> declared;
                  case "getHeader" -> headers.get(String.valueOf(arguments[0]));
                  case "getProtocol" -> headers.getOrDefault(":protocol", "HTTP/1.1");
                  case "getInputStream" -> stream.get();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
