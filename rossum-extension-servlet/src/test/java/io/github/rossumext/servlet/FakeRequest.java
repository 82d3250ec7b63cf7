package io.github.rossumext.servlet;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The parts of a request that the exchange reads.
 *
 * @param declared its content length; negative if there is none
 * @param headers other headers; {@code :path}, {@code :query} and {@code :protocol} are what they
 *     name
 * @param stream gives its stream
 */
record FakeRequest(
    long declared, Map<String, String> headers, Supplier<ServletInputStream> stream) {

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
                  case "getRequestURI" -> headers.getOrDefault(":path", "/");
                  case "getQueryString" -> headers.get(":query");
                  case "getInputStream" -> stream.get();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
