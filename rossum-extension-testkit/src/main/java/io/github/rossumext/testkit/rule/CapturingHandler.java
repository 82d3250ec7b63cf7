package io.github.rossumext.testkit.rule;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookHandler;
import io.github.rossumext.internal.check.ResponseCheck;
import io.github.rossumext.internal.check.ResponseCheck.LossReporter;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import org.jspecify.annotations.Nullable;

/** A handler that keeps the first response of another one, or its failure. Not thread-safe. */
final class CapturingHandler implements HookHandler<ContentPayload, ContentResponse> {
  private final HookHandler<? super ContentPayload, ContentResponse> handler;
  private boolean isOver;
  private ContentResponse response = ContentResponse.empty();
  private @Nullable Throwable failure;

  CapturingHandler(HookHandler<? super ContentPayload, ContentResponse> handler) {
    this.handler = handler;
  }

  @Override
  public ContentResponse handle(ContentPayload payload, HookContext context) throws Exception {
    if (isOver) {
      return handler.handle(payload, context);
    }
    isOver = true;
    try {
      response = handler.handle(payload, context);
      LossReporter losses = Access.way(HookContext.class, LossReporter.class).apply(context);
      losses.requireNoneRefused();
      ResponseCheck.of(response, payload, context.requestId()).losses().forEach(losses::report);
      return response;
    } catch (Throwable e) {
      failure = e;
      throw e;
    }
  }

  /** Returns the response to the request; throws what the handler threw. */
  ContentResponse response() {
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw new IllegalStateException("The handler threw " + failure + ".", failure);
    }
    return response;
  }
}
