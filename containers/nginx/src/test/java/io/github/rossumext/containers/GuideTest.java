package io.github.rossumext.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks that the guide shows the files with which nginx starts here. */
class GuideTest {
  private static final Path PAGE = Path.of("../../docs/deployment.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```nginx ([\\w-]+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void showsBothFilesAsTheyAreAndNoOther() throws IOException {
    Map<String, String> blocks = new TreeMap<>();
    for (Matcher block = BLOCK.matcher(Files.readString(PAGE)); block.find(); ) {
      blocks.put(block.group(1), block.group(2));
    }
    assertThat(blocks)
        .containsOnly(
            Map.entry("rossum", Nginx.configuration("rossum")),
            Map.entry("client-certificate", Nginx.configuration("client-certificate")));
  }
}
