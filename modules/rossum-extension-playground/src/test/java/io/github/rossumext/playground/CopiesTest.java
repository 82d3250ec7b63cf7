package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.value.Headers;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one copies works where it is pasted. */
public class CopiesTest {
  @TempDir Path folder;

  private static Exchange exchange() {
    try (Playground playground =
        Playground.open(
            TestExtension.endpoint(),
            TestExtension.SECRET,
            Fixtures.invoiceWithSchema()
                .withField("order_id", "it's \"12\" \\ ř")
                .withField("vendor_name", "Nordlicht")
                .withEdited("vendor_name", "order_id"))) {
      return playground.exchanges().get(0);
    }
  }

  private static String copy(String kind) {
    return Copies.of(kind, 7, exchange()).orElseThrow();
  }

  @Test
  void curlSendsWhatTheEndpointAccepts() throws Exception {
    Process shell =
        new ProcessBuilder("bash", "-c", "curl() { printf '%s\\n' \"$@\"; }; " + copy("curl"))
            .start();
    String sent = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, List<String>> headers = new HashMap<>();
    for (Matcher header = Pattern.compile("-H\\n([^:\\n]+): (.*)\\n").matcher(sent);
        header.find(); ) {
      headers.put(header.group(1), List.of(header.group(2)));
    }
    String body = sent.substring(sent.indexOf("--data-binary\n") + 14).stripTrailing();

    assertThat(
            TestExtension.endpoint()
                .handle(
                    EndpointRequest.of(Headers.of(headers), body.getBytes(StandardCharsets.UTF_8)))
                .status())
        .isEqualTo(200);
  }

  @Test
  void theJunitTestCompilesAndPasses() throws Exception {
    String test =
        copy("junit")
            .replace(
                "throw new UnsupportedOperationException(\"Return your endpoint with this secret.\");",
                "return io.github.rossumext.playground.CopiesTest.endpoint();")
            .replace("a-secret-for-the-tests", TestExtension.SECRET.reveal())
            .replace("src/test/resources/", folder + "/")
            .replace("  void theResponse", "  public void theResponse")
            .replace("\nclass ", "\npublic class ");
    Files.writeString(folder.resolve("annotation_content-updated-7.json"), copy("fixture"));
    Path source = Files.writeString(folder.resolve("AnnotationContentUpdated7Test.java"), test);

    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-cp", TestClassPath.text(), source.toString());

    assertThat(result).isZero();
    assertThat(test).contains("vendor: ");
    assertThatCode(this::runTest).doesNotThrowAnyException();
  }

  private void runTest() throws IOException, ReflectiveOperationException {
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, TestClassPath.class.getClassLoader())) {
      Class<?> type = loader.loadClass("AnnotationContentUpdated7Test");
      Object test = type.getDeclaredConstructor().newInstance();
      type.getMethod("theResponseIsAsBefore").invoke(test);
    }
  }

  /** Returns the endpoint for the copied test. */
  public static io.github.rossumext.HookEndpoint endpoint() {
    return TestExtension.endpoint();
  }
}
