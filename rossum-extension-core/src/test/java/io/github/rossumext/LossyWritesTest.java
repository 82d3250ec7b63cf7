package io.github.rossumext;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.Requests.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The code under test cannot switch off that lossy writes are refused. */
class LossyWritesTest {
  /** Ways in which a handler may hide the exception of a lossy write. */
  enum Hiding {
    CATCH,
    CATCH_AND_SAY,
    CATCH_AND_WRAP,
    RULE_THAT_FAILS_OPEN,
    CATCH_IN_A_RULE_THAT_FAILS_OPEN,
    EVENT_THAT_FAILS_OPEN,
    HANDLER;

    private HookHandler<ContentPayload, ContentResponse> handler() {
      return switch (this) {
        case CATCH -> ContentRules.of(quiet());
        case CATCH_AND_SAY ->
            ContentRules.of(
                content -> {
                  quiet().apply(content);
                  throw new UserMessageException("Try again.");
                });
        case CATCH_AND_WRAP ->
            ContentRules.of(
                content -> {
                  try {
                    lossy().apply(content);
                  } catch (LossyWriteException e) {
                    throw new FailureException(FailurePolicy.FAIL_OPEN, e);
                  }
                });
        case RULE_THAT_FAILS_OPEN -> ContentRules.of().and(lossy(), FailurePolicy.FAIL_OPEN);
        case CATCH_IN_A_RULE_THAT_FAILS_OPEN ->
            ContentRules.of().and(quiet(), FailurePolicy.FAIL_OPEN);
        case EVENT_THAT_FAILS_OPEN -> ContentRules.of(lossy());
        case HANDLER ->
            (payload, context) -> {
              quiet().apply(ContentEditor.of(payload, context));
              return ContentResponse.empty();
            };
      };
    }

    private static ContentRule lossy() {
      return content -> content.field("note").set("x".repeat(1501));
    }

    private static ContentRule quiet() {
      return content -> {
        try {
          lossy().apply(content);
        } catch (LossyWriteException e) {
          content.info("Not written.");
        }
      };
    }

    EndpointResponse response(LossyWrites setting) {
      HookEndpoint.Builder builder =
          HookEndpoint.builder()
              .secret(SECRET)
              .lossyWrites(setting)
              .on(ANNOTATION_CONTENT, handler());
      if (this == EVENT_THAT_FAILS_OPEN) {
        builder.onFailure(ANNOTATION_CONTENT, FailurePolicy.FAIL_OPEN);
      }
      return builder.build().handle(Kind.UPDATED.request());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedLossFailsTheRequest(Hiding hiding) {
    assertThat(hiding.response(LossyWrites.REFUSE).status()).isEqualTo(500);
  }

  @ParameterizedTest
  @EnumSource
  void aDroppedLossDoesNot(Hiding hiding) {
    assertThat(hiding.response(LossyWrites.DROP_AND_LOG).status()).isEqualTo(200);
  }
}
