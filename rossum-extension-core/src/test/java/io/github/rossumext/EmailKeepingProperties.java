package io.github.rossumext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.HookResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** No file of an e-mail gets lost unless the author drops it. */
class EmailKeepingProperties {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What may come of a request without the author having said what to drop. */
  enum Accident implements UnaryOperator<HookEndpoint.Builder> {
    UNHANDLED {
      @Override
      public HookEndpoint.Builder apply(HookEndpoint.Builder endpoint) {
        return endpoint.on(HookEvent.ANNOTATION_CONTENT, (payload, all) -> ContentResponse.empty());
      }
    },
    FAILED_OPEN {
      @Override
      public HookEndpoint.Builder apply(HookEndpoint.Builder endpoint) {
        return failing(endpoint, new IllegalStateException())
            .onFailure(HookEvent.EMAIL_RECEIVED, FailurePolicy.FAIL_OPEN);
      }
    },
    FAILED {
      @Override
      public HookEndpoint.Builder apply(HookEndpoint.Builder endpoint) {
        return failing(endpoint, new IllegalStateException());
      }
    },
    MESSAGE_FOR_NOBODY {
      @Override
      public HookEndpoint.Builder apply(HookEndpoint.Builder endpoint) {
        return failing(endpoint, new UserMessageException("The order is closed."));
      }
    },
    NULL {
      @Override
      @SuppressWarnings("NullAway") // what an unchecked caller does
      public HookEndpoint.Builder apply(HookEndpoint.Builder endpoint) {
        return endpoint
            .on(HookEvent.EMAIL_RECEIVED, (email, context) -> null)
            .onFailure(HookEvent.EMAIL_RECEIVED, FailurePolicy.FAIL_OPEN);
      }
    },
    RESPONSE_OF_ANOTHER_EVENT {
      @Override
      @SuppressWarnings({"unchecked", "rawtypes"}) // what got around the types
      public HookEndpoint.Builder apply(HookEndpoint.Builder endpoint) {
        HookHandler<EmailPayload, HookResponse> empty = (email, context) -> ContentResponse.empty();
        return endpoint
            .on(
                HookEvent.EMAIL_RECEIVED,
                (HookHandler<EmailPayload, EmailResponse>) (HookHandler) empty)
            .onFailure(HookEvent.EMAIL_RECEIVED, FailurePolicy.FAIL_OPEN);
      }
    },
    NO_OPINION {
      @Override
      public HookEndpoint.Builder apply(HookEndpoint.Builder endpoint) {
        return endpoint.on(
            HookEvent.EMAIL_RECEIVED, (email, context) -> EmailResponse.importAll(email));
      }
    };

    private static HookEndpoint.Builder failing(HookEndpoint.Builder endpoint, Exception failure) {
      return endpoint.on(
          HookEvent.EMAIL_RECEIVED,
          (email, context) -> {
            throw failure;
          });
    }
  }

  @Property(tries = 100)
  void aResponseOf200ListsEveryFile(@ForAll Accident accident, @ForAll("emails") JsonNode email) {
    EndpointResponse response = response(accident, email);

    assertThat(response.status()).isIn(200, 500);
    if (response.status() == 200) {
      Set<String> listed = new HashSet<>();
      Wire.tree(response.body()).path("files").forEach(file -> listed.add(file.get("id").asText()));
      assertThat(email.get("files")).isInstanceOf(ArrayNode.class);
      email.get("files").forEach(file -> assertThat(listed).contains(file.get("id").asText()));
    }
  }

  @Property(tries = 100)
  void everyFileOfAnEmailThatIsAsDocumentedIsListed(
      @ForAll Accident accident, @ForAll("documentedEmails") JsonNode email) {
    EndpointResponse response = response(accident, email);

    assertThat(response.status()).isEqualTo(accident == Accident.FAILED ? 500 : 200);
  }

  private static EndpointResponse response(Accident accident, JsonNode email) {
    return accident
        .apply(HookEndpoint.builder().secret(Requests.SECRET))
        .build()
        .handle(Requests.signed(email.toString().getBytes(UTF_8)));
  }

  @Provide
  Arbitrary<JsonNode> emails() {
    Arbitrary<JsonNode> odd =
        Arbitraries.of(
            JSON.createObjectNode(),
            JSON.createObjectNode().putNull("id"),
            JSON.createObjectNode().put("id", ""),
            JSON.nullNode(),
            JSON.getNodeFactory().textNode("https://acme.rossum.app/api/v1/documents/1"));
    Arbitrary<List<JsonNode>> files =
        Arbitraries.frequencyOf(Tuple.of(5, files()), Tuple.of(1, odd)).list().ofMaxSize(6);
    return Combinators.combine(Arbitraries.integers().between(0, 9), files)
        .as(
            (kind, list) ->
                switch (kind) {
                  case 0 -> request();
                  case 1 -> request().putNull("files");
                  case 2 -> request().put("files", "None");
                  default -> request(list);
                });
  }

  @Provide
  Arbitrary<JsonNode> documentedEmails() {
    return files().list().ofMaxSize(6).map(EmailKeepingProperties::request);
  }

  private static Arbitrary<JsonNode> files() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(1, 12).map(id -> JSON.createObjectNode().put("id", "" + id)),
        Arbitraries.integers().between(1, 12).map(id -> JSON.createObjectNode().put("id", id)),
        Arbitraries.strings()
            .ofMinLength(1)
            .filter(id -> !id.isBlank())
            .map(id -> JSON.createObjectNode().put("id", id)));
  }

  private static ObjectNode request() {
    return JSON.createObjectNode().put("event", "email").put("action", "received");
  }

  private static JsonNode request(List<JsonNode> files) {
    ObjectNode request = request();
    request.putArray("files").addAll(files);
    return request;
  }
}
