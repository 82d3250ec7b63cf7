package io.github.rossumext.playground;

import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.simulator.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An exchange as text to be pasted elsewhere: without token and secrets. */
final class Copies {
  private static final String TEST =
      """
      import static org.assertj.core.api.Assertions.assertThat;

      import io.github.rossumext.HookEndpoint;
      import io.github.rossumext.testkit.Fixture;
      import io.github.rossumext.testkit.simulator.FieldChange;
      import io.github.rossumext.testkit.simulator.Outcome;
      import io.github.rossumext.testkit.simulator.RossumSimulator;
      import io.github.rossumext.testkit.simulator.ShownMessage;
      import io.github.rossumext.value.Secret;
      import java.nio.file.Path;
      import org.junit.jupiter.api.Test;

      /** Copied from the playground. Copy the fixture, too, and save it as the file below. */
      class %1$s {
        private static final Secret SECRET = Secret.of("a-secret-for-the-tests");

        private static HookEndpoint endpoint() {
          throw new UnsupportedOperationException("Return your endpoint with this secret.");
        }

        @Test
        void theResponseIsAsBefore() throws Exception {
          RossumSimulator rossum = RossumSimulator.of(endpoint(), SECRET);

          Outcome outcome =
              rossum.deliver(Fixture.of(Path.of("src/test/resources/%2$s.json")));

          assertThat(outcome.exchanges())
              .flatExtracting(exchange -> exchange.changes())
              .extracting(FieldChange::toString)
              .containsExactly(%3$s);
          assertThat(outcome.exchanges())
              .flatExtracting(exchange -> exchange.messages())
              .extracting(ShownMessage::toString)
              .containsExactly(%4$s);
        }
      }
      """;

  private Copies() {}

  /** Returns the text; empty if the kind is unknown. */
  static Optional<String> of(String kind, int number, Exchange exchange) {
    return switch (kind) {
      case "curl" -> Optional.of(curl(exchange));
      case "fixture" -> Optional.of(exchange.requestWithoutSecrets() + "\n");
      case "junit" -> Optional.of(junit(number, exchange));
      default -> Optional.empty();
    };
  }

  /** The signature is that of the body without secrets, which is another than Rossum's. */
  private static String curl(Exchange exchange) {
    String body = exchange.requestWithoutSecrets();
    SignedRequest signed = exchange.signed(body);
    String headers =
        signed.headers().names().stream()
            .flatMap(name -> signed.headers().all(name).stream().map(value -> name + ": " + value))
            .map(header -> "  -H " + quoted(header) + " \\\n")
            .collect(Collectors.joining());
    return "# Set URL to that of the extension. The body has no token and no secrets.\n"
        + "curl -sS \"$URL\" \\\n"
        + headers
        + "  --data-binary "
        + quoted(body)
        + "\n";
  }

  /** Returns a text as one word of a shell. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String junit(int number, Exchange exchange) {
    String event = exchange.eventAndAction();
    List<String> changes = exchange.changes().stream().map(Object::toString).toList();
    List<String> messages = exchange.messages().stream().map(Object::toString).toList();
    return TEST.formatted(
        className(event) + number + "Test",
        event.replace('.', '-') + "-" + number,
        literals(exchange, changes),
        literals(exchange, messages));
  }

  private static String className(String event) {
    StringBuilder name = new StringBuilder();
    for (String word : event.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString();
  }

  private static String literals(Exchange exchange, List<String> texts) {
    return texts.stream()
        .map(text -> "\n                  " + JavaText.literal(exchange.withoutSecrets(text)))
        .collect(Collectors.joining(","));
  }
}
