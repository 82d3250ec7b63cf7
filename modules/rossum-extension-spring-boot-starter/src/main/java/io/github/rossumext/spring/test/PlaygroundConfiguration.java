package io.github.rossumext.spring.test;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.playground.Playground;
import io.github.rossumext.playground.PlaygroundBuilder;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Opens the playground when the application is ready, and closes it at its end. */
@Configuration(proxyBeanMethods = false)
class PlaygroundConfiguration {
  @Bean(destroyMethod = "close")
  @Lazy
  Playground rossumPlayground(HookEndpoint endpoint, Environment environment) {
    Binder properties = Binder.get(environment);
    List<Secret> secrets =
        properties.bind("rossum.secret", Bindable.listOf(Secret.class)).orElse(List.of());
    if (secrets.isEmpty()) {
      throw new IllegalStateException(
          "The playground needs the secret of the hook as rossum.secret, not as a file.");
    }
    PlaygroundBuilder builder = Playground.builder(endpoint, secrets.get(0));
    properties.bind("rossum.playground.port", Integer.class).ifBound(builder::port);
    properties
        .bind("rossum.playground.documents", String.class)
        .map(Path::of)
        .ifBound(
            documents ->
                addDocuments(
                    builder,
                    documents,
                    properties
                        .bind("rossum.playground.schema", String.class)
                        .map(Path::of)
                        .orElse(null)));
    return builder.open();
  }

  private static void addDocuments(
      PlaygroundBuilder builder, Path documents, @Nullable Path schema) {
    try {
      if (schema == null) {
        builder.documents(documents);
      } else {
        builder.documents(documents, schema);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Bean
  Opening rossumPlaygroundOpening(ObjectProvider<Playground> playground) {
    return new Opening(playground);
  }

  /** Shows the URL once all beans are made. */
  record Opening(ObjectProvider<Playground> playground) {
    @EventListener(ApplicationReadyEvent.class)
    void open() {
      System.out.println("Playground: " + playground.getObject().url());
      System.out.flush();
    }
  }
}
