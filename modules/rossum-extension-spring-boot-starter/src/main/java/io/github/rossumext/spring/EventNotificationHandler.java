package io.github.rossumext.spring;

import io.github.rossumext.HookContext;
import io.github.rossumext.NotificationHandler;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.NoResponse;

/**
 * A handler that says its event, whose response Rossum ignores: {@code annotation_status} and
 * {@code invocation.scheduled}. Implement it in a {@code @Component}.
 *
 * {@snippet class="io.github.rossumext.spring.guide.StatusLog" region="notification"}
 *
 * <p>One instance serves all requests, many at a time: an implementation must be thread-safe.
 *
 * @param <P> the payload of the event
 */
public interface EventNotificationHandler<P extends HookPayload>
    extends EventHandler<P, NoResponse>, NotificationHandler<P> {
  /** Calls {@link #receive}. */
  @Override
  default NoResponse handle(P payload, HookContext context) throws Exception {
    receive(payload, context);
    return NoResponse.empty();
  }
}
