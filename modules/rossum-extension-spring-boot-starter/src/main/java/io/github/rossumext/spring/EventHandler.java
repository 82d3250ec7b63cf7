package io.github.rossumext.spring;

import io.github.rossumext.HookEvent;
import io.github.rossumext.HookHandler;
import io.github.rossumext.NotificationHandler;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.response.NoResponse;
import java.util.Objects;

/**
 * A handler that says its event. Make it a bean, and the application handles the event with it:
 * implement this interface in a {@code @Component}, or return {@link #of} from a {@code @Bean}
 * method.
 *
 * {@snippet class="io.github.rossumext.spring.guide.GuideHandlers" region="handler"}
 *
 * <p>One instance serves all requests, many at a time: an implementation must be thread-safe.
 *
 * @param <P> the payload of the event
 * @param <R> the response that Rossum reads
 */
public interface EventHandler<P extends HookPayload, R extends HookResponse>
    extends HookHandler<P, R> {
  /** Returns the event. If several handlers fit a request, the narrowest event wins. */
  HookEvent<P, R> event();

  /** Returns a handler of this event. */
  static <P extends HookPayload, R extends HookResponse> EventHandler<P, R> of(
      HookEvent<P, R> event, HookHandler<? super P, ? extends R> handler) {
    return new HandlerOfEvent<>(event, handler);
  }

  /** Returns a handler of an event whose response Rossum ignores. */
  static <P extends HookPayload> EventHandler<P, NoResponse> listen(
      HookEvent<P, NoResponse> event, NotificationHandler<? super P> handler) {
    Objects.requireNonNull(handler, "handler");
    return new HandlerOfEvent<>(
        event,
        (payload, context) -> {
          handler.receive(payload, context);
          return NoResponse.empty();
        });
  }
}
