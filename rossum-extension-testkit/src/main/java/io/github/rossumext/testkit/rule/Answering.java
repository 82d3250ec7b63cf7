package io.github.rossumext.testkit.rule;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookHandler;
import io.github.rossumext.internal.access.Access;
import io.github.rossumext.internal.check.LossReporter;
import io.github.rossumext.internal.check.ResponseCheck;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import org.jspecify.annotations.Nullable;

/** Keeps the answer of a handler, or its failure, which the endpoint would hide from the test. */
final class Answering implements HookHandler<ContentPayload, ContentResponse> {
  private final HookHandler<? super ContentPayload, ContentResponse> handler;
  private boolean isOver;
  private ContentResponse answer = ContentResponse.empty();
  private @Nullable Throwable failure;

  Answering(HookHandler<? super ContentPayload, ContentResponse> handler) {
    this.handler = handler;
  }

  @Override
  public ContentResponse handle(ContentPayload payload, HookContext context) throws Exception {
    if (isOver) {
      return handler.handle(payload, context);
    }
    try {
      answer = handler.handle(payload, context);
      ResponseCheck.of(answer, payload)
          .losses()
          .forEach(Access.way(HookContext.class, LossReporter.class).apply(context)::report);
    } catch (Throwable e) {
      failure = e;
      answer = ContentResponse.empty();
    }
    return answer;
  }

  /** The answer to the call; what the handler threw is thrown. */
  ContentResponse answer() {
    isOver = true;
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw new IllegalStateException("The rule failed: " + failure, failure);
    }
    return answer;
  }
}
