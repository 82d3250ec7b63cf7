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

/** The target ends quietly on its seeds, and on what the fuzzer has found once. */
class EntranceTargetTest {
  static Stream<Path> seeds() throws IOException {
    URI directory =
        URI.create(
            Objects.requireNonNull(EntranceTargetTest.class.getResource("/fuzz/Entrance"))
                .toString());
    try (Stream<Path> files = Files.list(Path.of(directory))) {
      List<Path> seeds = files.sorted().toList();
      assertThat(seeds).isNotEmpty();
      return seeds.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSeedGetsAResponse(Path seed) throws Exception {
    EntranceTarget.fuzzerTestOneInput(Files.readAllBytes(seed));
  }

  @Test
  void nothingIsAnInputToo() throws Exception {
    EntranceTarget.fuzzerTestOneInput(new byte[0]);
  }
}
