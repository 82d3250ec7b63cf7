package io.github.rossumext;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static io.github.rossumext.HookEvent.INVOCATION_MANUAL;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static io.github.rossumext.HookEvent.UNKNOWN;
import static io.github.rossumext.HookEvent.UPLOAD_CREATED;
import static io.github.rossumext.payload.HookAction.CHANGED;
import static io.github.rossumext.payload.HookAction.CONFIRM;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.payload.HookAction.MANUAL;
import static io.github.rossumext.payload.HookAction.RECEIVED;
import static io.github.rossumext.payload.HookAction.SCHEDULED;
import static io.github.rossumext.payload.HookAction.STARTED;
import static io.github.rossumext.payload.HookAction.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.StatusPayload;
import io.github.rossumext.payload.UnknownPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.JsonResponse;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatchTest {
  private final List<String> called = new ArrayList<>();
  private final HookEndpoint.Builder endpoint = HookEndpoint.builder().secret(Requests.SECRET);

  private HookHandler<ContentPayload, ContentResponse> content(String name) {
    return (payload, context) -> {
      called.add(name + " " + payload.action());
      return ContentResponse.empty();
    };
  }

  private HookHandler<UnknownPayload, JsonResponse> other(String name) {
    return (payload, context) -> {
      called.add(name + " " + payload.eventAndAction());
      return JsonResponse.empty();
    };
  }

  private EndpointResponse send(String event, String action) {
    return endpoint
        .build()
        .handle(
            Requests.signed(
                "{'event':'%s','action':'%s','annotation':{'content':[]}}"
                    .formatted(event, action)));
  }

  @Nested
  class TheNarrowestWins {
    @Test
    void anEventWithoutActionsTakesAllOfThem() {
      endpoint.on(ANNOTATION_CONTENT, content("any"));

      send("annotation_content", "initialize");
      send("annotation_content", "started");
      send("annotation_content", "reopened_next_year");

      assertThat(called).containsExactly("any initialize", "any started", "any reopened_next_year");
    }

    @Test
    void fewerActionsWinOverMore() {
      endpoint
          .on(ANNOTATION_CONTENT, content("any"))
          .on(ANNOTATION_CONTENT.only(INITIALIZE, STARTED, UPDATED), content("three"))
          .on(ANNOTATION_CONTENT.only(INITIALIZE, STARTED), content("two"))
          .on(ANNOTATION_CONTENT.only(INITIALIZE), content("one"));

      send("annotation_content", "initialize");
      send("annotation_content", "started");
      send("annotation_content", "updated");
      send("annotation_content", "export");

      assertThat(called)
          .containsExactly("one initialize", "two started", "three updated", "any export");
    }

    @Test
    void theOrderOfRegistrationDoesNotMatter() {
      endpoint
          .on(ANNOTATION_CONTENT.only(INITIALIZE), content("one"))
          .on(ANNOTATION_CONTENT, content("any"))
          .on(ANNOTATION_CONTENT.only(INITIALIZE, STARTED), content("two"));

      send("annotation_content", "initialize");
      send("annotation_content", "started");
      send("annotation_content", "export");

      assertThat(called).containsExactly("one initialize", "two started", "any export");
    }

    @Test
    void anActionThatNobodyTakesIsUnhandled() {
      endpoint.on(ANNOTATION_CONTENT.only(INITIALIZE), content("one"));

      EndpointResponse response = send("annotation_content", "started");

      assertThat(called).isEmpty();
      assertThat(response.status()).isEqualTo(200);
      assertThat(Wire.json(response)).isEqualTo("{}");
    }
  }

  @Nested
  class UnknownEvents {
    @Test
    void anEventIsNamedByItsWords() {
      endpoint.on(HookEvent.other("invocation", "interface"), other("interface"));

      send("invocation", "interface");
      send("invocation", "else");
      send("else", "interface");

      assertThat(called).containsExactly("interface invocation.interface");
    }

    @Test
    void theRestIsTakenByUnknown() {
      endpoint
          .on(UNKNOWN, other("unknown"))
          .on(HookEvent.other("invocation", "interface"), other("interface"));

      send("invocation", "interface");
      send("queue", "changed");
      send("email", "sent");
      send("*", "*");

      assertThat(called)
          .containsExactly(
              "interface invocation.interface",
              "unknown queue.changed",
              "unknown email.sent",
              "unknown *.*");
    }

    @ParameterizedTest
    @EnumSource(names = "OTHER", mode = EnumSource.Mode.EXCLUDE)
    void unknownTakesNoEventThatHasATypeOfItsOwn(Kind kind) {
      endpoint.on(UNKNOWN, other("unknown"));

      EndpointResponse response = endpoint.build().handle(kind.request());

      assertThat(called).isEmpty();
      assertThat(Wire.json(response)).isEqualTo(kind.noOpinion());
    }

    @Test
    void aWordOfAnotherCaseIsAnotherEvent() {
      endpoint.on(ANNOTATION_CONTENT, content("any"));

      send("Annotation_Content", "initialize");

      assertThat(called).isEmpty();
    }
  }

  @Nested
  class Responses {
    private String response(Kind kind) {
      EndpointResponse response = endpoint.build().handle(kind.request());
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.headers())
          .isEqualTo(Map.of("Content-Type", "application/json", "Cache-Control", "no-store"));
      assertThat(response.contentLength()).isEqualTo(response.body().length);
      return Wire.json(response);
    }

    @Test
    void contentGetsMessagesAndOperations() {
      endpoint.on(
          ANNOTATION_CONTENT,
          (payload, context) ->
              ContentResponse.builder().message(Message.of(MessageType.INFO, "Fine.")).build());

      assertThat(response(Kind.UPDATED))
          .isEqualTo("{'messages':[{'type':'info','content':'Fine.'}]}");
    }

    @Test
    void anEmailGetsItsFiles() {
      endpoint.on(
          EMAIL_RECEIVED,
          (email, context) ->
              EmailResponse.importOnly(email, file -> file.filename().orElse("").endsWith("pdf")));

      assertThat(response(Kind.EMAIL)).isEqualTo("{'files':[{'id':'1','values':[]}]}");
    }

    @Test
    void aManualRequestGetsAnyJson() {
      endpoint.on(INVOCATION_MANUAL, (payload, context) -> JsonResponse.of(RawJson.of("[1]")));

      assertThat(response(Kind.MANUAL)).isEqualTo("[1]");
    }

    @Test
    void anUploadIsLeftAsItIs() {
      endpoint.on(UPLOAD_CREATED, (upload, context) -> UploadResponse.empty());

      assertThat(response(Kind.UPLOAD)).isEqualTo("{}");
    }

    @Test
    void listenersReceiveAndRespondNothing() {
      endpoint
          .listen(ANNOTATION_STATUS, (change, context) -> called.add("status"))
          .listen(INVOCATION_SCHEDULED, (payload, context) -> called.add("scheduled"));

      assertThat(response(Kind.STATUS)).isEqualTo("{}");
      assertThat(response(Kind.SCHEDULED)).isEqualTo("{}");
      assertThat(called).containsExactly("status", "scheduled");
    }

    @Test
    void oneHandlerServesSeveralEvents() {
      NotificationHandler<HookPayload> any =
          (payload, context) -> called.add(payload.eventAndAction());

      endpoint.listen(ANNOTATION_STATUS, any).listen(INVOCATION_SCHEDULED, any);

      response(Kind.STATUS);
      response(Kind.SCHEDULED);
      assertThat(called).containsExactly("annotation_status.changed", "invocation.scheduled");
    }
  }

  @Nested
  class Mistakes {
    @Test
    void theSameEventTwice() {
      endpoint.on(ANNOTATION_CONTENT, content("a")).on(ANNOTATION_CONTENT, content("b"));

      assertThatIllegalStateException()
          .isThrownBy(endpoint::build)
          .withMessage(
              HelpTopic.REGISTERED_TWICE.explain(
                  "Registered twice: annotation_content and annotation_content. Narrow one of"
                      + " them."));
    }

    @Test
    void theSameActionsTwiceInAnotherOrder() {
      endpoint
          .on(ANNOTATION_CONTENT.only(INITIALIZE, STARTED), content("a"))
          .on(ANNOTATION_CONTENT.only(STARTED, INITIALIZE), content("b"));

      assertThatIllegalStateException()
          .isThrownBy(endpoint::build)
          .withMessageStartingWith("Registered twice: ");
    }

    @Test
    void theSameActionsTwiceAlsoWhereNarrowerOnesCoverThem() {
      endpoint
          .on(ANNOTATION_CONTENT.only(INITIALIZE), content("a"))
          .on(ANNOTATION_CONTENT.only(STARTED), content("b"))
          .on(ANNOTATION_CONTENT.only(INITIALIZE, STARTED), content("c"))
          .on(ANNOTATION_CONTENT.only(INITIALIZE, STARTED), content("d"));

      assertThatIllegalStateException()
          .isThrownBy(endpoint::build)
          .withMessageStartingWith("Registered twice: ");
    }

    @Test
    void asManyActionsThatOverlap() {
      endpoint
          .on(ANNOTATION_CONTENT.only(INITIALIZE, STARTED), content("a"))
          .on(ANNOTATION_CONTENT.only(STARTED, UPDATED), content("b"));

      assertThatIllegalStateException()
          .isThrownBy(endpoint::build)
          .withMessage(
              HelpTopic.REGISTERED_TWICE.explain(
                  "Registered twice: annotation_content.initialize, annotation_content.started and"
                      + " annotation_content.started, annotation_content.updated. Narrow one of"
                      + " them."));
    }

    @Test
    void butNotWhereANarrowerOneDecidesWhereverItStands() {
      endpoint
          .on(ANNOTATION_CONTENT.only(INITIALIZE, STARTED), content("a"))
          .on(ANNOTATION_CONTENT.only(STARTED, UPDATED), content("b"))
          .on(ANNOTATION_CONTENT.only(STARTED), content("c"));

      send("annotation_content", "started");

      assertThat(called).containsExactly("c started");
    }

    @Test
    void butNotAsManyActionsThatDoNotOverlap() {
      endpoint
          .on(ANNOTATION_CONTENT.only(INITIALIZE, STARTED), content("a"))
          .on(ANNOTATION_CONTENT.only(EXPORT, UPDATED), content("b"));

      send("annotation_content", "updated");

      assertThat(called).containsExactly("b updated");
    }

    @Test
    void anEventThatHasOneActionNarrowedToItIsTheSame() {
      endpoint
          .listen(INVOCATION_SCHEDULED, (payload, context) -> called.add("a"))
          .listen(INVOCATION_SCHEDULED.only(SCHEDULED), (payload, context) -> called.add("b"));

      assertThatIllegalStateException()
          .isThrownBy(endpoint::build)
          .withMessage(
              HelpTopic.REGISTERED_TWICE.explain(
                  "Registered twice: invocation.scheduled and invocation.scheduled. Narrow one of"
                      + " them."));
    }

    @Test
    void twoPoliciesForOneEvent() {
      endpoint
          .on(ANNOTATION_CONTENT, content("a"))
          .onFailure(ANNOTATION_CONTENT, FailurePolicy.RETRY)
          .onFailure(ANNOTATION_CONTENT, FailurePolicy.FAIL_OPEN);

      assertThatIllegalStateException()
          .isThrownBy(endpoint::build)
          .withMessageStartingWith("Registered twice: annotation_content");
    }

    @Test
    void anEventWithATypeOfItsOwnTakenForAnotherOne() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> HookEvent.other("annotation_content", "reopened"))
          .withMessage(
              "annotation_content.reopened is a known event. Use"
                  + " HookEvent.ANNOTATION_CONTENT.only(new HookAction(\"reopened\")).");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> HookEvent.other("email", "received"))
          .withMessage("email.received is a known event. Use HookEvent.EMAIL_RECEIVED.");
      assertThat(HookEvent.other("email", "sent")).hasToString("email.sent");
    }

    @Test
    void anActionThatTheEventDoesNotHave() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EMAIL_RECEIVED.only(CONFIRM))
          .withMessage("email has only the actions [received], but was narrowed to [confirm].");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> INVOCATION_MANUAL.only(MANUAL, SCHEDULED));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> UNKNOWN.only(RECEIVED))
          .withMessage("HookEvent.UNKNOWN cannot be narrowed. Use HookEvent.other(event, action).");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ANNOTATION_CONTENT.only(INITIALIZE).only(STARTED));
    }
  }

  @Test
  void theHandledEventsAreListedAsRossumWritesThemInTheOrderOfRegistration() {
    endpoint
        .on(UNKNOWN, other("x"))
        .on(ANNOTATION_CONTENT, content("x"))
        .on(ANNOTATION_CONTENT.only(INITIALIZE, STARTED), content("x"))
        .listen(ANNOTATION_STATUS.only(CHANGED), this::heard);

    assertThat(endpoint.build().events())
        .extracting(HookEvent::toString)
        .containsExactly(
            "any other event",
            "annotation_content",
            "annotation_content.initialize, annotation_content.started",
            "annotation_status.changed");
  }

  private void heard(StatusPayload change, HookContext context) {
    called.add(change.eventAndAction());
  }

  @Test
  void eventsAreEqualByEventAndActions() {
    assertThat(ANNOTATION_CONTENT.only(INITIALIZE, STARTED))
        .isEqualTo(ANNOTATION_CONTENT.only(STARTED, INITIALIZE, STARTED))
        .hasSameHashCodeAs(ANNOTATION_CONTENT.only(STARTED, INITIALIZE))
        .isNotEqualTo(ANNOTATION_CONTENT.only(INITIALIZE))
        .isNotEqualTo(ANNOTATION_CONTENT);
    assertThat(INVOCATION_MANUAL).isNotEqualTo(INVOCATION_SCHEDULED);
  }
}
