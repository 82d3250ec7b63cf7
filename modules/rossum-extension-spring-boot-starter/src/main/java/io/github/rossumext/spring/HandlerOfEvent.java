package io.github.rossumext.spring;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEvent;
import io.github.rossumext.HookHandler;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.HookResponse;
import java.util.Objects;

/** A handler that is given together with its event. */
record HandlerOfEvent<P extends HookPayload, R extends HookResponse>(
    HookEvent<P, R> event, HookHandler<? super P, ? extends R> handler)
    implements EventHandler<P, R> {
  HandlerOfEvent {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(handler, "handler");
  }

  @Override
  public R handle(P payload, HookContext context) throws Exception {
    return handler.handle(payload, context);
  }
}
