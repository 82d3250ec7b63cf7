package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEvent;
import io.github.rossumext.client.RossumClient;
import io.github.rossumext.payload.StatusPayload;
import io.github.rossumext.response.NoResponse;
import io.github.rossumext.spring.EventNotificationHandler;
import org.springframework.stereotype.Component;

/** Archives the content of a document when it is exported. The event does not have the content. */
@Component
final class Archive implements EventNotificationHandler<StatusPayload> {
  private final ArchivedDocuments archive;

  Archive(ArchivedDocuments archive) {
    this.archive = archive;
  }

  @Override
  public HookEvent<StatusPayload, NoResponse> event() {
    return ANNOTATION_STATUS;
  }

  @Override
  public void receive(StatusPayload change, HookContext context) {
    if (change.annotation().status().filter(EXPORTED::equals).isPresent()) {
      long id = change.annotation().id().orElseThrow();
      String path = "/v1/annotations/" + id + "/content";
      archive.replace(id, RossumClient.of(context).get(path).text());
    }
  }
}
