package io.github.rossumext.spring;

import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/** What a native image must keep of the library: what it finds by name. */
final class RossumRuntimeHints implements RuntimeHintsRegistrar {
  @Override
  public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
    hints
        .reflection()
        .registerType(
            TypeReference.of(Executors.class),
            type ->
                type.withMethod(
                    "newVirtualThreadPerTaskExecutor", List.of(), ExecutableMode.INVOKE));
    hints.resources().registerPattern("rossum-extension-jdbc/*.sql");
    hints.resources().registerPattern("rossum-extension-spring/*");
  }
}
