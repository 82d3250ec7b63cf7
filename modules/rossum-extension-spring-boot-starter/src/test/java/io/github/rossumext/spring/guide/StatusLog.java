package io.github.rossumext.spring.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.StatusPayload;
import io.github.rossumext.response.NoResponse;
import io.github.rossumext.spring.EventNotificationHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

// @start region="notification"
public class StatusLog implements EventNotificationHandler<StatusPayload> {
  final List<String> statuses = new CopyOnWriteArrayList<>();

  @Override
  public HookEvent<StatusPayload, NoResponse> event() {
    return ANNOTATION_STATUS;
  }

  @Override
  public void receive(StatusPayload change, HookContext context) {
    change.annotation().status().ifPresent(status -> statuses.add(status.value()));
  }
}
// @end
