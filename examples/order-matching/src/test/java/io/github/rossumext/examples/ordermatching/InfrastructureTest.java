package io.github.rossumext.examples.ordermatching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Counts the code that is neither a rule, a record nor a query. It counts every line of the other
 * types, also an annotation and a brace, but no blank line, comment, package and import. The start
 * of the application, the client of the ERP and its stub are counted.
 */
class InfrastructureTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** A rule or handler, a record, or an interface of queries. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?m)^(final )?class \\w+ implements (ContentRule|Event(Notification)?Handler<.*>) \\{"
              + "|^record \\w+\\("
              + "|^interface \\w+ extends CrudRepository<.*> \\{");

  @Test
  void thereAreAtMostTwentyLinesOfIt() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        if (!file.endsWith("package-info.java")) {
          String source = Files.readString(file);
          if (!KNOWN.matcher(source).find()) {
            source.lines().filter(InfrastructureTest::isCode).forEach(lines::add);
          }
        }
      }
    }

    assertThat(lines).contains("@SpringBootApplication").hasSizeLessThanOrEqualTo(20);
  }

  private static boolean isCode(String line) {
    String text = line.strip();
    return !text.isEmpty()
        && !text.startsWith("/*")
        && !text.startsWith("*")
        && !text.startsWith("//")
        && !text.startsWith("package ")
        && !text.startsWith("import ");
  }
}
