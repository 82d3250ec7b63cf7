package io.github.rossumext.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The targets end quietly on their seeds, and on what the fuzzer has found once. */
class FuzzTargetsTest {
  static Stream<Path> payload() throws IOException {
    return seeds("Payload");
  }

  static Stream<Path> signature() throws IOException {
    return seeds("Signature");
  }

  static Stream<Path> text() throws IOException {
    return seeds("Text");
  }

  private static Stream<Path> seeds(String target) throws IOException {
    URI directory =
        URI.create(
            Objects.requireNonNull(FuzzTargetsTest.class.getResource("/fuzz/" + target))
                .toString());
    try (Stream<Path> files = Files.list(Path.of(directory))) {
      List<Path> seeds = files.sorted().toList();
      assertThat(seeds).isNotEmpty();
      return seeds.stream();
    }
  }

  @ParameterizedTest
  @MethodSource
  void payload(Path seed) throws IOException {
    PayloadTarget.fuzzerTestOneInput(Files.readAllBytes(seed));
  }

  @ParameterizedTest
  @MethodSource
  void signature(Path seed) throws IOException {
    SignatureTarget.fuzzerTestOneInput(Files.readAllBytes(seed));
  }

  @ParameterizedTest
  @MethodSource
  void text(Path seed) throws IOException {
    TextTarget.fuzzerTestOneInput(Files.readAllBytes(seed));
  }

  @Test
  void nothingIsAnInputToo() throws IOException {
    PayloadTarget.fuzzerTestOneInput(new byte[0]);
    SignatureTarget.fuzzerTestOneInput(new byte[0]);
    TextTarget.fuzzerTestOneInput(new byte[0]);
  }
}
