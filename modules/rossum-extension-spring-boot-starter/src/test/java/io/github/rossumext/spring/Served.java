package io.github.rossumext.spring;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running application. Its properties are those of a small one, without a database. */
record Served(ConfigurableApplicationContext context) implements AutoCloseable {
  static final Secret SECRET = Secret.of("invented for these tests");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static Served start(List<Class<?>> sources, String... properties) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "server.address=127.0.0.1",
                "server.port=0",
                "spring.main.banner-mode=off",
                "spring.flyway.enabled=false",
                "spring.liquibase.enabled=false",
                "spring.security.user.password=invented",
                "rossum.warm-up=false",
                "rossum.secret=" + SECRET.reveal(),
                "spring.datasource.url=jdbc:h2:mem:" + System.nanoTime()));
    all.addAll(List.of(properties));
    return new Served(
        new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
            .properties(all.toArray(String[]::new))
            .run());
  }

  URI url(String path) {
    return URI.create(
        "http://127.0.0.1:"
            + context.getEnvironment().getRequiredProperty("local.server.port")
            + path);
  }

  HttpResponse<String> post(Fixture fixture, String... headers) throws Exception {
    HttpRequest signed = SignedRequest.of(fixture, SECRET).toHttpRequest(url("/rossum"));
    HttpRequest.Builder request = HttpRequest.newBuilder(signed, (name, value) -> true);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  int status(String method, String path) throws Exception {
    return CLIENT
        .send(
            HttpRequest.newBuilder(url(path)).method(method, BodyPublishers.noBody()).build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  /** Returns the body of a page, which a user with a password opens. */
  String page(String path) throws IOException, InterruptedException {
    String user =
        Base64.getEncoder().encodeToString("user:invented".getBytes(StandardCharsets.UTF_8));
    return CLIENT
        .send(
            HttpRequest.newBuilder(url(path)).header("Authorization", "Basic " + user).build(),
            BodyHandlers.ofString())
        .body();
  }

  @Override
  public void close() {
    context.close();
  }
}
