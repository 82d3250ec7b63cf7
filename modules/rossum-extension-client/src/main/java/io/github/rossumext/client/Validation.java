package io.github.rossumext.client;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.payload.StoredMessage;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import java.util.List;
import java.util.function.Function;

/** What Rossum and the hooks of the queue say about a content. Immutable and thread-safe. */
public final class Validation extends JsonView {
  private static final Function<RawJson, StoredMessage> MESSAGE =
      Access.way(RawJson.class, StoredMessage.class);

  Validation(RawJson raw) {
    super(raw);
  }

  /** Returns the messages, in their order. */
  public List<StoredMessage> messages() {
    return Responses.objects(raw(), "messages").map(MESSAGE).toList();
  }

  /** Returns the parts of the content that hooks changed, as they came. */
  public List<RawJson> updatedDatapoints() {
    return Responses.objects(raw(), "updated_datapoints").toList();
  }
}
