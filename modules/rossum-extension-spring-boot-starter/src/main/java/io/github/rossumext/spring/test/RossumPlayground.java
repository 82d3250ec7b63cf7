package io.github.rossumext.spring.test;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.util.function.ThrowingConsumer;

/**
 * The playground on the running application. Call it from a {@code main} of the test sources, and
 * run {@code mvn spring-boot:test-run}. It needs {@code rossum-extension-playground}.
 *
 * {@snippet class="io.github.rossumext.spring.guide.GuidePlayground" region="playground"}
 */
public final class RossumPlayground {
  private RossumPlayground() {}

  /**
   * Runs the application, and prints the URL of its playground when it is ready. If neither the
   * environment nor the arguments have the secret of the hook, the application gets a random one.
   *
   * @param main the {@code main} of the application
   * @param arguments its arguments
   */
  @SuppressWarnings("exports") // users of this class have Spring on the path
  public static SpringApplication.Running run(
      ThrowingConsumer<String[]> main, String... arguments) {
    return SpringApplication.from(main)
        .with(PlaygroundConfiguration.class)
        .run(withSecret(arguments));
  }

  private static String[] withSecret(String... arguments) {
    boolean hasSecret =
        Stream.of("ROSSUM_HOOK_SECRET", "ROSSUM_SECRET").anyMatch(System.getenv()::containsKey)
            || Arrays.stream(arguments).anyMatch(given -> given.startsWith("--rossum.secret"));
    return hasSecret
        ? arguments
        : Stream.concat(Arrays.stream(arguments), Stream.of("--rossum.secret=" + UUID.randomUUID()))
            .toArray(String[]::new);
  }
}
